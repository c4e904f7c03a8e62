"""Towns: a fast train, a city at night, a hospital, a factory, a diagram that becomes towers."""

from rantau.covers.canvas import HEIGHT, WIDTH, Canvas, curve
from rantau.covers.palettes import Colour, mix

_TOWERS = ((40, 210, 92), (140, 300, 76), (226, 250, 104), (338, 350, 70), (416, 230, 96), (520, 290, 84), (612, 390, 66))


def _skyline(c: Canvas, foot: float, share: float, colour: Colour, shift: float = 0) -> None:
    for turn in range(3):
        for x, height, width in _TOWERS:
            c.box((x + turn * 690 + shift) % (WIDTH + 200) - 100, foot - height * share, width, height * share + 4, colour)


def _windows(c: Canvas, x: float, y: float, columns: int, rows: int, colour: Colour, skip: int = 0) -> None:
    for row in range(rows):
        for column in range(columns):
            if not skip or (row * 7 + column * 5 + columns) % skip:
                c.box(x + column * 24, y + row * 30, 13, 18, colour, 2)


def train(c: Canvas) -> None:
    """A fast train in front of a skyline and a large sun."""
    p = c.palette
    c.sky(horizon=500)
    c.sun(930, 260, 125)
    c.cloud(170, 130, 230, p.paper)
    _skyline(c, 520, 0.72, mix(p.far, p.glow, 0.25))
    _skyline(c, 520, 0.5, p.mid, 60)
    c.box(0, 516, WIDTH, 210, p.near)
    c.box(0, 560, WIDTH, 170, p.ink)
    for x in range(-20, WIDTH, 150):
        c.box(x + 40, 560, 22, 170, mix(p.ink, p.near, 0.55))
    body = [(-20, 440), (860, 440), *curve((860, 440), (1040, 446), (1160, 542)), (-20, 542)]
    c.polygon(body, p.paper)
    c.polygon([(-20, 510), (1122, 510), (1160, 542), (-20, 542)], p.accent)
    for x in range(20, 800, 92):
        c.box(x, 462, 62, 30, p.ink, 8)
    c.polygon([(884, 458), (944, 462), (1006, 492), (884, 492)], p.ink)
    c.box(0, 542, WIDTH, 10, mix(p.ink, p.paper, 0.3))


