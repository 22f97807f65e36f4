# SPDX-License-Identifier: EUPL-1.2
"""What `faults.c` does to a server, switched on and off while it runs; and what a power cut leaves of a store."""
import os
import pathlib
import random
import struct
import subprocess

from disk import Disk, entries

HERE = pathlib.Path(__file__).resolve().parent
FIELDS = ("sync_fails", "sync_lies", "sync_takes_ms", "disk_is_full", "clock_ahead_ms", "uptime_ahead_ms", "kind", "at",
          "for_ever", "manner", "error", "seen", "done", "only")
LAYOUT = "<4i2q7i60s"
KINDS = ("none", "sync", "write", "open", "truncate", "unlink", "rename", "memory")
MANNERS = ("fail", "cut_short", "die_before", "die_after", "swallow")


class Faults:
    """A preloaded library, and the file by which it is told what to do."""

    def __init__(self, world, under=None, **first):
        library = world.work / "faults.so"
        if not library.exists():
            # The Swift toolchain brings clang; a `cc` is not everywhere.
            subprocess.run([os.environ.get("CC", "clang"), "-shared", "-fPIC", "-O1", "-o", library, HERE / "faults.c"],
                           check=True)
        world.places += 1
        self.file, self.journal = (world.work / f"faults-{world.places}.{end}" for end in ("state", "journal"))
        self.state = {**dict.fromkeys(FIELDS, 0), "only": b""}
        self.file.write_bytes(bytes(struct.calcsize(LAYOUT)))
        self.preload = {"LD_PRELOAD": str(library), "RECOURS_FAULTS": str(self.file)}
        if under:
            self.preload["RECOURS_FAULTS_UNDER"] = str(under)
        self.set(**first)

    def set(self, **changes):
        self.state |= changes
        with self.file.open("r+b") as file:
            file.write(struct.pack(LAYOUT, *(self.state[name] for name in FIELDS)))

    def choose(self, kind, at, manner="fail", error=0, for_ever=False, only=""):
        """From now on the `at`-th call of a kind fails; 0: none does, and calls are counted."""
        self.set(kind=0)
        self.set(kind=KINDS.index(kind), at=at, manner=MANNERS.index(manner), error=error, for_ever=int(for_ever),
                 seen=0, done=0, only=only.encode())

    def counted(self):
        """Calls of the chosen kind, and how many of them failed."""
        found = dict(zip(FIELDS, struct.unpack(LAYOUT, self.file.read_bytes())))
        return found["seen"], found["done"]

    def recording(self):
        return {**self.preload, "RECOURS_JOURNAL": str(self.journal)}


def after_power_cut(faults, before, store, way, seed=0):
    """Puts into `store` what the disk may hold: `before`, all that was synchronised, and of the rest a part.

    `way` says what becomes of the rest (see disk.py). Gives how many changes were at stake.
    """
    disk = Disk(store, before)
    for what, path, offset, data, _ in entries(faults.journal):
        disk.apply(what, path, offset, data)
    disk.image(store, way, random.Random(seed))
    return disk.unsettled
