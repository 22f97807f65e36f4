# SPDX-License-Identifier: EUPL-1.2
"""Changes bytes of a small store one by one while no server runs. Whatever is read then is right or refused, and what
is damaged is found, by the start or by a scrub. --control takes the checksums away, and damage must be served.
"""
import argparse
import collections
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

from commands import (
    Acknowledge, Act, Commit, Erase, Evidence, Respond, SaveDraft, SetProfile, Submit, TEXT, Verdict, Withdraw)
from faults_loop import World
from peer import PATIENCE
from scenarios import Ground

# A start looks at the 64 newest cases: those before them are for the scrub to find.
CASES, FEWER_CASES = 200, 80


def fill(ground, count):
    """A row of each kind that a scrub looks at."""
    ground.start()
    pieces = [ground.acknowledged(Evidence(3_000)).identity for _ in range(3)]
    cases = [ground.acknowledged(Submit(evidence_ids=pieces[:1])).identity]
    cases += [ground.acknowledged(Submit()).identity for _ in range(3)]
    for case in cases[:3]:
        ground.acknowledged(Acknowledge(case))
        ground.acknowledged(Respond(case))
    ground.acknowledged(Verdict(cases[0], True))
    ground.acknowledged(Verdict(cases[1], False))
    ground.acknowledged(Act(cases[1], dict(take_over=dict(text=TEXT)), 21))
    ground.acknowledged(Withdraw(cases[3]))
    ground.acknowledged(Erase(cases[3]))
    ground.acknowledged(SaveDraft())
    ground.acknowledged(SetProfile())
    ground.acknowledged(Commit())
    for _ in range(count - len(cases)):
        ground.acknowledged(Submit())
    ground.server.stop()


def without_checksums(path):
    """As an older version's rows are, which cannot be checked. Gives the pages on which inboxes lie."""
    with sqlite3.connect(path) as database:
        for table in ("partner", "mandate", "event", "idempotency_key", "external_reference", "inbox_entry"):
            database.execute(f"UPDATE {table} SET checksum = NULL")
        pages = database.execute("SELECT pageno FROM dbstat WHERE name = 'inbox_entry'").fetchall()
    database.close()
    return [str(page) for page, in pages]


def unnoticed(path, lines):
    """In which tables and indexes bytes lie that changed nothing of what is read or checked."""
    pages = collections.Counter(int(line.split(" page ")[1].split(":")[0]) for line in lines if "harmless" in line)
    with sqlite3.connect(path) as database:
        names = dict(database.execute("SELECT pageno, name FROM dbstat"))
    database.close()
    counts = collections.Counter()
    for page, count in pages.items():
        counts[names.get(page, "free pages")] += count
    yield "harmless in " + ", ".join(f"{name} {count}" for name, count in counts.most_common())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binaries", type=pathlib.Path, help="the directory with recoursd and store-check")
    parser.add_argument("--stride", type=int, help="every so many bytes one is changed")
    parser.add_argument("--quick", action="store_true", help="fewer cases, fewer bytes")
    parser.add_argument("--control", action="store_true")
    options = parser.parse_args()
    PATIENCE[0] = 15
    with tempfile.TemporaryDirectory(prefix="recours-flips.", dir="/dev/shm") as work:
        ground = Ground(World(options.binaries / "recoursd", pathlib.Path(work)), "flips").found()
        fill(ground, FEWER_CASES if options.quick else CASES)
        stride = options.stride or (10_007 if options.quick else 101)
        pages = without_checksums(ground.store / "store.sqlite") if options.control else []
        check = subprocess.run([options.binaries / "store-check", "flips", ground.store, str(stride), *pages],
                               stdout=subprocess.PIPE, text=True)
        lines = check.stdout.strip().splitlines()
        served = [line for line in lines[:-1] if "WRONG" in line]
        print("\n".join([*served[:10], *unnoticed(ground.store / "store.sqlite", lines[:-1]), lines[-1]]))
    if options.control:
        sys.exit("without checksums nothing wrong was served" if not served else 0)
    print(f"{0 if served else 1} passed, {1 if served else 0} failed")
    sys.exit(check.returncode)


if __name__ == "__main__":
    main()
