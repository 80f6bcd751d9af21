#!/usr/bin/env python3
"""A million orders whose steps do nothing, through project 04's queues and asyncio's, on the same machine in turn.

Four workers, a queue of a thousand. What is compared is the orders a second that each program says of itself, without
its start; the orders that each worker did stand beside it. With --memory it looks instead at what each style
keeps: the live heap, after a full collection, at one million orders and at ten. Ends with 1 if one of our styles
is slower than asyncio's workers that share the work, or keeps more than a tenth more at ten million orders. Needs Python
3.11 or later on Linux or macOS, and for --memory the JDK's jcmd, on the PATH or in JAVA_HOME.

    python3 benchmarks/orders.py
    python3 benchmarks/orders.py --memory
    python3 benchmarks/orders.py --rounds 3 --orders 100000 threads
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys

from measured import in_turn, measure, ratio, spread
from practice_site import ROOT

STYLES = ["threads", "reactive"]


def commands(styles, orders):
    asyncio = [sys.executable, str(ROOT / "benchmarks/asyncio/orders.py"), "--orders", str(orders)]
    yield "asyncio, shared", [*asyncio, "--shared"]
    yield "asyncio, as it comes", asyncio
    for style in styles:
        yield style, [str(ROOT / "learn"), "run", "04", "--quiet", "--style", style, "--orders", str(orders), "--capacity", "1000",
                      "--workers", "4", "--step-time", "0ms", "--fail", "0%"]


def told(name, printed):
    """The seconds and the orders of each worker, as the program says them."""
    if name.startswith("asyncio"):
        report = json.loads(printed)
        return report["seconds"], report["per_worker"]
    seconds = float(re.search(r"orders done in ([0-9.]+) s", printed)[1])
    workers = re.search(r"by worker: (.*)", printed)[1]
    return seconds, [int(count.replace(",", "")) for count in workers.split(", ")]


def jcmd(*arguments):
    home = os.environ.get("JAVA_HOME")
    command = os.path.join(home, "bin", "jcmd") if home else "jcmd"
    return subprocess.run([command, *arguments], capture_output=True, text=True, check=True).stdout


def live_heap():
    """Bytes of all objects that are reachable, in the JVM that processes orders."""
    (process,) = [line.split()[0] for line in jcmd("-l").splitlines() if "asyncjava.queue.Main" in line]
    return int(jcmd(process, "GC.class_histogram").splitlines()[-1].split()[-1])


def memory(style):
    """The live heap at about one million orders and at ten, a million before the end."""
    command = [str(ROOT / "learn"), "run", "04", "--style", style, "--orders", "11000000", "--capacity", "1000",
               "--step-time", "0ms", "--fail", "0.01%"]
    heaps = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        for line in program.stdout:
            done = re.search(r" s, [0-9,]+ wait, ([0-9,]+) done", line)
            if done and int(done[1].replace(",", "")) >= [1_000_000, 10_000_000, 1 << 60][len(heaps)]:
                heaps.append(live_heap())
                print(f"{style}: {done[1]} orders done, {heaps[-1] / (1 << 20):.1f} MiB live")
    grown = heaps[1] / heaps[0]
    print(f"{style}: {grown:.2f} times as much")
    return grown <= 1.1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("styles", nargs="*", default=STYLES, metavar="STYLE", help="default: " + " ".join(STYLES))
    parser.add_argument("--orders", type=int, default=1_000_000, help="how many (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="counted runs of each (default: %(default)s)")
    parser.add_argument("--memory", action="store_true", help="what is kept in memory, instead")
    args = parser.parse_args()
    if unknown := set(args.styles) - set(STYLES):
        parser.error(f"got {', '.join(sorted(unknown))}; accepted: {', '.join(STYLES)}")
    if min(args.orders, args.rounds) < 1:
        parser.error("--orders and --rounds must be at least 1")
    if args.memory:
        flat = [memory(style) for style in args.styles]
        return 0 if all(flat) else 1
    runs = dict(commands(args.styles, args.orders))
    alone = {name: [] for name in runs}
    shares = {}

    def after_each(name, printed):
        seconds, shares[name] = told(name, printed)
        alone[name].append(seconds)

    measure([str(ROOT / "learn"), "run", "04", "--quiet", "--orders", "1"])  # builds
    _, peaks = in_turn(runs, args.rounds, after_each)
    slowest = alone["asyncio, shared"]
    print(f"{args.orders:,} orders, medians of {args.rounds} runs (least to most):\n")
    print("| | seconds | orders a second | × asyncio's, shared | by worker, last run | peak memory |")
    print("|---|---|---|---|---|---|")
    for name in runs:
        print(f"| {name} | {spread(alone[name], '{:.2f} s')} | {args.orders / statistics.median(alone[name]):,.0f} "
              f"| {ratio(slowest, alone[name]):.2f} | {', '.join(f'{count:,}' for count in shares[name])} "
              f"| {spread(peaks[name], '{:.0f} MiB')} |")
    return 0 if all(ratio(slowest, alone[style]) >= 1 for style in args.styles) else 1


if __name__ == "__main__":
    sys.exit(main())
