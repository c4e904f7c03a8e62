"""Care and learning: hands with a heart, a hand with a cross, an umbrella over a family, gears."""

import math

from rantau.covers.canvas import WIDTH, Canvas, Point, curve
from rantau.covers.palettes import Colour, mix


def _heart(x: float, y: float, size: float) -> list[Point]:
    steps = [n / 60 * math.tau for n in range(60)]
    return [
        (
            x + size * math.sin(t) ** 3,
            y - size * (13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)) / 16,
        )
        for t in steps
    ]


def _hand(c: Canvas, x: float, y: float, side: int, skin: Colour, sleeve: Colour) -> None:
    """An open hand from below; `side` 1 is a left hand, -1 its mirror."""

    def at(points: tuple[Point, ...]) -> list[Point]:
        return [(x + side * a, y + b) for a, b in points]

    c.polygon(at(((-190, 330), (-60, 330), (-20, 190), (-150, 150))), sleeve)
    palm = [
        *at(((-140, 170), (-170, 60))),
        *[(x + side * a, y + b) for a, b in curve((-170, 60), (-150, -10), (-60, 10))],
        *at(((40, 60), (60, 100), (-20, 200))),
    ]
    c.polygon(palm, skin)
    for start, end in (
        ((-150, 40), (-210, -80)),
        ((-118, 20), (-160, -122)),
        ((-80, 14), (-100, -136)),
        ((-44, 22), (-44, -118)),
    ):
        c.line(at((start, end)), 40, skin)
    c.line(at(((0, 90), (72, 18))), 44, skin)


