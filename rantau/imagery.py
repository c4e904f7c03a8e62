"""An image as pages show it: its files in a choice of widths and formats, and its markup in a text."""

from collections.abc import Callable
from pathlib import PurePosixPath

from rantau.model import Asset, Image
from rantau.text.pictures import card_width, published_path, squeezed, widths
from rantau.views import Picture

# How wide an image in a text is, as rantau.css lays it out.
_SIZES = "(min-width: 60em) 740px, 100vw"


def picture(image: Image, asset: Asset, href: Callable[[PurePosixPath], str], *, small: bool = False) -> Picture:
    """An image in the widths that are published of it, no larger than a card where `small`; `href` leads to a file."""
    largest = card_width(asset) if small else widths(asset)[-1] if asset.width else 0
    sizes = tuple(width for width in widths(asset) if width <= largest)
    webp = squeezed(asset)
    choice = ", ".join(f"{href(published_path(asset, width, webp=webp))} {width}w" for width in sizes)
    return Picture(
        href(published_path(asset, largest)),
        choice if webp or len(sizes) > 1 else "",
        "image/webp" if webp else "",
        largest,
        round(asset.height * largest / asset.width) if asset.width else 0,
        image.alt,
        image.caption,
        image.credit,
    )


def markup(shown: Picture, before: str, after: str) -> str:
    """A picture in a text, as HTML; `before` and `after` are the attributes that stand around its address."""
    size = f' width="{shown.width}" height="{shown.height}"' if shown.width else ""
    choice = f' srcset="{shown.srcset}" sizes="{_SIZES}"' if shown.srcset else ""
    own = choice if not shown.type else ""
    image = f'<img{before} src="{shown.src}"{own}{after}{size} loading="lazy" decoding="async">'
    return f'<picture><source type="{shown.type}"{choice}>{image}</picture>' if shown.type else image
