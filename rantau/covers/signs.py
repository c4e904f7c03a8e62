"""Warning and search: a magnifier over a shield, a crossed-out notice, a lantern on a dark road, a globe with pins."""

import math

from rantau.covers.canvas import WIDTH, Canvas, Point, curve, turned
from rantau.covers.palettes import Colour, mix


def _shield(x: float, y: float, size: float) -> list[Point]:
    right = [
        *curve((x, y - size), (x + size * 0.4, y - size * 0.78), (x + size * 0.78, y - size * 0.74)),
        *curve((x + size * 0.78, y - size * 0.74), (x + size * 0.9, y + size * 0.5), (x, y + size)),
    ]
    return [*right, *[(2 * x - a, b) for a, b in reversed(right)]]


def magnifier(c: Canvas) -> None:
    """A magnifier over a shield with a tick."""
    p = c.palette
    c.sky(horizon=600)
    c.sun(1010, 210, 92)
    c.hills(590, 24, 1.2, 0.5, mix(p.far, p.glow, 0.2))
    c.hills(646, 14, 1.4, 2.4, p.mid)
    c.polygon([(a + 12, b + 18) for a, b in _shield(560, 360, 250)], p.ink, 0.2)
    c.polygon(_shield(560, 360, 250), p.near)
    c.polygon(_shield(560, 360, 214), p.mid)
    c.line([(442, 356), (520, 436), (650, 276)], 40, p.paper)
    c.line([(808, 506), (960, 640)], 60, p.ink)
    c.line([(850, 544), (960, 640)], 44, p.accent)
    c.disc(700, 400, 168, p.ink)
    c.disc(700, 400, 142, mix(p.glow, p.paper, 0.5))
    c.polygon([(x, y) for x, y in _lens(_shield(560, 360, 300), 700, 400, 141)], p.mid)
    c.line([(606, 428), (650, 470), (770, 320)], 46, p.paper)
    c.ring(700, 400, 154, 26, p.ink)
    c.ring(700, 400, 112, 10, p.paper, 205, 260)


def _lens(points: list[Point], x: float, y: float, radius: float) -> list[Point]:
    """Points drawn back to the edge of a circle where they lie outside of it."""
    near = []
    for a, b in points:
        far = math.hypot(a - x, b - y)
        near.append((a, b) if far <= radius else (x + (a - x) / far * radius, y + (b - y) / far * radius))
    return near


def notice(c: Canvas) -> None:
    """A notice with a red cross on a wall, and a warning triangle."""
    p = c.palette
    c.sky(horizon=640)
    c.sun(1000, 190, 96)
    c.hills(600, 24, 1.1, 0.9, mix(p.far, p.glow, 0.2))
    c.hills(650, 12, 1.3, 2.2, p.mid)
    sheet = turned([(300, 80), (700, 80), (700, 610), (300, 610)], (500, 345), -4)
    c.polygon([(x + 12, y + 18) for x, y in sheet], p.ink, 0.22)
    c.polygon(sheet, p.paper)
    for y, left, width, weight, colour in (
        (150, 350, 300, 34, p.near),
        (210, 380, 240, 16, p.far),
        (470, 350, 300, 12, p.far),
        (505, 350, 260, 12, p.far),
        (540, 350, 300, 12, p.far),
    ):
        c.line(turned([(left, y), (left + width, y)], (500, 345), -4), weight, colour)
    coins: tuple[tuple[float, float], ...] = ((430, 350), (500, 340), (570, 330))
    for across, down in coins:
        c.disc(across, down, 52, p.sun)
        c.ring(across, down, 34, 5, mix(p.sun, p.ink, 0.3))
    for start, end in (((350, 170), (660, 520)), ((640, 150), (370, 540))):
        c.line([start, end], 32, p.accent, 0.92)
    outer: list[Point] = [(880, 350), (1050, 634), (710, 634)]
    c.line([*outer, outer[0]], 34, p.ink)
    c.polygon(outer, p.ink)
    c.line([(880, 376), (1024, 618), (736, 618), (880, 376)], 16, p.sun)
    c.polygon([(880, 376), (1024, 618), (736, 618)], p.sun)
    c.line([(880, 448), (880, 540)], 30, p.ink)
    c.disc(880, 586, 17, p.ink)


