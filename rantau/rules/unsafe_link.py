"""A link or an address leads where a browser must not be sent.

`javascript:` runs code in the reader's browser, `//host` and incomplete addresses lead elsewhere than they seem to.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    [Daftar di sini](javascript:alert(1))
    at: 5:18

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ![Peta](data:image/png;base64,AAAA)
    at: 5:9

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sources:
      - title: Panduan visa
        url: www.kp2mi.go.id
    #        ^^^^^^^^^^^^^^^
    ---
    at: 7:10

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    [Layanan](layanan.kp2mi.go.id:8443/masuk)
    at: 5:11

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Pukul [08:30](https://kp2mi.go.id/jam), [port](https://layanan.kp2mi.go.id:8443/masuk)

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    [KP2MI](https://www.kp2mi.go.id/), [surel](mailto:redaksi@rantau.example), [telepon](tel:+622129244800)

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    [Paspor](artikel/2025/paspor.md) dan ![Paspor](/images/visa.jpg)

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Tulis `javascript:alert(1)` sebagai kode.

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sources:
      - title: Panduan visa
        url: http://www.kp2mi.go.id/panduan
    ---
"""

from collections.abc import Iterator

from rantau.model import Defect, Document, Finding, Library, Link, Localized, Severity
from rantau.text import spoken, spots
from rantau.text.links import rewritten, scheme_of, whole

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Tautan hanya boleh menuju alamat web (https:// atau http://), surel (mailto:), nomor telepon (tel:), atau "
        "berkas lain di situs ini. Tautan jenis lain bisa menjalankan perintah di ponsel pembaca. Alamat web ditulis "
        "lengkap mulai dari https://. Gambar ditulis sebagai nama berkas yang disimpan di content/images."
    ),
    en=(
        "A link may lead to a web address (https:// or http://), a mail address (mailto:), a telephone number (tel:) "
        "or another file of this site. Other links can run commands on the reader's phone. Write web addresses whole, "
        "from https://. Images are written as the name of a file kept in content/images."
    ),
)

_ALLOWED = frozenset(("", "http", "https", "mailto", "tel"))
_WHOLE = Localized(
    id="tulis alamat web lengkap yang diawali https://, misalnya https://www.kp2mi.go.id/",
    en="write the whole web address, from https://, such as https://www.kp2mi.go.id/",
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor of an address in the front matter, and what to do next."""
    destination, scheme = defect.values.get("destination", ""), defect.values.get("scheme", "")
    if scheme in _ALLOWED or scheme == "//" or not scheme.isalpha():
        return _incomplete(destination)
    return _unsafe(destination, scheme)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Links that lead to something else than the web, mail, telephone or this site; images that are no file, other than those of another server."""
    for link in document.body.links if document.body is not None else ():
        words = _words(link)
        if words is not None:
            bare = "." in scheme_of(link.destination) and not link.image
            yield Finding(document.path, link.span, *words, rewritten(document, link, whole(link.destination) if bare else ""))


def _words(link: Link) -> tuple[Localized, Localized] | None:
    scheme = scheme_of(link.destination)
    if link.image and spots.elsewhere(link.destination):
        return None
    if link.image and scheme:
        return Localized(
            id=f'gambar "{spoken.brief(link.destination)}" tidak tersimpan di content/images',
            en=f'the image "{spoken.brief(link.destination)}" is not kept in content/images',
        ), Localized(
            id="kalau gambar itu boleh dipakai, simpan di content/images lalu tulis ![penjelasan](/images/nama.jpg)",
            en="if it may be used, save it in content/images and write ![what it shows](/images/name.jpg)",
        )
    if scheme == "//":
        return Localized(
            id=f'alamat "{spoken.brief(link.destination)}" diawali // sehingga tujuannya tidak jelas',
            en=f'the address "{spoken.brief(link.destination)}" starts with //, so its destination is not clear',
        ), _WHOLE
    if scheme in _ALLOWED:
        return None
    # The port behind a host without its scheme looks like one: "kp2mi.go.id:8080".
    return _incomplete(link.destination) if whole(link.destination) else _unsafe(link.destination, scheme)


def _incomplete(destination: str) -> tuple[Localized, Localized]:
    return Localized(
        id=f'"{spoken.brief(destination)}" bukan alamat web yang lengkap',
        en=f'"{spoken.brief(destination)}" is not a whole web address',
    ), _meant(destination)


def _meant(destination: str) -> Localized:
    meant = spoken.brief(whole(destination))
    return Localized(id=f"maksud Anda {meant}?", en=f"did you mean {meant}?") if meant.startswith("http") else _WHOLE


def _unsafe(destination: str, scheme: str) -> tuple[Localized, Localized]:
    return Localized(
        id=f'tautan "{spoken.brief(destination)}" berjenis "{spoken.brief(scheme, 20)}:", yang tidak aman bagi pembaca',
        en=f'the link "{spoken.brief(destination)}" is of the kind "{spoken.brief(scheme, 20)}:", which is not safe for readers',
    ), Localized(
        id="pakai alamat yang diawali https://, mailto:, atau tel:, atau hapus tautannya",
        en="use an address that starts with https://, mailto: or tel:, or delete the link",
    )
