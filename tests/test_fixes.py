"""What --fix repairs, and that it repairs nothing else: twice is once, meaning and comments stay, errors never grow."""

import re
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from rantau import desk, edits, fixing, pipeline, rules, schema, source
from rantau.fields import NAMES
from rantau.model import Defect, Diagnostic, Edit, Kind, Severity, Span
from rantau.text import dates
from rantau.tidying import TIDYINGS
from tests import trees
from tests.shell import ROOT

HERE = Path(__file__).parent
DECISION = ROOT / "docs/decisions/0014-what-a-machine-repairs.md"
DESCRIPTION = f"description: {trees.DESCRIPTION}"
REST = f"{DESCRIPTION}\ndate: 2025-03-01\nsources: [{{title: Panduan visa}}]\n---\n\nSiapkan surat dari desa.\n"
# Repairs of these change what the front matter says, which is their purpose.
_TERMS = {"tags", "countries", "programs", "stage", "sectors", "authors", "author"}


def fixed(content: Path) -> tuple[fixing.Fixed, ...]:
    written, left = fixing.fix(content, trees.DATE, lambda path: True, lambda path: True)
    assert left == ()
    return written


def mended(root: Path, text: str) -> str:
    """The text of an article after the repairs."""
    content = trees.write(root, {"artikel/2025/a.md": text.encode()})
    fixed(content)
    return (content / "artikel/2025/a.md").read_bytes().decode()


# --- one mistake, one repair --------------------------------------------------------------------

# The first line of the front matter, and what it becomes.
TITLES = [
    ("title: Visa kerja: panduan", 'title: "Visa kerja: panduan"'),
    ('title: Kata "resmi": artinya', "title: 'Kata \"resmi\": artinya'"),
    ('title: "Kata "resmi" dan artinya"', "title: 'Kata \"resmi\" dan artinya'"),
    ("title:Surat kerja baru", "title: Surat kerja baru"),
    ("title:Surat", "title: Surat"),
    ("title：Surat kerja", "title: Surat kerja"),
    ("title : Surat kerja", "title: Surat kerja"),
    ("title: “Surat kerja”", 'title: "Surat kerja"'),
    ("title: “Surat: kerja”", 'title: "Surat: kerja"'),
    ("title: @kp2mi menjawab", 'title: "@kp2mi menjawab"'),
    ("title: [Baru] Surat kerja", 'title: "[Baru] Surat kerja"'),
    ('title: "Folder C:\\Visa"', "title: 'Folder C:\\Visa'"),
    ("tittle: Surat kerja", "title: Surat kerja"),
    ("TITLE: Surat kerja", "title: Surat kerja"),
    ("title: Surat kerja\nImg: x.jpg\nAlt: Surat", "title: Surat kerja\nimg: x.jpg\nalt: Surat"),
    ("title: Surat kerja\nCountries : [JP]", "title: Surat kerja\ncountries: [JP]"),
    ("title: Surat kerja  ", "title: Surat kerja"),
    ("title: Surat kerja\ntitle: 'Surat kerja'", "title: Surat kerja"),
    ("title: Surat kerja\ndraft: true", "title: Surat kerja\nstatus: draft"),
    ("title: Surat kerja\ndraft: false", "title: Surat kerja\nstatus: published"),
    ("title: Surat kerja\nstatus: Published", "title: Surat kerja\nstatus: published"),
    ("title: Surat kerja\ntags: visa; GOES JAPAN", "title: Surat kerja\ntags: [visa, GOES JAPAN]"),
    ("title: Surat kerja\ntags: [goes  japan, Goes Jepang]", "title: Surat kerja\ntags: [GOES JAPAN, goes-japan]"),
    ("title: Surat kerja\ncountries: ['negeri sakura', Japan]", "title: Surat kerja\ncountries: ['JP', Japan]"),
    ("title: Surat kerja\ntags:\n\t- visa", "title: Surat kerja\ntags:\n  - visa"),
    ("title: Surat kerja\ntags:\n  - visa\n  -", "title: Surat kerja\ntags:\n  - visa"),
    ("title: 'Jum'at berkah'", 'title: "Jum\'at berkah"'),
    ("title: Surat kerja\ntags: - visa", "title: Surat kerja\ntags: [visa]"),
    ("title: Surat kerja\ntags: #visa #paspor", "title: Surat kerja\ntags: [visa, paspor]"),
    ("title: Surat kerja\ntags: #visa, #paspor", "title: Surat kerja\ntags: [visa, paspor]"),
    ("title: Surat kerja\ntags: [#visa, #paspor]", "title: Surat kerja\ntags: [visa, paspor]"),
    ("title: Surat kerja\ntags:\n  - #visa\n  - #paspor", "title: Surat kerja\ntags:\n  - visa\n  - paspor"),
    ("title: Surat kerja\ntags: [visa", "title: Surat kerja\ntags: [visa]"),
    ("title: Surat kerja\nupdated: 22 November 2026", "title: Surat kerja\nupdated: 2026-11-22"),
    ("title: Surat kerja\nupdated: 22 Nopember 2026", "title: Surat kerja\nupdated: 2026-11-22"),
    ("title: Surat kerja\nupdated: Sept. 3, 2026", "title: Surat kerja\nupdated: 2026-09-03"),
    ("title: Surat kerja\nupdated: '22/11/2026'", "title: Surat kerja\nupdated: 2026-11-22"),
    ("title: Surat kerja\nupdated: 2026-11-21T23:30:00Z", "title: Surat kerja\nupdated: 2026-11-22"),
]


