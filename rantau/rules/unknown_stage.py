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

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text.terms import did_you_mean, listed, registry, stray_introduction, unknown_entries

SEVERITY = Severity.ERROR
LISTS = ("stages",)
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
_KIND = Localized("tahap", "stage")


def check(document: Document, library: Library) -> Iterator[Finding]:
    """The `stage` that the registry does not know; an introduction of no such page."""
    known = registry(library, "stages")
    yield from stray_introduction(document, known, "tahap", "stage")
    keys = listed(list(known.terms))
    otherwise = Localized(f"tulis salah satu dari: {keys}", f"write one of: {keys}")
    yield from unknown_entries(document, library, "stage", known, _KIND, lambda value: did_you_mean(known, value, otherwise))
