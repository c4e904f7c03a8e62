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

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Daftar di [situs resmi](kp2mi.go.id), [SISKOP2MI](www.bp2mi.go.id/layanan), [pusat bantuan](https//kp2mi.go.id).
    at: 5:25
    at: 5:51
    at: 5:93

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Tulis ke [redaksi](redaksi@rantau.example), [telepon](08123456789), [WhatsApp](wa.me/628123456789), [Line]().
    at: 5:20
    at: 5:55
    at: 5:80
    at: 5:106

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

Good:
    path: artikel/2025/bp2mi.go.id.md
    ---
    title: Alamat situs lama
    description: Situs lama lembaga penempatan, dan alamat yang dipakai sesudah lembaganya berganti nama.
    date: 2025-03-01
    ---

    Lihat [alamat lama](bp2mi.go.id.md).

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Tulis ke [redaksi](mailto:redaksi@rantau.example), [telepon](tel:+628123456789), [WhatsApp](https://wa.me/628123456789).

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Kembali ke [awal](#) atau ke [paspor](/artikel/2025/paspor/).
"""

import posixpath
from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Link, Localized, Route, Severity
from rantau.text import spoken, spots
from rantau.text.links import rewritten, whole

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Tautan ke tulisan lain ditulis sebagai tempat berkasnya, dihitung dari berkas ini; untuk berkas di folder yang "
        "sama cukup namanya, misalnya paspor.md. Alamat situs lain ditulis lengkap dengan https:// di depannya. Gambar ditulis sebagai /images/nama.jpg. Laporan ini muncul kalau berkas, gambar, atau subjudul yang "
        "dituju tidak ada atau belum terbit."
    ),
    en=(
        "A link to another text is written as the place of its file, counted from this one; for a file of the same "
        "folder its name will do, such as paspor.md. Addresses of other sites are written whole, with https://. Images are written /images/name.jpg. This is reported when the file, image or heading is not there or not "
        "published."
    ),
)

_MESSAGES = {
    "page": Localized(id='tautan "{}" tidak menuju halaman mana pun', en='the link "{}" leads to no page'),
    "image": Localized(id='gambar "{}" tidak ada', en='there is no image "{}"'),
    "anchor": Localized(
        id='halaman yang dituju "{}" tidak punya subjudul itu', en='the page that "{}" leads to has no such heading'
    ),
    "draft": Localized(
        id='tautan "{}" menuju tulisan yang belum terbit', en='the link "{}" leads to a text that is not published'
    ),
}
_HELP = {
    "anchor": Localized(
        id="hapus bagian sesudah tanda #, atau samakan dengan subjudul di halaman itu",
        en="delete what follows the # sign, or make it agree with a heading of that page",
    ),
    "draft": Localized(
        id="terbitkan dulu tulisan itu (status: published), atau hapus tautannya",
        en="publish that text first (status: published), or delete the link",
    ),
}

_NO_IMAGE = Localized("; atau hapus gambarnya", "; or delete it here")


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Internal destinations of the body that lead nowhere."""
    for link in document.body.links if document.body is not None else ():
        if not link.destination.strip():
            yield Finding(document.path, link.span, *_empty(link))
            continue
        route = library.routes.get((document.path, link.destination))
        if route is None or not route.problem:
            continue
        shown = spoken.brief(link.destination)
        words = _MESSAGES.get(route.problem, _MESSAGES["page"])
        message = Localized(id=words.id.format(shown), en=words.en.format(shown))
        meant = whole(link.destination) if route.problem == "page" else ""
        if meant:
            # A telephone number may miss the code of its country.
            fix = () if meant.startswith("tel:") else rewritten(document, link, meant)
            yield Finding(document.path, link.span, message, _outside(link.destination, meant), fix)
            continue
        # The one right repair: the same destination, but for capitals.
        capitals = route.nearest.casefold() == link.destination.casefold()
        fix = rewritten(document, link, route.nearest) if capitals else ()
        help_ = _inside(document, library, route)
        if route.problem == "image":
            help_ = spots.keep(link.destination, route.nearest, _NO_IMAGE)
        yield Finding(document.path, link.span, message, help_, fix)


def _empty(link: Link) -> tuple[Localized, Localized]:
    if link.image:
        return Localized(id="nama berkas gambarnya kosong", en="the name of the image's file is empty"), Localized(
            id="tulis nama berkas gambarnya di antara tanda kurung, misalnya ![apa yang terlihat](nama.jpg)",
            en="write the name of its file between the round brackets, such as ![what it shows](name.jpg)",
        )
    return Localized(id="tujuan tautan ini kosong", en="the destination of this link is empty"), Localized(
        id=f"tulis tujuannya di antara tanda kurung: [{link.label or 'teks'}](https://...), atau hapus tautannya",
        en=f"write it between the round brackets: [{link.label or 'words'}](https://...), or delete the link",
    )


def _outside(written: str, meant: str) -> Localized:
    """What to do about a destination that is an address outside the site, without its beginning."""
    shown = spoken.brief(meant)
    if meant.startswith("mailto:"):
        return Localized(id=f"untuk alamat surel (email) tulis {shown}", en=f"for a mail address write {shown}")
    if meant.startswith("tel:"):
        return Localized(id=f"untuk nomor telepon tulis {shown}", en=f"for a telephone number write {shown}")
    if written.strip()[:4].casefold() == "http":
        return Localized(id=f"kurang titik dua sesudah http atau https: tulis {shown}", en=f"a colon is missing: write {shown}")
    return Localized(id=f"maksud Anda {shown}?", en=f"did you mean {shown}?")


def _inside(document: Document, library: Library, route: Route) -> Localized:
    if route.nearest and route.problem == "anchor":
        return Localized(
            id=f'maksud Anda "#{route.nearest}"? Itu subjudul yang ada di halaman itu',
            en=f'did you mean "#{route.nearest}"? That page has such a heading',
        )
    if route.nearest:
        return Localized(id=f'maksud Anda "{route.nearest}"?', en=f'did you mean "{route.nearest}"?')
    if route.problem in _HELP:
        return _HELP[route.problem]
    example = next((d.path for d in library.articles() if d.path != document.path and d.language == document.language), None)
    such = posixpath.relpath(str(example), str(document.path.parent)) if example is not None else ""
    such_id, such_en = (f" (misalnya {such})", f" (such as {such})") if such else ("", "")
    return Localized(
        id=f"tulis tempat berkasnya, dihitung dari berkas ini{such_id}, atau hapus tautannya",
        en=f"write the place of its file, counted from this one{such_en}, or delete the link",
    )