@pytest.fixture(scope="module")
def titles(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    files = {f"artikel/2025/{n}.md": f"---\n{wrong}\n{REST}".encode() for n, (wrong, _) in enumerate(TITLES)}
    content = trees.write(tmp_path_factory.mktemp("titles"), files)
    fixed(content)
    return {wrong: (content / f"artikel/2025/{n}.md").read_bytes().decode() for n, (wrong, _) in enumerate(TITLES)}


def _lines(text: str) -> list[str]:
    return sorted(text.split("\n"))


@pytest.mark.parametrize(("wrong", "right"), TITLES, ids=[wrong for wrong, _ in TITLES])
def test_what_has_one_right_answer_is_repaired_and_every_other_line_stays(wrong: str, right: str, titles: Mapping[str, str]) -> None:
    assert _lines(titles[wrong]) == _lines(f"---\n{right}\n{REST}")


SHIFTED = [
    "   publisher: A\n    url: https://a.example/",
    "  publisher: A\n  url: https://a.example/",
    " publisher: A\n      url: https://a.example/",
    "\tpublisher: A\n\turl: https://a.example/",
    "\t\tpublisher: A\n  \turl: https://a.example/",
]


@pytest.mark.parametrize("lines", SHIFTED)
def test_field_of_an_item_is_put_below_the_first_one(lines: str, tmp_path: Path) -> None:
    before, behind = f"---\ntitle: Surat kerja\n{DESCRIPTION}\ndate: 2025-03-01\nsources:\n  - title: Panduan\n", "\n---\n\nIsi.\n"
    right = "    publisher: A\n    url: https://a.example/"
    assert mended(tmp_path, before + lines + behind) == before + right + behind


@pytest.mark.parametrize("below", ["", "\n    publisher: A", "\n   publisher: A"])
def test_hyphen_of_an_item_gets_its_blank_and_is_never_deleted(below: str, tmp_path: Path) -> None:
    before, behind = f"---\ntitle: Surat kerja\n{DESCRIPTION}\ndate: 2025-03-01\nsources:\n", "\n---\n\nIsi.\n"
    right = f"{before}  - title: Panduan{below and chr(10) + '    ' + below.strip()}{behind}"
    assert mended(tmp_path, f"{before}  -title: Panduan{below}{behind}") == right


LEFT = [
    "title: Visa kerja date: 2025-01-01",
    'title: "Surat kerja',
    "title: Surat kerja\nupdated: 03/04/2026",
    "title: Surat kerja\nupdated: Senin, 29 Oktober 2021",
    "title: Surat kerja\nstatus: yes",
    "title: Surat kerja\ntags: visa, entahlah",
    "title: Surat kerja\ntagz: [visa]\ntogs: [visa]",
    "title: Surat kerja\ntitle: Surat lain",
    "title: Surat kerja\nTitle: Surat lain",
    "title: Cara #1 mengurus visa",
    "title: - Surat kerja",
    "title: #visa #paspor",
    "title: Surat kerja\ntags: visa #nanti",
    "title: Surat kerja\ntags: #visa kerja #paspor",
    "title: Surat kerja\ntags: - visa - paspor",
    "title: '“Saya ingin pulang”'",
    'title: "C:\\Visa\\new"',
    "title: Surat kerja\nupdated: {a: 1",
    "title: Surat kerja\nimages:\n  - src: a.jpg\n   entah: apa",
]


def test_what_has_two_answers_or_none_stays_byte_for_byte(tmp_path: Path) -> None:
    given = {f"artikel/2025/{n}.md": f"---\n{wrong}\n{REST}".encode() for n, wrong in enumerate(LEFT)}
    content = trees.write(tmp_path, given)
    assert fixed(content) == ()
    assert {path: (content / path).read_bytes() for path in given} == given


BODIES = [
    ("＃＃　見出し", "## 見出し"),
    ("##　見出し", "## 見出し"),
    ("##Judul", "## Judul"),
    ("Kami <b>tidak</ b> memungut.", "Kami <b>tidak</b> memungut."),
    ("Kami < b>tidak< /b> memungut.", "Kami <b>tidak</b> memungut."),
    ("satu \ndua", "satu\ndua"),
    ("Biaya:\n| a | b |\n|---|---|\n| 1 | 2 |\nTiga kata lagi.", "Biaya:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nTiga kata lagi."),
    ("| a | b |\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
    ("| a | b |\n|:-:|\n| 1 | 2 |", "| a | b |\n|:-:|---|\n| 1 | 2 |"),
    ("| a | b |\n\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
    ("a | b\n--- | ---\n| 1 | 2 |", "a | b\n--- | ---\n1 | 2"),
    ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", "| a | b |\n|---|---|\n| 1 | 2 | 3 |"),
    ("a\tb\tc\nd\te\tf", "a\tb\tc\nd\te\tf"),
    ("!!! note\nSatu.\nDua.\n\nTiga.", "!!! note\n    Satu.\n    Dua.\n\nTiga."),
    ("!!! note\n\n  Satu.\n\n  Dua.\n\nTiga.", "!!! note\n\n    Satu.\n\n    Dua.\n\nTiga."),
    ("!!! note\n\nSatu.", "!!! note\n\nSatu."),
    *(
        (f"{written}\n    Isi.", f"{right}\n    Isi.")
        for written, right in (
            ('!!!warning"Awas"', '!!! warning "Awas"'),
            ("!!!warning Awas calo", '!!! warning "Awas calo"'),
            ("!!! warning Awas calo", '!!! warning "Awas calo"'),
            ("!!! Warning: “Awas”", '!!! warning "Awas"'),
            ('!!! warning "Awas', '!!! warning "Awas"'),
            ('!!  warning  "Awas"', '!!! warning "Awas"'),
            ("???+ question Berapa lama?", '???+ question "Berapa lama?"'),
            ('!!!warning "Awas"', '!!!warning "Awas"'),
            ('!!! warning "Awas" calo', '!!! warning "Awas" calo'),
            ("!!! peringatan Awas", "!!! peringatan Awas"),
            ("!!! note tip", "!!! note tip"),
        )
    ),
    ("!! Awas\n\n!!!Awas!!!\n\n?? note", "!! Awas\n\n!!!Awas!!!\n\n?? note"),
    ("Kami ** tidak ** mau.", "Kami **tidak** mau."),
    ("**Catatan: **jangan. `x`", "**Catatan:** jangan. `x`"),
    ("- **Umur **18 tahun\n- ** Izin**\n- **Lama ** (tahun)", "- **Umur** 18 tahun\n- **Izin**\n- **Lama** (tahun)"),
    ("**Nama **: isi (** paspor**)\n\n**Biaya **(Rp)", "**Nama **: isi (** paspor**)\n\n**Biaya** (Rp)"),
    ("*penting * sekali", "*penting * sekali"),
    ("**Kami tidak mau.", "**Kami tidak mau."),
    ("[a] (https://a.example/) dan (b)[https://b.example/]", "[a](https://a.example/) dan [b](https://b.example/)"),
    ("[a](https://a.example/x, lalu pulang.", "[a](https://a.example/x), lalu pulang."),
    ("Bawa:\n1) satu\n2) dua", "Bawa:\n\n1. satu\n2. dua"),
    (
        "    Kami menulis untuk pekerja migran dan keluarganya di sana.\n\nSelesai.",
        "Kami menulis untuk pekerja migran dan keluarganya di sana.\n\nSelesai.",
    ),
    ("2\x963 hari, m\ufffdgran, satu\x0bdua", "2–3 hari, m\ufffdgran, satu dua"),
    ("satu  \ndua", "satu  \ndua"),
    ("satu   \nempa\t\ntiga", "satu   \nempa\t\ntiga"),
    ("satu\n   \ndua", "satu\n\ndua"),
    ("```\nsatu \n```", "```\nsatu \n```"),
    ("    satu \n\nSelesai.", "    satu \n\nSelesai."),
    ("＃タグ dan a < b > c", "＃タグ dan a < b > c"),
    ("Satu.\n\n\n\n  ", "Satu."),
]


def test_bodies_are_repaired_where_readers_see_the_mistake_and_tidied_where_they_see_none(tmp_path: Path) -> None:
    given = {f"artikel/2025/{n}.md": trees.article(f"Awal.\n\n{wrong}\n").encode() for n, (wrong, _) in enumerate(BODIES)}
    content = trees.write(tmp_path, given)
    fixed(content)
    for number, (_, right) in enumerate(BODIES):
        assert (content / f"artikel/2025/{number}.md").read_bytes().decode() == trees.article(f"Awal.\n\n{right}\n")


def test_fields_come_into_their_order_with_the_comments_above_them_once_their_front_matter_is_repaired(tmp_path: Path) -> None:
    wrong = f"---\n# catatan umum\n\ndate: 22 November 2025\n# topik\ntags: [visa]\n{DESCRIPTION}\ntitle: Surat # baru\n# akhir\n---\n\nIsi.\n"
    right = f"---\n# catatan umum\n\ntitle: Surat # baru\n{DESCRIPTION}\n# topik\ntags: [visa]\ndate: 2025-11-22\n# akhir\n---\n\nIsi.\n"
    assert mended(tmp_path, wrong) == right


def test_order_of_sound_front_matter_is_the_editors_own(tmp_path: Path) -> None:
    text = f"---\ndate: 2025-11-22\n{DESCRIPTION}\ntitle: Surat\n---\n\nIsi.\n"
    assert mended(tmp_path, text) == text


def test_mark_and_windows_line_ends_stay_and_the_rarer_ones_follow(tmp_path: Path) -> None:
    text = trees.article("##Satu\n\nDua").replace("\n", "\r\n").replace("date: 2025-03-01\r\n", "date: 2025-03-01\n")
    right = trees.article("## Satu\n\nDua\n").replace("\n", "\r\n")
    assert mended(tmp_path, f"\ufeff{text}") == f"\ufeff{right}"


def test_lone_carriage_returns_are_left_alone(tmp_path: Path) -> None:
    text = trees.article("Satu \rDua\r\n\n\n")
    assert mended(tmp_path, text) == text


def test_date_with_two_readings_is_explained(tmp_path: Path) -> None:
    found = trees.check(tmp_path, {"artikel/2025/a.md": trees.article(updated="03/04/2026")})
    (one,) = [d for d in found if d.rule == "impossible-date"]
    assert one.help.id == "tulis 2026-04-03 kalau maksud Anda 3 April 2026, atau 2026-03-04 kalau 4 Maret 2026"
    assert one.fix == ()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("22 November 2026", "2026-11-22"),
        ("Jumat, 29 Oktober 2021", "2021-10-29"),
        ("Senin, 29 Oktober 2021", ""),
        ("05/05/2026", "2026-05-05"),
        ("03/04/2026", ""),
        ("2026/04/03", "2026-04-03"),
        ("2021年10月29日", "2021-10-29"),
        ("sampai 22/11/2026", ""),
        ("31/04/2026", ""),
    ],
)
def test_date_is_sure_when_it_can_mean_one_day_only(written: str, day: str) -> None:
    sure = dates.sure(written)
    assert (sure.isoformat() if sure else "") == day


# --- lists in _data -----------------------------------------------------------------------------

_SOURCE = "source: {publisher: A, url: https://a.example/}"
# A list, and what it becomes.
LISTED = [
    ("tags", "- key: visa\n\tname: Visa\n\taliases:\n\t\t- izin\n", "- key: visa\n  name: Visa\n  aliases:\n    - izin\n"),
    ("tags", "- key：visa\n  name： Visa\n", "- key: visa\n  name: Visa\n"),
    ("tags", "- {key： visa, name:Visa}\n", "- {key: visa, name: Visa}\n"),
    ("tags", "- key: visa  # izin\n  name: “Visa”\n  aliases: [“izin”]\n", '- key: visa  # izin\n  name: "Visa"\n  aliases: ["izin"]\n'),
    ("tags", "- key: visa\n  name: “Visa: izin”\n", '- key: visa\n  name: "Visa: izin"\n'),
    ("tags", "- key: visa\n  note:\n    id: Izin: masuk\n", '- key: visa\n  note:\n    id: "Izin: masuk"\n'),
    ("tags", "# topik  \n- key: visa \n\n# nanti\n- key: b\t\n\n\n", "# topik\n- key: visa\n\n# nanti\n- key: b\n"),
    ("tags", "- key: visa\n  note: |\n    satu  \n    dua\n", "- key: visa\n  note: |\n    satu  \n    dua\n"),
    ("sectors", "- {key: b, name: B}\n- {key: a, name: A}\n", "- {key: b, name: B}\n- {key: a, name: A}\n"),
    (
        "facts",
        f"- key: biaya\n\tlabel: Biaya\n\tvalue: 1\n\t{_SOURCE}\n\tverified_on: 22 Nopember 2025\n\treview_by: '1/12/2027' # nanti\n",
        f"- key: biaya\n  label: Biaya\n  value: 1\n  {_SOURCE}\n  verified_on: 2025-11-22\n  review_by: '1/12/2027' # nanti\n",
    ),
    ("glossary", "- {key: kur, abbreviation: KUR, expansion: Kredit, source: A, source_date: Okt. 2024}\n", ""),
]
LISTED[-1] = (*LISTED[-1][:2], LISTED[-1][1].replace("Okt. 2024", "2024-10"))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(("name", "wrong", "right"), LISTED)
def test_list_is_repaired_like_front_matter_and_keeps_its_comments_its_order_and_its_line_ends(
    name: str, wrong: str, right: str, ending: str, tmp_path: Path
) -> None:
    hold(tmp_path, {f"_data/{name}.yml": wrong.replace("\n", ending).encode()})
    assert (tmp_path / f"content/_data/{name}.yml").read_bytes().decode() == right.replace("\n", ending)


LISTS_LEFT = [
    "- key: visa\n  aliases: [izin, masuk\n- key: b\n",
    "- key: visa\n  name: “Visa” dan “izin”\n",
    '- key: visa\n  name: "Visa\n- key: b\n',
    "- key: visa\n- key: Visa\n",
    "- kunci: visa\n",
]


@pytest.mark.parametrize("text", LISTS_LEFT)
def test_list_whose_mistake_has_two_answers_stays_byte_for_byte(text: str, tmp_path: Path) -> None:
    assert hold(tmp_path, {"_data/tags.yml": text.encode()}) == ()


def test_articles_are_repaired_in_the_same_run_by_what_a_repaired_list_says(tmp_path: Path) -> None:
    files = {"_data/tags.yml": "- key: visa\n\taliases: [izin masuk]\n", "artikel/2025/a.md": trees.article(tags="[izin masuk]")}
    content = trees.write(tmp_path, files)
    assert [one.path.as_posix() for one in fixed(content)] == ["_data/tags.yml", "artikel/2025/a.md"]
    assert "\ntags: [visa]\n" in (content / "artikel/2025/a.md").read_text("utf-8")


def test_blanks_in_a_list_that_nobody_named_stay(tmp_path: Path) -> None:
    content = trees.write(tmp_path, {"_data/tags.yml": "- key: visa \n"})
    assert fixing.fix(content, trees.DATE, lambda path: True, lambda path: False) == ((), ())


# --- files --------------------------------------------------------------------------------------


def test_file_that_is_only_to_be_read_stays_and_the_editor_is_told(tmp_path: Path) -> None:
    content = trees.write(tmp_path, {"artikel/2025/a.md": trees.article("##Satu\n")})
    path = content / "artikel/2025/a.md"
    path.chmod(stat.S_IRUSR)
    code, lines = desk.check(content, [], "text", "id", trees.DATE, fix=True)
    assert (code, path.read_text("utf-8")) == (1, trees.article("##Satu\n"))
    assert "tidak diperbaiki: artikel/2025/a.md: berkasnya hanya dapat dibaca; izinkan dulu berkas itu ditulis" in lines


def test_file_that_changed_in_between_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"baru\n")
    with pytest.raises(edits.Changed):
        edits.exchange(path, "lama\n", "lama sekali\n")
    assert path.read_bytes() == b"baru\n"


