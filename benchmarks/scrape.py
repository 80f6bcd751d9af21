#!/usr/bin/env python3
"""Two thousand pages, twenty at once: project 03's styles beside aiohttp and BeautifulSoup, on the same machine in turn.

Starts the practice site in a process of its own and times whole programs from outside, as their user meets them. After
each it asks the site what it saw: each page once, no more at once than may be, no connection left open. With
--deadlines it asks for pages that never come, instead, and prints by how much each style missed its deadline. Needs
Python 3.11 or later with aiohttp and BeautifulSoup (on Debian: python3-aiohttp, python3-bs4) on Linux or macOS.

    python3 benchmarks/scrape.py
    python3 benchmarks/scrape.py --rounds 3 reactive
    python3 benchmarks/scrape.py --deadlines
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile

from measured import in_turn, ratio, spread
from practice_site import ROOT, Site

LEARN = str(ROOT / "learn")
STYLES = ["threads", "reactive"]
LATENCY = 20
PER_SECOND = "1000000"
BAD = ["mute", "stall", "drip/100000/10", "endless", "redirect-loop", "reset", "delay/3600000"]
DEADLINE = 1000


def seconds_alone(name, printed):
    """What the program itself says that its pages took, without its start and its end."""
    if name == "asyncio":
        return json.loads(printed)["seconds"]
    return float(re.search(r"pages scraped in ([0-9.]+) s", printed)[1])


def commands(styles, urls, concurrency):
    asyncio = [sys.executable, str(ROOT / "benchmarks/asyncio/scrape.py"), "--input", urls]
    yield "asyncio", [*asyncio, "--concurrency", str(concurrency)]
    for style in styles:
        yield style, [LEARN, "run", "03", "--quiet", "--style", style, "--input", urls, "--rate", PER_SECOND,
                      "--concurrency", str(concurrency), "--retries", "0", "--timeout", "1m"]


def pages(site, count):
    """Some of the linked site's pages; not those that take a second."""
    numbers = (number for number in range(2 * count) if number % 100 != 50)
    return [f"{site.url}/pages/{next(numbers)}.html" for _ in range(count)]


def compare(args):
    with Site("--pages", str(2 * args.pages), "--latency", f"{LATENCY}ms") as site, \
            tempfile.NamedTemporaryFile("w", suffix=".txt") as urls:
        urls.write("\n".join(pages(site, args.pages)))
        urls.flush()
        runs = dict(commands(args.styles, urls.name, args.concurrency))
        alone = {name: [] for name in runs}

        def after_each(name, printed):
            site.expect(args.pages, args.concurrency, name)
            alone[name].append(seconds_alone(name, printed))

        for command in runs.values():
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)  # builds, and warms the site up
        site.reset()
        seconds, memory = in_turn(runs, args.rounds, after_each)

    ideal = args.concurrency * 1000 / LATENCY
    print(f"{args.pages:,} pages of {LATENCY} ms, {args.concurrency} at once, medians of {args.rounds} runs (least to most);")
    print(f"the ideal is {ideal:,.0f} pages a second:\n")
    print("| | the pages alone | pages a second | of the ideal | × asyncio's | the whole program | × asyncio's | peak memory |")
    print("|---|---|---|---|---|---|---|---|")
    for name in runs:
        rate = args.pages / statistics.median(alone[name])
        print(
            f"| {name} | {spread(alone[name], '{:.2f} s')} | {rate:,.0f} | {100 * rate / ideal:.0f} % "
            f"| {ratio(alone[name], alone['asyncio']):.2f} | {spread(seconds[name], '{:.2f} s')} "
            f"| {ratio(seconds[name], seconds['asyncio']):.2f} | {spread(memory[name], '{:.0f} MiB')} |"
        )


def deadlines(args):
    print(f"Pages that do not come, each with a deadline of {DEADLINE} ms; medians of {args.rounds} runs (least to most):\n")
    print("| | " + " | ".join(args.styles) + " |")
    print("|---|" + "---|" * len(args.styles))
    taken = {(style, path): [] for style in args.styles for path in BAD}
    outcome = {}
    with Site() as site:
        for _ in range(args.rounds):
            for style in args.styles:
                command = [LEARN, "run", "03", "--style", style, "--format", "jsonl", "--retries", "0", "--rate", "1000",
                           "--concurrency", "20", "--timeout", f"{DEADLINE}ms", *(f"{site.url}/{path}" for path in BAD)]
                ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
                rows = [json.loads(line) for line in ended.stdout.splitlines()]
                if len(rows) != len(BAD):
                    sys.exit(f"{style}: {len(rows)} rows for {len(BAD)} pages")
                for row in rows:
                    path = row["url"].removeprefix(site.url + "/")
                    taken[style, path].append(row["millis"])
                    outcome[path] = row["reason"]
    for path in BAD:
        cells = (spread(taken[style, path], "{:.0f} ms") for style in args.styles)
        print(f"| `/{path}`: {outcome[path]} | " + " | ".join(cells) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("styles", nargs="*", default=STYLES, metavar="STYLE", help="default: " + " ".join(STYLES))
    parser.add_argument("--pages", type=int, default=2_000, help="how many (default: %(default)s)")
    parser.add_argument("--concurrency", type=int, default=20, help="how many at once (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="counted runs of each (default: %(default)s)")
    parser.add_argument("--deadlines", action="store_true", help="pages that never come, instead")
    args = parser.parse_args()
    if unknown := set(args.styles) - set(STYLES):
        parser.error(f"got {', '.join(sorted(unknown))}; accepted: {', '.join(STYLES)}")
    if min(args.pages, args.concurrency, args.rounds) < 1:
        parser.error("--pages, --concurrency and --rounds must be at least 1")
    deadlines(args) if args.deadlines else compare(args)


if __name__ == "__main__":
    main()
