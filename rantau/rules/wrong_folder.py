"""A file has the fields of another kind of file: it stands in the wrong folder.

An article saved beside the pages gets no card, no country and no date, and nobody finds it.

Bad:
    path: visa-kerja.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    tags: [visa]
    countries: [JP]
    ---
    at: 5:1

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    official: https://kp2mi.go.id/
    ---
    at: 5:1

Bad:
    path: negara/jepang.md
    ---
    title: Jepang
    actions:
      - text: Lapor diri ke Perwakilan RI.
        source: tempo
    ---
    at: 3:1

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    tags: [visa]
    countries: [JP]
    ---

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    description: Siapa yang membuat situs ini, untuk siapa, dan bagaimana cara menghubungi kami.
    updated: 2025-03-01
    ---

Good:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    countries: [KR]
    official: https://kp2mi.go.id/
    ---

Good:
    path: tahap/penempatan.md
    ---
    title: Penempatan
    sources: [{title: Kewajiban pekerja migran, key: tempo}]
    actions:
      - text: Lapor diri ke Perwakilan RI.
        source: tempo
    ---
"""

from rantau.model import Defect, Localized, Severity

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Tempat sebuah berkas menentukan jenisnya: artikel ada di content/artikel/<tahun>/, lembar program di "
        "content/program/, halaman biasa seperti Tentang langsung di content. Isian seperti tags dan countries hanya "
        "berguna di artikel dan lembar program. Kalau isian itu ada di tempat lain, biasanya berkasnya salah folder."
    ),
    en=(
        "A file's place decides what it is: articles are in content/artikel/<year>/, program sheets in content/program/, "
        "plain pages such as About directly in content. Entries such as tags and countries serve only articles and "
        "program sheets. Where they stand elsewhere, the file is mostly in the wrong folder."
    ),
)

_SHEET = frozenset(
    (
        *("name", "aliases", "official", "official_source", "overview", "audience", "costs", "duration"),
        *("languages", "tests", "steps", "documents", "risks"),
    )
)


_STAGE = frozenset(("actions", "what_ifs"))


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    fields = [name for name in defect.values.get("fields", "").split(", ") if name]
    shown = ", ".join(f'"{name}"' for name in fields)
    if fields and _SHEET.issuperset(fields):
        return Localized(
            id=f"berkas ini punya isian lembar program ({shown}), tetapi tidak berada di folder program",
            en=f"this file has entries of a program sheet ({shown}), but is not in the folder of programs",
        ), Localized(
            id="kalau ini lembar program, pindahkan ke content/program/; kalau bukan, hapus isian itu",
            en="if this is a program sheet, move it to content/program/; if not, delete those entries",
        )
    if fields and _STAGE.issuperset(fields):
        return Localized(
            id=f"berkas ini punya isian tahap ({shown}), tetapi tidak berada di folder tahap",
            en=f"this file has entries of a stage ({shown}), but is not in the folder of stages",
        ), Localized(
            id="pindahkan isian itu ke berkas tahapnya, misalnya content/tahap/penempatan.md, atau hapus",
            en="move those entries to the file of the stage, such as content/tahap/penempatan.md, or delete them",
        )
    return Localized(
        id=f"berkas ini punya isian artikel ({shown}), tetapi tidak berada di folder artikel",
        en=f"this file has entries of an article ({shown}), but is not in the folder of articles",
    ), Localized(
        id="pindahkan ke content/artikel/<tahun>/; kalau ini bukan artikel, hapus isian itu",
        en="move it to content/artikel/<year>/; if this is no article, delete those entries",
    )
