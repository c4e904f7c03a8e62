"""Drawings in SVG: published only if every element and attribute is known to do nothing but draw."""

import re
from xml.parsers import expat

ELEMENTS = frozenset(
    "svg g defs title desc symbol use path rect circle ellipse line polyline polygon text tspan "
    "linearGradient radialGradient stop clipPath mask pattern".split()
)
ATTRIBUTES = frozenset(
    "id class version viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points transform preserveAspectRatio "
    "fill fill-opacity fill-rule clip-rule clip-path mask stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color offset stop-color stop-opacity gradientUnits "
    "gradientTransform spreadMethod patternUnits patternTransform clipPathUnits maskUnits font-family font-size font-weight "
    "text-anchor dominant-baseline letter-spacing role aria-label aria-hidden focusable href xlink:href xmlns xmlns:xlink "
    "enable-background xml:space baseProfile vector-effect paint-order display visibility".split()
)
_NAMESPACES = frozenset({"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"})
_LOCAL = re.compile(r"#[\w.-]+")
_REFERENCE = re.compile(r"url\(\s*(['\"]?)([^)'\"]*)\1\s*\)?", re.IGNORECASE)


class _Refused(Exception):
    """Something in the drawing that is no drawing; the message names it."""


def check(data: bytes) -> str:
    """The name of the first thing in the drawing that may do more than draw, "" when there is none.

    Raises: ValueError when the data is no well-formed SVG.
    """
    parser = expat.ParserCreate()
    seen: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if not seen and name != "svg":
            raise ValueError("not an SVG document")
        seen.append(name)
        if name not in ELEMENTS:
            raise _Refused(name)
        for attribute, value in attributes.items():
            _check_attribute(attribute, value)

    def refuse_declaration(*_details: object) -> None:
        raise _Refused("!DOCTYPE")

    def refuse_instruction(target: str, _text: str) -> None:
        raise _Refused(f"?{target}")

    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = refuse_declaration
    parser.EntityDeclHandler = refuse_declaration
    parser.ProcessingInstructionHandler = refuse_instruction
    try:
        parser.Parse(data, True)
    except _Refused as refused:
        return str(refused)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from None
    return ""


def _check_attribute(attribute: str, value: str) -> None:
    if attribute not in ATTRIBUTES:
        raise _Refused(attribute)
    if attribute.startswith("xmlns") and value not in _NAMESPACES:
        raise _Refused(f"{attribute}={value}")
    if attribute in ("href", "xlink:href") and not _LOCAL.fullmatch(value.strip()):
        raise _Refused(f"{attribute}={value[:40]}")
    # CSS reads "u\\72l(" as "url("; no drawing needs a backslash.
    if "\\" in value:
        raise _Refused(f"{attribute}={value[:40]}")
    if "url" in value.lower() and any(not _LOCAL.fullmatch(m[2].strip()) for m in _REFERENCE.finditer(value)):
        raise _Refused(f"{attribute}={value[:40]}")
