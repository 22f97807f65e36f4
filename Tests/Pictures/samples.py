# SPDX-License-Identifier: EUPL-1.2
"""Prints Tests/PictureSamples/PictureSample.swift: a small picture as files of each kind that is read, and the hashes
that Meta's code gives of pictures that the tests draw by a formula (Pattern.swift). Run it again when a kind is
added."""
import base64
import io

import numpy
import pdqhash
from PIL import Image

SIZES = ((64, 64), (5, 9), (40, 40), (128, 200), (129, 96), (333, 512), (700, 150), (1024, 1024))


def pattern(width, height):
    """The same numbers as Pattern.swift."""
    across, down = numpy.meshgrid(numpy.arange(width), numpy.arange(height))
    bands = []
    for band in range(3):
        wave = (across * across * (band + 1) + down * down * (3 - band) + across * down) * 97 // (width * height)
        wave = (wave + across * 150 // width) % 512
        bands.append(numpy.where(wave > 255, 511 - wave, wave))
    return numpy.stack(bands, axis=-1).astype(numpy.uint8)


def halves(mode):
    """Left half one colour, right half another; 16 × 16."""
    picture = Image.new("RGB", (16, 16), (40, 60, 200))
    picture.paste((230, 180, 20), (0, 0, 8, 16))
    return picture.convert(mode)


def fading():
    """Black, opaque on the left and gone on the right."""
    alpha = Image.new("L", (16, 16), 0)
    alpha.paste(255, (0, 0, 8, 16))
    picture = Image.new("RGB", (16, 16))
    picture.putalpha(alpha)
    return picture


def saved(picture, kind, **options):
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def samples():
    moving = [halves("RGB"), halves("RGB").rotate(90)]
    yield "jpeg", saved(halves("RGB"), "JPEG", quality=95, subsampling=0)
    yield "progressiveJPEG", saved(halves("RGB"), "JPEG", quality=95, subsampling=0, progressive=True)
    yield "greyJPEG", saved(halves("L"), "JPEG", quality=95)
    yield "inkJPEG", saved(halves("CMYK"), "JPEG", quality=95)
    yield "png", saved(halves("RGB"), "PNG")
    yield "greyPNG", saved(halves("L"), "PNG")
    yield "palettePNG", saved(halves("RGB").quantize(4), "PNG")
    yield "deepPNG", saved(halves("L").convert("I").point(lambda value: value * 257).convert("I;16"), "PNG")
    yield "fadingPNG", saved(fading(), "PNG")
    yield "fadingGreyPNG", saved(fading().convert("LA"), "PNG")
    yield "webP", saved(halves("RGB"), "WEBP", quality=95)
    yield "losslessWebP", saved(halves("RGB"), "WEBP", lossless=True)
    yield "fadingWebP", saved(fading(), "WEBP", lossless=True, exact=True)
    yield "movingWebP", saved(moving[0], "WEBP", save_all=True, append_images=moving[1:], lossless=True)


def text(bytes_, indent):
    encoded = base64.b64encode(bytes_).decode()
    lines = [encoded[start:start + 84] for start in range(0, len(encoded), 84)]
    return "\n".join(" " * indent + line + ("\\" if line != lines[-1] else "") for line in lines)


def main():
    print("// SPDX-License-Identifier: EUPL-1.2\n")
    print("// Printed by Tests/Pictures/samples.py.\n")
    print("/// Small pictures of each kind that is read, in Base64.")
    print("package enum PictureSample: String, CaseIterable, Sendable {")
    for name, content in samples():
        print(f'    case {name} = """\n{text(content, 8)}\n        """')
    print("}\n")
    print("/// What Meta's code says of patterns: width, height, quality, hash.")
    print("package let pictureVectors: [(width: Int, height: Int, quality: Int, hash: String)] = [")
    for width, height in SIZES:
        bits, quality = pdqhash.compute(pattern(width, height))
        digits = numpy.packbits(numpy.asarray(bits, dtype=numpy.uint8)).tobytes().hex()
        print(f'    (\n        {width}, {height}, {quality},\n        "{digits}"\n    ),')
    print("]")


main()
