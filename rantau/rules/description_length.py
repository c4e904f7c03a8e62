"""A description is too short to say anything or too long to be shown.

Cards and search results have room for two sentences; longer ones are cut in the middle of a word.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Tentang visa.
    #            ^^^^^^^^^^^^^
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
    ---
    title: Surat untuk visa kerja
    description: Lima puluh huruf ini cukup untuk satu kalimat kami
    date: 2025-03-01
    ---

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---
"""

from rantau.model import Defect, Localized, Severity

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Ringkasan pada isian "description" sebaiknya 50 sampai 300 huruf, kira-kira satu atau dua kalimat. Yang '
        "lebih pendek tidak cukup menjelaskan, yang lebih panjang terpotong di hasil pencarian dan di WhatsApp. Ini "
        "hanya peringatan; tulisan tetap bisa terbit."
    ),
    en=(
        'The summary in the entry "description" should have 50 to 300 characters, about one or two sentences. Shorter '
        "ones explain too little, longer ones are cut in search results and in WhatsApp. This is only a warning; the "
        "text can be published."
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    length, least, most = (int(defect.values.get(name, "0")) for name in ("length", "min", "max"))
    message = Localized(
        id=f"panjang ringkasan ini {length} huruf, sebaiknya {least} sampai {most}",
        en=f"this summary is {length} characters long and should have {least} to {most}",
    )
    if length < least:
        return message, Localized(
            id=f"tambahkan paling sedikit {least - length} huruf: siapa yang perlu membaca ini, dan apa isinya",
            en=f"add at least {least - length} characters: who should read this, and what is in it",
        )
    return message, Localized(
        id=f"kurangi paling sedikit {length - most} huruf; pindahkan rinciannya ke isi tulisan",
        en=f"cut at least {length - most} characters; move the details into the text",
    )
