# SPDX-License-Identifier: EUPL-1.2
"""What a disk may hold after its power was cut: all that was synchronised, and of the rest any part.

A file's bytes are there once it was synchronised, its name once its directory was. What was written since may be
there or not, each sector of 512 bytes for itself; names come and go in their order.
"""
import pathlib
import shutil
import struct

SECTOR = 512
# How the unsynchronised is treated: all of it lost, none of it, sectors by chance, whole writes by chance.
WAYS = ("lost", "kept", "torn", "mixed")


def entries(journal, start=0):
    """The journal that faults.c writes: (letter, path, offset, data, where the entry ends), in order."""
    data, place = journal.read_bytes(), start
    while place + 24 <= len(data):
        offset, path, length, what = struct.unpack_from("<QIIc7x", data, place)
        end = place + 24 + path + length
        name = data[place + 24:place + 24 + path].decode().removesuffix(" (deleted)")
        yield what.decode(), name, offset, data[place + 24 + path:end], end
        place = end


class File:
    """An inode: what is on the disk for sure, and what was done since."""

    def __init__(self, durable=b""):
        self.durable, self.pending = bytearray(durable), []

    def bytes(self, keeps):
        """What the disk holds; `keeps(part)` decides about each sector, `keeps(None)` about a whole change."""
        held = bytearray(self.durable)
        for what, offset, data in self.pending:
            change(held, what, offset, data, keeps)
        return held

    def synchronise(self):
        for what, offset, data in self.pending:
            change(self.durable, what, offset, data, lambda _: True)
        self.pending = []


def change(held, what, offset, data, keeps):
    if not keeps(None):
        return
    if what == "t":
        del held[offset:]
        held.extend(bytes(offset - len(held)))
        return
    for place in range(0, len(data), SECTOR):
        if keeps(place):
            part = data[place:place + SECTOR]
            if len(held) < offset + place:
                held.extend(bytes(offset + place - len(held)))
            held[offset + place:offset + place + len(part)] = part


class Disk:
    """A directory's files and names, followed from a copy made while nothing was pending."""

    def __init__(self, root, copy):
        self.root, self.at_stake = str(root), 0
        self.names = {}      # As the running system sees them.
        self.durable = {}    # As they are on the disk for sure.
        self.pending = []    # Changes of names since: (directory, name, file or None).
        for path in pathlib.Path(copy).rglob("*"):
            name = str(path.relative_to(copy))
            if path.is_dir():
                self.names[name] = None
            elif not name.endswith("-shm"):
                self.names[name] = File(path.read_bytes())
        self.durable = dict(self.names)

    def apply(self, what, path, offset, data):
        name = path.removeprefix(self.root + "/") if path != self.root else "."
        if what in ("w", "t"):
            if name in self.names:
                self.names[name].pending.append((what, offset, data))
        elif what == "s":
            if self.names.get(name) is not None:
                self.names[name].synchronise()
            else:
                self.synchronise_directory(name)
        elif what == "c":
            self.rename(name, File())
        elif what == "m":
            self.rename(name, None)
        elif what == "u":
            self.names.pop(name, None)
            self.pending.append((name, "gone"))
        elif what == "r":
            target = data.decode().removeprefix(self.root + "/")
            file = self.names.pop(name)
            self.pending.append((name, "gone"))
            self.rename(target, file)

    def rename(self, name, file):
        self.names[name] = file
        self.pending.append((name, file))

    def synchronise_directory(self, directory):
        rest = []
        for name, file in self.pending:
            if str(pathlib.PurePath(name).parent) == directory:
                self.settle(self.durable, name, file)
            else:
                rest.append((name, file))
        self.pending = rest

    @staticmethod
    def settle(names, name, file):
        if file == "gone":
            names.pop(name, None)
        else:
            names[name] = file

    def image(self, target, way, chance):
        """Writes one of the things that the disk may hold into a directory of its own."""
        names = dict(self.durable)
        for directory in {str(pathlib.PurePath(name).parent) for name, _ in self.pending}:
            ours = [(name, file) for name, file in self.pending if str(pathlib.PurePath(name).parent) == directory]
            kept = {"lost": 0, "kept": len(ours)}.get(way, chance.randint(0, len(ours)))
            for name, file in ours[:kept]:
                self.settle(names, name, file)
        keeps = {"lost": lambda part: False, "kept": lambda part: True,
                 "torn": lambda part: part is None or chance.random() < 0.5,
                 "mixed": lambda part: part is not None or chance.random() < 0.5}[way]
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(mode=0o700)
        for name in sorted(names):
            path, file = target / name, names[name]
            if not path.parent.is_dir():
                continue
            if file is None:
                path.mkdir(mode=0o700)
            else:
                path.write_bytes(file.bytes(keeps))
                path.chmod(0o600)

    @property
    def unsettled(self):
        """Changes that a power cut may take back."""
        return len(self.pending) + sum(len(file.pending) for file in self.names.values() if file)
