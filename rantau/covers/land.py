"""Landscapes: mountain and sea, islands from the air, rice terraces, dunes, a beach, a fork in the road."""

import itertools
import math

from rantau.covers.canvas import HEIGHT, WIDTH, Canvas, Point, curve
from rantau.covers.palettes import mix


def mountain(c: Canvas) -> None:
    """A snow-capped cone behind a calm sea, with a small boat."""
    p = c.palette
    c.sky(horizon=520)
    c.sun(905, 250, 105)
    c.cloud(150, 170, 250, p.paper)
    c.cloud(980, 420, 220, p.paper, 0.4)
    left, right = curve((170, 570), (500, 430), (590, 165)), curve((690, 165), (780, 430), (1130, 570))
    c.polygon([*left, *right], p.mid)
    snow = [
        (590, 165),
        (690, 165),
        (722, 238),
        (742, 290),
        (706, 268),
        (676, 316),
        (640, 262),
        (604, 320),
        (576, 264),
        (536, 292),
        (560, 234),
    ]
    c.polygon(snow, p.paper)
    c.hills(548, 16, 2.2, 0.6, p.near)
    c.box(0, 566, WIDTH, 160, mix(p.mid, p.glow, 0.35))
    for row, (x, width) in enumerate(((120, 300), (640, 420), (360, 240), (980, 210), (160, 180), (700, 260))):
        c.box(x, 588 + row * 20, width, 5, p.paper, 2, 0.55)
    c.polygon([(830, 640), (960, 640), (934, 668), (852, 668)], p.ink)
    c.polygon([(892, 540), (892, 632), (836, 632)], p.paper)
    c.polygon([(900, 560), (900, 632), (948, 632)], p.accent)


def _plane(c: Canvas, x: float, y: float, size: float) -> None:
    shape = [(0, 0), (-26, -7), (-62, -7), (-92, -52), (-104, -52), (-86, -6), (-122, -4), (-138, -22), (-146, -22), (-138, 2)]
    mirrored = [(a, 4 - b) for a, b in reversed(shape[1:])]
    c.polygon(
        [(x + (a * 0.94 + b * 0.34) * size, y + (b * 0.94 - a * 0.34) * size) for a, b in [*shape, *mirrored]], c.palette.paper
    )


def islands(c: Canvas) -> None:
    """An aeroplane and its trail above a chain of islands."""
    p = c.palette
    water = mix(p.mid, p.sky, 0.45)
    c.sky(water, mix(water, p.glow, 0.55))
    for x, y, across, down in (
        (210, 560, 210, 74),
        (560, 640, 150, 52),
        (905, 560, 240, 84),
        (1190, 420, 130, 50),
        (420, 380, 110, 36),
        (720, 330, 60, 20),
    ):
        c.oval(x, y + 10, across * 1.16, down * 1.25, p.paper, 0.28)
        c.oval(x, y, across, down, mix(p.glow, p.sun, 0.35))
        c.oval(x - across * 0.04, y - down * 0.14, across * 0.86, down * 0.78, p.near)
        c.oval(x + across * 0.16, y - down * 0.3, across * 0.5, down * 0.42, mix(p.near, p.mid, 0.6))
    for x, y, width in ((60, 300, 240), (940, 250, 200), (520, 500, 190)):
        c.cloud(x, y, width, p.paper, 0.75)
    trail = curve((-40, 420), (420, 360), (842, 168))
    for number, (first, second) in enumerate(itertools.pairwise(trail)):
        c.line([first, second], 3 + number * 0.34, p.paper, 0.9)
    _plane(c, 990, 112, 1.15)


def terraces(c: Canvas) -> None:
    """Rice terraces in steps, a house on stilts and palm trees."""
    p = c.palette
    c.sky(horizon=460)
    c.sun(330, 250, 92)
    c.hills(400, 46, 1.3, 2.2, p.far)
    c.hills(440, 26, 1.9, 0.4, mix(p.far, p.mid, 0.6))
    for step in range(7):
        colour = mix(p.mid, p.near, step / 6)
        c.hills(472 + step * 40, 17 + step * 2.5, 1.15, 0.5 + step * 0.55, mix(p.glow, p.sun, 0.25))
        c.hills(480 + step * 40, 17 + step * 2.5, 1.15, 0.5 + step * 0.55, colour)
    for post in (880, 930, 990, 1040):
        c.box(post, 470, 9, 60, p.ink)
    c.box(862, 400, 206, 76, p.paper)
    c.box(896, 424, 34, 34, p.accent)
    c.box(990, 420, 40, 56, p.near)
    c.polygon([(820, 410), (905, 312), (1025, 312), (1110, 410)], p.ink)
    c.polygon([(905, 312), (885, 286), (915, 300), (1015, 300), (1045, 286), (1025, 312)], p.accent)
    for x, height in ((1170, 250), (1222, 190)):
        _palm(c, x, 560, height)


