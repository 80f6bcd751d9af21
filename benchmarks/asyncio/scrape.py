#!/usr/bin/env python3
"""A polite scraper with aiohttp and BeautifulSoup: the yardstick for project 03's Java styles.

Needs Python 3.11 or later, aiohttp and BeautifulSoup (on Debian: python3-aiohttp, python3-bs4). Reads a URL per line and
prints one line of JSON. Like the Java program it takes title, headings and absolute links from each page, gives each
request a deadline that covers the body, and lets go of its permit before it parses.

    python3 scrape.py --input urls.txt --concurrency 20
"""

import argparse
import asyncio
import json
import pathlib
import resource
import sys
import time
from urllib.parse import urljoin

import aiohttp
import bs4


def parsed(body, charset, url):
    page = bs4.BeautifulSoup(body, "html.parser", from_encoding=charset)
    title = page.title.get_text() if page.title else ""
    headings = [heading.get_text(" ", strip=True) for heading in page.find_all(["h1", "h2", "h3"])]
    links = list(dict.fromkeys(urljoin(url, link["href"]) for link in page.find_all("a", href=True)))
    return title, headings, links


async def scrape(session, permits, url):
    try:
        async with permits, session.get(url) as response:
            response.raise_for_status()
            body = await response.read()
        return parsed(body, response.charset, str(response.url))
    except (aiohttp.ClientError, asyncio.TimeoutError) as failure:
        return failure


async def run(urls, concurrency, timeout):
    permits = asyncio.Semaphore(concurrency)
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=concurrency), timeout=aiohttp.ClientTimeout(total=timeout)
    ) as session:
        begun = time.perf_counter()
        results = await asyncio.gather(*(scrape(session, permits, url) for url in urls))
        return results, time.perf_counter() - begun


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--input", type=pathlib.Path, required=True, help="a URL per line")
    parser.add_argument("--concurrency", type=int, default=20, help="how many at once (default: %(default)s)")
    parser.add_argument("--timeout", type=float, default=60, help="seconds for each (default: %(default)s)")
    args = parser.parse_args()
    if args.concurrency < 1 or args.timeout <= 0:
        parser.error("--concurrency must be at least 1, --timeout more than 0")

    urls = args.input.read_text().split()
    results, seconds = asyncio.run(run(urls, args.concurrency, args.timeout))
    scraped = [result for result in results if isinstance(result, tuple)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        json.dumps(
            {
                "python": sys.version.split()[0],
                "aiohttp": aiohttp.__version__,
                "beautifulsoup": bs4.__version__,
                "pages": len(urls),
                "scraped": len(scraped),
                "links": sum(len(links) for _, _, links in scraped),
                "seconds": round(seconds, 3),
                "peak_rss_mib": round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1),
            }
        )
    )
    sys.exit(0 if len(scraped) == len(urls) else 1)


if __name__ == "__main__":
    main()
