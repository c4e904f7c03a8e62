"""A `stage`, or the introduction of a stage's page, is not one of the known stages.

Readers find what to do now by the stage they are in.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    stage: persiapn
    #      ^^^^^^^^
    ---
    at: 5:8

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    stage: tahap tiga
    ---
    at: 5:8

Bad:
    path: tahap/awal.md
    ---
    title: Tahap awal
    ---
    at: 1:1

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    stage: persiapan
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    stage: Purna Penempatan
    ---

Good:
    path: tahap/pra-penempatan.md
    ---
    title: Sebelum berangkat
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    stage:
    ---
"""

from collections.abc import Iterator

from rantau.model import FILE_START, Document, Finding, Kind, Library, Localized, Registry, Severity
from rantau.text import spoken
from rantau.text.names import lookup
from rantau.text.terms import likely, listed, registry, slugs

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        'Isian "stage" menyebut di tahap mana pembaca berada: persiapan, pra-penempatan, penempatan, atau '
        "purna-penempatan. Daftarnya ada di content/_data/stages.yml. Kalau tulisan berlaku untuk semua tahap, "
        "kosongkan isian ini."
    ),
    en=(
        'The entry "stage" says where readers stand: persiapan (preparation), pra-penempatan (before departure), '
        "penempatan (abroad) or purna-penempatan (back home). They are listed in content/_data/stages.yml. Leave it "
        "empty when a text is for all stages."
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """The `stage` that the registry does not know; an introduction of no such page."""
    known = registry(library, "stages")
    if document.kind is Kind.INTRODUCTION and document.path.parent.name == "tahap":
        yield from _introduction(document, known)
    value = document.fields.stage if document.fields is not None else None
    if value and lookup(known, value) is None:
        yield Finding(document.path, document.span("stage"), _message(value), _help(known, value))


def _message(value: str) -> Localized:
    return Localized(
        id=f'"{spoken.brief(value)}" bukan tahap yang dikenal',
        en=f'"{spoken.brief(value)}" is not a stage that is known',
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
        id=f'tidak ada halaman tahap yang alamatnya "{slug}"',
        en=f'there is no stage page with the address "{slug}"',
    )
    term = lookup(known, slug) or likely(known, slug)
    if term is None:
        action = Localized(
            id="samakan nama berkas ini dengan slug yang ada di content/_data/stages.yml",
            en="give this file the name of a slug in content/_data/stages.yml",
        )
    else:
        action = Localized(
            id=f'maksud Anda "{term.slug}.md"? Kalau ya, ganti nama berkas ini',
            en=f'did you mean "{term.slug}.md"? Then rename this file',
        )
    yield Finding(document.path, FILE_START, message, action)
