# SPDX-License-Identifier: EUPL-1.2
"""Pictures that nobody has drawn: gradients, noise, drawings, pages of text, products on a table. A seed gives the same
ones again."""
import math

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

WORDS = "atelier bois cuir acier lin sel miel four laine encre cidre verre savon chêne fait main Jura Quimper".split()


def size(rng):
    return int(rng.integers(180, 560)), int(rng.integers(180, 560))


def colour(rng):
    return tuple(int(each) for each in rng.integers(0, 256, 3))


def texture(rng, width, height, coarse):
    """Noise of a grain, in colours."""
    cells = rng.integers(0, 256, (max(2, height // coarse), max(2, width // coarse), 3), dtype=numpy.uint8)
    return Image.fromarray(cells).resize((width, height), Image.Resampling.BICUBIC)


def noise(rng):
    return texture(rng, *size(rng), int(rng.integers(8, 60)))


def gradient(rng):
    width, height = size(rng)
    down, across = numpy.mgrid[0:height, 0:width]
    bands = []
    for _ in range(3):
        angle, waves = rng.uniform(0, 2 * math.pi), rng.uniform(0.5, 6)
        phase = (down / height * math.sin(angle) + across / width * math.cos(angle)) * waves * 2 * math.pi
        bands.append(127.5 + 127.5 * numpy.sin(phase + rng.uniform(0, 6)))
    return Image.fromarray(numpy.stack(bands, axis=-1).astype(numpy.uint8))


def shapes(rng, draw, width, height, count):
    for _ in range(count):
        left, top = int(rng.integers(-40, width)), int(rng.integers(-40, height))
        box = (left, top, left + int(rng.integers(20, width // 2)), top + int(rng.integers(20, height // 2)))
        kind = rng.integers(0, 4)
        if kind == 0:
            draw.ellipse(box, fill=colour(rng), outline=colour(rng), width=3)
        elif kind == 1:
            draw.rectangle(box, fill=colour(rng))
        elif kind == 2:
            points = [(int(rng.integers(0, width)), int(rng.integers(0, height))) for _ in range(5)]
            draw.polygon(points, fill=colour(rng))
        else:
            draw.line(box, fill=colour(rng), width=int(rng.integers(2, 14)))


def drawing(rng):
    width, height = size(rng)
    picture = Image.new("RGB", (width, height), colour(rng))
    shapes(rng, ImageDraw.Draw(picture), width, height, int(rng.integers(8, 30)))
    return picture


def page(rng):
    width, height = size(rng)
    picture = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(picture)
    top = 6
    while top < height:
        points = int(rng.integers(12, 40))
        line = " ".join(str(rng.choice(WORDS)) for _ in range(int(rng.integers(1, 8))))
        draw.text((int(rng.integers(4, 60)), top), line, fill=(20, 20, 30), font=ImageFont.load_default(points))
        top += int(points * rng.uniform(1.2, 2.2))
    return picture


def product(rng):
    """A thing of some parts with a texture, a shadow and a label, on a table that is lit from one side."""
    width, height = size(rng)
    light = numpy.linspace(rng.uniform(150, 250), rng.uniform(80, 200), width)[None, :, None]
    table = numpy.broadcast_to(light * rng.uniform(0.8, 1, (1, 1, 3)), (height, width, 3))
    picture = Image.fromarray(table.astype(numpy.uint8))
    mask = Image.new("L", (width, height))
    draw = ImageDraw.Draw(mask)
    for _ in range(int(rng.integers(2, 6))):
        middle = rng.uniform(0.35, 0.65, 2) * (width, height)
        half = rng.uniform(0.1, 0.32, 2) * (width, height)
        box = tuple(int(each) for each in (*(middle - half), *(middle + half)))
        draw.rounded_rectangle(box, radius=int(rng.integers(0, 60)), fill=255)
    shadow = mask.filter(ImageFilter.GaussianBlur(12)).transform(
        mask.size, Image.Transform.AFFINE, (1, 0, -14, 0, 1, -18)).point(lambda value: value // 2)
    picture.paste((30, 30, 35), mask=shadow)
    picture.paste(texture(rng, width, height, int(rng.integers(10, 50))), mask=mask)
    label = (width * 0.35, height * rng.uniform(0.4, 0.6))
    ImageDraw.Draw(picture).text(label, str(rng.choice(WORDS)), fill=colour(rng), font=ImageFont.load_default(36))
    return picture.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 1.2)))


KINDS = (noise, gradient, drawing, page, product, product)


def make(count, seed):
    """(name, picture) of each."""
    for place in range(count):
        rng = numpy.random.default_rng((seed, place))
        kind = KINDS[place % len(KINDS)]
        yield f"{place:04d}-{kind.__name__}", kind(rng)
