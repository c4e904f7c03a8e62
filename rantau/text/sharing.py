"""What is shared of a page: where its card and its code stand in the site, and the words that are sent with its address."""

from pathlib import PurePosixPath

from rantau.model import Kind
from rantau.text.sentences import first

CARD_SIZE = (1200, 630)
# Kinds of documents whose pages get a card, and those that get a code when they are printed.
CARDED = frozenset({Kind.ARTICLE, Kind.SHEET})
CODED = frozenset({Kind.ARTICLE, Kind.SHEET, Kind.PAGE})


def card_path(address: str) -> PurePosixPath:
    """The card of a page: "/program/ssw/" -> "gambar/kartu/program/ssw.jpg". No content file can stand below this folder."""
    return PurePosixPath("gambar", "kartu", f"{address.strip('/')}.jpg")


def code_path(address: str) -> PurePosixPath:
    """The code of a page's address, as a drawing."""
    return PurePosixPath("gambar", "kode", f"{address.strip('/')}.svg")


def message(title: str, description: str, url: str) -> str:
    """What is sent: the title, one sentence, and the address, each on a line of its own; "" for what is not known."""
    sentence = first(description)
    return "\n".join(part for part in (title, sentence if sentence != title else "", url) if part)