def test_link_to_another_file_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "asli.md").write_bytes(b"lama\n")
    (tmp_path / "a.md").symlink_to(tmp_path / "asli.md")
    with pytest.raises(PermissionError):
        edits.exchange(tmp_path / "a.md", "lama\n", "baru\n")
    assert (tmp_path / "asli.md").read_bytes() == b"lama\n"


def test_repairs_that_belong_together_are_made_together_or_not_at_all() -> None:
    first, second = Edit(Span(1, 1, 1, 3), "x"), Edit(Span(1, 2, 1, 4), "y")
    far = Edit(Span(9, 1, 9, 2), "z")
    assert edits.compatible([(first,), (second, far)]) == [(first,)]
    assert edits.compatible([(second, far), (first,)]) == [(second, far)]
    assert edits.compatible([(first,), (far,)]) == [(first,), (far,)]


def test_fix_shows_what_it_changed_when_asked(tmp_path: Path) -> None:
    content = trees.write(tmp_path, {"artikel/2025/a.md": trees.article("##Satu\n")})
    _, lines = desk.check(content, [], "text", "id", trees.DATE, fix=True, difference=True)
    assert [line for line in lines if re.match(r"[+-](?![+-])", line)] == ["-##Satu", "+## Satu"]
    _, lines = desk.check(content, [], "text", "id", trees.DATE, fix=True, difference=True)
    assert not [line for line in lines if line.startswith(("+", "-"))]


