"""Which files are published of an image: pages name them, the images output makes them."""

from pathlib import PurePosixPath

from rantau.model import Asset

WIDTHS = (240, 480, 720, 1280)
# The largest that a card shows, on the widest phone screens.
CARD_WIDTH = 720
_SUFFIXES = {"jpeg": (".jpg", ".jpeg"), "png": (".png",), "webp": (".webp",), "gif": (".gif",), "svg": (".svg",)}


def widths(asset: Asset) -> tuple[int, ...]:
    """The widths in pixels that are published of an image, smallest first; () for a drawing."""
    if not asset.width:
        return ()
    full = min(asset.width, WIDTHS[-1])
    # A width that is nearly the full one saves nothing.
    return (*(width for width in WIDTHS if full > width * 1.25), full)


def published_path(asset: Asset, width: int = 0) -> PurePosixPath:
    """Where a width of an image stands in the site: "gambar/480/images/jepang.jpg"; the largest one keeps its place."""
    suffixes = _SUFFIXES[asset.format]
    # An image whose name says another format than its bytes gets the right ending behind its own.
    right = asset.path.suffix in suffixes
    name = asset.path if right else asset.path.with_name(f"{asset.path.name}{suffixes[0]}")
    smaller = width and width != widths(asset)[-1]
    # No content file can stand below this folder, so no name there is taken.
    return PurePosixPath("gambar", str(width), name) if smaller or not right else name
