"""Cover images drawn by the project itself, so that no article needs a photograph of somebody else.

A motif is a function that paints on a `Canvas`; a module holds one group of motifs. The same motif, palette
and size give the same pixels.
"""

from collections.abc import Callable, Mapping

from PIL import Image

from rantau.covers.canvas import Canvas
from rantau.covers.care import MOTIFS as CARE
from rantau.covers.city import MOTIFS as CITY
from rantau.covers.desk import MOTIFS as DESK
from rantau.covers.land import MOTIFS as LAND
from rantau.covers.palettes import PALETTES
from rantau.covers.port import MOTIFS as PORT
from rantau.covers.signs import MOTIFS as SIGNS

__all__ = ["MOTIFS", "PALETTES", "draw"]

MOTIFS: Mapping[str, Callable[[Canvas], None]] = dict(sorted({**LAND, **CITY, **PORT, **DESK, **CARE, **SIGNS}.items()))


def draw(motif: str, palette: str, size: tuple[int, int] = (1280, 720)) -> Image.Image:
    """The cover of a motif in a palette, as an RGB image of `size` pixels (width, height).

    Other proportions than 16:9 show the middle of the picture.
    Raises: KeyError for a motif that is not in MOTIFS or a palette that is not in PALETTES.
    """
    canvas = Canvas(PALETTES[palette], size)
    MOTIFS[motif](canvas)
    return canvas.finish()
