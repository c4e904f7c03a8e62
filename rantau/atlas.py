"""The map of the world: Natural Earth's shapes, projected and cut to the part where the linked countries lie.

`atlas.json` beside this module is made by scripts/atlas.py: lines in tenths of degrees, rings of lines, and the middle of every
country, also of those too small for a shape (docs/decisions/0016-countries.md). All lengths of a map are in its own units.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from rantau.views import Anchor, Pin, WorldMap

Point = tuple[float, float]

HOME = "ID"
WIDTH = 1000
# On a phone the map is 800 pixels wide (theme/assets/rantau.css), so that 56 units are a finger's 44 pixels.
TARGET = 56
_LETTER = 9.4  # of a name at 15 units; Japanese letters are twice as wide
_HIGHEST, _LOWEST = 0.72, 0.5
_NARROWEST = math.radians(50)
# Behind this meridian lie the Americas: whoever is sent there sees the whole world, cut in the Bering Strait.
_ATLANTIC = -30.0
_BERING = 11.0


@lru_cache(maxsize=1)
def _data() -> Any:
    return json.loads((Path(__file__).parent / "atlas.json").read_text("utf-8"))


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[Point, ...], ...]:
    found = []
    for steps in _data()["lines"]:
        x = y = 0
        points = []
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x / 10, y / 10))
        found.append(tuple(points))
    return tuple(found)


def known(code: str) -> bool:
    """Whether the map knows where a country lies."""
    return code in _data()["middles"]


def draw(places: Mapping[str, Anchor]) -> WorldMap | None:
    """The map with a link for every country of a code that it knows; None when there is none."""
    codes = [code for code in places if known(code)]
    if not codes:
        return None
    view = _View.around((*codes, HOME))
    pins = [(code, view.place(_middle(code))) for code in codes]
    boxes = [_Box(x, y, _wide(places[code].label), TARGET) for code, (x, y) in pins]
    worded = _settle(boxes, view.height)
    if not worded:
        boxes = [_Box(x, y, TARGET, TARGET) for _, (x, y) in pins]
        _settle(boxes, view.height)
    return WorldMap(
        WIDTH,
        view.height,
        view.path(_data()["land"]),
        view.path(_data()["shapes"][HOME]),
        tuple(
            Pin(places[code], view.path(_data()["shapes"].get(code, ())), round(x), round(y), round(box.x), round(box.y))
            for (code, (x, y)), box in zip(pins, boxes, strict=True)
        ),
        worded,
    )


def project(longitude: float, latitude: float, centre: float = 0.0) -> Point:
    """A place in radians to the right and downwards, seen from a central meridian; all three in degrees.

    Source: Natural Earth projection in its polynomial form, B. Šavrič and others, "A polynomial equation for the Natural Earth
    projection", Cartography and Geographic Information Science 38(4), 2011.
    """
    across, up = math.radians(longitude - centre), math.radians(latitude)
    p2 = up * up
    p4 = p2 * p2
    x = across * (0.8707 - 0.131979 * p2 - 0.013791 * p4 + p4 * p4 * (0.003971 * p2 - 0.001529 * p4))
    y = up * (1.007226 + 0.015085 * p2 + p2 * p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))
    return x, -y


def _middle(code: str) -> Point:
    x, y = _data()["middles"][code]
    return x / 10, y / 10


def _ring(numbers: Sequence[int]) -> list[Point]:
    points: list[Point] = []
    for number in numbers:
        line = _lines()[number] if number >= 0 else _lines()[~number][::-1]
        # Two lines may meet on the 180th meridian.
        turn = round((points[-1][0] - line[0][0]) / 360) * 360 if points else 0
        points += [(x + turn, y) for x, y in line[1:]] if points else line
    return points


@dataclass(frozen=True, slots=True)
class _View:
    """What of the world is seen: the central meridian, and the corner and the scale of the cut-out."""

    centre: float
    left: float
    top: float
    scale: float
    height: int

    @classmethod
    def around(cls, codes: Iterable[str]) -> "_View":
        middles = [_middle(code) for code in codes]
        lows = [x for x, _ in middles]
        centre = _BERING if min(lows) < _ATLANTIC else (min(lows) + max(lows)) / 2
        seen = [project(_turned(x, centre), y, centre) for x, y in middles]
        for code in codes:
            for ring in _data()["shapes"].get(code, ()):
                seen += _projected(_ring(ring), centre)
        (left, right), (top, bottom) = ((min(v), max(v)) for v in zip(*seen, strict=True))
        width = max((right - left) * 1.08, _NARROWEST)
        tall = (bottom - top) * 1.12
        width = max(width, tall / _HIGHEST)
        tall = max(tall, width * _LOWEST)
        scale = WIDTH / width
        return cls(centre, (left + right - width) / 2, (top + bottom - tall) / 2, scale, round(tall * scale))

    def place(self, point: Point) -> Point:
        """Where a place in degrees lies on the map."""
        return self._scaled(project(_turned(point[0], self.centre), point[1], self.centre))

    def path(self, rings: Iterable[Sequence[int]]) -> str:
        """The rings as the `d` of one path, in whole units; what cannot be seen is left out."""
        found = []
        for ring in rings:
            points = _cut([self._scaled(p) for p in _projected(_ring(ring), self.centre)], self.height)
            whole = [(round(x), round(y)) for x, y in points]
            steps = [(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(whole) if (x0, y0) != (x1, y1)]
            if len(steps) > 1:
                drawn = "".join(f"{'' if n < 0 else ' '}{n}" for step in steps for n in step).strip()
                found.append(f"M{whole[0][0]} {whole[0][1]}l{drawn}z")
        return "".join(found)

    def _scaled(self, point: Point) -> Point:
        return (point[0] - self.left) * self.scale, (point[1] - self.top) * self.scale


def _turned(longitude: float, centre: float) -> float:
    """The same meridian, not more than half a turn from the central one."""
    return (longitude - centre + 180) % 360 - 180 + centre


def _projected(ring: Sequence[Point], centre: float) -> list[Point]:
    # The ring moves as a whole, so that none is torn where the map ends.
    turn = _turned(middle := sum(x for x, _ in ring) / len(ring), centre) - middle
    return [project(x + turn, y, centre) for x, y in ring]


def _cut(points: list[Point], height: float) -> list[Point]:
    """A ring cut to a little more than the map (Sutherland and Hodgman): side after side."""
    margin = 6.0
    for axis, limit, sign in ((0, -margin, 1), (0, WIDTH + margin, -1), (1, -margin, 1), (1, height + margin, -1)):
        kept: list[Point] = []
        for start, end in zip(points, points[1:] + points[:1], strict=True):
            a, b = (start[axis] - limit) * sign, (end[axis] - limit) * sign
            if a >= 0:
                kept.append(start)
            if a * b < 0:
                share = a / (a - b)
                kept.append((start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share))
        points = kept
    return points


@dataclass(slots=True)
class _Box:
    """A marker with the room that a finger and its word need, while it is being moved."""

    x: float
    y: float
    wide: float
    high: float


def _wide(label: str) -> float:
    letters = sum(2 if ord(letter) > 0x2E80 else 1 for letter in label)
    return max(TARGET, letters * _LETTER + 14)


def _settle(boxes: list[_Box], height: float) -> bool:
    """Moves the boxes apart, each as little as can be; whether none overlaps another at the end."""
    homes = [(box.x, box.y) for box in boxes]
    for turn in range(400):
        if turn < 300:
            for box, (x, y) in zip(boxes, homes, strict=True):
                box.x += (x - box.x) * 0.02
                box.y += (y - box.y) * 0.02
        for number, one in enumerate(boxes):
            for other in boxes[:number]:
                _part(one, other)
        for box in boxes:
            box.x = min(max(box.x, box.wide / 2), WIDTH - box.wide / 2)
            box.y = min(max(box.y, box.high / 2), height - box.high / 2)
    return all(min(_overlap(one, other)) < 1 for number, one in enumerate(boxes) for other in boxes[:number])


def _overlap(one: _Box, other: _Box) -> Point:
    wide = (one.wide + other.wide) / 2 - abs(one.x - other.x)
    return wide, (one.high + other.high) / 2 - abs(one.y - other.y)


def _part(one: _Box, other: _Box) -> None:
    wide, high = _overlap(one, other)
    if min(wide, high) <= 0:
        return
    if wide < high:
        push = wide / 2 if one.x >= other.x else -wide / 2
        one.x, other.x = one.x + push, other.x - push
    else:
        push = high / 2 if one.y >= other.y else -high / 2
        one.y, other.y = one.y + push, other.y - push
