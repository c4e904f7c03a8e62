"""Images: whether they can be decoded, and smaller ones of those that are too large. Runs in a worker that can be killed."""

import io
from pathlib import PurePosixPath

from PIL import Image, ImageCms, UnidentifiedImageError

from rantau import svg
from rantau.model import FILE_START, Asset, Defect
from rantau.text.pictures import DAMAGE, WIDTHS, opened, plain

MAX_PIXELS = 50_000_000
# Pages show 1280 pixels at most; twice as many leave room for a larger one, or for cutting.
LONGEST = 2 * WIDTHS[-1]
SHRUNK = 1_000_000
_QUALITIES = (85, 78, 70)
_ICC_LIMIT = 4 * 1024 * 1024


def inspect(path: PurePosixPath, data: bytes) -> Asset:
    """The image's format and size in pixels, or why it cannot be published.

    Defects: undecodable-image, unsafe-image. Raises: nothing; time and memory are limited by the caller.
    """
    if path.suffix.lower() == ".svg":
        return _inspect_drawing(path, data)
    if not data:
        return _broken(path, data, "empty", "")
    try:
        with opened(data) as image:
            width, height = image.size
            if width * height > MAX_PIXELS:
                return _broken(path, data, "pixels", f"{width} x {height}")
            # What the outputs do with it, so that nothing can fail there.
            width, height = plain(image).size
            name = _format(image)
    except UnidentifiedImageError:
        return _broken(path, data, "format", _looks_like(data))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return _broken(path, data, "pixels", "")
    except DAMAGE as error:
        return _broken(path, data, "broken", str(error)[:80])
    return Asset(path, len(data), name, width, height)


def shrink(path: PurePosixPath, data: bytes, limit: int) -> tuple[bytes, str]:
    """A smaller file of the same image and format, or b"" with the problem.

    Upright, in sRGB, without metadata, `LONGEST` pixels at most on its longer side. Formats that lose detail come
    below `SHRUNK` bytes, the others below `limit`. Problems: those of undecodable-image, "drawing", "unsafe".
    Raises: nothing; time and memory are limited by the caller.
    """
    found = inspect(path, data)
    if found.defects:
        return b"", found.defects[0].values.get("problem", "unsafe")
    if found.format == "svg":
        return b"", "drawing"
    try:
        with opened(data) as image:
            if found.format != "jpeg" and getattr(image, "is_animated", False):
                return b"", "animation"
            profile = image.info.get("icc_profile")
            picture = _in_srgb(plain(image), image.mode, profile if isinstance(profile, bytes) else b"")
        smaller = _encode(picture, found.format, limit)
    except DAMAGE as error:
        return b"", "memory" if isinstance(error, MemoryError) else "broken"
    made = inspect(path, smaller)
    return (smaller, "") if made.format == found.format and len(smaller) < len(data) else (b"", "broken")


def _format(image: Image.Image) -> str:
    # Phones write a second picture (depth, a preview) behind a JPEG; Pillow calls such a file MPO.
    return "jpeg" if image.format == "MPO" else str(image.format).lower()


def _in_srgb(picture: Image.Image, mode: str, profile: bytes) -> Image.Image:
    """The picture with the colours that its profile means; as it is where the profile is for other values or damaged."""
    if not profile or len(profile) > _ICC_LIMIT or mode not in ("RGB", "RGBA"):
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        colours = ImageCms.profileToProfile(picture.convert("RGB"), source, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, *DAMAGE):
        return picture
    if colours is None:
        return picture
    if picture.mode == "RGBA":
        colours.putalpha(picture.getchannel("A"))
    colours.info.clear()
    return colours


def _encode(picture: Image.Image, name: str, limit: int) -> bytes:
    """The picture's file, in the largest size and the best quality that keep below the limits."""
    side = LONGEST
    while True:
        fitting = picture.copy()
        fitting.thumbnail((side, side), Image.Resampling.LANCZOS)
        for quality in _QUALITIES if name in ("jpeg", "webp") else (0,):
            buffer = io.BytesIO()
            fitting.save(buffer, name.upper(), **({"quality": quality} if quality else {}))
            if buffer.tell() < (SHRUNK if quality else limit):
                return buffer.getvalue()
        side = side * 3 // 4


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
