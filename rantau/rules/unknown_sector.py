"""A `sectors` entry, or the introduction of a sector's page, is not a known sector.

Readers look for work by sector; one that is written in two ways is found by half of them.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sectors: [kesehatan, manufactur]
    ---
    at: 5:22

Bad:
    path: sektor/tambang.md
    ---
    title: Pertambangan
    ---
    at: 1:1

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sectors: [kesehatan, manufaktur]
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sectors:
      - Kesehatan
    ---

Good:
    path: sektor/manufaktur.md
    ---
    title: Manufaktur
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sectors: []
    ---
"""

from collections.abc import Iterator

from rantau.model import FILE_START, Document, Finding, Kind, Library, Localized, Registry, Severity
from rantau.text import spoken
from rantau.text.names import lookup
from rantau.text.terms import entry_span, likely, listed, registry, slugs

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        'Isian "sectors" memuat bidang pekerjaan yang tercantum di content/_data/sectors.yml, misalnya kesehatan atau '
        "manufaktur. Bidang baru ditambahkan dulu di berkas itu. Kalau tulisan tidak membahas bidang tertentu, "
        "kosongkan isian ini."
    ),
    en=(
        'The entry "sectors" holds lines of work listed in content/_data/sectors.yml, such as kesehatan (health) or '
        "manufaktur (manufacturing). Add a new one to that file first. Leave it empty when a text is about no sector "
        "in particular."
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Entries of `sectors` that the registry does not know; an introduction of no such page."""
    known = registry(library, "sectors")
    if document.kind is Kind.INTRODUCTION and document.path.parent.name == "sektor":
        yield from _introduction(document, known)
    for index, value in enumerate(document.fields.sectors if document.fields is not None else ()):
        if value and lookup(known, value) is None:
            span = entry_span(document, "sectors", index)
            yield Finding(document.path, span, _message(value), _help(known, value))


def _message(value: str) -> Localized:
    return Localized(
        id=f'"{spoken.brief(value)}" bukan bidang kerja yang dikenal',
        en=f'"{spoken.brief(value)}" is not a sector that is known',
    )


def _help(known: Registry, value: str) -> Localized:
    term = likely(known, value)
    if term is not None:
        return Localized(id=f'maksud Anda "{term.key}"?', en=f'did you mean "{term.key}"?')
    keys = listed(list(known.terms))
    return Localized(
        id=f"tulis salah satu dari: {keys}",
        en=f"write one of: {keys}",
    )


def _introduction(document: Document, known: Registry) -> Iterator[Finding]:
    slug = document.path.stem
    if slug == "index" or slug in slugs(known):
        return
    message = Localized(
        id=f'tidak ada halaman sektor yang alamatnya "{slug}"',
        en=f'there is no sector page with the address "{slug}"',
    )
    term = lookup(known, slug) or likely(known, slug)
    if term is None:
        action = Localized(
            id="samakan nama berkas ini dengan slug yang ada di content/_data/sectors.yml",
            en="give this file the name of a slug in content/_data/sectors.yml",
        )
    else:
        action = Localized(
            id=f'maksud Anda "{term.slug}.md"? Kalau ya, ganti nama berkas ini',
            en=f'did you mean "{term.slug}.md"? Then rename this file',
        )
    yield Finding(document.path, FILE_START, message, action)
