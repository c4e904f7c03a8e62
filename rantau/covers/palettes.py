"""The colours of the covers: seven sets of nine, named by what they remind of."""

from collections.abc import Mapping
from dataclasses import dataclass

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Palette:
    """Nine colours: the sky from top to horizon, the sun, three distances, the darkest, the lightest, and a contrast."""

    sky: Colour
    glow: Colour
    sun: Colour
    far: Colour
    mid: Colour
    near: Colour
    ink: Colour
    paper: Colour
    accent: Colour


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour between two, `share` (0 to 1) of the way to the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def _palette(colours: str) -> Palette:
    values = [int(word, 16) for word in colours.split()]
    return Palette(*((v >> 16, v >> 8 & 255, v & 255) for v in values))


PALETTES: Mapping[str, Palette] = {
    "brick": _palette("E9C9A1 FBEFD9 C8553D D6A77A B5654A 7A3B36 3E2226 FFF8EC 2A7F84"),
    "dawn": _palette("F2B8A0 FBE8CF E4572E D4A9A0 96707C 4F3F5A 2B2336 FFF6E9 E4572E"),
    "dusk": _palette("5B4B8A F6A77B FCD581 9A6595 63457B 3A2D5C 1E1836 FFF1E0 F2545B"),
    "indigo": _palette("BBD0E8 F1F4F8 E9B44C 93ADCF 4F74A8 27457A 152747 FBFBF7 D1495B"),
    "night": _palette("14213D 3F6089 F6E7B4 31496F 22375A 162742 0B1424 F4F1E6 F4A340"),
    "rice": _palette("BFE0C0 FBF6D9 F2B134 9CC592 5B9A68 2F6B4F 173B30 FDFBEF E26D3D"),
    "sea": _palette("9CD3D3 EAF6EE F4A259 86BBBA 3F8C93 1F5F6B 12343B F7FBF6 E76F51"),
}
