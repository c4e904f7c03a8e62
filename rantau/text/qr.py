"""QR codes of web addresses, drawn as SVG: byte mode, error correction level M (about 15 % may be dirty)."""

import re

import segno

# What a version 10 holds, which a phone still reads from a print of 3 cm. Source: ISO/IEC 18004:2015, table 7.
LONGEST = 213
QUIET = 4
_DARK_RUN = re.compile("1+")


def svg(text: str) -> bytes:
    """The drawing of a code that says the text. Raises: ValueError for a text of more than LONGEST bytes."""
    rows = matrix(text)
    side = len(rows) + 2 * QUIET
    runs = (
        f"M{match.start() + QUIET} {y + QUIET}.5h{match.end() - match.start()}"
        for y, row in enumerate(rows)
        for match in _DARK_RUN.finditer("".join(map(str, row)))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><rect width="{side}" height="{side}" fill="#fff"/>'
        f'<path stroke="#000" d="{"".join(runs)}"/></svg>\n'
    ).encode()


def matrix(text: str) -> list[list[int]]:
    """The code's modules, 1 dark, row by row. Raises: ValueError for a text of more than LONGEST bytes."""
    data = text.encode()
    if len(data) > LONGEST:
        raise ValueError(f"more than {LONGEST} bytes")
    code = segno.make_qr(data, error="m", mode="byte", boost_error=False)
    return [[module & 1 for module in row] for row in code.matrix]