def night(c: Canvas) -> None:
    """A city at night with lit windows and one window in another colour."""
    p = c.palette
    c.sky(p.sky, p.glow, 640)
    c.sun(250, 170, 62)
    for x, y in ((80, 90), (430, 70), (540, 180), (700, 90), (880, 150), (1010, 60), (1190, 120), (370, 230)):
        c.disc(x, y, 3.5, p.paper)
    _skyline(c, 650, 0.95, mix(p.far, p.glow, 0.25), 30)
    for x, y, width, colour, columns in (
        (60, 380, 170, p.mid, 6),
        (250, 300, 130, p.near, 4),
        (400, 430, 190, p.mid, 7),
        (620, 250, 150, p.near, 5),
        (790, 400, 160, p.mid, 6),
        (970, 310, 130, p.near, 4),
        (1110, 420, 190, p.mid, 7),
    ):
        c.box(x, y, width, HEIGHT - y, colour)
        _windows(c, x + 16, y + 24, columns, (HEIGHT - int(y)) // 30, mix(p.accent, p.paper, 0.35), 3)
    c.disc(690.5, 373, 44, p.accent, 0.25)
    c.disc(690.5, 373, 26, p.accent, 0.4)
    c.box(684, 364, 13, 18, p.paper, 2)
    c.box(0, 690, WIDTH, 40, p.ink)


def hospital(c: Canvas) -> None:
    """A hospital between trees."""
    p = c.palette
    c.sky(horizon=540)
    c.sun(240, 220, 88)
    c.cloud(860, 120, 260, p.paper)
    c.hills(500, 30, 1.2, 1.1, p.far)
    c.hills(560, 16, 1.6, 3.4, p.mid)
    c.box(400, 330, 500, 270, p.paper)
    c.box(540, 230, 220, 370, p.paper)
    c.box(540, 222, 220, 12, p.near)
    c.box(400, 322, 140, 10, p.near)
    c.box(760, 322, 140, 10, p.near)
    c.box(632, 258, 36, 108, p.accent, 4)
    c.box(596, 294, 108, 36, p.accent, 4)
    for x in (424, 480, 782, 838):
        for y in (356, 420, 484):
            c.box(x, y, 38, 42, mix(p.mid, p.sky, 0.35), 4)
    for x in (566, 694):
        for y in (400, 460):
            c.box(x, y, 38, 40, mix(p.mid, p.sky, 0.35), 4)
    c.box(614, 500, 72, 100, p.near, 6)
    c.hills(606, 8, 1.1, 0.2, p.near)
    for x, y, size in ((150, 560, 84), (300, 590, 66), (1010, 584, 78), (1150, 560, 92)):
        c.box(x - 7, y, 14, 70, p.ink)
        c.oval(x, y - 30, size * 0.72, size, p.mid)
        c.oval(x + 12, y - 44, size * 0.42, size * 0.62, mix(p.mid, p.far, 0.5))


def factory(c: Canvas) -> None:
    """A factory with a saw-tooth roof and two chimneys."""
    p = c.palette
    c.sky(horizon=520)
    c.sun(960, 280, 120)
    c.hills(500, 34, 1.0, 2.4, p.far)
    for x, top in ((250, 190), (350, 240)):
        c.polygon([(x, 560), (x + 10, top), (x + 52, top), (x + 62, 560)], p.near)
        c.box(x + 6, top + 26, 50, 22, p.accent)
        for step, size in enumerate((26, 36, 48, 60)):
            c.disc(x + 60 + step * 62, top - 26 - step * 26, size, p.paper, 0.5)
    for x in (460, 620, 780, 940):
        c.polygon([(x, 600), (x, 400), (x + 160, 330), (x + 160, 600)], p.mid)
        c.polygon([(x + 128, 344), (x + 160, 330), (x + 160, 420), (x + 128, 420)], mix(p.sun, p.paper, 0.5))
    c.box(180, 470, 280, 140, mix(p.near, p.mid, 0.4))
    c.box(460, 470, 640, 140, p.near)
    for x in range(490, 1080, 74):
        c.box(x, 500, 46, 44, mix(p.sun, p.paper, 0.35), 4)
    c.box(236, 510, 90, 100, p.ink, 4)
    c.box(0, 606, WIDTH, 120, p.ink)
    c.box(0, 640, WIDTH, 8, p.paper, 0, 0.35)


def chart(c: Canvas) -> None:
    """The bars of a diagram, which grow into towers with windows."""
    p = c.palette
    c.sky(horizon=600)
    c.sun(330, 230, 96)
    c.cloud(90, 370, 220, p.paper)
    _skyline(c, 610, 0.4, mix(p.far, p.glow, 0.35), 20)
    for number, height in enumerate((110, 74, 190, 262, 330, 420)):
        x = 330 + number * 140
        c.box(x, 600 - height, 96, height, p.accent if number == 5 else mix(p.mid, p.near, number / 5), 6)
        _windows(c, x + 18, 618 - height, 3, (height - 20) // 30, mix(p.paper, p.sun, 0.25), 4)
    c.line([(378, 470), (518, 506), (658, 390), (798, 318), (938, 250), (1078, 160)], 7, p.ink)
    for number, y in enumerate((470, 506, 390, 318, 250, 160)):
        c.disc(378 + number * 140, y, 15, p.ink)
        c.disc(378 + number * 140, y, 8, p.paper)
    c.box(0, 600, WIDTH, 130, p.ink)


MOTIFS = {"chart": chart, "factory": factory, "hospital": hospital, "night": night, "train": train}
