"""A name leaves no letter or digit for an address.

Addresses are made of a-z and 0-9, so that they can be typed on any phone; a name in another script needs a written one.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    author:
      name: 田中
    ---
    at: 6:9

Bad:
    path: _data/tags.yml
    - key: visa
    - key: 仕事
    at: 2:3

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    author:
      name: Tanaka 田中
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    author:
      name: Siti Aminah
    ---

Good:
    path: _data/tags.yml
    - key: visa
    - key: 仕事
      slug: kerja
"""

from collections.abc import Iterator

from rantau.model import Defect, Document, Finding, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.names import lookup
from rantau.text.slugs import slugify
from rantau.text.terms import registry

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Alamat halaman hanya memuat huruf a-z dan angka, dan dibuat dari nama. Nama yang seluruhnya ditulis dengan "
        "huruf Jepang, Korea, atau tanda lain tidak menyisakan apa pun untuk alamat. Tulis alamatnya sendiri pada "
        "isian slug di content/_data, atau tambahkan nama dalam huruf Latin."
    ),
    en=(
        "Addresses of pages hold only the letters a-z and digits, and are made from names. A name written entirely in "
        "Japanese or Korean letters or in signs leaves nothing for the address. Write it down as slug in "
        "content/_data, or add the name in Latin letters."
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor of an entry of a registry, and what to do next."""
    value = defect.values.get("value", "")
    slug = slugify(value)
    if slug:
        return Localized(
            id=f'alamat "{value}" memuat tanda selain huruf kecil a-z, angka, dan tanda hubung',
            en=f'the address "{value}" holds something else than small letters a-z, digits and hyphens',
        ), Localized(id=f'tulis "slug: {slug}"', en=f'write "slug: {slug}"')
    return _message(value), Localized(
        id='tambahkan isian slug dengan huruf a-z pada butir ini, misalnya "slug: kerja"',
        en='add a slug with the letters a-z to this item, such as "slug: kerja"',
    )


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Authors written into an article whose name leaves no address for their page."""
    author = document.fields.author if document.fields is not None else None
    if author is None or slugify(author.name) or lookup(registry(library, "authors"), author.name) is not None:
        return
    span = document.span("author.name") if "author.name" in _places(document) else document.span("author")
    name = spoken.field("author.name")
    yield Finding(
        document.path,
        span,
        _message(author.name),
        Localized(
            id=f'tambahkan nama dalam huruf Latin pada isian {name.id}, misalnya "Tanaka 田中"',
            en=f'add the name in Latin letters to the entry {name.en}, such as "Tanaka 田中"',
        ),
    )


def _places(document: Document) -> frozenset[str]:
    return frozenset(document.fields.spans) if document.fields is not None else frozenset()


def _message(name: str) -> Localized:
    return Localized(
        id=f'nama "{spoken.brief(name)}" tidak memuat huruf a-z atau angka untuk dijadikan alamat',
        en=f'the name "{spoken.brief(name)}" holds no letter a-z or digit to make an address of',
    )
