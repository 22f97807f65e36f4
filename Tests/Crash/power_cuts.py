# SPDX-License-Identifier: EUPL-1.2
"""Cuts the power after each change of the disk that a scenario makes, and holds what is left to the acknowledgements.

A server does the scenario's work while faults.c notes all that it writes, names and synchronises. Then, for each
beginning of that journal, images are made of what the disk may hold (disk.py): all that was not synchronised is lost,
kept, torn sector by sector, or mixed write by write. `store-check` opens each as a server's start does, scrubs it, and
looks for all that was acknowledged when the journal was that long.

Controls, by which something must be found: --control lies (fsync and fdatasync do nothing), early (an acknowledgement
is believed before the commit).
"""
import argparse
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

from commands import AddPartner, Bulk, Erase, Evidence, OnCase, Submit
from disk import WAYS, Disk, entries
from faults import Faults
from faults_loop import World
from peer import PATIENCE
from recours_wire import message
from rows import Failed, expect
from scenarios import SCENARIOS, Ground

# Not of the store: what these change lies elsewhere, or is not theirs to acknowledge.
LEFT_OUT = ("recoursd init, then a first start", "reload keys, then submit", "submit, with a log on the same disk",
            "pull", "retention")


class Checker:
    """One `store-check` that looks at image after image."""

    def __init__(self, program):
        self.process = subprocess.Popen([program, "images"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def verdict(self, directory, expected):
        self.process.stdin.write("\n".join([str(directory), *expected]) + "\n\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def promised(command):
    """What must be in the store once a command was acknowledged."""
    if isinstance(command, Submit):
        return [f"case {command.reference} {command.identity.hex()} 1"]
    if isinstance(command, Bulk):
        return [line for case in command.cases for line in promised(case)]
    if isinstance(command, Evidence):
        return [f"file {command.request.sha256.hex()}"]
    if isinstance(command, AddPartner):
        return [f"partner platform {command.slug}"]
    if isinstance(command, Erase):
        return [f"erased {command.case.hex()}"]
    if isinstance(command, OnCase) and "id" in command.case:
        return [f"version {command.case['id'].hex()} {command.version}"]
    return []


class Cut:
    """One scenario, recorded once and cut everywhere."""

    def __init__(self, world, kind, options):
        self.scenario, self.options, self.world = kind(), options, world
        self.ground = Ground(world, kind.__name__.lower()).found()
        self.faults = Faults(world, under=self.ground.store, sync_lies=int(options.control == "lies"))
        self.before = world.work / f"{kind.__name__.lower()}-before"
        # What is promised, and how long the journal was when it was acknowledged.
        self.promises = []

    def journal_length(self):
        return self.faults.journal.stat().st_size if self.faults.journal.exists() else 0

    def record(self):
        scenario, ground = self.scenario, self.ground
        scenario.ready(ground)
        shutil.copytree(ground.store, self.before)
        ground.start(preload=self.faults.recording())
        for command in scenario.commands(ground, scenario.prepare(ground)):
            length = self.journal_length()
            if command.outcome is None:
                expect(command.send(ground) == "acknowledged", f"{command.method} was not acknowledged")
                self.note_version(command)
            self.promises.append((length if self.options.control == "early" else self.journal_length(),
                                  promised(command)))
        # The drain too, and the log's last checkpoint, are cut.
        ground.server.stop()

    def note_version(self, command):
        if isinstance(command, OnCase) and "id" in command.case:
            request = message("v1.GetCaseRequest")(**command.case)
            found = command.connect(self.ground, "filer").take("CaseService/GetCase", request, "GetCaseResponse")
            command.version = found.case_file.version

    def cut(self, checker, chance):
        disk, images = Disk(self.ground.store, self.before), 0
        target = self.world.images / "image"
        changes = list(entries(self.faults.journal))
        stride = max(1, len(changes) // self.options.most)
        for number, (what, path, offset, data, end) in enumerate(changes):
            disk.apply(what, path, offset, data)
            if number % stride:
                continue
            expected = [line for length, lines in self.promises if length <= end for line in lines]
            for way in WAYS:
                if way == "mixed" and disk.unsettled < 2 or way in ("torn", "kept") and disk.unsettled == 0:
                    continue
                disk.image(target, way, chance)
                verdict = checker.verdict(target, expected)
                images += 1
                if verdict != "ok":
                    raise Failed(f"after change {number + 1} of {len(changes)} ({what} {pathlib.Path(path).name}), "
                                 f"the rest {way}: {verdict}")
        return images, len(changes)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binaries", type=pathlib.Path, help="the directory with recoursd and store-check")
    parser.add_argument("words", nargs="*", help="only scenarios whose name holds one of them")
    parser.add_argument("--quick", action="store_true", help="a few scenarios, cut in a few places")
    parser.add_argument("--most", type=int, default=1_000_000, help="cuts of one scenario at most")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 2**32)
    parser.add_argument("--control", choices=("lies", "early"))
    options = parser.parse_intermixed_args()
    chosen = [kind for kind in SCENARIOS if kind().name() not in LEFT_OUT and
              (not options.words or any(word in kind().name() for word in options.words))]
    if options.quick and not options.words:
        chosen, options.most = [kind for kind in chosen if kind().name() in ("submit", "upload evidence")], 12
    PATIENCE[0] = 15
    print(f"power_cuts.py: seed {options.seed}", flush=True)
    passed = failed = images = 0
    chance, begun = random.Random(options.seed), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="recours-cuts.") as work, \
            tempfile.TemporaryDirectory(prefix="recours-images.", dir="/dev/shm") as shared:
        world = World(options.binaries / "recoursd", pathlib.Path(work))
        world.images = pathlib.Path(shared)
        for kind in chosen:
            since, checker, text = time.monotonic(), Checker(options.binaries / "store-check"), ""
            try:
                one = Cut(world, kind, options)
                one.record()
                made, changes = one.cut(checker, chance)
                images, passed, text = images + made, passed + 1, f"{made:6} images of {changes} changes"
                verdict = "passed"
            except Failed as error:
                failed, verdict = failed + 1, f"FAILED: {error}"
            checker.end()
            print(f"{kind().name():45} {text} ({time.monotonic() - since:.0f} s) {verdict}", flush=True)
    print(f"\n{images} images in {time.monotonic() - begun:.0f} s\n{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
