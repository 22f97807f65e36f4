# SPDX-License-Identifier: EUPL-1.2
"""Pictures drawn with nothing but the standard library: polygons on rows of samples, written as PNG."""
import math
import struct
import zlib

WOODS = [(214, 168, 110), (150, 92, 48), (92, 58, 38)]
# A cube's three visible faces: how much light falls on each, and its corners.
FACES = [(1.1, [(0, 0, 1), (1, 0, 1), (1, 1, 1), (0, 1, 1)]),
         (0.8, [(0, 1, 0), (1, 1, 0), (1, 1, 1), (0, 1, 1)]),
         (0.55, [(1, 0, 0), (1, 1, 0), (1, 1, 1), (1, 0, 1)])]
# Where a step goes on the picture.
STEP = {"right": (0.87, 0.5), "left": (-0.87, 0.5), "up": (0.0, -1.0)}


class Picture:
    """Rows of red, green and blue."""

    def __init__(self, rows):
        self.rows = rows

    @classmethod
    def empty(cls, width, height, top, bottom):
        """A background that goes from one colour at the top to another at the bottom."""
        def between(row):
            return bytes(a + (b - a) * row // height for a, b in zip(top, bottom))
        return cls([bytearray(between(row) * width) for row in range(height)])

    @property
    def width(self):
        return len(self.rows[0]) // 3

    def polygon(self, corners, colour):
        """A convex one."""
        ends = list(zip(corners, corners[1:] + corners[:1]))
        low, high = min(y for _, y in corners), max(y for _, y in corners)
        for row in range(max(0, math.ceil(low)), min(len(self.rows) - 1, math.floor(high)) + 1):
            cuts = [x + (row - y) * (to_x - x) / (to_y - y) for (x, y), (to_x, to_y) in ends
                    if y != to_y and min(y, to_y) <= row <= max(y, to_y)]
            if not cuts:
                continue
            left, right = max(0, round(min(cuts))), min(self.width, round(max(cuts)) + 1)
            if left < right:
                self.rows[row][3 * left:3 * right] = bytes(colour) * (right - left)

    def ellipse(self, x, y, across, down, colour):
        turns = [2 * math.pi * part / 32 for part in range(32)]
        self.polygon([(x + across * math.cos(turn), y + down * math.sin(turn)) for turn in turns], colour)

    # What sellers do to a picture that isn't theirs.

    def scaled(self, width):
        """The nearest samples."""
        height = len(self.rows) * width // self.width
        rows = [self.rows[row * len(self.rows) // height] for row in range(height)]
        places = [3 * (column * self.width // width) for column in range(width)]
        return Picture([bytearray().join(row[place:place + 3] for place in places) for row in rows])

    def mirrored(self):
        return Picture([bytearray().join(row[place:place + 3] for place in range(len(row) - 3, -1, -3))
                        for row in self.rows])

    def recoloured(self, change):
        table = bytes(min(255, max(0, change(value))) for value in range(256))
        return Picture([row.translate(table) for row in self.rows])

    def cropped(self, margin):
        return Picture([row[3 * margin:len(row) - 3 * margin] for row in self.rows[margin:-margin]])

    def png(self):
        def chunk(kind, content):
            return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        head = struct.pack(">IIBBBBB", self.width, len(self.rows), 8, 2, 0, 0, 0)
        samples = zlib.compress(b"".join(b"\0" + row for row in self.rows))
        return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", samples) + chunk(b"IEND", b"")


def cubes(picture, cells, size, middle):
    """Small cubes seen from a corner; `cells` has a colour for each place. What is nearer hides what is behind."""
    def at(x, y, z):
        return (middle[0] + size * (x * STEP["right"][0] + y * STEP["left"][0]),
                middle[1] + size * (x * STEP["right"][1] + y * STEP["left"][1] + z * STEP["up"][1]))
    for (x, y, z), colour in sorted(cells.items(), key=lambda cell: sum(cell[0])):
        for light, corners in FACES:
            shade = [min(255, int(value * light)) for value in colour]
            picture.polygon([at(x + dx, y + dy, z + dz) for dx, dy, dz in corners], shade)


def knot(apart=0):
    """Three crossed pairs of bars of three woods; `apart` pulls them out of each other."""
    cells = {}
    for axis, wood in enumerate(WOODS):
        for place in range(-4, 4):
            for side in (-1, 0):
                for other in (-1, 0):
                    cell = [side, other]
                    cell.insert(axis, place)
                    cell[(axis + 1) % 3] += apart
                    cells[tuple(cell)] = wood
    return cells


def puzzle():
    """The three pictures of the original: closed, opened, and in its box."""
    closed = Picture.empty(320, 320, (236, 232, 222), (180, 150, 120))
    cubes(closed, knot(), 26, (160, 165))
    opened = Picture.empty(320, 320, (70, 92, 110), (200, 205, 200))
    cubes(opened, knot(apart=3), 17, (150, 170))
    boxed = Picture.empty(320, 320, (245, 240, 235), (120, 130, 90))
    box = {(x, y, z): (188, 60, 48) if 1 in (x, y) else (236, 214, 150)
           for x in range(4) for y in range(4) for z in range(4)}
    cubes(boxed, box, 32, (165, 160))
    return [closed, opened, boxed]


def still_life(rng):
    """Any other product: rounds and corners on a table."""
    def colour():
        return [rng.randrange(256) for _ in range(3)]
    picture = Picture.empty(240, 240, colour(), colour())
    table = rng.randrange(130, 200)
    picture.polygon([(0, table), (240, table), (240, 240), (0, 240)], colour())
    for _ in range(rng.randrange(5, 10)):
        x, y = rng.randrange(20, 220), rng.randrange(20, 220)
        if rng.random() < 0.5:
            picture.ellipse(x, y, rng.randrange(15, 70), rng.randrange(15, 70), colour())
        else:
            tip, foot = rng.randrange(20, 90), rng.randrange(20, 90)
            picture.polygon([(x, y - tip), (x + foot, y + foot // 2), (x - tip // 2, y + foot)], colour())
    return picture
