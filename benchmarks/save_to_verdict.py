#!/usr/bin/env python3
"""From save to verdict: ./learn watch beside ./mvnw test, over the same edits of one exercise.

Edits an exercise as a learner does, through its well-known wrong answers to its solution, waits a little before each
save, and times from outside: from the write of the file to the line with the verdict, and a whole run of Maven for the
same exercise's tests. Every other edit is of the kind that passes. Puts the file, and
the learner's progress, back at the end. Needs Python 3.11 or
later and nothing else.

    python3 benchmarks/save_to_verdict.py
    python3 benchmarks/save_to_verdict.py 2.1 --edits 20 --maven 3
"""

import argparse
import itertools
import json
import pathlib
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
LEARN = str(ROOT / "learn")


def answers(stub):
    """The solution's text and those of the wrong answers, in turn: right, wrong, right, another wrong one."""
    source = next(folder for folder in stub.parents if folder.name == "src")
    inside = stub.relative_to(source / "exercise")
    right = (source / "solution" / inside).read_text()
    wrong = sorted((source / "wrong" / stub.parent.name).glob(f"*/{inside}"))
    for text in itertools.cycle(file.read_text() for file in wrong):
        yield True, right
        yield False, text


class Watch:
    def __init__(self, exercise):
        self.process = subprocess.Popen(
            [LEARN, "watch", exercise, "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def verdict(self):
        """Waits for the next one: whether it is a pass, and when its line came."""
        for line in self.process.stdout:
            now = time.monotonic()
            said = json.loads(line)
            if said["kind"] == "check":
                verdict = said, now
            if said["kind"] == "watch" and said["event"] == "JUDGED":
                return verdict
        sys.exit("./learn watch has ended")

    def quit(self):
        self.process.communicate("q")


def watched(exercise, file, edits, pause):
    """Milliseconds from save to verdict: of the edits that pass, and of those that fail."""
    watch = Watch(exercise)
    taken = {True: [], False: []}
    watch.verdict()
    for number, (right, text) in enumerate(itertools.islice(answers(file), edits), 1):
        time.sleep(pause)
        begun = time.monotonic()
        file.write_text(f"{text}\n// edit {number}\n")
        said, now = watch.verdict()
        if (said["state"] == "SOLVED") != right:
            sys.exit(f"edit {number} should {'pass' if right else 'fail'}, and is {said['state']}")
        taken[right].append((now - begun) * 1000)
        print(f"edit {number}: {said['state']} {taken[right][-1]:.0f} ms", file=sys.stderr)
    watch.quit()
    return taken


def by_maven(file, times):
    """Milliseconds of whole runs, with the solution in place."""
    project = file.relative_to(ROOT).parts[0]
    command = ["./mvnw", "-B", "-q", "-o", "test", "-pl", f"common,testkit,practice-site,{project}"]
    command += ["-Dexercise.excluded=", f"-Dtest={file.stem}Test", "-Dsurefire.failIfNoSpecifiedTests=false"]
    right = next(answers(file))[1]
    taken = []
    for number in range(times + 1):
        file.write_text(f"{right}\n// Maven {number}\n")
        begun = time.monotonic()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        taken.append((time.monotonic() - begun) * 1000)
        print(f"Maven {number}: {taken[-1]:.0f} ms", file=sys.stderr)
    return taken[1:]  # the first compiles what others need


def row(name, values):
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return f"| {name} | {len(values)} | {statistics.median(values):.0f} ms | {p95:.0f} ms | {ordered[0]:.0f} to {ordered[-1]:.0f} ms |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("exercise", nargs="?", default="1.1", help="default: %(default)s")
    parser.add_argument("--edits", type=int, default=50, help="how many saves are judged (default: %(default)s)")
    parser.add_argument("--maven", type=int, default=5, help="how many runs of Maven (default: %(default)s)")
    parser.add_argument("--pause", type=float, default=3, help="seconds before each save (default: %(default)s)")
    args = parser.parse_args()
    if args.edits < 2 or args.maven < 1 or args.pause < 0:
        parser.error("--edits must be at least 2, --maven at least 1, --pause at least 0")

    said = subprocess.run([LEARN, "start", args.exercise, "--json"], stdout=subprocess.PIPE, text=True)
    if said.returncode != 0:
        sys.exit(said.returncode)
    file = ROOT / json.loads(said.stdout)["file"]
    progress = ROOT / ".learn/progress.json"
    before = {one: one.read_text() if one.exists() else None for one in (file, progress)}
    try:
        taken = watched(args.exercise, file, args.edits, args.pause)
        maven = by_maven(file, args.maven)
    finally:
        for one, text in before.items():
            one.unlink(missing_ok=True) if text is None else one.write_text(text)

    print(f"Exercise {args.exercise}, from save to verdict:\n")
    print("| | runs | median | p95 | least to most |")
    print("|---|---|---|---|---|")
    print(row("./learn watch, all edits", taken[True] + taken[False]))
    print(row("of them, those that pass", taken[True]))
    print(row("of them, those that fail", taken[False]))
    print(row("./mvnw -q test", maven))


if __name__ == "__main__":
    main()
