# SPDX-License-Identifier: EUPL-1.2
"""What becomes of a picture on its way from one shop to another, and the files that nobody makes on purpose."""
import io

from PIL import Image, ImageDraw, ImageEnhance, ImageFont

ALL = {}


def transform(name, symmetry="original", alike=True):
    """One that writes a file; `symmetry` says under which of its hashes the original is found again. What is not
    `alike` is another picture for a hash of this kind, and only held against the reference."""
    def add(function):
        ALL[name] = (function, symmetry, alike)
        return function
    return add


def saved(picture, kind, **options):
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def scaled(picture, factor):
    return picture.resize((max(8, int(picture.width * factor)), max(8, int(picture.height * factor))),
                          Image.Resampling.LANCZOS)


def cropped(picture, share):
    across, down = int(picture.width * share), int(picture.height * share)
    return picture.crop((across, down, picture.width - across, picture.height - down))


@transform("PNG, as made")
def as_made(picture):
    return saved(picture, "PNG")


@transform("JPEG, quality 90")
def jpeg_90(picture):
    return saved(picture, "JPEG", quality=90)


@transform("JPEG, quality 30, progressive")
def jpeg_30(picture):
    return saved(picture, "JPEG", quality=30, progressive=True)


@transform("JPEG, twice recompressed")
def jpeg_twice(picture):
    once = Image.open(io.BytesIO(saved(picture, "JPEG", quality=70)))
    return saved(scaled(once, 0.9), "JPEG", quality=60)


@transform("WebP, quality 60")
def webp_60(picture):
    return saved(picture, "WEBP", quality=60)


@transform("WebP, lossless")
def webp_lossless(picture):
    return saved(picture, "WEBP", lossless=True, method=0)


@transform("half the size")
def half(picture):
    return saved(scaled(picture, 0.5), "JPEG", quality=85)


@transform("twice the size")
def double(picture):
    return saved(scaled(picture, 2), "JPEG", quality=85)


@transform("cropped by 2 % a side", alike=False)
def crop_2(picture):
    return saved(cropped(picture, 0.02), "PNG")


@transform("cropped by 10 % a side", alike=False)
def crop_10(picture):
    return saved(cropped(picture, 0.1), "JPEG", quality=85)


@transform("watermarked")
def watermark(picture):
    marked = picture.convert("RGBA")
    layer = Image.new("RGBA", picture.size)
    draw = ImageDraw.Draw(layer)
    for top in range(10, picture.height, 90):
        draw.text((12, top), "boutique · boutique", fill=(255, 255, 255, 90), font=ImageFont.load_default(28))
    marked.alpha_composite(layer)
    return saved(marked.convert("RGB"), "JPEG", quality=85)


@transform("brighter and paler")
def brighter(picture):
    return saved(ImageEnhance.Contrast(ImageEnhance.Brightness(picture).enhance(1.1)).enhance(0.85), "JPEG", quality=85)


@transform("grey")
def grey(picture):
    return saved(picture.convert("L"), "JPEG", quality=85)


@transform("grey PNG, 16 bits")
def grey_16(picture):
    return saved(picture.convert("L").convert("I").point(lambda value: value * 257).convert("I;16"), "PNG")


@transform("palette PNG")
def palette(picture):
    return saved(picture.quantize(128), "PNG")


@transform("black and white PNG, 1 bit", alike=False)
def one_bit(picture):
    return saved(picture.convert("1"), "PNG")


@transform("inks (CMYK JPEG)")
def inks(picture):
    return saved(picture.convert("CMYK"), "JPEG", quality=90)


@transform("transparent PNG", alike=False)
def transparent(picture):
    return saved(with_alpha(picture), "PNG")


@transform("transparent WebP", alike=False)
def transparent_webp(picture):
    return saved(with_alpha(picture), "WEBP", lossless=True, exact=True, method=0)


def with_alpha(picture):
    """More transparent to the right, and not at all in a disc."""
    alpha = Image.linear_gradient("L").rotate(90).resize(picture.size)
    ImageDraw.Draw(alpha).ellipse((picture.width // 4, 20, picture.width // 2, picture.height - 20), fill=255)
    made = picture.copy()
    made.putalpha(alpha)
    return made


@transform("noted as turned (EXIF), not applied")
def noted(picture):
    notes = Image.Exif()
    notes[0x0112] = 6
    return saved(picture, "JPEG", quality=90, exif=notes)


@transform("mirrored", symmetry="mirroredHorizontally")
def mirrored(picture):
    return saved(picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT), "JPEG", quality=85)


@transform("upside down", symmetry="mirroredVertically")
def upside_down(picture):
    return saved(picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM), "PNG")


@transform("turned left", symmetry="turnedRight")
def turned_left(picture):
    return saved(picture.transpose(Image.Transpose.ROTATE_90), "JPEG", quality=85)


@transform("turned by half", symmetry="turnedHalf")
def turned_half(picture):
    return saved(picture.transpose(Image.Transpose.ROTATE_180), "PNG")


@transform("turned right", symmetry="turnedLeft")
def turned_right(picture):
    return saved(picture.transpose(Image.Transpose.ROTATE_270), "PNG")


@transform("rows as columns", symmetry="transposed")
def transposed(picture):
    return saved(picture.transpose(Image.Transpose.TRANSPOSE), "PNG")


@transform("mirrored along the other diagonal", symmetry="antitransposed")
def antitransposed(picture):
    return saved(picture.transpose(Image.Transpose.TRANSVERSE), "PNG")
