# SPDX-License-Identifier: EUPL-1.2
"""Holds the hashes that `recours picture hash` gives against those of pdqhash, which is Meta's own code.

Usage: check.py RECOURS PICTURES SEED

Each generated picture is put through each transform and written as a file; both programs read the file. A row of the
table is a transform, and a check: it fails if for pictures with enough to see the two differ by more than BITS, if
they say another quality, or if a copy is not found again that should be.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import numpy
import pdqhash
from PIL import Image

import pictures
import transforms

# Hashes are signs of 256 sums beside a median: a sum next to it may fall on either side by rounding, of the decoders'
# (their colours differ by one here and there) and of ours (32 bits each).
BITS = 4
QUALITY = 2
# PDQ's authors: from this quality on a hash tells pictures apart, and up to this distance it is the same picture.
ENOUGH = 50
MATCH = 31
# In the order of compute_dihedral.
SYMMETRIES = ("original", "turnedLeft", "turnedHalf", "turnedRight", "mirroredVertically", "mirroredHorizontally",
              "transposed", "antitransposed")


def bits(text):
    return numpy.unpackbits(numpy.frombuffer(bytes.fromhex(text), dtype=numpy.uint8))


def distance(one, other):
    return int(numpy.count_nonzero(one != other))


def flattened(path):
    """The picture in colours, what is transparent on white, as it is stored."""
    picture = Image.open(path)
    if picture.mode == "I;16":
        picture = Image.fromarray((numpy.asarray(picture) // 257).astype(numpy.uint8))
    if "A" in picture.getbands() or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        white = Image.new("RGBA", picture.size, "white")
        white.alpha_composite(picture)
        picture = white
    return numpy.asarray(picture.convert("RGB"))


def reference(path):
    hashes, quality = pdqhash.compute_dihedral(flattened(path))
    return {name: numpy.asarray(each, dtype=numpy.uint8) for name, each in zip(SYMMETRIES, hashes)}, quality


def one_frequency_off(hashes):
    """What a transform gives that begins with the constant frequency instead of the first: each row in the place of
    the one before."""
    return {name: numpy.roll(each, 16) for name, each in hashes.items()}


def ours(recours, paths, is_control):
    found = {}
    for start in range(0, len(paths), 500):
        done = subprocess.run([recours, "picture", "hash", "--json", "-q", *paths[start:start + 500]],
                              check=True, capture_output=True, text=True)
        for report in json.loads(done.stdout):
            hashes = {name: bits(text) for name, text in report["symmetries"].items()}
            assert distance(hashes["original"], bits(report["hash"])) == 0
            found[report["file"]] = one_frequency_off(hashes) if is_control else hashes, report["quality"]
    return found


class Row:
    """What is known of one transform."""

    def __init__(self, name):
        self.name = name
        self.apart, self.ours, self.theirs, self.qualities = [], [], [], []
        self.turned = 0
        self.count = 0

    def add(self, made, known, original, symmetry):
        """The two programs' (hashes, quality) of the file, and of the picture as it was made."""
        self.count += 1
        self.qualities.append(abs(made[1] - known[1]))
        if min(known[1], original[1][1]) < ENOUGH:
            return
        self.apart.append(distance(made[0]["original"], known[0]["original"]))
        self.turned = max(self.turned, *(distance(made[0][name], known[0][name]) for name in SYMMETRIES))
        self.ours.append(distance(made[0][symmetry], original[0][0]["original"]))
        self.theirs.append(distance(known[0][symmetry], original[1][0]["original"]))

    def faults(self, alike):
        if not self.apart:
            yield "no picture with enough to see"
            return
        if self.turned > BITS:
            yield f"{self.turned} bits from the reference, of some symmetry"
        if max(self.qualities) > QUALITY:
            yield f"quality {max(self.qualities)} from the reference"
        # A few pictures are hard for the hash itself: ours may miss no more of them than theirs, but for rounding.
        missed = [sum(each > MATCH for each in found) for found in (self.ours, self.theirs)]
        if alike and missed[0] > missed[1] + 0.02 * len(self.ours):
            yield f"{missed[0]} copies are not found, {missed[1]} by the reference"
        # Of a few pictures, most says nothing.
        if alike and len(self.ours) >= 24 and numpy.median(self.ours) > MATCH:
            yield "most copies are not found"

    def text(self):
        def three(values):
            return f"{numpy.median(values):4.0f} {numpy.percentile(values, 90):4.0f} {max(values):4d}"
        if not self.apart:
            return f"{self.name:36}{self.count:6}"
        return (f"{self.name:36}{self.count:6}{len(self.apart):7}{numpy.median(self.apart):8.0f} {max(self.apart):4d} "
                f"{self.turned:4d}    {three(self.ours)}    {three(self.theirs)}")


def look(recours, folder, count, seed, is_control):
    """A row for each transform."""
    made = [(name, picture, {transform: folder / f"{name}.{place}" for place, transform in enumerate(transforms.ALL)})
            for name, picture in pictures.make(count, seed)]
    for _, picture, paths in made:
        for transform, path in paths.items():
            path.write_bytes(transforms.ALL[transform][0](picture))
    all_ours = ours(recours, [str(path) for _, _, paths in made for path in paths.values()], is_control)
    rows = {transform: Row(transform) for transform in transforms.ALL}
    for _, _, paths in made:
        known = {transform: reference(path) for transform, path in paths.items()}
        first = next(iter(paths))
        original = all_ours[str(paths[first])], known[first]
        for transform, path in paths.items():
            rows[transform].add(all_ours[str(path)], known[transform], original, transforms.ALL[transform][1])
    return rows


def main():
    recours, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with tempfile.TemporaryDirectory() as folder:
        rows = look(recours, pathlib.Path(folder), count, seed, os.environ.get("CONTROL") == "1")
    print(f"{'':36}{'':6}{'enough':>7}{'from pdqhash':>18}{'to original, ours':>19}{'pdqhash':>13}")
    print(f"{'transform':36}{'files':>6}{'to see':>7}{'median':>8}  max turned   median  p90  max    median  p90  max")
    failed = 0
    for name, row in rows.items():
        print(row.text())
        for fault in row.faults(transforms.ALL[name][2]):
            failed += 1
            print(f"    FAILED: {fault}")
            break
    print(f"{len(rows) - failed} passed, {failed} failed")
    sys.exit(failed != 0)


main()
