"""Program sheets: their answers first, each with its source, and all programs side by side."""

import re
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from rantau import sheets
from rantau.fields import CURRENCIES, PAYERS
from rantau.model import LANGUAGES, Cost, Fields, Line, Source
from rantau.text import amounts
from rantau.text.citations import cited, entries
from rantau.views import Anchor, Bill, ComparisonView, Passage, SheetView, TaxonomyView
from rantau.views import Line as Shown
from tests import trees
from tests.shell import ROOT
from tests.test_pages import view

SOURCES = (
    Source("Pengumuman pendaftaran", "KP2MI", "https://kp2mi.go.id/a", trees.DATE, "kp2mi"),
    Source("Tarif visa", key="visa"),
)


def sheet(front: str, name: str = "SSW") -> str:
    return f"---\ntitle: Lembar {name}\nname: {name}\ndescription: {trees.DESCRIPTION}\ncountries: [JP]\n{front}---\n\nIsi.\n"


TYPED = """\
verified_on: 2026-01-02
sources: [{title: Pengumuman, publisher: KP2MI, date: 2026-01-01, key: kp2mi}, {title: Tarif visa}]
official: https://kp2mi.go.id/
official_source: kp2mi
audience: [{text: Umur 18 tahun., source: kp2mi}, {text: Sehat., source: kp2mi}]
costs:
  - {item: Visa, amount: 330.000, currency: idr, source: tarif visa}
  - {item: Paspor, payer: pekerja, source: kp2mi}
  - {item: Pendaftaran, amount: 0, currency: idr, payer: pekerja, source: kp2mi}
  - {item: Tiket, payer: pemberi-kerja, source: kp2mi}
languages: [{text: Bahasa tingkat dasar., source: kp2mi}]
steps: [{text: Daftar., source: kp2mi}, {text: Berangkat., source: Tarif visa}]
"""


# --- amounts and sources -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read"),
    [
        *(("330.000", "330000"), ("330000", "330000"), ("1.250,50", "1250.5"), ("28,5", "28.5"), ("28.50", "28.5"), (" 0 ", "0")),
        *(("Rp5.000", None), ("5 juta", None), ("5-10", None), ("-5", None), ("1.50.000", None), ("1.250.5", None), ("", None)),
        *(("1,250", None), ("٣", None), ("1e5", None)),
    ],
)
def test_an_amount_is_one_number_as_indonesians_write_it(written: str, read: str | None) -> None:
    assert amounts.parse(written) == (Decimal(read) if read is not None else None)


def test_an_amount_is_shown_as_the_language_of_the_page_writes_it() -> None:
    shown = [amounts.shown(Decimal(n), c, lang) for n, c, lang in (("330000", "idr", "id"), ("1250.5", "usd", "id"), ("1500", "jpy", "en"))]
    assert shown == ["Rp330.000", "US$1.250,50", "JPY 1,500"]
    assert amounts.shown(Decimal("28"), "usd", "ja") == "US$28"


def test_a_source_is_cited_by_its_short_name_its_title_or_its_address() -> None:
    found = [cited(SOURCES, written) for written in ("kp2mi", "KP2MI", "tarif  visa", "https://kp2mi.go.id/a", "bnp2tki", "")]
    assert found == [0, 0, 1, 0, None, None]


def test_entries_that_say_nothing_need_no_source() -> None:
    fields = Fields(costs=(Cost("Visa", source="visa"), Cost("")), steps=(Line(""), Line("Daftar.")), official_source="kp2mi")
    assert list(entries(fields)) == [("costs.0", "visa"), ("steps.1", ""), ("official_source", "kp2mi")]


# --- the page of a program -------------------------------------------------------------------------


def test_a_sheet_answers_each_question_and_says_once_where_all_of_an_answer_comes_from(tmp_path: Path) -> None:
    found = view(tmp_path, {"program/ssw.md": sheet(TYPED)}, "/program/ssw/")
    assert isinstance(found, SheetView) and found.answer is not None
    assert found.answer.audience == Passage((Shown("Umur 18 tahun."), Shown("Sehat.")), "KP2MI, 1 Januari 2026", 1)
    assert [(line.text, line.number, line.source) for line in found.answer.steps.lines] == [
        ("Daftar.", 1, "KP2MI, 1 Januari 2026"),
        ("Berangkat.", 2, "Tarif visa"),
    ]
    assert found.answer.channel == Shown("https://kp2mi.go.id/", "KP2MI, 1 Januari 2026", 1)
    assert (found.answer.duration, found.answer.documents, found.answer.risks) == (Passage(), Passage(), Passage())


def test_costs_stand_by_who_pays_them_and_nobody_is_guessed(tmp_path: Path) -> None:
    found = view(tmp_path, {"program/ssw.md": sheet(TYPED)}, "/program/ssw/")
    assert isinstance(found, SheetView) and found.answer is not None
    assert [(bill.payer, [(line.text, line.amount) for line in bill.lines]) for bill in found.answer.bills] == [
        ("pekerja", [("Paspor", "")]),
        ("pemberi-kerja", [("Tiket", "")]),
        ("gratis", [("Pendaftaran", "")]),
        ("", [("Visa", "Rp330.000")]),
    ]


