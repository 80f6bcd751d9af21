#!/usr/bin/env python3
"""A million sleeping tasks: project 01's styles beside asyncio, on the same machine and in turn.

Times whole processes from outside, as their user meets them: the Java program through ./learn, the asyncio script
through the system's Python. Runs them in turn, so that a machine that slows down slows all of them, and prints medians
(with the least and the most) as a Markdown table. Needs Python 3.11 or later on Linux or macOS, and nothing else.

    python3 benchmarks/million_tasks.py
    python3 benchmarks/million_tasks.py --rounds 3 --tasks 100000 virtual reactor
"""

import argparse
import pathlib
import subprocess
import sys

from measured import in_turn, ratio, spread

ROOT = pathlib.Path(__file__).resolve().parent.parent
STYLES = ["virtual", "future", "structured", "reactor"]


def commands(styles, tasks, delay_ms):
    asyncio = [sys.executable, str(ROOT / "benchmarks/asyncio/million_tasks.py"), "--record"]
    asyncio += ["--tasks", str(tasks), "--delay", str(delay_ms / 1000)]
    yield "asyncio", asyncio
    yield "asyncio, gc off", asyncio + ["--no-gc"]
    for style in styles:
        yield style, [str(ROOT / "learn"), "run", "01", "--quiet", "--tasks", str(tasks), "--delay", f"{delay_ms}ms", "--style", style]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("styles", nargs="*", default=STYLES, metavar="STYLE", help="default: " + " ".join(STYLES))
    parser.add_argument("--tasks", type=int, default=1_000_000, help="how many (default: %(default)s)")
    parser.add_argument("--delay", type=int, default=100, help="milliseconds each sleeps (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="counted runs of each (default: %(default)s)")
    args = parser.parse_args()
    if unknown := set(args.styles) - set(STYLES):
        parser.error(f"got {', '.join(sorted(unknown))}; accepted: {', '.join(STYLES)}")
    if min(args.tasks, args.rounds) < 1 or args.delay < 0:
        parser.error("--tasks and --rounds must be at least 1, --delay at least 0")

    runs = dict(commands(args.styles, args.tasks, args.delay))
    subprocess.run([str(ROOT / "learn"), "run", "01", "--tasks", "1", "--quiet"], stdout=subprocess.DEVNULL, check=True)
    seconds, memory = in_turn(runs, args.rounds)

    print(f"{args.tasks:,} tasks that sleep {args.delay} ms, medians of {args.rounds} runs (least to most):\n")
    print("| | time | times as fast | peak memory | of asyncio's |")
    print("|---|---|---|---|---|")
    for name in runs:
        faster = ratio(seconds["asyncio"], seconds[name])
        share = ratio(memory[name], memory["asyncio"])
        print(
            f"| {name} | {spread(seconds[name], '{:.1f} s')} | {faster:.1f} "
            f"| {spread(memory[name], '{:.0f} MiB')} | {share:.0%} |"
        )


if __name__ == "__main__":
    main()
