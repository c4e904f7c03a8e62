"""An article or a program sheet has no description.

The cards, the search results and the messages that share a link show it.

Bad:
    ---
    title: Surat untuk visa kerja
    date: 2025-03-01
    ---
    at: 1:1

Bad:
    ---
    title: Surat untuk visa kerja
    description: ""
    date: 2025-03-01
    ---
    at: 3:14

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: >
      Surat yang perlu disiapkan pekerja migran
      sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---
"""

from rantau.model import Defect, Localized, Severity

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        'Isian "description" adalah ringkasan satu atau dua kalimat, 50 sampai 300 huruf. Pembaca melihatnya di '
        "kartu artikel, di hasil pencarian, dan ketika tautan dibagikan lewat WhatsApp. Tulis apa yang akan diketahui "
        "pembaca dari tulisan ini."
    ),
    en=(
        'The entry "description" is a summary of one or two sentences, 50 to 300 characters. Readers see it on cards, '
        "in search results and when a link is shared by WhatsApp. Say what a reader will learn from the text."
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    return (
        Localized(id="tulisan ini belum punya ringkasan", en="this text has no summary yet"),
        Localized(
            id='tulis satu atau dua kalimat pada isian "description", 50 sampai 300 huruf',
            en='write one or two sentences in the entry "description", 50 to 300 characters',
        ),
    )
