"""What the comparisons of whole programs share: a program timed from outside, and its figures in words."""

import os
import statistics
import subprocess
import sys
import time


def measure(command):
    """Seconds, the peak MiB of the largest process among the command's own and those it waited for, what it printed."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"this ended with status {process.returncode}: {' '.join(command)}")
    return time.monotonic() - begun, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024), printed


def in_turn(commands, rounds, after_each=lambda name, printed: None):
    """Runs them in turn, so that a machine that slows down slows all of them; seconds and MiB of each by its name."""
    seconds = {name: [] for name in commands}
    memory = {name: [] for name in commands}
    for round in range(1, rounds + 1):
        for name, command in commands.items():
            taken, mib, printed = measure(command)
            seconds[name].append(taken)
            memory[name].append(mib)
            print(f"round {round}: {name} {taken:.2f} s, {mib:.0f} MiB", file=sys.stderr)
            after_each(name, printed)
    return seconds, memory


def spread(values, form):
    """The median, with the least and the most."""
    return f"{form.format(statistics.median(values))} ({form.format(min(values))} to {form.format(max(values))})"


def ratio(values, others):
    """The median of the quotients within each round, which share what else the machine did."""
    return statistics.median(a / b for a, b in zip(values, others))
