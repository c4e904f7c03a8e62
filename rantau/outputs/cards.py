"""Cards: the picture of 1200 by 630 pixels that a messenger shows of a shared article or program."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path, PurePosixPath

from font_source_sans_pro import font_files_ttf
from PIL import Image, ImageDraw, ImageFont, ImageOps

from rantau import keeping
from rantau.model import Document, Edition, Kind
from rantau.text import dates, pictures, sharing
from rantau.text.sharing import CARDED, card_path

_BOLD, _PLAIN = (Path(font_files_ttf[f"SourceSansPro{weight}"]) for weight in ("Bold", "Semibold"))
# The letters of the fonts: those of Indonesian and of the West; a title in others is left to the message below the card.
_LETTERS = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)))) | frozenset("–—‘’‚“”„•…€™−")
_GREEN, _DEEP, _SUN, _WHITE, _PALE = (10, 90, 80), (6, 63, 57), (247, 195, 74), (255, 255, 255), (227, 241, 238)
_WIDTH, _HEIGHT = sharing.CARD_SIZE
# The picture stands right of the words.
_SPLIT, _EDGE = 780, 64
_SIZES = (72, 64, 58, 52, 46, 40)
_ROOM = 330


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    above: str
    day: str
    site: str


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """gambar/kartu/<address>.jpg; only when the site's address is known, because nothing else names them."""
    if not edition.url:
        return
    with keeping.shelf(edition.kept, "cards") as shelf:
        for page in edition.pages:
            if page.document is not None and page.document.kind in CARDED:
                words, photo = _words(page.document, edition), _photo(page.document, edition)
                key = keeping.key(_maker(), *_all(words), photo)
                yield card_path(page.address), shelf.get(key, partial(_draw, words, photo))


@cache
def _maker() -> str:
    return keeping.maker(Path(__file__), Path(pictures.__file__), _BOLD, _PLAIN)


def _all(words: _Words) -> tuple[str, ...]:
    return words.title, words.above, words.day, words.site


def _words(document: Document, edition: Edition) -> _Words:
    """What the card says, as the page says it; "" for what the fonts cannot write."""
    fields = document.fields
    assert fields is not None
    language = document.language
    about = edition.library.placements[document.path].about
    keys = [(registry, key) for registry in ("programs", "countries") for key in about.get(registry, ())]
    # Most articles are about a program or a country; a topic says more than nothing.
    keys = keys or [("tags", key) for key in about.get("tags", ())[:1]]
    names = [edition.library.registries[registry].terms[key].name.speak(language) for registry, key in keys]
    if document.kind is Kind.SHEET:
        names.insert(0, "Program")
    day = dates.words(fields.date, language) if fields.date is not None else ""
    said = ((fields.title or ""), " · ".join(dict.fromkeys(names[:3])), day, edition.name)
    return _Words(*(text if _LETTERS.issuperset(text) else "" for text in map(_one_line, said)))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _photo(document: Document, edition: Edition) -> bytes:
    """The file of the picture that the page shows first; b"" where there is none, or a drawing."""
    fields = document.fields
    image = (fields.hero or fields.card) if fields is not None else None
    asset = edition.library.assets.get(image.file) if image is not None and image.file is not None else None
    return edition.read(asset.path) if asset is not None and asset.format not in ("", "svg") else b""


def _draw(words: _Words, photo: bytes) -> bytes:
    card = Image.new("RGB", sharing.CARD_SIZE, _GREEN)
    # Without words to set, the picture takes the room.
    left = _SPLIT if words.title else 0
    if photo:
        card.paste(_fitting(photo, (_WIDTH - left, _HEIGHT)), (left, 0))
    else:
        _scene(card, left)
    pen = ImageDraw.Draw(card)
    if words.title:
        _title(pen, words)
    else:
        pen.rectangle((0, _HEIGHT - 130, _WIDTH, _HEIGHT), fill=_DEEP)
    _mark(card, _EDGE, _HEIGHT - 100, 64)
    pen.text((_EDGE + 84, _HEIGHT - 68), words.site, _WHITE, _font(_BOLD, 36), anchor="lm")
    if words.title and words.day:
        pen.text((_SPLIT - _EDGE, _HEIGHT - 68), words.day, _PALE, _font(_PLAIN, 28), anchor="rm")
    buffer = io.BytesIO()
    card.save(buffer, "JPEG", quality=82, optimize=True, subsampling=0)
    return buffer.getvalue()


