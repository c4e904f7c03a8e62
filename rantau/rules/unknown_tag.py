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

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text.terms import did_you_mean, registry, stray_introduction, unknown_entries

SEVERITY = Severity.ERROR
LISTS = ("tags",)
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
_KIND = Localized("topik", "topic")
_OTHERWISE = Localized(
    id="pakai topik yang ada di content/_data/tags.yml, atau tambahkan topik baru di sana",
    en="use a topic of content/_data/tags.yml, or add the new one there",
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Entries of `tags` that the registry does not know; an introduction of no such page."""
    known = registry(library, "tags")
    yield from stray_introduction(document, known, "topik", "topic")
    yield from unknown_entries(
        document, library, "tags", known, _KIND, lambda value: did_you_mean(known, value, _OTHERWISE, by_name=True)
    )
