"""An image has no words that say what it shows.

Readers who cannot see it, or whose connection does not load it, learn nothing from it.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    img: visa.jpg
    ---
    at: 5:6

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    images:
      - src: visa.jpg
    ---
    at: 6:10

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ![](/images/visa.jpg)
    at: 5:5

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    img: visa.jpg
    img2: visa.jpg
    alt: Paspor di atas meja
    alt2: Paspor di dalam tas
    ---

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ![Paspor di atas meja](/images/visa.jpg)

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    images:
      - src: visa.jpg
        alt: Paspor di atas meja
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    img:
    alt:
    ---
"""

import re
from collections.abc import Iterator

from rantau.model import Document, Fields, Finding, Library, Localized, Severity
from rantau.text import spoken

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Setiap gambar perlu penjelasan singkat tentang apa yang terlihat di dalamnya, misalnya "Paspor di atas '
        'meja". Penjelasan itu dibacakan kepada pembaca tunanetra dan muncul kalau gambar tidak termuat. Untuk img '
        "dan imgContentBerita tulis pada isian alt, untuk img2 pada alt2. Ini hanya peringatan; tulisan tetap bisa "
        "terbit."
    ),
    en=(
        'Every image needs a few words about what it shows, such as "A passport on a table". They are read out to '
        "blind readers and appear when the image does not load. For img and imgContentBerita write them in alt, for "
        "img2 in alt2. This is only a warning; the text can be published."
    ),
)

_FIELD = re.compile(r"([ \t]*(?:-[ \t]+)?)src[ \t]*:[ \t]+")


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Images of an article, in its front matter or its body, without alternative text."""
    if document.fields is not None:
        for place, name in _silent(document.fields):
            help_ = _out_of_line(document, place) or Localized(
                id=f'tulis apa yang terlihat pada isian "{name}", misalnya {name}: Paspor di atas meja',
                en=f'say in the entry "{name}" what it shows, such as {name}: A passport on a table',
            )
            yield Finding(document.path, document.span(place), _message(_source(document.fields, place)), help_)
    for link in document.body.links if document.body is not None else ():
        if link.image and not link.label.strip():
            help_ = Localized(
                id=f"tulis apa yang terlihat di antara kurung siku: ![Paspor di atas meja]({link.destination})",
                en=f"say between the brackets what it shows: ![A passport on a table]({link.destination})",
            )
            yield Finding(document.path, link.span, _message(link.destination), help_)


def _silent(fields: Fields) -> Iterator[tuple[str, str]]:
    """The places of images that lack a text, with the field that should hold it."""
    old = [name for name in ("imgContentBerita", "img") if name in fields.spans and (fields.hero or fields.card)]
    if fields.hero is not None and fields.hero.src and not fields.hero.alt:
        listed = bool(fields.images) and fields.hero == fields.images[0]
        yield ("images.0.src" if listed or not old else old[0]), "alt"
    if fields.second is not None and fields.second.src and not fields.second.alt:
        listed = "img2" not in fields.spans
        yield ("images.1.src", "alt") if listed else ("img2", "alt2")


def _out_of_line(document: Document, place: str) -> Localized | None:
    """What to do about the words of an image of the list that stand below it, but not in its item; None where there are none."""
    fields, (parent, _, rest) = document.fields, place.partition(".")
    if fields is None or parent != "images" or place not in fields.spans:
        return None
    number = int(rest.partition(".")[0])
    following = fields.images[number + 1] if number + 1 < len(fields.images) else None
    stray = fields.spans.get(f"images.{number + 1}.alt") if following is not None and not following.src else None
    if stray is None and number == 0 and not {"img", "imgContentBerita"} & set(fields.spans):
        stray = fields.spans.get("alt")
    lines = document.text.split("\n")
    source = fields.spans[place]
    before = lines[source.line - 1][: source.column - 1]
    if stray is None or not (field := _FIELD.fullmatch(before)) or stray.line != stray.end_line:
        return None
    written = lines[stray.line - 1].rstrip()
    right = " " * len(field[1]) + written.lstrip(" -")
    return Localized(
        id=f'baris {stray.line} belum masuk ke gambar ini; tulis "{spoken.brief(right, 100)}" langsung di bawah barisnya, '
        f'dengan huruf a dari "alt" tepat di bawah huruf s dari "src"',
        en=f'line {stray.line} is not part of this image yet; write "{spoken.brief(right, 100)}" right below its line, '
        f'with the letter a of "alt" below the letter s of "src"',
    )


def _source(fields: Fields, place: str) -> str:
    image = fields.second if place in ("img2", "images.1.src") else fields.hero
    return image.src if image is not None else ""


def _message(source: str) -> Localized:
    return Localized(
        id=f'gambar "{spoken.brief(source)}" belum punya penjelasan untuk pembaca yang tidak bisa melihatnya',
        en=f'the image "{spoken.brief(source)}" has no words for readers who cannot see it',
    )