def test_a_sheet_without_costs_has_none_and_a_sheet_of_the_older_form_keeps_its_overview(tmp_path: Path) -> None:
    new = view(tmp_path / "new", {"program/ssw.md": sheet("")}, "/program/ssw/")
    old = view(tmp_path / "old", {"program/ssw.md": sheet("overview: [{label: Biaya, value: Gratis}]\n")}, "/program/ssw/")
    assert isinstance(new, SheetView) and isinstance(old, SheetView)
    assert new.answer is not None and new.answer.bills == ()
    assert old.answer is None and len(old.overview) == 1


def test_the_way_to_what_to_check_first_is_shown_as_far_as_it_exists(tmp_path: Path) -> None:
    tags = {"_data/tags.yml": trees.BASE["_data/tags.yml"] + "- {key: penipuan, name: Penipuan}\n"}
    page = {"cek-dulu.md": "---\ntitle: Cek dulu\n---\n\nPeriksa.\n", "artikel/2025/a.md": trees.article(tags="[penipuan]")}
    nothing = view(tmp_path / "a", {}, "/program/ssw/")
    both = view(tmp_path / "b", tags | page, "/program/ssw/")
    draft = view(tmp_path / "c", {"cek-dulu.md": "---\ntitle: Cek dulu\nstatus: draft\n---\n\nPeriksa.\n"}, "/program/ssw/")
    assert isinstance(nothing, SheetView) and isinstance(both, SheetView) and isinstance(draft, SheetView)
    assert nothing.checks == draft.checks == ()
    assert [(a.label, a.href) for a in both.checks] == [("Cek dulu", "../../cek-dulu/"), ("Penipuan", "../../topik/penipuan/")]


# --- all programs side by side ---------------------------------------------------------------------


def test_programs_stand_side_by_side_and_those_without_an_official_channel_last(tmp_path: Path) -> None:
    files = {
        "program/ssw.md": sheet(TYPED),
        "program/aneh.md": sheet("", "Aneh"),
        "program/gtog.md": sheet("official: https://kp2mi.go.id/\noverview: [{label: Biaya, value: Gratis}]\n", "G to G"),
    }
    found = view(tmp_path, files, "/program/")
    assert isinstance(found, ComparisonView)
    assert [p.link for p in found.programs] == [
        Anchor("G to G", "../program/gtog/"),
        Anchor("SSW", "../program/ssw/"),
        Anchor("Aneh", "../program/aneh/"),
    ]
    old, new, empty = found.programs
    assert (old.bills, empty.bills) == (None, ())
    assert (new.audience, new.tests, new.duration) == ("Umur 18 tahun.", ("Bahasa tingkat dasar.",), "")
    assert new.bills is not None and [type(bill) for bill in new.bills] == [Bill] * 4
    assert [p.label for p in new.places] == ["Jepang"]
    assert (new.official_host, new.verified and new.verified.iso, empty.official_host) == ("kp2mi.go.id", "2026-01-02", "")


def test_a_language_without_sheets_lists_its_programs_as_before(tmp_path: Path) -> None:
    files = {"en/artikel/2025/a.md": trees.article(programs="[SSW]"), "artikel/2025/a.md": trees.article(programs="[SSW]")}
    assert isinstance(view(tmp_path, files, "/en/program/"), TaxonomyView)


# --- words and drawing -----------------------------------------------------------------------------

THEME = Environment(loader=FileSystemLoader(ROOT / "theme"), autoescape=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_payer_has_words_in_every_language(language: str) -> None:
    words = THEME.get_template("words.html").module.words[language]["sheet"]  # type: ignore[attr-defined]
    assert set(words["payers"]) == {*PAYERS, sheets.FREE, ""}
    assert set(words) == set(THEME.get_template("words.html").module.words["id"]["sheet"])  # type: ignore[attr-defined]


def test_currencies_are_codes_of_three_letters_each_once() -> None:
    assert all(re.fullmatch("[a-z]{3}", code) for code in CURRENCIES) and len(set(CURRENCIES)) == len(CURRENCIES)


def test_what_a_sheet_says_is_text_and_never_markup(tmp_path: Path) -> None:
    evil = "steps: [{text: '<b>Daftar</b>', source: '<i>sumber</i>'}]\nsources: [{title: '<i>sumber</i>'}]\n"
    found = view(tmp_path, {"program/ssw.md": sheet(evil)}, "/program/ssw/")
    assert isinstance(found, SheetView) and found.answer is not None
    words = THEME.get_template("words.html").module.words["id"]  # type: ignore[attr-defined]
    html = str(THEME.get_template("answers.html").module.parts(found.answer, SimpleNamespace(**words)))  # type: ignore[attr-defined]
    assert "&lt;b&gt;Daftar&lt;/b&gt;" in html and "&lt;i&gt;sumber&lt;/i&gt;" in html
    assert "<b>" not in html and "<i>" not in html
