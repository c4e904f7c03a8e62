"""An author's key, or the introduction of an author's page, is not a known author.

The byline leads to a page about the author; without an entry there is nobody to show there.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    authors: [redaksi, sitti]
    ---
    at: 5:20

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    author: Pak Budi
    ---
    at: 5:9

Bad:
    path: penulis/redaktur.md
    ---
    title: Redaksi
    ---
    at: 1:1

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    authors: [redaksi]
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    author: redaksi
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
    path: penulis/redaksi.md
    ---
    title: Redaksi
    ---
"""

from collections.abc import Iterator

from rantau.model import FILE_START, Document, Finding, Kind, Library, Localized, Registry, Severity
from rantau.text import spoken
from rantau.text.names import lookup
from rantau.text.terms import entry_span, likely, registry, slugs

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        'Isian "authors" memuat nama pendek (key) penulis yang tercantum di content/_data/authors.yml. Penulis yang '
        'hanya menulis sekali tidak perlu didaftarkan: tulis "author:" lalu "name: Nama Lengkap" menjorok di '
        "bawahnya."
    ),
    en=(
        'The entry "authors" holds short names (keys) of content/_data/authors.yml. Somebody who writes only once '
        'need not be listed: write "author:" and below it, indented, "name: Full Name".'
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Entries of `authors` that the registry does not know; an introduction of no such page."""
    known = registry(library, "authors")
    if document.kind is Kind.INTRODUCTION and document.path.parent.name == "penulis":
        yield from _introduction(document, known)
    for index, value in enumerate(document.fields.authors if document.fields is not None else ()):
        if value and lookup(known, value) is None:
            span = entry_span(document, "authors", index)
            yield Finding(document.path, span, _message(value), _help(known, value))


def _message(value: str) -> Localized:
    return Localized(
        id=f'"{spoken.brief(value)}" bukan penulis yang dikenal',
        en=f'"{spoken.brief(value)}" is not an author who is known',
    )


def _help(known: Registry, value: str) -> Localized:
    term = likely(known, value)
    if term is not None:
        return Localized(id=f'maksud Anda "{term.key}"?', en=f'did you mean "{term.key}"?')
    return Localized(
        id='tambahkan penulis ini di content/_data/authors.yml, atau tulis "author:" dengan "name: Nama Lengkap" '
        "menjorok di bawahnya",
        en='add this author to content/_data/authors.yml, or write "author:" with "name: Full Name" indented below it',
    )


def _introduction(document: Document, known: Registry) -> Iterator[Finding]:
    slug = document.path.stem
    if slug == "index" or slug in slugs(known):
        return
    message = Localized(
        id=f'tidak ada halaman penulis yang alamatnya "{slug}"',
        en=f'there is no author page with the address "{slug}"',
    )
    term = lookup(known, slug) or likely(known, slug)
    if term is None:
        action = Localized(
            id="samakan nama berkas ini dengan slug yang ada di content/_data/authors.yml",
            en="give this file the name of a slug in content/_data/authors.yml",
        )
    else:
        action = Localized(
            id=f'maksud Anda "{term.slug}.md"? Kalau ya, ganti nama berkas ini',
            en=f'did you mean "{term.slug}.md"? Then rename this file',
        )
    yield Finding(document.path, FILE_START, message, action)
