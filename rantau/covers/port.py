"""Harbours: cranes over containers, a ship at the quay, a shipyard."""

from rantau.covers.canvas import WIDTH, Canvas
from rantau.covers.palettes import mix


def _water(c: Canvas, top: float) -> None:
    p = c.palette
    c.box(0, top, WIDTH, 730 - top, mix(p.mid, p.sky, 0.25))
    for row, (x, width) in enumerate(((80, 260), (520, 380), (960, 240), (220, 320), (700, 420), (60, 200))):
        c.box(x, top + 18 + row * 19, width, 5, p.paper, 2, 0.4)


def _containers(c: Canvas, x: float, foot: float, columns: int, rows: int) -> None:
    p = c.palette
    colours = (p.accent, p.near, p.sun, p.mid, mix(p.accent, p.ink, 0.35))
    for row in range(rows):
        for column in range(columns - (row + 1) // 2):
            left, top = x + column * 92 + row % 2 * 22, foot - (row + 1) * 44
            c.box(left, top, 88, 41, colours[(row * 2 + column * 3) % 5], 3)
            for rib in range(1, 6):
                c.box(left + rib * 14, top + 6, 3, 29, p.ink, 0, 0.25)


def _gantry(c: Canvas, x: float, size: float) -> None:
    colour = c.palette.ink
    for shift in (0, 120):
        c.line([(x + shift * size, 600), (x + shift * size, 600 - 330 * size)], 13 * size, colour)
    for height in (120, 230):
        c.line([(x, 600 - height * size), (x + 120 * size, 600 - height * size)], 9 * size, colour)
    c.line([(x, 600 - 120 * size), (x + 120 * size, 600 - 230 * size)], 6 * size, colour)
    c.line([(x - 250 * size, 600 - 330 * size), (x + 230 * size, 600 - 330 * size)], 15 * size, colour)
    c.line(
        [(x - 250 * size, 600 - 330 * size), (x + 60 * size, 600 - 440 * size), (x + 230 * size, 600 - 330 * size)],
        5 * size,
        colour,
    )
    c.line([(x + 60 * size, 600 - 330 * size), (x + 60 * size, 600 - 440 * size)], 10 * size, colour)
    c.line([(x - 170 * size, 600 - 330 * size), (x - 170 * size, 600 - 230 * size)], 4 * size, colour)
    c.box(x - 218 * size, 600 - 230 * size, 96 * size, 44 * size, c.palette.accent, 3)


def harbour(c: Canvas) -> None:
    """A container crane at the water with a large sun."""
    p = c.palette
    c.sky(horizon=560)
    c.sun(330, 300, 120)
    c.cloud(80, 130, 240, p.paper)
    c.hills(520, 26, 1.4, 0.9, p.far)
    _gantry(c, 1060, 0.72)
    _gantry(c, 800, 1.05)
    c.box(560, 596, 760, 140, p.ink)
    _containers(c, 900, 598, 4, 3)
    _water(c, 606)
    c.box(540, 596, 780, 26, p.ink)


def ship(c: Canvas) -> None:
    """A loaded container ship in the morning."""
    p = c.palette
    c.sky(horizon=540)
    c.sun(960, 240, 104)
    c.cloud(180, 150, 260, p.paper)
    c.cloud(560, 250, 180, p.paper, 0.4)
    c.hills(524, 18, 1.2, 3.0, p.far)
    _containers(c, 330, 520, 6, 5)
    c.box(230, 330, 84, 196, p.paper, 4)
    c.box(212, 322, 120, 16, p.near, 3)
    for y in (352, 392, 432):
        for x in (244, 276):
            c.box(x, y, 20, 20, p.near, 3)
    c.box(250, 262, 34, 64, p.accent)
    _water(c, 560)
    c.polygon([(150, 512), (1120, 512), (1052, 628), (214, 628)], p.ink)
    c.polygon([(186, 576), (1083, 576), (1052, 628), (214, 628)], p.accent)
    for row, (x, width) in enumerate(((40, 420), (500, 520), (240, 300), (900, 300))):
        c.box(x, 626 + row * 22, width, 5, p.paper, 2, 0.45)


def shipyard(c: Canvas) -> None:
    """A hull on its cradle below a tall crane, beside a calm sea."""
    p = c.palette
    c.sky(horizon=520)
    c.sun(300, 240, 96)
    c.hills(500, 44, 1.0, 0.3, p.far)
    c.hills(530, 20, 1.4, 2.0, mix(p.far, p.mid, 0.6))
    c.line([(1010, 620), (1010, 130)], 26, p.near)
    for y in range(160, 600, 55):
        c.line([(998, y), (1022, y + 55)], 4, p.paper, 0.6)
    c.line([(560, 150), (1180, 150)], 16, p.near)
    c.line([(560, 146), (1010, 80), (1180, 146)], 5, p.near)
    c.box(1120, 150, 70, 60, p.ink, 4)
    c.box(984, 150, 52, 52, p.accent, 6)
    c.line([(660, 154), (660, 300)], 4, p.ink)
    c.box(606, 300, 108, 20, p.accent, 3)
    _water(c, 600)
    c.box(150, 612, 860, 40, p.ink)
    c.polygon([(130, 390), (230, 412), (790, 412), (900, 380), (834, 606), (246, 606)], p.mid)
    c.polygon([(180, 506), (862, 506), (834, 606), (246, 606)], p.accent)
    c.line([(130, 392), (230, 414), (790, 414), (900, 382)], 9, p.paper)
    c.box(300, 330, 150, 82, p.paper, 4)
    for x in (318, 362, 406):
        c.box(x, 352, 26, 26, p.near, 3)
    for x in range(230, 900, 110):
        c.polygon([(x, 650), (x + 20, 600), (x + 40, 650)], p.ink)


MOTIFS = {"harbour": harbour, "ship": ship, "shipyard": shipyard}