DISORDER = trees.article("Satu \nDua\n\n\n", tags="[Goes Jepang]")
TIDY = trees.article("Satu\nDua\n", tags="[goes-japan]")


def test_only_files_with_findings_and_files_that_were_named_are_touched(tmp_path: Path) -> None:
    both = {"artikel/2025/a.md": DISORDER.encode(), "artikel/2025/b.md": DISORDER.replace("Dua", "##Dua").encode()}
    content = trees.write(tmp_path, both)
    kept = {path: path.read_bytes() for path in sorted(content.rglob("*")) if path.is_file()}
    # A folder says where to look, and not that everything in it is to be put in order.
    _, lines = desk.check(content, [content / "artikel/2025"], "text", "id", trees.DATE, fix=True)
    assert lines[0] == (
        f"diperbaiki: {content}/artikel/2025/b.md (4 tempat: akhir berkas [file-end], heading-without-space, "
        "nama dari daftar [other-names], spasi di akhir baris [trailing-blanks])"
    )
    assert [path.name for path, data in kept.items() if path.read_bytes() != data] == ["b.md"]
    assert (content / "artikel/2025/b.md").read_text("utf-8") == TIDY.replace("Dua", "## Dua")
    _, lines = desk.check(content, [content / "artikel/2025/a.md"], "text", "id", trees.DATE, fix=True)
    assert lines[0].startswith(f"diperbaiki: {content}/artikel/2025/a.md (3 tempat: ")
    assert (content / "artikel/2025/a.md").read_text("utf-8") == TIDY


