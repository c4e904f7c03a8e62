"""A `tags` entry, or the introduction of a topic's page, is not a known tag.

One topic written in three ways would be three pages, and readers would find a third of its articles on each.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    tags:
      - visa
      - GOES JEPANG 2025
    #   ^^^^^^^^^^^^^^^^
    ---
    at: 7:5

Bad:
    path: topik/viza.md
    ---
    title: Visa
    ---
    at: 1:1

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    tags: [visa, GOES JAPAN]
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    tags: [goes japan, Goes Jepang]
    ---

Good:
    path: topik/goes-japan.md
    ---
    title: GOES JAPAN
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    tags: []
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
        'Isian "tags" hanya memuat topik yang tercantum di content/_data/tags.yml, supaya satu topik tidak ditulis '
        "dengan banyak cara. Huruf besar dan kecil tidak dibedakan, dan nama lain (aliases) juga boleh. Topik baru "
        "ditambahkan dulu di berkas itu."
    ),
    en=(
        'The entry "tags" holds only topics listed in content/_data/tags.yml, so that one topic is not written in '
        "many ways. Capitals make no difference, and other names (aliases) are fine. Add a new topic to that file "
        "first."
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Entries of `tags` that the registry does not know; an introduction of no such page."""
    known = registry(library, "tags")
    if document.kind is Kind.INTRODUCTION and document.path.parent.name == "topik":
        yield from _introduction(document, known)
    for index, value in enumerate(document.fields.tags if document.fields is not None else ()):
        if value and lookup(known, value) is None:
            span = entry_span(document, "tags", index)
            yield Finding(document.path, span, _message(value), _help(known, value))


def _message(value: str) -> Localized:
    return Localized(
        id=f'"{spoken.brief(value)}" bukan topik yang dikenal',
        en=f'"{spoken.brief(value)}" is not a topic that is known',
    )


def _help(known: Registry, value: str) -> Localized:
    term = likely(known, value)
    if term is not None:
        return Localized(id=f'maksud Anda "{term.name.id}"?', en=f'did you mean "{term.name.id}"?')
    return Localized(
        id="pakai topik yang ada di content/_data/tags.yml, atau tambahkan topik baru di sana",
        en="use a topic of content/_data/tags.yml, or add the new one there",
    )


def _introduction(document: Document, known: Registry) -> Iterator[Finding]:
    slug = document.path.stem
    if slug == "index" or slug in slugs(known):
        return
    message = Localized(
        id=f'tidak ada halaman topik yang alamatnya "{slug}"',
        en=f'there is no topic page with the address "{slug}"',
    )
    term = lookup(known, slug) or likely(known, slug)
    if term is None:
        action = Localized(
            id="samakan nama berkas ini dengan slug yang ada di content/_data/tags.yml",
            en="give this file the name of a slug in content/_data/tags.yml",
        )
    else:
        action = Localized(
            id=f'maksud Anda "{term.slug}.md"? Kalau ya, ganti nama berkas ini',
            en=f'did you mean "{term.slug}.md"? Then rename this file',
        )
    yield Finding(document.path, FILE_START, message, action)
