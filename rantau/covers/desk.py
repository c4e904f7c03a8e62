"""Things on a table: ledger, coins, document, contract, scales, suitcase."""

import math

from rantau.covers.canvas import WIDTH, Canvas, curve, turned
from rantau.covers.palettes import mix


def _table(c: Canvas, x: float, y: float, radius: float) -> None:
    """The quiet ground of all things on a table: sky, sun and two hills."""
    p = c.palette
    c.sky(horizon=600)
    c.sun(x, y, radius)
    c.hills(590, 22, 1.1, 0.7, mix(p.far, p.glow, 0.2))
    c.hills(640, 14, 1.4, 2.9, p.mid)


def coin(c: Canvas, x: float, y: float, radius: float) -> None:
    """A coin seen from the front."""
    p = c.palette
    c.disc(x, y, radius, mix(p.sun, p.ink, 0.28))
    c.disc(x, y - radius * 0.06, radius * 0.94, p.sun)
    c.ring(x, y - radius * 0.06, radius * 0.68, radius * 0.09, mix(p.sun, p.ink, 0.3))
    c.line([(x, y - radius * 0.36), (x, y + radius * 0.24)], radius * 0.16, mix(p.sun, p.ink, 0.3))


def _stack(c: Canvas, x: float, foot: float, coins: int) -> None:
    p = c.palette
    for number in range(coins):
        y = foot - number * 24
        c.oval(x, y, 66, 20, mix(p.sun, p.ink, 0.4))
        c.box(x - 66, y - 16, 132, 16, mix(p.sun, p.ink, 0.4))
        c.oval(x, y - 16, 66, 20, p.sun)
        c.oval(x, y - 16, 48, 13, mix(p.sun, p.paper, 0.35))


def ledger(c: Canvas) -> None:
    """An open account book with coins beside it."""
    p = c.palette
    _table(c, 960, 210, 100)
    c.shadow(210, 260, 640, 330, 8)
    c.box(204, 250, 652, 350, p.near, 12)
    c.polygon(
        [(224, 240), *curve((224, 240), (400, 216), (530, 252)), (530, 586), *curve((530, 586), (400, 552), (224, 578))], p.paper
    )
    c.polygon(
        [(836, 240), *curve((836, 240), (660, 216), (530, 252)), (530, 586), *curve((530, 586), (660, 552), (836, 578))],
        mix(p.paper, p.far, 0.14),
    )
    for row in range(7):
        y = 296 + row * 38
        c.line(curve((258, y), (390, y - 14), (500, y + 6)), 4, p.far)
        c.line(curve((562, y + 6), (680, y - 14), (806, y)), 4, p.far)
        c.line([(436, y - 13), (494, y - 3)], 8, p.accent if row in (2, 5) else p.near)
        c.line([(730, y - 14), (800, y - 11)], 8, p.near)
    c.line([(466, 270), (462, 548)], 3, p.accent)
    _stack(c, 960, 590, 3)
    _stack(c, 1100, 610, 5)
    coin(c, 930, 640, 50)


def coins(c: Canvas) -> None:
    """Stacks of coins that rise towards a bank with columns."""
    p = c.palette
    _table(c, 300, 220, 92)
    c.polygon([(660, 270), (900, 150), (1140, 270)], p.near)
    c.disc(900, 226, 24, p.sun)
    c.box(676, 270, 448, 32, p.paper)
    for x in range(700, 1100, 94):
        c.box(x, 302, 44, 220, p.paper)
        c.box(x + 30, 302, 14, 220, mix(p.paper, p.far, 0.4))
    c.box(744, 302, 50, 220, p.near)
    c.box(838, 302, 50, 220, p.near)
    c.box(932, 302, 50, 220, p.near)
    c.box(1026, 302, 50, 220, p.near)
    c.box(660, 520, 480, 30, p.paper)
    c.box(636, 550, 528, 34, mix(p.paper, p.far, 0.35))
    c.box(0, 582, WIDTH, 150, p.near)
    for number, x in enumerate((130, 290, 450, 610)):
        _stack(c, x, 664, number * 2 + 2)


def document(c: Canvas) -> None:
    """A paper with a red stamp, and a passport."""
    p = c.palette
    _table(c, 1010, 220, 98)
    sheet = turned([(300, 110), (690, 110), (690, 610), (300, 610)], (495, 360), -5)
    c.polygon([(x + 12, y + 18) for x, y in sheet], p.ink, 0.22)
    c.polygon(sheet, p.paper)
    for row in range(9):
        y = 190 + row * 40
        width = (240, 310, 290, 310, 200, 310, 270, 310, 150)[row]
        c.line(turned([(340, y), (340 + width, y)], (495, 360), -5), 10 if row else 18, p.near if row == 0 else p.far)
    c.ring(600, 520, 66, 11, p.accent)
    c.ring(600, 520, 46, 5, p.accent)
    c.line([(574, 520), (594, 542), (630, 500)], 12, p.accent)
    cover = turned([(740, 270), (1010, 270), (1010, 640), (740, 640)], (875, 455), 9)
    c.polygon([(x + 12, y + 18) for x, y in cover], p.ink, 0.25)
    c.polygon(cover, p.near)
    c.ring(884, 412, 62, 9, p.sun)
    c.line([(822, 412), (946, 412)], 6, p.sun)
    c.ring(884, 412, 28, 6, p.sun)
    c.line(turned([(800, 556), (950, 556)], (875, 455), 9), 13, p.sun)
    c.line(turned([(830, 592), (920, 592)], (875, 455), 9), 9, p.sun)


