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

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text.terms import did_you_mean, listed, registry, stray_introduction, unknown_entries

SEVERITY = Severity.ERROR
LISTS = ("sectors",)
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
_KIND = Localized("bidang kerja", "sector")


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Entries of `sectors` that the registry does not know; an introduction of no such page."""
    known = registry(library, "sectors")
    yield from stray_introduction(document, known, "sektor", "sector")
    keys = listed(list(known.terms))
    otherwise = Localized(f"tulis salah satu dari: {keys}", f"write one of: {keys}")
    yield from unknown_entries(document, library, "sectors", known, _KIND, lambda value: did_you_mean(known, value, otherwise))
