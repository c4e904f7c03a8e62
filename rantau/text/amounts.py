"""Amounts of money: read as editors write them, shown as readers know them."""

import re
from decimal import Decimal

# Groups of three are thousands, so that a point or a comma with one or two digits behind it can only start the cents.
_WRITTEN = re.compile(r"(?P<whole>\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,(?P<cents>\d{1,2})|\.(?P<point>\d{1,2}))?", re.ASCII)
_SWAPPED = {ord(","): ".", ord("."): ","}
_SIGNS = {"idr": "Rp", "usd": "US$"}


def parse(text: str) -> Decimal | None:
    """The number that is written ("330.000", "330000", "28,5", "28.50"), or None: a text, a range and a negative are none."""
    match = _WRITTEN.fullmatch(text.strip())
    if match is None or ("." in match["whole"] and match["point"]):
        return None
    return Decimal(f"{match['whole'].replace('.', '')}.{match['cents'] or match['point'] or '0'}")


def rewritten(text: str, language: str) -> str:
    """A number that is written as in Indonesian ("1.500,5"), as the language writes it; any other text as it is."""
    if language == "id" or parse(text) is None:
        return text
    return text.strip().translate(_SWAPPED)


def shown(amount: Decimal, currency: str, language: str) -> str:
    """An amount with its currency ("idr") as the page's language writes it: "Rp330.000", "US$28", "JPY 1,500"."""
    digits = f"{amount:,.2f}".removesuffix(".00")
    if language == "id":
        digits = digits.translate(_SWAPPED)
    return f"{sign}{digits}" if (sign := _SIGNS.get(currency)) else f"{currency.upper()} {digits}"