@pytest.mark.parametrize("rehearse", [False, True])
def test_with_nothing_to_do_it_says_so_and_how_many_files_it_read(rehearse: bool, tmp_path: Path) -> None:
    content = trees.write(tmp_path, {"artikel/2025/a.md": DISORDER.encode()})
    files = [p for p in content.rglob("*") if p.is_file()]
    code, lines = desk.check(content, [], "text", "id", trees.DATE, fix=True, rehearse=rehearse)
    nothing = "tidak ada yang diperbaiki; semua berkas tetap seperti semula"
    assert (code, lines) == (0, (nothing, f"{len(files)} berkas diperiksa, tidak ada temuan"))
    code, lines = desk.check(content, [content / "artikel/2025/a.md"], "text", "en", trees.DATE)
    assert (code, lines) == (0, ("1 files checked, nothing found",))


# --- properties ---------------------------------------------------------------------------------


def corpus() -> dict[str, bytes]:
    """Every text of the corpora as an article, and the content's own."""
    folders = (HERE / "broken", HERE / "clean", HERE / "hostile/markdown", HERE / "hostile/yaml", HERE / "hostile/xss")
    files = [p for folder in folders for p in sorted(folder.rglob("*")) if p.is_file() and p.stat().st_size < 60_000]
    found = {f"artikel/2025/{n}-{p.parent.name}.md": p.read_bytes() for n, p in enumerate(files)}
    own = (ROOT / "content/artikel").rglob("*.md")
    return found | {f"artikel/2024/{n}.md": p.read_bytes() for n, p in enumerate(sorted(own))}


