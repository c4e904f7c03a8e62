"""Images: whether they can be decoded. Runs in a worker that can be killed."""

import io
import warnings
from pathlib import PurePosixPath

from PIL import Image, UnidentifiedImageError

from rantau import svg
from rantau.model import FILE_START, Asset, Defect

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
MAX_PIXELS = 50_000_000


def inspect(path: PurePosixPath, data: bytes) -> Asset:
    """The image's format and size in pixels, or why it cannot be published.

    Defects: undecodable-image, unsafe-image. Raises: nothing; time and memory are limited by the caller.
    """
    if path.suffix.lower() == ".svg":
        return _inspect_drawing(path, data)
    if not data:
        return _broken(path, data, "empty", "")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                width, height = image.size
                if width * height > MAX_PIXELS:
                    return _broken(path, data, "pixels", f"{width} x {height}")
                image.load()
                # Swapping comes with the EXIF orientation that most phones write.
                turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
                name = str(image.format).lower()
    except UnidentifiedImageError:
        return _broken(path, data, "format", _looks_like(data))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return _broken(path, data, "pixels", "")
    except (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, TypeError, MemoryError, OverflowError) as error:
        # Pillow's decoders raise any of these for a damaged file.
        return _broken(path, data, "broken", str(error)[:80])
    if turned:
        width, height = height, width
    return Asset(path, len(data), name, width, height)


def _inspect_drawing(path: PurePosixPath, data: bytes) -> Asset:
    try:
        element = svg.check(data)
    except ValueError as error:
        return _broken(path, data, "broken", str(error)[:80])
    if element:
        return Asset(path, len(data), defects=(Defect("unsafe-image", FILE_START, {"element": element}),))
    return Asset(path, len(data), "svg")


def _broken(path: PurePosixPath, data: bytes, problem: str, detail: str) -> Asset:
    return Asset(path, len(data), defects=(Defect("undecodable-image", FILE_START, {"problem": problem, "detail": detail}),))


def _looks_like(data: bytes) -> str:
    head = data[:64].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "HTML"
    if b"ftyp" in head[:16]:
        return "HEIC/AVIF"
    return "PDF" if head.startswith(b"%pdf") else ""
