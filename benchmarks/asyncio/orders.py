#!/usr/bin/env python3
"""Orders through an asyncio.Queue to some workers whose steps do nothing: the yardstick for project 04's styles.

Needs Python 3.11 or later and nothing else. Prints one line of JSON, with how many orders each worker did: where no
step has to wait, one of them does nearly all, unless --shared lets others have their turn after each order.

    python3 orders.py --orders 1000000
    python3 orders.py --orders 1000000 --shared
"""

import argparse
import asyncio
import json
import random
import sys
import time

CUSTOMERS = [f"customer-{i}" for i in range(25)]
PRODUCTS = ["kettle", "teapot", "cup", "tray", "tea", "sugar", "spoon", "biscuits"]
STEPS = ["validate", "charge", "ship"]


async def step(name, order):
    """Nothing to do, and nothing to wait for."""


async def work(number, queue, done, shared):
    while True:
        order = await queue.get()
        for name in STEPS:
            await step(name, order)
        done[number] += 1
        queue.task_done()
        if shared:
            await asyncio.sleep(0)


async def produce(count, seed, queue):
    chance = random.Random(seed)
    for number in range(1, count + 1):
        await queue.put((f"order-{number}", chance.choice(CUSTOMERS), chance.choice(PRODUCTS), chance.randint(1, 4)))


async def run(args):
    queue = asyncio.Queue(maxsize=args.capacity)
    done = [0] * args.workers
    begun = time.perf_counter()
    workers = [asyncio.create_task(work(number, queue, done, args.shared)) for number in range(args.workers)]
    await produce(args.orders, args.seed, queue)
    await queue.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    return time.perf_counter() - begun, done


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--orders", type=int, default=1_000_000, help="how many (default: %(default)s)")
    parser.add_argument("--workers", type=int, default=4, help="default: %(default)s")
    parser.add_argument("--capacity", type=int, default=1_000, help="how many may wait (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shared", action="store_true", help="let the other workers have their turn after each order")
    args = parser.parse_args()
    if min(args.orders, args.workers, args.capacity) < 1:
        parser.error("--orders, --workers and --capacity must be at least 1")
    seconds, done = asyncio.run(run(args))
    if sum(done) != args.orders:
        sys.exit(f"{sum(done)} of {args.orders} orders were done")
    print(json.dumps({"orders": args.orders, "seconds": round(seconds, 3), "per_worker": done}))


if __name__ == "__main__":
    main()