def hands(c: Canvas) -> None:
    """Two hands around a heart, in front of a hospital."""
    p = c.palette
    c.sky(horizon=560)
    c.sun(640, 250, 170)
    c.hills(540, 24, 1.3, 0.4, mix(p.far, p.glow, 0.2))
    for x, width, height in ((120, 150, 250), (270, 90, 180), (930, 100, 200), (1030, 150, 270)):
        c.box(x, 600 - height, width, height, mix(p.far, p.mid, 0.35))
        for row in range(3):
            for column in range(width // 44):
                c.box(x + 16 + column * 42, 620 - height + row * 46, 20, 24, p.glow, 3, 0.8)
    c.box(1088, 352, 34, 80, p.paper, 3)
    c.box(1065, 375, 80, 34, p.paper, 3)
    c.hills(606, 12, 1.1, 2.0, p.mid)
    c.polygon(_heart(640, 290, 120), p.accent)
    c.polygon(_heart(604, 262, 36), mix(p.accent, p.paper, 0.35))
    skin = mix(p.sun, p.paper, 0.45)
    _hand(c, 500, 420, 1, skin, p.near)
    _hand(c, 780, 420, -1, skin, p.near)


def cross(c: Canvas) -> None:
    """A medical cross with a pulse, between two branches."""
    p = c.palette
    c.sky(horizon=600)
    c.sun(640, 300, 190)
    for ring in (250, 310, 370):
        c.ring(640, 300, ring, 3, mix(p.glow, p.sun, 0.4))
    c.hills(620, 20, 1.2, 1.2, mix(p.far, p.mid, 0.3))
    c.hills(664, 12, 1.5, 3.2, p.near)
    c.box(596, 160, 88, 280, p.paper, 16)
    c.box(500, 256, 280, 88, p.paper, 16)
    c.line([(520, 300), (596, 300), (620, 256), (652, 350), (676, 300), (760, 300)], 11, p.accent)
    for side in (-1, 1):
        stem = curve((640, 590), (640 + side * 330, 560), (640 + side * 300, 210), 20)
        c.line(stem, 8, p.near)
        for number in range(3, 20, 2):
            x, y = stem[number]
            angle = math.atan2(stem[number + 1][1] - y, stem[number + 1][0] - x)
            for turn in (-0.75, 0.75):
                tip = (x + math.cos(angle + turn) * 74, y + math.sin(angle + turn) * 74)
                bulge = math.cos(angle + turn + math.pi / 2) * 20, math.sin(angle + turn + math.pi / 2) * 20
                middle = ((x + tip[0]) / 2, (y + tip[1]) / 2)
                leaf = [
                    *curve((x, y), (middle[0] + bulge[0], middle[1] + bulge[1]), tip, 10),
                    *curve(tip, (middle[0] - bulge[0], middle[1] - bulge[1]), (x, y), 10),
                ]
                c.polygon(leaf, p.near if turn * side > 0 else p.mid)


def _person(c: Canvas, x: float, foot: float, height: float, dress: Colour, skirt: bool = False) -> None:
    p, head = c.palette, height * 0.15
    spread = height * (0.3 if skirt else 0.19)
    c.polygon(
        [
            (x - spread, foot),
            (x - height * 0.14, foot - height * 0.66),
            (x + height * 0.14, foot - height * 0.66),
            (x + spread, foot),
        ],
        dress,
    )
    c.disc(x, foot - height * 0.64, height * 0.14, dress)
    c.disc(x, foot - height * 0.86, head, mix(p.sun, p.paper, 0.4))
    c.polygon(
        [
            (x + math.cos(a / 12 * math.pi) * -head, foot - height * 0.88 - math.sin(a / 12 * math.pi) * head * 0.95)
            for a in range(13)
        ],
        p.ink,
    )


def umbrella(c: Canvas) -> None:
    """A wide umbrella over a family in the rain."""
    p = c.palette
    c.sky(horizon=600)
    c.cloud(120, 110, 320, p.paper, 0.7)
    c.cloud(840, 90, 300, p.paper, 0.7)
    for number in range(46):
        x, y = (number * 173 + 40) % WIDTH, (number * 97 + 60) % 470 + 60
        c.line([(x, y), (x - 9, y + 30)], 4, p.mid, 0.5)
    c.hills(610, 14, 1.1, 0.6, p.mid)
    rim, top, middle = 372, 140, 640
    dome = [(middle - 330 * math.cos(a / 40 * math.pi), rim - (rim - top) * math.sin(a / 40 * math.pi)) for a in range(41)]
    c.polygon(dome, p.accent)
    for inner, colour in ((220, mix(p.accent, p.paper, 0.28)), (74, p.accent)):
        c.polygon(
            [(middle - inner * math.cos(a / 40 * math.pi), rim - (rim - top) * math.sin(a / 40 * math.pi)) for a in range(41)],
            colour,
        )
    for left, right in ((-330, -220), (-220, -74), (-74, 74), (74, 220), (220, 330)):
        half = (right - left) / 2
        c.oval(middle + left + half, rim, half, 20, mix(p.sky, p.glow, 0.62))
    c.line([(middle, top - 26), (middle, top)], 11, p.ink)
    c.line([(middle, rim - 120), (middle, 600)], 11, p.ink)
    _person(c, 545, 640, 230, p.near)
    _person(c, 738, 640, 214, p.sun, skirt=True)
    _person(c, 658, 645, 130, p.paper)
    c.hills(652, 8, 1.0, 0.4, p.near)


def gears(c: Canvas) -> None:
    """Two gears at the foot of a mountain, with a small workshop."""
    p = c.palette
    c.sky(horizon=520)
    c.sun(930, 200, 88)
    c.polygon(
        [(420, 530), *curve((420, 530), (640, 440), (716, 210)), *curve((784, 210), (860, 440), (1090, 530))],
        mix(p.far, p.mid, 0.4),
    )
    c.polygon([(716, 210), (784, 210), (814, 284), (782, 266), (756, 304), (728, 264), (690, 288)], p.paper)
    c.hills(530, 16, 1.5, 0.8, p.mid)
    c.hills(620, 14, 1.2, 2.8, p.near)
    c.polygon([(850, 480), (980, 400), (1110, 480)], p.ink)
    c.box(872, 476, 216, 140, p.paper)
    for x in (896, 960):
        c.box(x, 506, 42, 42, p.mid, 3)
    c.box(1024, 520, 46, 96, p.accent, 3)
    for x, y, radius, teeth, colour, turn in ((370, 400, 170, 12, p.accent, 0.0), (610, 548, 104, 9, p.near, 0.22)):
        for tooth in range(teeth):
            angle = tooth / teeth * math.tau + turn
            out = [
                (radius * 0.9, -radius * 0.14),
                (radius * 1.2, -radius * 0.1),
                (radius * 1.2, radius * 0.1),
                (radius * 0.9, radius * 0.14),
            ]
            c.polygon(
                [(x + a * math.cos(angle) - b * math.sin(angle), y + a * math.sin(angle) + b * math.cos(angle)) for a, b in out],
                colour,
            )
        c.disc(x, y, radius, colour)
        c.disc(x, y, radius * 0.56, p.paper)
        c.disc(x, y, radius * 0.2, colour)


MOTIFS = {"cross": cross, "gears": gears, "hands": hands, "umbrella": umbrella}