def lantern(c: Canvas) -> None:
    """A lantern beside a dark road with a stop sign."""
    p = c.palette
    c.sky(p.sky, p.glow, 480)
    for x, y in ((90, 100), (250, 60), (610, 90), (760, 170), (930, 70), (1180, 130), (1090, 230), (450, 200)):
        c.disc(x, y, 3.5, p.paper)
    c.hills(430, 60, 1.0, 0.5, p.far)
    c.hills(490, 30, 1.4, 2.8, p.mid)
    c.box(0, 520, WIDTH, 210, p.near)
    c.polygon([(560, 490), (620, 490), (980, 730), (260, 730)], p.ink)
    for y, width in ((520, 8), (560, 13), (612, 20), (676, 28)):
        c.polygon(
            [(592 - width / 2, y), (592 + width / 2, y), (592 + width, y + width * 1.6), (592 - width, y + width * 1.6)],
            p.paper,
            0.6,
        )
    for radius, opacity in ((300, 0.08), (220, 0.1), (150, 0.14), (96, 0.2)):
        c.disc(290, 300, radius, p.accent, opacity)
    c.line([(130, 720), (130, 160), (290, 160)], 15, p.ink)
    c.line([(290, 160), (290, 206)], 6, p.ink)
    c.box(244, 206, 92, 22, p.ink, 6)
    c.box(232, 228, 116, 150, p.accent, 34)
    c.box(262, 248, 56, 110, p.sun, 26)
    c.box(244, 376, 92, 20, p.ink, 6)
    c.line([(290, 396), (290, 440)], 6, p.accent)
    c.box(976, 380, 18, 290, p.ink)
    eight = [
        (985 + 124 * math.cos(math.radians(22.5 + n * 45)), 300 + 124 * math.sin(math.radians(22.5 + n * 45))) for n in range(8)
    ]
    c.polygon(eight, p.paper)
    inner = [
        (985 + 108 * math.cos(math.radians(22.5 + n * 45)), 300 + 108 * math.sin(math.radians(22.5 + n * 45))) for n in range(8)
    ]
    c.polygon(inner, (201, 59, 59))
    c.box(917, 282, 136, 36, p.paper, 6)


def _pin(c: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    c.oval(x, y, size * 0.42, size * 0.14, c.palette.ink, 0.4)
    tip = [(x, y), *curve((x - size * 0.5, y - size * 0.9), (x - size * 0.42, y - size * 0.4), (x, y))]
    c.polygon([*tip, *curve((x, y), (x + size * 0.42, y - size * 0.4), (x + size * 0.5, y - size * 0.9))], colour)
    c.disc(x, y - size, size * 0.52, colour)
    c.disc(x, y - size, size * 0.2, c.palette.paper)


def globe(c: Canvas) -> None:
    """A globe with pins in several places and lines between them."""
    p = c.palette
    c.sky()
    for ring in (300, 350, 410):
        c.ring(640, 400, ring, 2.5, mix(p.glow, p.far, 0.6))
    c.cloud(80, 180, 230, p.paper, 0.7)
    c.cloud(990, 520, 220, p.paper, 0.7)
    c.disc(654, 418, 254, p.ink, 0.18)
    c.disc(640, 400, 250, p.mid)
    water = p.mid
    for shape in (
        (
            (470, 300),
            (520, 230),
            (600, 210),
            (690, 200),
            (770, 240),
            (800, 310),
            (740, 340),
            (700, 400),
            (640, 380),
            (610, 320),
            (540, 350),
        ),
        ((600, 440), (650, 430), (690, 450), (670, 474), (612, 464)),
        ((710, 450), (760, 440), (800, 470), (770, 490), (724, 478)),
        ((700, 540), (760, 520), (820, 540), (800, 590), (740, 600), (700, 580)),
        ((440, 410), (500, 400), (540, 450), (530, 530), (490, 570), (456, 500)),
    ):
        c.polygon(_rounded(shape), mix(water, p.glow, 0.62))
    for across in (90, 180):
        c.line(
            [(640 + across * math.cos(a / 30 * math.pi), 400 + 250 * math.sin(a / 30 * math.pi)) for a in range(61)],
            2,
            p.paper,
            0.35,
        )
    for y in (270, 400, 530):
        half = math.sqrt(250**2 - (y - 400) ** 2)
        c.line([(640 - half, y), (640 + half, y)], 2, p.paper, 0.35)
    home: Point = (662, 462)
    for target in ((690, 250), (776, 300), (560, 300), (500, 450), (760, 560)):
        bend = ((home[0] + target[0]) / 2 + 30, min(home[1], target[1]) - 60)
        for number, (first, second) in enumerate(
            zip(curve(home, bend, target, 16), curve(home, bend, target, 16)[1:], strict=False)
        ):
            if number % 2 == 0:
                c.line([first, second], 5, p.paper)
    for target in ((560, 300), (690, 250), (776, 300), (500, 450), (760, 560)):
        _pin(c, *target, 44, p.accent)
    _pin(c, *home, 60, p.sun)


def _rounded(points: tuple[Point, ...]) -> list[Point]:
    """A closed curve near the points (three rounds of Chaikin's corner cutting)."""
    path = list(points)
    for _ in range(3):
        pairs = zip(path, path[1:] + path[:1], strict=True)
        path = [
            q
            for (a, b), (x, y) in pairs
            for q in ((a * 0.75 + x * 0.25, b * 0.75 + y * 0.25), (a * 0.25 + x * 0.75, b * 0.25 + y * 0.75))
        ]
    return path


MOTIFS = {"globe": globe, "lantern": lantern, "magnifier": magnifier, "notice": notice}
