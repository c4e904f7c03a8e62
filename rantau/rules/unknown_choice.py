"""A field that offers a few choices holds something else.

What decides on publishing (status, rights) must not depend on a guess.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    status: terbit
    #       ^^^^^^
    ---
    at: 5:9

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    rights: owned
    ---
    at: 5:9

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    status: archived
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    rights: quoted
    status:
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    translation: machine
    ---
"""

from rantau.model import Defect, Localized, Severity
from rantau.text import spoken
from rantau.text.terms import likely_choice

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Beberapa isian hanya menerima pilihan tertentu. status: draft (belum terbit), published (terbit), archived "
        "(arsip). rights: own (tulisan sendiri), quoted (memuat kutipan), third-party (tulisan orang lain). "
        "translation: human atau machine. Kalau isian ini dikosongkan, pilihan biasanya berlaku."
    ),
    en=(
        "Some entries take one of a few choices. status: draft, published, archived. rights: own, quoted (holds "
        "quotations), third-party (somebody else's text). translation: human or machine. Left empty, the usual choice "
        "holds."
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    field, value = spoken.field(defect.values.get("field", "")), defect.values.get("value", "")
    message = Localized(
        id=f'"{spoken.brief(value)}" bukan pilihan untuk isian {field.id}',
        en=f'"{spoken.brief(value)}" is not a choice for the entry {field.en}',
    )
    nearest, choices = defect.values.get("nearest", ""), defect.values.get("choices", "")
    nearest = likely_choice(value, choices.split(", ")) or nearest
    if nearest == "published":
        return message, Localized(
            id=f'maksud Anda "{nearest}"? Boleh juga menghapus baris ini. Pilihannya: {choices}',
            en=f'did you mean "{nearest}"? You may also delete this line. The choices: {choices}',
        )
    if nearest:
        return message, Localized(
            id=f'maksud Anda "{nearest}"? Pilihannya: {choices}', en=f'did you mean "{nearest}"? The choices: {choices}'
        )
    return message, Localized(id=f"tulis salah satu dari: {choices}", en=f"write one of: {choices}")