def front(text: str) -> dict[str, object] | None:
    read = source.read(text.encode("utf-8", "surrogatepass"))
    return {key.text: source.said(value) for key, value in read.front.entries} if read.front is not None else None


def notes(text: str) -> list[str]:
    """The comments of the front matter."""
    read = source.read(text.encode("utf-8", "surrogatepass"))
    lines = text.split("\n")[: read.body_line - 1] if read.front is not None else []
    return sorted(line.strip() for line in lines if line.startswith("#"))


def errors(found: Iterable[Diagnostic], path: PurePosixPath) -> int:
    return sum(d.severity is Severity.ERROR and d.path == path for d in found)


def hold(root: Path, files: Mapping[str, bytes]) -> tuple[fixing.Fixed, ...]:
    """The files after the repairs, when all that is promised of these holds."""
    content = trees.write(root, dict(files))
    before = pipeline.check(content, trees.DATE)
    kept = {path: path.read_bytes() for path in sorted(content.rglob("*")) if path.is_file()}
    written, _ = fixing.fix(content, trees.DATE, lambda path: True, lambda path: True)
    after = pipeline.check(content, trees.DATE)
    changed = {content / one.path for one in written}
    assert {path for path, data in kept.items() if path.read_bytes() != data} == changed
    for one in written:
        old, new = front(one.before), front(one.after)
        if old is None:
            continue
        assert new is not None
        assert errors(after, one.path) <= errors(before, one.path), one.path
        assert set(notes(one.before)) <= set(notes(one.after)), one.path
        touched = {d.values["field"].split(".")[0] for d in _defects(one.before) if "field" in d.values} | _TERMS
        same = {name for name in old if name in NAMES and not _loose(old[name]) and name not in touched}
        assert {name: old[name] for name in same} == {name: new.get(name) for name in same}, one.path
    now = {path: path.read_bytes() for path in changed}
    again, _ = fixing.fix(content, trees.DATE, lambda path: True, lambda path: True)
    assert again == ()
    assert {path: path.read_bytes() for path in changed} == now
    return written


