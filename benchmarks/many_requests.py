#!/usr/bin/env python3
"""Ten thousand requests, a hundred at once: project 02's styles beside aiohttp, on the same machine and in turn.

Starts the practice site in a process of its own and times whole programs from outside, as their user meets them. After
each it asks the site what it saw: all requests, no more at once than the limit, no connection left open. Needs
Python 3.11 or later with aiohttp (on Debian: python3-aiohttp) on Linux or macOS.

    python3 benchmarks/many_requests.py
    python3 benchmarks/many_requests.py --rounds 3 --requests 2000 virtual reactor
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile

from measured import in_turn, ratio, spread
from practice_site import ROOT, Site

STYLES = ["virtual", "future", "reactor"]


def seconds_alone(name, printed):
    """What the program itself says that its requests took, without its start and its end."""
    if name == "aiohttp":
        return json.loads(printed)["seconds"]
    time = re.search(rf"^{name} +([0-9.]+) (ms|s) ", printed, re.MULTILINE)
    return float(time[1]) / (1000 if time[2] == "ms" else 1)


def commands(styles, urls, limit):
    yield "aiohttp", [sys.executable, str(ROOT / "benchmarks/asyncio/many_requests.py"), "--input", urls, "--limit", str(limit)]
    for style in styles:
        yield style, [str(ROOT / "learn"), "run", "02", "--quiet", "--style", style, "--input", urls, "--limit", str(limit)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("styles", nargs="*", default=STYLES, metavar="STYLE", help="default: " + " ".join(STYLES))
    parser.add_argument("--requests", type=int, default=10_000, help="how many (default: %(default)s)")
    parser.add_argument("--limit", type=int, default=100, help="how many at once (default: %(default)s)")
    parser.add_argument("--delay", type=int, default=50, help="milliseconds each takes (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="counted runs of each (default: %(default)s)")
    args = parser.parse_args()
    if unknown := set(args.styles) - set(STYLES):
        parser.error(f"got {', '.join(sorted(unknown))}; accepted: {', '.join(STYLES)}")
    if min(args.requests, args.limit, args.rounds, args.delay) < 1:
        parser.error("--requests, --limit, --rounds and --delay must be at least 1")

    with Site() as site, tempfile.NamedTemporaryFile("w", suffix=".txt") as urls:
        urls.write(f"{site.url}/delay/{args.delay}\n" * args.requests)
        urls.flush()
        runs = dict(commands(args.styles, urls.name, args.limit))
        subprocess.run([str(ROOT / "learn"), "run", "02", "--quiet", site.url], stdout=subprocess.DEVNULL, check=True)
        site.reset()
        alone = {name: [] for name in runs}

        def after_each(name, printed):
            site.expect(args.requests, args.limit, name)
            alone[name].append(seconds_alone(name, printed))

        seconds, memory = in_turn(runs, args.rounds, after_each)

    ideal = args.requests * args.delay / 1000 / args.limit
    print(f"{args.requests:,} requests of {args.delay} ms, {args.limit} at once, medians of {args.rounds} runs (least to most);")
    print(f"the ideal is {ideal:.1f} s:\n")
    print("| | the requests alone | × aiohttp's | the whole program | × aiohttp's | peak memory |")
    print("|---|---|---|---|---|---|")
    for name in runs:
        print(
            f"| {name} | {spread(alone[name], '{:.2f} s')} | {ratio(alone[name], alone['aiohttp']):.2f} "
            f"| {spread(seconds[name], '{:.2f} s')} | {ratio(seconds[name], seconds['aiohttp']):.2f} "
            f"| {spread(memory[name], '{:.0f} MiB')} |"
        )


if __name__ == "__main__":
    main()
