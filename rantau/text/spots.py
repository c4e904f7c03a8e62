"""Spots: where words stand in a file, and which words those of a link or an image are."""

import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from rantau.model import Document, Image, Link, Localized, Span
from rantau.text import spoken
from rantau.text.links import scheme_of
from rantau.text.names import nearest
from rantau.text.positions import Positions
from rantau.text.slugs import slugify

_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg")


def words(text: str, place: Span, wanted: str) -> Span:
    """Where the wanted words stand within a place; the whole place where they are written otherwise (escaped, folded)."""
    positions = Positions(text)
    begin, end = positions.offset(place.line, place.column), positions.offset(place.end_line, place.end_column)
    found = text.find(wanted, begin, end)
    return positions.span(found, found + len(wanted)) if wanted and found >= 0 else place


def label(text: str, positions: Positions, link: Link) -> Span:
    """Where the words of a link or the alternative text of an image stand; its destination's place where that is not certain."""
    at = positions.offset(link.span.line, link.span.column)
    close = text.rfind("](", max(0, at - 8), at)
    start = close - len(link.label)
    if not link.label or close < 0 or start < 1 or text[start - 1] != "[" or text[start:close] != link.label:
        return link.span
    return positions.span(start, close)


def pictures(document: Document) -> Iterator[tuple[str, str, Span]]:
    """Each image of a document that has an alternative text: its source, that text, and where the text stands.

    The old fields `img` and `imgContentBerita` share one text by their nature, so they count as one image.
    """
    fields = document.fields
    if fields is not None:
        if fields.hero is not None and fields.hero.alt and "alt" in fields.spans:
            yield fields.hero.src, fields.hero.alt, fields.spans["alt"]
        if fields.second is not None and fields.second.alt and "alt2" in fields.spans:
            yield fields.second.src, fields.second.alt, fields.spans["alt2"]
        for number, image in enumerate(fields.images):
            if image.alt and (place := fields.spans.get(f"images.{number}.alt")) is not None:
                yield image.src, image.alt, place
    shown = [link for link in (document.body.links if document.body is not None else ()) if link.image and link.label.strip()]
    if shown:
        positions = Positions(document.text)
        for link in shown:
            yield link.destination, link.label, label(document.text, positions, link)


def named_images(document: Document) -> Iterator[tuple[str, Image]]:
    """Each image of the front matter once, with the name of the field that holds it; one may fill several places of a page."""
    fields = document.fields
    if fields is None:
        return
    for name, image in (("img", fields.card), ("imgContentBerita", fields.hero), ("img2", fields.second)):
        if image is not None and name in fields.spans:
            yield name, image
    for index, image in enumerate(fields.images):
        yield f"images.{index}.src", image
    if fields.author is not None and fields.author.img is not None:
        yield "author.img", fields.author.img


def elsewhere(source: str) -> bool:
    """Whether an image's source is the address of another server; other schemes ("data:") are no address of one."""
    return scheme_of(source) in ("http", "https", "//")


def nearest_file(written: str, names: Collection[str]) -> str:
    """The name of an image file that a written one probably means, or ""; one that differs in capitals alone comes first."""
    name = _last(written)
    same = next((known for known in sorted(names) if known.casefold() == name.casefold()), "")
    # Endings are left out of the comparison: they make all names alike.
    stems = {PurePosixPath(known).stem: known for known in sorted(names)}
    return same or stems.get(nearest(PurePosixPath(name).stem, stems), "")


def keep(written: str, near: str, otherwise: Localized) -> Localized:
    """What to do about an image that is not there: the file that may be meant, and where and under which name it is to be kept.

    `otherwise` is what else can be done, as the end of the sentence.
    """
    name = _last(written)
    if near and near.casefold() == name.casefold():
        return Localized(
            f'berkasnya bernama "{near}": tulis {near}, karena huruf besar dan kecil harus sama persis',
            f'its file is called "{near}": write {near}, because capitals must agree',
        )
    path = PurePosixPath(name)
    ending = path.suffix.lower() if path.suffix.lower() in _ENDINGS else ".jpg"
    right = spoken.brief(f"{slugify(path.stem) or 'nama'}{ending}")
    folder = PurePosixPath(unquote(written.strip())).parent
    found = right == name and (folder.name == "images" or str(folder) == ".")
    say = Localized("", "") if found else Localized(f" dan tulis {right} di sini", f" and write {right} here")
    meant = Localized(f'maksud Anda "{near}"? Kalau bukan, ', f'did you mean "{near}"? If not, ') if near else Localized("", "")
    return Localized(
        f"{meant.id}simpan gambarnya sebagai content/images/{right}{say.id}, huruf besar dan kecilnya sama persis{otherwise.id}",
        f"{meant.en}save the image as content/images/{right}{say.en}, with the same capitals{otherwise.en}",
    )


def _last(written: str) -> str:
    """The name of the file in a written path, whichever way its slashes lean."""
    return re.split(r"[/\\]", unquote(written.strip()))[-1]