def contract(c: Canvas) -> None:
    """A pen that signs an agreement."""
    p = c.palette
    _table(c, 270, 210, 92)
    c.shadow(380, 110, 470, 530, 10)
    c.box(380, 110, 470, 530, p.paper, 10)
    c.box(430, 160, 220, 20, p.near, 8)
    for row in range(7):
        c.box(430, 214 + row * 38, (370, 350, 370, 310, 370, 340, 220)[row], 9, p.far, 4)
        c.box(400, 210 + row * 38, 15, 15, p.accent if row < 5 else p.far, 3)
    c.line([(440, 590), (640, 590)], 4, p.near)
    name = [
        (450, 572),
        *curve((450, 572), (480, 490), (496, 570)),
        *curve((496, 570), (520, 530), (540, 572)),
        *curve((540, 572), (580, 540), (640, 560)),
    ]
    c.line(name, 6, p.accent)
    middle, angle = (640.0, 560.0), -42
    pen = turned([(640, 560), (690, 538), (1010, 538), (1010, 582), (690, 582)], middle, angle)
    c.polygon([(x + 14, y + 20) for x, y in pen], p.ink, 0.2)
    c.polygon(turned([(690, 538), (1010, 538), (1010, 582), (690, 582)], middle, angle), p.near)
    c.polygon(turned([(640, 560), (690, 538), (690, 582)], middle, angle), mix(p.sun, p.paper, 0.4))
    c.polygon(turned([(640, 560), (656, 553), (656, 567)], middle, angle), p.ink)
    c.polygon(turned([(930, 534), (950, 534), (950, 586), (930, 586)], middle, angle), p.sun)
    c.polygon(turned([(1010, 538), (1030, 546), (1030, 574), (1010, 582)], middle, angle), p.accent)


def scales(c: Canvas) -> None:
    """Scales with coins on one side and a clock on the other."""
    p = c.palette
    _table(c, 640, 250, 150)
    c.polygon([(604, 610), (676, 610), (654, 220), (626, 220)], p.near)
    c.box(500, 604, 280, 26, p.ink, 12)
    c.line([(330, 236), (950, 196)], 15, p.near)
    c.disc(640, 216, 26, p.accent)
    for x, y in ((330, 236), (950, 196)):
        c.line([(x - 110, y + 210), (x, y), (x + 110, y + 210)], 5, p.ink)
        bowl = [(x + math.cos(a / 20 * math.pi) * 134, y + 208 + math.sin(a / 20 * math.pi) * 58) for a in range(21)]
        c.polygon(bowl, p.near)
    coin(c, 282, 400, 44)
    coin(c, 376, 400, 44)
    coin(c, 330, 344, 44)
    c.box(196, 440, 268, 8, p.ink, 4)
    c.disc(950, 322, 80, p.ink)
    c.disc(950, 322, 68, p.paper)
    c.line([(950, 322), (950, 276)], 9, p.ink)
    c.line([(950, 322), (984, 342)], 9, p.accent)
    c.box(816, 400, 268, 8, p.ink, 4)


def suitcase(c: Canvas) -> None:
    """A suitcase and an identity card beside the window of an aeroplane."""
    p = c.palette
    c.sky(mix(p.paper, p.far, 0.25), mix(p.paper, p.far, 0.45))
    c.box(720, 70, 380, 490, mix(p.far, p.mid, 0.35), 170)
    c.box(750, 100, 320, 430, p.sky, 145)
    c.disc(910, 300, 100, p.sun, 0.25)
    c.disc(910, 300, 72, p.sun)
    lower = [(925 - a * 0.5 + 145 * math.cos(a / 60 * math.pi), 385 + 145 * math.sin(a / 60 * math.pi)) for a in range(61)]
    c.polygon(lower, p.mid)
    c.box(776, 330, 130, 22, p.paper, 11, 0.9)
    c.box(930, 250, 110, 18, p.paper, 9, 0.9)
    c.polygon([(1064, 410), (1064, 448), (806, 398), (800, 384), (822, 380)], p.paper)
    c.polygon([(806, 398), (800, 384), (806, 352), (820, 350), (826, 384)], p.accent)
    c.box(0, 610, WIDTH, 120, p.near)
    c.shadow(170, 270, 400, 350, 30)
    c.ring(370, 262, 62, 18, p.ink, 180, 360)
    c.box(170, 260, 400, 360, p.accent, 34)
    c.box(236, 260, 32, 360, mix(p.accent, p.ink, 0.3))
    c.box(472, 260, 32, 360, mix(p.accent, p.ink, 0.3))
    c.box(306, 350, 128, 128, p.paper, 64)
    c.ring(370, 414, 36, 8, p.near)
    c.line([(334, 414), (406, 414)], 6, p.near)
    for x in (230, 480):
        c.disc(x + 15, 628, 20, p.ink)
    c.shadow(600, 500, 220, 138, 12)
    c.box(600, 500, 220, 138, p.paper, 14)
    c.disc(650, 552, 26, p.mid)
    c.box(616, 586, 68, 34, p.mid, 17)
    for row, width in enumerate((96, 76, 96)):
        c.box(704, 536 + row * 28, width, 11, p.far if row else p.near, 5)


MOTIFS = {"coins": coins, "contract": contract, "document": document, "ledger": ledger, "scales": scales, "suitcase": suitcase}