def _fitting(photo: bytes, size: tuple[int, int]) -> Image.Image:
    """The middle of a picture in a size."""
    with pictures.opened(photo) as file:
        # A JPEG can be decoded at a half or a quarter; the longer side must do for both ways to hold a camera.
        file.draft(None, (max(size) * 2, max(size) * 2))
        image = pictures.plain(file)
    if image.mode == "RGBA":
        ground = Image.new("RGB", image.size, _PALE)
        ground.paste(image, mask=image.getchannel("A"))
        image = ground
    return ImageOps.fit(image, size, Image.Resampling.LANCZOS)


def _scene(card: Image.Image, left: int) -> None:
    """In the place of a picture: the site's mark, large."""
    card.paste(_PALE, (left, 0, _WIDTH, _HEIGHT))
    side = (_WIDTH - left) * 3 // 5
    side = min(side, 320)
    _mark(card, left + (_WIDTH - left - side) // 2, (_HEIGHT - side) // 2, side)


def _mark(card: Image.Image, x: int, y: int, side: int) -> None:
    """The site's mark, a sun over the sea, as theme/assets/favicon.svg draws it in units of 32."""
    scale = side * 4 / 32
    large = Image.new("RGB", (side * 4, side * 4), _DEEP)
    pen = ImageDraw.Draw(large)
    pen.ellipse((9.5 * scale, 7 * scale, 22.5 * scale, 20 * scale), fill=_SUN)
    top = [(4, 19), (6, 17.7), (8, 16.9), (10, 16.75), (12, 16.9), (14, 17.7), (16, 19), (18, 20.3), (20, 21.1), (22, 21.25)]
    top += [(24, 21.1), (26, 20.3), (28, 19)]
    pen.polygon([(a * scale, b * scale) for a, b in (*top, *((a, b + 4) for a, b in reversed(top)))], fill=_WHITE)
    shape = Image.new("L", large.size, 0)
    ImageDraw.Draw(shape).rounded_rectangle((0, 0, side * 4 - 1, side * 4 - 1), 9 * scale, fill=255)
    small = (side, side)
    card.paste(large.resize(small, Image.Resampling.LANCZOS), (x, y), shape.resize(small, Image.Resampling.LANCZOS))


def _title(pen: ImageDraw.ImageDraw, words: _Words) -> None:
    width = _SPLIT - 2 * _EDGE
    if words.above:
        pen.text((_EDGE, 84), _cut(words.above, _font(_BOLD, 30), width), _SUN, _font(_BOLD, 30), anchor="lm")
    size, lines = next(((s, found) for s in _SIZES if (found := _lines(words.title, s, width))), (_SIZES[-1], []))
    if not lines:
        lines = _broken(words.title, _font(_BOLD, size), width)[: _ROOM * 5 // (size * 6)]
        lines[-1] = _cut(f"{lines[-1]} …", _font(_BOLD, size), width)
    for number, line in enumerate(lines):
        pen.text((_EDGE, 136 + number * size * 6 // 5), line, _WHITE, _font(_BOLD, size), anchor="lt")


def _lines(title: str, size: int, width: int) -> list[str]:
    """The title in lines of a size, [] where it does not fit."""
    font = _font(_BOLD, size)
    lines = _broken(title, font, width)
    fits = len(lines) * size * 6 // 5 <= _ROOM and all(font.getlength(line) <= width for line in lines)
    return lines if fits else []


def _broken(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    """The text, or as much of its beginning as the width holds, with dots."""
    while text and font.getlength(text) > width:
        text = text.rstrip("… ")[:-1].rstrip() + "…"
    return text


@cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    # The plain layout is part of every Pillow, the other one is not.
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
