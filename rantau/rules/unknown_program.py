"""A `programs` entry is not a known program.

An article about a program is listed on its sheet; without a sheet the list would be nowhere.

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    programs: [ssw, sww]
    ---
    at: 5:17

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    programs: Quick Win 2030
    ---
    at: 5:11

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    programs: [ssw]
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    programs: SSW
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    programs:
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Kind, Library, Localized, Severity
from rantau.text.names import fold
from rantau.text.terms import did_you_mean, registry, stands, unknown_entries

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        'Isian "programs" memuat program penempatan yang punya lembar sendiri di content/program, misalnya ssw untuk '
        "content/program/ssw.md. Nama lain yang tertulis pada lembar itu (aliases) juga boleh. Program baru perlu "
        "dibuatkan lembarnya dulu."
    ),
    en=(
        'The entry "programs" holds programs that have a sheet in content/program, such as ssw for '
        "content/program/ssw.md. Other names written on that sheet (aliases) are fine. A new program needs its sheet "
        "first."
    ),
)
_KIND = Localized("program", "program")
_OTHERWISE = Localized(
    id="pakai nama berkas lembar program di content/program, atau buat dulu lembarnya di sana",
    en="use the file name of a sheet in content/program, or make the sheet there first",
)

# What a sheet says it is called, beside the name of its file.
_NAMES = {"name", "aliases"}


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Entries of `programs` that the registry does not know, and that are no sheet which cannot be read."""
    known = registry(library, "programs")

    def unread(value: str) -> bool:
        """Whether the value may be a name of a sheet that cannot be read: it stands there, or nobody can look."""
        broken = (d for d in library.documents if d.kind is Kind.SHEET and _hides_names(d))
        return any(fold(value) == fold(d.path.stem) or not d.text or stands(value, d.text) for d in broken)

    yield from unknown_entries(
        document, library, "programs", known, _KIND, lambda value: did_you_mean(known, value, _OTHERWISE), unread
    )


def _hides_names(sheet: Document) -> bool:
    """Whether a sheet may have names that nobody could read: all of it cannot be read, or a line that says them."""
    wrong = (defect.values for defect in sheet.defects)
    return sheet.fields is None or any({v.get("field", "").partition(".")[0], v.get("nearest", "")} & _NAMES for v in wrong)
