"""A link or an image of the body leads to nothing on this site.

Readers on slow connections wait for a page that says that there is none.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Lihat [paspor](artikel/2025/pasport.md).
    at: 5:16

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Lihat [biaya](artikel/2025/paspor.md#biyaya).
    at: 5:15

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ![Paspor](/images/paspor.jpg)
    at: 5:11

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Lihat [paspor](artikel/2025/paspor.md) dan [biaya](artikel/2025/paspor.md#biaya).

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ![Paspor](/images/visa.jpg)

Good:
    path: artikel/2025/visa.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Lihat [paspor](paspor.md), [SSW](../../program/ssw.md), dan [syarat](#syarat).

    ## Syarat

    Siapkan paspor.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Situs [KP2MI](https://www.kp2mi.go.id/tidak-diperiksa).
"""

from collections.abc import Iterator

from rantau.model import Document, Edit, Finding, Library, Link, Localized, Route, Severity
from rantau.text import spoken

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Tautan ke tulisan lain ditulis sebagai tempat berkasnya, dihitung dari berkas ini, misalnya ../2025/visa.md. "
        "Gambar ditulis sebagai /images/nama.jpg. Laporan ini muncul kalau berkas, gambar, atau judul bagian yang "
        "dituju tidak ada atau belum terbit."
    ),
    en=(
        "A link to another text is written as the place of its file, counted from this one, such as ../2025/visa.md. "
        "Images are written /images/name.jpg. This is reported when the file, image or heading is not there or not "
        "published."
    ),
)

_MESSAGES = {
    "page": Localized(id='tautan "{}" tidak menuju halaman mana pun', en='the link "{}" leads to no page'),
    "image": Localized(id='gambar "{}" tidak ada', en='there is no image "{}"'),
    "anchor": Localized(
        id='halaman yang dituju "{}" tidak punya judul bagian itu', en='the page that "{}" leads to has no such heading'
    ),
    "draft": Localized(
        id='tautan "{}" menuju tulisan yang belum terbit', en='the link "{}" leads to a text that is not published'
    ),
}
_HELP = {
    "page": Localized(
        id="tulis tempat berkasnya dari berkas ini, misalnya ../2025/visa.md, atau hapus tautannya",
        en="write the place of the file from this one, such as ../2025/visa.md, or delete the link",
    ),
    "image": Localized(
        id="simpan gambarnya di content/images lalu tulis /images/nama.jpg, atau hapus gambarnya",
        en="save the image in content/images and write /images/name.jpg, or delete it here",
    ),
    "anchor": Localized(
        id="hapus bagian sesudah tanda #, atau samakan dengan judul bagian di halaman itu",
        en="delete what follows the # sign, or make it agree with a heading of that page",
    ),
    "draft": Localized(
        id="terbitkan dulu tulisan itu (status: published), atau hapus tautannya",
        en="publish that text first (status: published), or delete the link",
    ),
}


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Internal destinations of the body that lead nowhere."""
    for link in document.body.links if document.body is not None else ():
        route = library.routes.get((document.path, link.destination))
        if route is None or not route.problem:
            continue
        shown = spoken.brief(link.destination)
        words = _MESSAGES.get(route.problem, _MESSAGES["page"])
        message = Localized(id=words.id.format(shown), en=words.en.format(shown))
        yield Finding(document.path, link.span, message, _help(route), _fix(document, link, route))


def _help(route: Route) -> Localized:
    if route.nearest:
        return Localized(id=f'maksud Anda "{route.nearest}"?', en=f'did you mean "{route.nearest}"?')
    return _HELP.get(route.problem, _HELP["page"])


def _fix(document: Document, link: Link, route: Route) -> tuple[Edit, ...]:
    """The one right repair: the same destination, but for capitals."""
    span = link.span
    lines = document.text.split("\n")
    if span.line != span.end_line or span.line > len(lines) or route.nearest.casefold() != link.destination.casefold():
        return ()
    written = lines[span.line - 1][span.column - 1 : span.end_column - 1]
    return (Edit(span, route.nearest),) if written == link.destination else ()