def _defects(text: str) -> Iterable[Defect]:
    read = source.read(text.encode("utf-8", "surrogatepass"))
    return (*read.defects, *(schema.type_fields(Kind.ARTICLE, read.front)[1] if read.front is not None else ()))


def _loose(value: object) -> bool:
    """Whether a value holds what is repaired wherever it stands: hidden characters, curly quotes, times, capitals, gaps."""
    text = str(value)
    return bool(list(source.unseen(text)) or re.search("[“”„‟‘’]|\\d{4}-\\d{2}-\\d{2}[T ]", text) or value in ("", [])) or "''" in text


def test_every_file_of_the_corpora_comes_to_rest_at_once_and_keeps_what_it_says(tmp_path: Path) -> None:
    files = corpus()
    assert len(files) > 150
    assert len(hold(tmp_path, files)) > 30


BLANKS = st.sampled_from([" ", "  ", "\t", "\n", "\r\n", "\u00a0", "\u3000", "\u200b"])
SIGNS = st.sampled_from(['"', "'", "“", "”", "#", "：", ":", "-", "---\n", "<b>", "</ b>", "[", "]", "*", "@"])


@st.composite
def mutations(draw: st.DrawFn, texts: list[str]) -> str:
    """A text of the corpora with a few slips of the kind that editors make."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        # Most mistakes are made in the upper part.
        at = draw(st.integers(0, min(len(text), 400)))
        match draw(st.integers(0, 5)):
            case 0:
                text = text[:at] + draw(BLANKS) + text[at:]
            case 1:
                text = text[:at] + draw(SIGNS) + text[at:]
            case 2:
                text = text[:at] + text[at + draw(st.integers(1, 12)) :]
            case 3:
                text = text[:at] + text[at : at + 30].swapcase() + text[at + 30 :]
            case 4:
                text = text.replace("\n", "\r\n", draw(st.integers(1, 20)))
            case _:
                lines = text.split("\n")
                number = draw(st.integers(0, min(len(lines) - 1, 12)))
                lines.insert(number, lines[draw(st.integers(0, min(len(lines) - 1, 12)))])
                text = "\n".join(lines)
    return text


TEXTS = [data.decode("utf-8", "replace") for data in corpus().values() if len(data) < 4_000]


# Making a failing tree smaller takes minutes and tells little: each of its files stands for itself.
@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(st.lists(mutations(TEXTS), min_size=25, max_size=25))
def test_mutated_files_come_to_rest_at_once_and_keep_what_they_say(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    files = {f"artikel/2025/m{n}.md": text.encode("utf-8", "surrogatepass") for n, text in enumerate(texts)}
    hold(tmp_path_factory.mktemp("m"), files)


OWN_LISTS = [p.read_text("utf-8") for p in sorted((ROOT / "content/_data").glob("*.yml")) if p.stem in ("authors", "sectors", "stages", "tags")]


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(st.lists(mutations(OWN_LISTS), min_size=2, max_size=2))
def test_mutated_lists_come_to_rest_at_once(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    files = {f"_data/{name}.yml": text.encode("utf-8", "surrogatepass") for name, text in zip(("tags", "sectors"), texts, strict=True)}
    hold(tmp_path_factory.mktemp("l"), files)


# --- the decision -------------------------------------------------------------------------------


def test_decision_lists_every_rule_and_every_tidying_and_says_why() -> None:
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| (yes|in part|no) \| (.+) \|$", DECISION.read_text("utf-8"), re.MULTILINE)
    names = [name for name, _, _ in rows]
    assert names == sorted(set(names)), "one row each, in the order of the alphabet"
    different = set(names) ^ (set(pipeline.manuals()) | set(TIDYINGS))
    assert not different, f"{DECISION.name} has one row for each, in the order of the alphabet; look at {different}"
    assert {name for name, answer, _ in rows if name in TIDYINGS and answer != "yes"} == set()
    assert [name for name, _, why in rows if len(why) < 20] == []


def test_rules_that_the_decision_says_not_to_be_repaired_propose_nothing(tmp_path: Path) -> None:
    rows = dict(re.findall(r"^\| `([a-z0-9-]+)` \| (yes|in part|no) \|", DECISION.read_text("utf-8"), re.MULTILINE))
    files = {f"artikel/2025/{n}.md": data for n, data in enumerate(corpus().values())}
    proposing = {d.rule for d in trees.check(tmp_path, files) if d.fixable}
    proposing |= {name for name, rule in pipeline.discover(rules).items() if "Edit(" in Path(str(rule.__file__)).read_text("utf-8")}
    assert {name for name in proposing if rows.get(name) == "no"} == set()
    assert len(proposing) > 12
