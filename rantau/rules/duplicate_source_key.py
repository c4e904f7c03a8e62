"""Two sources of a file have the same key.

A cost or a step that names it would show readers the first of the two, which may be the wrong one.

Bad:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    verified_on: 2025-03-01
    sources:
      - {key: kp2mi-2025, title: Pengumuman pendaftaran}
      - {key: kp2mi-2025, title: Pengumuman biaya}
    #         ^^^^^^^^^^
    costs:
      - item: Ujian
        source: kp2mi-2025
    ---
    at: 8:11

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sources:
      - title: Panduan visa
        key: KP2MI 2025
      - title: Syarat visa
      - title: Biaya visa
        key: kp2mi-2025
    ---
    at: 10:10

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sources:
      - {key: kp2mi-2025, title: Panduan visa}
      - {key: kp2mi-2026, title: Syarat visa}
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    sources:
      - {title: Panduan visa}
      - {title: Syarat visa, key: }
      - {title: Biaya visa, key: ""}
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.names import fold

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Nama singkat sumber (key) dipakai oleh biaya, langkah, dan isian lain untuk menyebut asalnya. Kalau dua sumber punya "
        "nama yang sama, situs tidak tahu mana yang dimaksud. Beri setiap sumber nama sendiri, misalnya kp2mi-2025 dan "
        "kp2mi-2026; huruf besar, spasi, dan tanda hubung tidak membedakan nama."
    ),
    en=(
        "The short name of a source (key) is what costs, steps and other entries cite. When two sources have the same one, the "
        "site cannot know which is meant. Give every source a name of its own, such as kp2mi-2025 and kp2mi-2026; capitals, "
        "blanks and hyphens make no difference."
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Keys that an earlier source of the file has."""
    first: dict[str, int] = {}
    for number, source in enumerate(document.fields.sources if document.fields is not None else ()):
        earlier = first.setdefault(fold(source.key), number)
        if not fold(source.key) or earlier == number:
            continue
        shown, line = spoken.brief(source.key), document.span(f"sources.{earlier}.key").line
        yield Finding(
            document.path,
            document.span(f"sources.{number}.key"),
            Localized(
                id=f'key "{shown}" sudah dipakai sumber lain di baris {line}',
                en=f'the key "{shown}" is already that of another source on line {line}',
            ),
            Localized(
                id="beri salah satu sumber key lain, lalu sesuaikan isian source yang menyebutnya",
                en="give one of the sources another key, then change the entries that name it",
            ),
        )
