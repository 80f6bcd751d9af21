"""The practice site in a process of its own, for the comparisons of whole programs."""

import json
import pathlib
import signal
import subprocess
import sys
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent


class Site:
    """The practice site, for as long as the block lasts."""

    def __init__(self, *options):
        self.options = options

    def __enter__(self):
        self.process = subprocess.Popen(
            [str(ROOT / "learn"), "site", "--port", "0", *self.options],
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.url = self.process.stdout.readline().split()[-1]
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()

    def reset(self):
        """Begins its account anew."""
        with urllib.request.urlopen(f"{self.url}/stats/reset", data=b"") as answer:
            answer.read()

    def expect(self, requests, limit, name):
        """Ends the benchmark when the site did not see what the program says; then begins its account anew."""
        with urllib.request.urlopen(f"{self.url}/stats") as answer:
            stats = json.load(answer)
        # The one that is open is ours, for the account.
        if stats["requests"] != requests or stats["peakInFlight"] > limit or stats["openConnections"] != 1:
            sys.exit(f"{name}: the site saw {stats['requests']} requests, {stats['peakInFlight']} at once, "
                     f"and {stats['openConnections'] - 1} connections left open")
        self.reset()
