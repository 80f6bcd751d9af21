#!/usr/bin/env python3
"""A million asyncio tasks that each sleep, all at once: the yardstick for project 01's Java styles.

Needs Python 3.11 or later and nothing else. Prints one line of JSON.

    python3 million_tasks.py --tasks 1000000 --delay 0.1
"""

import argparse
import asyncio
import gc
import json
import resource
import sys
import time


class Timeline:
    """Counts what is under way and when; the event loop has one thread, so plain integers will do."""

    def __init__(self):
        self.in_flight = 0
        self.peak = 0
        self.ok = 0
        self.failed = 0
        self.first_start = None
        self.last_end = None

    async def record(self, work):
        now = time.monotonic_ns()
        if self.first_start is None:
            self.first_start = now
        self.in_flight += 1
        if self.in_flight > self.peak:
            self.peak = self.in_flight
        try:
            result = await work
            self.ok += 1
            return result
        except BaseException:
            self.failed += 1
            raise
        finally:
            self.in_flight -= 1
            self.last_end = time.monotonic_ns()

    def report(self):
        return {
            "peak_in_flight": self.peak,
            "ok": self.ok,
            "failed": self.failed,
            "makespan_s": round((self.last_end - self.first_start) / 1e9, 3) if self.last_end else 0.0,
        }


async def call(name, delay):
    await asyncio.sleep(delay)
    return name


async def gather(works):
    return await asyncio.gather(*works, return_exceptions=True)


async def task_group(works):
    async def outcome(work):  # a TaskGroup cancels all the others when one fails: keep failures as values
        try:
            return await work
        except Exception as failure:
            return failure

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(outcome(work)) for work in works]
    return [task.result() for task in tasks]


STYLES = {"gather": gather, "task-group": task_group}


async def run(style, count, delay, timeline):
    names = [f"task-{i}" for i in range(count)]
    begun = time.perf_counter()
    if timeline is None:
        works = (call(name, delay) for name in names)
    else:
        works = (timeline.record(call(name, delay)) for name in names)
    results = await STYLES[style](works)
    seconds = time.perf_counter() - begun
    if results != names:
        sys.exit("the results are not the names, in order")
    return seconds


def peak_rss_mib():
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tasks", type=int, default=1_000_000, help="how many (default: %(default)s)")
    parser.add_argument("--delay", type=float, default=0.1, help="seconds each sleeps (default: %(default)s)")
    parser.add_argument("--style", choices=STYLES, default="gather", help="default: %(default)s")
    parser.add_argument("--record", action="store_true", help="count tasks in flight and time them, as the Java program does")
    parser.add_argument("--no-gc", action="store_true", help="switch the cyclic garbage collector off, which speeds a crowd of tasks up")
    args = parser.parse_args()
    if args.tasks < 0 or args.delay < 0:
        parser.error("--tasks and --delay must not be negative")

    if args.no_gc:
        gc.disable()
    timeline = Timeline() if args.record else None
    seconds = asyncio.run(run(args.style, args.tasks, args.delay, timeline))
    usage = resource.getrusage(resource.RUSAGE_SELF)
    report = {
        "python": sys.version.split()[0],
        "style": args.style,
        "recorded": args.record,
        "gc": not args.no_gc,
        "tasks": args.tasks,
        "delay_s": args.delay,
        "seconds": round(seconds, 3),
        "cpu_s": round(usage.ru_utime + usage.ru_stime, 3),
        "peak_rss_mib": round(peak_rss_mib(), 1),
    }
    print(json.dumps(report | (timeline.report() if timeline else {})))


if __name__ == "__main__":
    main()
