"""The surface that motifs paint on: 1280 by 720 units, painted larger and reduced, which smooths the edges."""

import math
from collections.abc import Callable, Iterable, Sequence

from PIL import Image, ImageDraw, ImageFilter, ImageOps

from rantau.covers.palettes import Colour, Palette, mix

WIDTH, HEIGHT = 1280, 720
_OVERSAMPLING = 2
Point = tuple[float, float]


class Canvas:
    """Shapes in units from the upper left corner; `opacity` below 1 lets what is below shine through."""

    def __init__(self, palette: Palette, size: tuple[int, int]) -> None:
        self.palette = palette
        self._size = size
        self._scale = max(size[0] / WIDTH, size[1] / HEIGHT) * _OVERSAMPLING
        self._image = Image.new("RGB", (round(WIDTH * self._scale), round(HEIGHT * self._scale)), palette.glow)

    def finish(self) -> Image.Image:
        """The picture in the size that was asked for."""
        return ImageOps.fit(self._image, self._size, Image.Resampling.LANCZOS)

    def polygon(self, points: Iterable[Point], colour: Colour, opacity: float = 1) -> None:
        """A filled polygon."""
        corners = [self._point(p) for p in points]
        self._paint(lambda pen, fill: pen.polygon(corners, fill=fill), colour, opacity)

    def box(self, x: float, y: float, width: float, height: float, colour: Colour, radius: float = 0, opacity: float = 1) -> None:
        """A rectangle by its upper left corner, with rounded corners where `radius` is not 0."""
        area = (*self._point((x, y)), *self._point((x + width, y + height)))
        self._paint(lambda pen, fill: pen.rounded_rectangle(area, radius * self._scale, fill=fill), colour, opacity)

    def disc(self, x: float, y: float, radius: float, colour: Colour, opacity: float = 1) -> None:
        """A circle by its middle."""
        self.oval(x, y, radius, radius, colour, opacity)

    def oval(self, x: float, y: float, across: float, down: float, colour: Colour, opacity: float = 1) -> None:
        """An ellipse by its middle and its two radii."""
        area = (*self._point((x - across, y - down)), *self._point((x + across, y + down)))
        self._paint(lambda pen, fill: pen.ellipse(area, fill=fill), colour, opacity)

    def ring(self, x: float, y: float, radius: float, width: float, colour: Colour, start: float = 0, end: float = 360) -> None:
        """A circle's line, or the part of it from `start` to `end` degrees, clockwise from the right."""
        outer = radius + width / 2
        area = (*self._point((x - outer, y - outer)), *self._point((x + outer, y + outer)))
        self._paint(lambda pen, fill: pen.arc(area, start, end, fill=fill, width=round(width * self._scale)), colour, 1)

    def line(self, points: Sequence[Point], width: float, colour: Colour, opacity: float = 1) -> None:
        """A line with round ends and corners."""
        path, half = [self._point(p) for p in points], width * self._scale / 2

        def stroke(pen: ImageDraw.ImageDraw, fill: Colour | int) -> None:
            pen.line(path, fill=fill, width=max(1, round(half * 2)), joint="curve")
            for x, y in path:
                pen.ellipse((x - half, y - half, x + half, y + half), fill=fill)

        self._paint(stroke, colour, opacity)

    def sky(self, top: Colour | None = None, low: Colour | None = None, horizon: float = HEIGHT) -> None:
        """A gradient from the upper edge to the horizon; below it the low colour."""
        first, last = top or self.palette.sky, low or self.palette.glow
        rows = max(2, round(horizon / 4))
        strip = Image.new("RGB", (1, rows))
        strip.putdata([mix(first, last, row / (rows - 1)) for row in range(rows)])
        band = strip.resize((self._image.width, round(horizon * self._scale)), Image.Resampling.BICUBIC)
        self._image.paste(last, (0, 0, *self._image.size))
        self._image.paste(band, (0, 0))

    def sun(self, x: float, y: float, radius: float, colour: Colour | None = None) -> None:
        """A disc with two fainter rings of light around it."""
        light = colour or self.palette.sun
        self.disc(x, y, radius * 1.9, light, 0.10)
        self.disc(x, y, radius * 1.42, light, 0.16)
        self.disc(x, y, radius, light)

    def hills(self, height: float, swing: float, waves: float, shift: float, colour: Colour) -> None:
        """Rolling ground from `height` down to the lower edge; `swing` up and down, `waves` across the width."""
        top = [
            (
                x,
                height
                - swing
                * (
                    math.sin(x / WIDTH * waves * math.tau + shift)
                    + 0.35 * math.sin(x / WIDTH * waves * 2.3 * math.tau + shift * 1.7)
                ),
            )
            for x in range(-20, WIDTH + 40, 10)
        ]
        self.polygon([*top, (WIDTH + 20, HEIGHT + 20), (-20, HEIGHT + 20)], colour)

    def cloud(self, x: float, y: float, width: float, colour: Colour, opacity: float = 0.55) -> None:
        """Two flat bars with round ends, like clouds in a woodcut."""
        self.box(x, y, width, width * 0.1, colour, width * 0.05, opacity)
        self.box(x + width * 0.28, y - width * 0.085, width * 0.5, width * 0.1, colour, width * 0.05, opacity)

    def shadow(self, x: float, y: float, width: float, height: float, radius: float = 12, strength: float = 0.28) -> None:
        """A soft shadow of a box, a little below it."""
        mask = Image.new("L", self._image.size, 0)
        area = (*self._point((x, y + 14)), *self._point((x + width, y + height + 14)))
        ImageDraw.Draw(mask).rounded_rectangle(area, radius * self._scale, fill=round(255 * strength))
        soft = mask.reduce(8).filter(ImageFilter.GaussianBlur(self._scale * 2)).resize(mask.size, Image.Resampling.BILINEAR)
        self._image.paste(self.palette.ink, (0, 0), soft)

    def _point(self, point: Point) -> Point:
        return point[0] * self._scale, point[1] * self._scale

    def _paint(self, shape: Callable[[ImageDraw.ImageDraw, Colour | int], None], colour: Colour, opacity: float) -> None:
        if opacity >= 1:
            shape(ImageDraw.Draw(self._image), colour)
            return
        mask = Image.new("L", self._image.size, 0)
        shape(ImageDraw.Draw(mask), round(255 * opacity))
        self._image.paste(colour, (0, 0), mask)


def turned(points: Iterable[Point], middle: Point, degrees: float) -> list[Point]:
    """Points turned clockwise around a middle."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    x, y = middle
    return [(x + (a - x) * cosine - (b - y) * sine, y + (a - x) * sine + (b - y) * cosine) for a, b in points]


def curve(start: Point, bend: Point, end: Point, steps: int = 24) -> list[Point]:
    """Points of a quadratic Bézier curve."""
    shares = [n / steps for n in range(steps + 1)]
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * bend[0] + t**2 * end[0],
            (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * bend[1] + t**2 * end[1],
        )
        for t in shares
    ]