def _palm(c: Canvas, x: float, foot: float, height: float) -> None:
    p, top = c.palette, (x + 22, foot - height)
    c.line(curve((x, foot), (x - 6, foot - height * 0.5), top), 10, p.ink)
    for angle in (-165, -130, -90, -50, -15, 20, 160):
        end = (top[0] + math.cos(math.radians(angle)) * 84, top[1] + math.sin(math.radians(angle)) * 46 + 30)
        leaf = curve(top, ((top[0] + end[0]) / 2, top[1] - 34), end, 12)
        c.line(leaf, 9, p.ink)


def dunes(c: Canvas) -> None:
    """Sand dunes with a large low sun and a sign with a question mark."""
    p = c.palette
    c.sky(horizon=500)
    c.sun(420, 330, 150)
    c.hills(440, 40, 1.1, 0.8, p.far)
    for height, swing, waves, shift, shade in ((520, 60, 0.8, 2.6, 0.2), (600, 54, 0.9, 5.0, 0.75)):
        c.hills(height, swing, waves, shift, mix(p.far, p.mid, shade))
        c.hills(height + 22, swing * 0.72, waves, shift + 0.5, mix(p.far, p.mid, shade + 0.22))
    c.hills(694, 26, 0.7, 1.2, p.near)
    c.box(942, 390, 14, 270, p.ink)
    c.shadow(826, 226, 246, 176)
    c.box(826, 226, 246, 176, p.paper, 18)
    c.ring(949, 292, 34, 18, p.accent, 190, 90)
    c.line([(949, 326), (949, 348)], 18, p.accent)
    c.disc(949, 374, 11, p.accent)


def beach(c: Canvas) -> None:
    """A red rock behind a beach with surf and sea birds."""
    p = c.palette
    c.sky(horizon=430)
    c.sun(270, 210, 82)
    rock: list[Point] = [(560, 420), (604, 330), (680, 290), (860, 268), (1010, 276), (1120, 318), (1168, 420)]
    c.polygon(rock, p.accent)
    for x in (690, 790, 890, 990, 1080):
        c.line(curve((x, 292 if x < 1050 else 316), (x - 14, 350), (x + 8, 418)), 5, mix(p.accent, p.ink, 0.28))
    c.box(0, 416, WIDTH, 170, mix(p.mid, p.sky, 0.2))
    c.box(0, 416, WIDTH, 46, p.mid)
    for y, shift in ((520, 0.3), (552, 1.9)):
        c.hills(y, 9, 2.4, shift, p.paper if y < 540 else mix(p.mid, p.paper, 0.62))
    c.hills(580, 11, 1.6, 4.0, p.paper)
    c.hills(596, 11, 1.6, 4.1, mix(p.glow, p.sun, 0.32))
    c.hills(664, 10, 1.2, 1.0, mix(p.glow, p.sun, 0.5))
    for x, y, size in ((470, 150, 1.0), (560, 205, 0.7), (400, 235, 0.6)):
        c.line(
            [
                *curve((x - 52 * size, y), (x - 24 * size, y - 34 * size), (x, y + 4)),
                *curve((x, y + 4), (x + 24 * size, y - 34 * size), (x + 52 * size, y)),
            ],
            6 * size,
            p.ink,
        )


def fork(c: Canvas) -> None:
    """One road that parts: left to a mountain, right to a town."""
    p = c.palette
    c.sky(horizon=420)
    c.sun(640, 210, 84)
    c.polygon([(30, 456), (270, 170), (330, 170), (570, 456)], p.mid)
    c.polygon([(232, 215), (270, 170), (330, 170), (368, 215), (330, 240), (300, 214), (268, 242)], p.paper)
    for x, y, width in ((840, 300, 70), (920, 230, 62), (992, 270, 84), (1086, 200, 54), (1150, 290, 80)):
        c.box(x, y, width, 460 - y, p.mid if width > 65 else mix(p.mid, p.near, 0.5))
    c.polygon([(1086, 200), (1113, 130), (1140, 200)], p.near)
    c.hills(424, 14, 1.5, 0.4, mix(p.far, p.mid, 0.35))
    c.hills(470, 20, 0.9, 2.8, p.near)
    left = [*curve((520, HEIGHT + 20), (600, 560), (282, 448)), *reversed(curve((700, 580), (560, 500), (304, 446)))]
    right = [*curve((760, HEIGHT + 20), (680, 560), (998, 448)), *reversed(curve((580, 580), (720, 500), (976, 446)))]
    for road in (left, right):
        c.polygon(road, p.paper)
    c.polygon([(520, HEIGHT + 20), (580, 590), (640, 560), (700, 590), (760, HEIGHT + 20)], p.paper)
    for y in (600, 640, 684):
        c.box(640 - (y - 520) / 26, y, (y - 520) / 13, 24, p.accent, 3)


MOTIFS = {"beach": beach, "dunes": dunes, "fork": fork, "islands": islands, "mountain": mountain, "terraces": terraces}
