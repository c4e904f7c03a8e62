"""Reduces Natural Earth's shapes to the small file that the map of countries is drawn from (rantau/atlas.json).

Run once, and again only when Natural Earth's borders change: both arguments are TopoJSON files of the package `world-atlas`,
countries-110m.json for the shapes and countries-50m.json for the middles of countries that the first one is too coarse for.
"""

import json
import math
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import environment

environment.enter()

from babel.core import get_global

from rantau.arguments import Parser

Point = tuple[float, float]
TARGET = environment.ROOT / "rantau" / "atlas.json"
# Degrees: what a line may leave out, and the area below which an island is left out.
TOLERANCE = 0.15
SMALLEST = 1.5
# Nobody is sent there, and every projection makes it the largest of all.
LEFT_OUT = "AQ"


def main() -> int:
    """Exit code: 0 written."""
    parser = Parser("Menyusun data peta dunia. / Makes the data of the world map.")
    parser.add_argument("shapes", type=Path, metavar="BENTUK", help="countries-110m.json")
    parser.add_argument("middles", type=Path, metavar="TITIK", help="countries-50m.json")
    arguments = parser.parse_args()
    made = reduce(json.loads(arguments.shapes.read_text("utf-8")), json.loads(arguments.middles.read_text("utf-8")))
    TARGET.write_text(json.dumps(made, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")
    print(f"{TARGET}: {TARGET.stat().st_size} byte, {len(made['shapes'])} bentuk, {len(made['middles'])} titik tengah")
    return 0


def reduce(shapes: dict[str, Any], fine: dict[str, Any]) -> dict[str, Any]:
    """Lines in tenths of degrees as steps from point to point; rings as numbers of lines, `~n` for one walked backwards."""
    arcs = [simple(arc) for arc in lines(shapes)]
    rings = {code: largest(polygons, arcs) for code, polygons in countries(shapes) if code != LEFT_OUT}
    cold = {abs_(n) for code, polygons in countries(shapes) if code == LEFT_OUT for ring in polygons for n in ring}
    # Here holes count: the Caspian Sea is one.
    every = [ring for shape in shapes["objects"]["land"]["geometries"] for polygon in shape["arcs"] for ring in polygon]
    land = [ring for ring in every if cold.isdisjoint(map(abs_, ring)) and area(walk(ring, arcs)) >= SMALLEST]
    used = sorted({abs_(n) for ring in (*land, *(r for found in rings.values() for r in found)) for n in ring})
    number = {old: new for new, old in enumerate(used)}

    def renamed(found: Iterable[Sequence[int]]) -> list[list[int]]:
        return [[number[n] if n >= 0 else ~number[~n] for n in ring] for ring in found]

    fine_arcs = lines(fine)
    middles = {code: middle(polygons, fine_arcs) for code, polygons in countries(fine) if code != LEFT_OUT}
    return {
        "lines": [steps(arcs[old]) for old in used],
        "land": renamed(land),
        "shapes": {code: renamed(found) for code, found in rings.items()},
        "middles": {code: [round(((x + 180) % 360 - 180) * 10), round(y * 10)] for code, (x, y) in middles.items()},
    }


def lines(topology: dict[str, Any]) -> list[list[Point]]:
    """The lines of a topology in degrees. Source: https://github.com/topojson/topojson-specification"""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x, y = 0.0, 0
        points: list[Point] = []
        for dx, dy in arc:
            # No step goes round the world: where one seems to, the line crosses the 180th meridian.
            turns = round(dx * sx / 360) if points else 0
            x, y = x + dx - turns * 360 / sx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        found.append(points)
    return found


def countries(topology: dict[str, Any]) -> Iterable[tuple[str, list[list[int]]]]:
    """Two-letter codes and the outer rings of each country; what lies in a hole is a country of its own."""
    codes = get_global("territory_aliases")
    found: dict[str, list[list[int]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = (codes.get(shape.get("id", "")) or [""])[0]
        if len(code) == 2:
            found.setdefault(code, []).extend(outer(shape))
    return found.items()


def outer(shape: dict[str, Any]) -> list[list[int]]:
    """The outer ring of each polygon of a shape."""
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return [polygon[0] for polygon in polygons]


def abs_(number: int) -> int:
    """The line that a number of a ring means."""
    return number if number >= 0 else ~number


def walk(ring: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    """The points of a ring."""
    points: list[Point] = []
    for n in ring:
        line = arcs[n] if n >= 0 else arcs[~n][::-1]
        turn = round((points[-1][0] - line[0][0]) / 360) * 360 if points else 0
        points += [(x + turn, y) for x, y in line[1:]] if points else line
    return points


def area(points: Sequence[Point]) -> float:
    """Square degrees at the equator."""
    heights = [math.degrees(math.sin(math.radians(y))) for _, y in points]
    flat = [(x, height) for (x, _), height in zip(points, heights, strict=True)]
    return abs(sum((x1 - x0) * (h0 + h1) for (x0, h0), (x1, h1) in pairwise(flat)) / 2)


def largest(polygons: list[list[int]], arcs: Sequence[list[Point]]) -> list[list[int]]:
    """The rings worth drawing: all but small islands, and always the largest."""
    by_size = sorted(polygons, key=lambda ring: -area(walk(ring, arcs)))
    return [ring for n, ring in enumerate(by_size) if n == 0 or area(walk(ring, arcs)) >= SMALLEST]


def middle(polygons: list[list[int]], arcs: Sequence[list[Point]]) -> Point:
    """The centre of gravity of the largest part."""
    points = walk(max(polygons, key=lambda ring: area(walk(ring, arcs))), arcs)
    total = x = y = 0.0
    for (x0, y0), (x1, y1) in pairwise(points):
        cross = x0 * y1 - x1 * y0
        total, x, y = total + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return (x / total / 3, y / total / 3) if total else points[0]


def simple(points: list[Point]) -> list[Point]:
    """The line without the points that it does not need (Douglas and Peucker); a closed one is parted at its farthest point."""
    if points[0] == points[-1] and len(points) > 3:
        far = max(range(len(points)), key=lambda n: math.dist(points[0], points[n]))
        return simple(points[: far + 1])[:-1] + simple(points[far:])
    worst, where = 0.0, 0
    for n in range(1, len(points) - 1):
        off = distance(points[n], points[0], points[-1])
        if off > worst:
            worst, where = off, n
    if worst <= TOLERANCE:
        return [points[0], points[-1]]
    return simple(points[: where + 1])[:-1] + simple(points[where:])


def distance(point: Point, start: Point, end: Point) -> float:
    """Degrees from the point to the stretch; those of longitude are shorter far from the equator."""
    narrow = math.cos(math.radians(point[1]))
    px, py = (point[0] - start[0]) * narrow, point[1] - start[1]
    ex, ey = (end[0] - start[0]) * narrow, end[1] - start[1]
    length = ex * ex + ey * ey
    share = max(0.0, min(1.0, (px * ex + py * ey) / length)) if length else 0.0
    return math.hypot(px - share * ex, py - share * ey)


def steps(points: Sequence[Point]) -> list[int]:
    """The line in tenths of degrees, each point as its step from the last."""
    whole = [(round(x * 10), round(y * 10)) for x, y in points]
    x = y = 0
    found: list[int] = []
    for nx, ny in whole:
        if found and (nx, ny) == (x, y):
            continue
        found += [nx - x, ny - y]
        x, y = nx, ny
    return found


if __name__ == "__main__":
    sys.exit(main())
