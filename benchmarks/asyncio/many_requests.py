#!/usr/bin/env python3
"""Many requests with aiohttp, so many at once: the yardstick for project 02's Java styles.

Needs Python 3.11 or later and aiohttp (on Debian: python3-aiohttp). Reads a URL per line and prints one line of JSON.
Like the Java program it gives each request its time from the moment its turn has come, and covers the body.

    python3 many_requests.py --input urls.txt --limit 100
"""

import argparse
import asyncio
import json
import pathlib
import resource
import sys
import time

import aiohttp


async def fetch(session, turns, url):
    async with turns:
        try:
            async with session.get(url) as response:
                size = 0
                async for piece in response.content.iter_any():
                    size += len(piece)
                return response.status, size
        except (aiohttp.ClientError, asyncio.TimeoutError) as failure:
            return failure


async def run(urls, limit, timeout):
    turns = asyncio.Semaphore(limit)
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=limit), timeout=aiohttp.ClientTimeout(total=timeout)
    ) as session:
        begun = time.perf_counter()
        results = await asyncio.gather(*(fetch(session, turns, url) for url in urls))
        return results, time.perf_counter() - begun


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--input", type=pathlib.Path, required=True, help="a URL per line")
    parser.add_argument("--limit", type=int, default=100, help="how many at once (default: %(default)s)")
    parser.add_argument("--timeout", type=float, default=5, help="seconds for each (default: %(default)s)")
    args = parser.parse_args()
    if args.limit < 1 or args.timeout <= 0:
        parser.error("--limit must be at least 1, --timeout more than 0")

    urls = args.input.read_text().split()
    results, seconds = asyncio.run(run(urls, args.limit, args.timeout))
    ok = sum(1 for result in results if isinstance(result, tuple) and 200 <= result[0] < 300)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        json.dumps(
            {
                "python": sys.version.split()[0],
                "aiohttp": aiohttp.__version__,
                "requests": len(urls),
                "ok": ok,
                "limit": args.limit,
                "seconds": round(seconds, 3),
                "peak_rss_mib": round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1),
            }
        )
    )
    sys.exit(0 if ok == len(urls) else 1)


if __name__ == "__main__":
    main()
