"""Which files are published of an image, and how its pixels are read: pages name the files, the images output makes them."""

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from PIL import Image

from rantau.model import Asset

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
# What Pillow's decoders raise for damaged files, beside its own errors, which are OSErrors.
DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    ArithmeticError,
    MemoryError,
    struct.error,
)
WIDTHS = (240, 480, 720, 1280)
# The largest that a card shows, on the widest phone screens.
CARD_WIDTH = 720
_SUFFIXES = {"jpeg": (".jpg", ".jpeg"), "png": (".png",), "webp": (".webp",), "gif": (".gif",), "svg": (".svg",)}
_ORIENTATION = 0x0112
# Source: TIFF 6.0, "Orientation"; what turns the stored picture upright.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def widths(asset: Asset) -> tuple[int, ...]:
    """The widths in pixels that are published of an image, smallest first; () for a drawing."""
    if not asset.width:
        return ()
    full = min(asset.width, WIDTHS[-1])
    # A width that is nearly the full one saves nothing.
    return (*(width for width in WIDTHS if full > width * 1.25), full)


def squeezed(asset: Asset) -> bool:
    """Whether WebP files, which are smaller, are published beside those in the image's own format."""
    return asset.format in ("jpeg", "png")


def files(asset: Asset) -> Iterator[tuple[PurePosixPath, int, str]]:
    """All that is published of an image: where it stands, its width (0 for a drawing), its format.

    Beside WebP the own format is there for old browsers and for whoever opens the image itself, so two widths are enough.
    """
    every = widths(asset) or (0,)
    if squeezed(asset):
        yield from ((published_path(asset, width, webp=True), width, "webp") for width in every)
        every = tuple(dict.fromkeys((_card(every), every[-1])))
    yield from ((published_path(asset, width), width, asset.format) for width in every)


def card_width(asset: Asset) -> int:
    """The largest width that is published of an image and no larger than a card, or else the smallest; 0 for a drawing."""
    return _card(widths(asset) or (0,))


def _card(found: tuple[int, ...]) -> int:
    return max((width for width in found if width <= CARD_WIDTH), default=found[0])


def published_path(asset: Asset, width: int = 0, *, webp: bool = False) -> PurePosixPath:
    """Where a width of an image stands in the site: "gambar/480/images/jepang.jpg"; the largest one keeps its place.

    As `webp` it is "gambar/480/images/jepang.jpg.webp" in all widths.
    """
    if webp:
        return PurePosixPath("gambar", str(width), asset.path.with_name(f"{asset.path.name}.webp"))
    suffixes = _SUFFIXES[asset.format]
    # An image whose name says another format than its bytes gets the right ending behind its own.
    right = asset.path.suffix in suffixes
    name = asset.path if right else asset.path.with_name(f"{asset.path.name}{suffixes[0]}")
    smaller = width and width != widths(asset)[-1]
    # No content file can stand below this folder, so no name there is taken.
    return PurePosixPath("gambar", str(width), name) if smaller or not right else name


@contextmanager
def opened(data: bytes) -> Iterator[Image.Image]:
    """The image in a file of one of the known formats. Raises: DAMAGE, Pillow's DecompressionBombWarning and -Error."""
    with warnings.catch_warnings():
        # Pillow warns of metadata that nobody here asks for.
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            yield image


def orientation(image: Image.Image) -> int:
    """How a camera was held, 1 (upright) to 8, as the image's metadata say; 1 where they cannot be read."""
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except DAMAGE:
        return 1
    return value if isinstance(value, int) and value in _TURNS else 1


def plain(image: Image.Image) -> Image.Image:
    """The first picture of an opened image: upright, RGB or RGBA, with nothing but its pixels. Raises: DAMAGE."""
    turn = _TURNS.get(orientation(image))
    deep = image.mode.startswith("I")
    if deep:
        # Pillow cuts 16 bits off at 255 instead of scaling them.
        image = image.point(lambda value: value * (1 / 257)).convert("L")
    transparent = not deep and image.has_transparency_data
    image = image.convert("RGBA" if transparent else "RGB")
    if turn is not None:
        image = image.transpose(turn)
    image.info.clear()
    return image
