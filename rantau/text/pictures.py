"""Which files are published of an image: pages name them, the images output makes them."""

from pathlib import PurePosixPath

from rantau.model import Asset

CARD_WIDTH = 480
PAGE_WIDTH = 1280
_SUFFIXES = {"jpeg": (".jpg", ".jpeg"), "png": (".png",), "webp": (".webp",), "gif": (".gif",), "svg": (".svg",)}


def widths(asset: Asset) -> tuple[int, ...]:
    """The widths in pixels that are published of an image, smallest first; () for a drawing."""
    if not asset.width:
        return ()
    full = min(asset.width, PAGE_WIDTH)
    return (CARD_WIDTH, full) if full > CARD_WIDTH * 1.25 else (full,)


def published_path(asset: Asset, width: int = 0) -> PurePosixPath:
    """Where a width of an image stands in the site: "images/jepang-480.jpg"; the largest one keeps the file's own name."""
    suffixes = _SUFFIXES[asset.format]
    number = f"-{width}" if width and width != widths(asset)[-1] else ""
    # An image whose name says another format than its bytes gets the right ending behind its own.
    ending = asset.path.suffix if asset.path.suffix in suffixes else f"{asset.path.suffix}{suffixes[0]}"
    return asset.path.with_name(f"{asset.path.stem}{number}{ending}")
