# SPDX-License-Identifier: EUPL-1.2
"""Runs every row of the threat table against real servers; CONTROL=1 shows that each can fail.

Usage: hostile.py DIRECTORY_OF_THE_PROGRAMS [WORD…]: only rows whose title holds one of the words.
QUICK=1 shortens rows, and leaves those that take long to the full form.
"""
import concurrent.futures
import importlib
import os
import sys
import tempfile
import time
import traceback

from rows import LEFT_OUT, ROWS, Failed, expect
from world import World

# Each brings its rows, in this order.
THEMES = ("tls", "identity", "revocation", "rotation", "connections", "framing", "flow", "content", "display",
          "business", "tenancy", "storage", "process", "timeouts")

TABLE = range(1, 83)
TRACE = os.environ.get("TRACE") == "1"


class Run:
    def __init__(self, world):
        self.world, self.passed, self.failed = world, 0, 0

    def told(self, row, failure, saw, is_broken, seconds):
        """A control has to fail by a promise that does not hold, not by a fault of the test."""
        saw = "; ".join(filter(None, (saw, f"{seconds:.1f} s" if seconds >= 5 or TRACE else None)))
        is_control = self.world.is_control
        is_right = not is_broken and (failure is None) is not is_control
        self.passed, self.failed = self.passed + is_right, self.failed + (not is_right)
        number = ",".join(map(str, row.numbers))
        if is_control and is_right:
            line = f"caught  {number:>5}  {row.title} — {row.control}: {failure}"
        elif is_right:
            line = f"passed  {number:>5}  {row.title} — {row.expected}{f' ({saw})' if saw else ''}"
        elif is_control and not is_broken:
            line = f"MISSED  {number:>5}  {row.title} — {row.control}, and the row passed"
        else:
            line = f"FAILED  {number:>5}  {row.title} — {row.expected}: {failure}"
        print(line, flush=True)

    def attack(self, row):
        """What was wrong, what was seen, and whether the test itself broke."""
        try:
            return None, row.attack(self.world), False
        except Failed as error:
            return str(error), None, False
        except (Exception, SystemExit) as error:  # Of one row, which must not keep the others from running.
            if TRACE:
                traceback.print_exc()
            return f"{type(error).__name__}: {' '.join(str(error).split())}", None, True

    def one(self, row):
        self.world.row = row
        files, memory = self.world.settled(), self.world.main.memory()
        self.world.witness.report()
        begun = time.monotonic()
        failure, saw, is_broken = self.attack(row)
        if failure is None:
            failure = self.aftermath(files, memory, row.leaves)
        self.told(row, failure, saw, is_broken, time.monotonic() - begun)

    def together(self, rows):
        """Rows that wait for a limit of time wait for it side by side."""
        files, memory = self.world.settled(), self.world.main.memory()
        self.world.witness.report()
        begun = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(len(rows)) as pool:
            outcomes = list(pool.map(self.attack, rows))
        after = self.aftermath(files, memory, sum(row.leaves for row in rows))
        for row, (failure, saw, is_broken) in zip(rows, outcomes):
            self.told(row, failure or after, saw, is_broken, time.monotonic() - begun)

    def aftermath(self, files, memory, leaves):
        try:
            self.world.witness.check()
            self.world.check_left(files, memory, leaves)
        except Failed as error:
            return str(error)
        return None


def main(binaries, words):
    begun, is_control = time.monotonic(), os.environ.get("CONTROL") == "1"
    for theme in THEMES:
        importlib.import_module(theme)
    chosen = [row for row in ROWS if not words or any(word in row.title for word in words)]
    later = [row for row in chosen if row.long and os.environ.get("QUICK") == "1"]
    chosen = [row for row in chosen if row not in later]
    with tempfile.TemporaryDirectory(prefix="recours-hostile.") as work:
        world = World(binaries, work, is_control)
        run, files, memory = Run(world), world.settled(), world.main.memory()
        try:
            for row in chosen:
                if is_control and row.control is None:
                    print(f"no control  {row.title}", flush=True)
                elif not row.waits or world.is_quick:
                    run.one(row)
            waiting = [row for row in chosen if row.waits and not world.is_quick]
            if waiting:
                run.together(waiting)
            print(f"\nThe main server: {memory >> 20} MiB and {files} descriptors at first, "
                  f"{world.main.memory() >> 20} MiB and {world.settled()} at last")
        finally:
            world.end()
    for row in later:
        print(f"left to the full form: {row.title}")
    if not words:
        for number, why in sorted(LEFT_OUT.items()):
            print(f"not executable: {number:>3}  {why}")
        known = {number for row in ROWS for number in row.numbers} | set(LEFT_OUT)
        missing = [number for number in TABLE if number not in known]
        expect(not missing, f"rows of the table that nobody looks at: {missing}")
    print(f"\n{time.monotonic() - begun:.0f} s\n{run.passed} passed, {run.failed} failed")
    sys.exit(1 if run.failed else 0)


main(sys.argv[1], sys.argv[2:])
