# SPDX-License-Identifier: EUPL-1.2
"""What `faults.c` does to a server, switched on and off while it runs; and what a power cut leaves of a store."""
import collections
import os
import pathlib
import random
import shutil
import struct
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
FIELDS = ("sync_fails", "sync_lies", "sync_takes_ms", "disk_is_full", "clock_ahead_ms", "uptime_ahead_ms")
LAYOUT = "<4i2q"


class Faults:
    """A preloaded library, and the file by which it is told what to do."""

    def __init__(self, world, **first):
        library = world.work / "faults.so"
        if not library.exists():
            # The Swift toolchain brings clang; a `cc` is not everywhere.
            subprocess.run([os.environ.get("CC", "clang"), "-shared", "-fPIC", "-O1", "-o", library, HERE / "faults.c"],
                           check=True)
        world.places += 1
        self.file, self.journal = (world.work / f"faults-{world.places}.{end}" for end in ("state", "journal"))
        self.state = dict.fromkeys(FIELDS, 0)
        self.file.write_bytes(bytes(struct.calcsize(LAYOUT)))
        self.preload = {"LD_PRELOAD": str(library), "RECOURS_FAULTS": str(self.file)}
        self.set(**first)

    def set(self, **changes):
        self.state |= changes
        with self.file.open("r+b") as file:
            file.write(struct.pack(LAYOUT, *(self.state[name] for name in FIELDS)))

    def recording(self):
        return {**self.preload, "RECOURS_JOURNAL": str(self.journal)}

    def writes(self):
        """What was written and synchronised, in order: (letter, file's name, offset, data)."""
        data, place = self.journal.read_bytes(), 0
        while place < len(data):
            offset, path, length, what = struct.unpack_from("<QIIc7x", data, place)
            place += 24
            name = data[place:place + path].decode().rsplit("/", 1)[1].split(" ")[0]
            place += path
            payload = data[place:place + length] if what == b"w" else b""
            place += len(payload)
            yield what, name, offset, payload


def after_power_cut(faults, before, store, lost, seed=0):
    """Puts into `store` what the disk holds: `before`, all that was synchronised, and of the rest a part.

    `lost` says what becomes of writes that nothing has synchronised: "all" of them are lost, "none", or "torn": each
    sector by chance. Gives how many writes were at stake.
    """
    shutil.rmtree(store)
    shutil.copytree(before, store)
    chance, pending, files, at_stake = random.Random(seed), collections.defaultdict(list), {}, 0

    def opened(name):
        if name not in files:
            path = store / name
            path.touch(0o600)
            files[name] = path.open("r+b")
        return files[name]

    def apply(name, what, offset, payload):
        if what == b"t":
            opened(name).truncate(offset)
        else:
            opened(name).seek(offset)
            opened(name).write(payload)

    for what, name, offset, payload in faults.writes():
        if what == b"s":
            for each in pending.pop(name, []):
                apply(name, *each)
        else:
            pending[name].append((what, offset, payload))
    for name, rest in pending.items():
        for what, offset, payload in rest:
            at_stake += 1
            sectors = [(b"w", offset + place, payload[place:place + 512]) for place in range(0, len(payload), 512)]
            for each in sectors or [(what, offset, payload)]:
                if lost == "none" or (lost == "torn" and chance.random() < 0.5):
                    apply(name, *each)
    for file in files.values():
        file.close()
    return at_stake
