"""The stages as a way: where a reader stands, what to do, what if, what to have in hand."""

from pathlib import Path

from rantau.views import HomeView, JourneyView, Line, Passage, StageView, TermView
from tests import trees
from tests.test_pages import made, many, view

STAGE = f"""\
---
title: Penempatan
description: {trees.DESCRIPTION}
sources: [{{title: Kewajiban, publisher: Tempo, key: tempo}}, {{title: Undang-undang, key: uu}}]
verified_on: 2026-01-02
actions:
  - {{text: Lapor diri <b>, source: tempo}}
  - {{text: Simpan bukti., source: uu}}
what_ifs:
  - {{question: Kalau paspor hilang?, answer: Mintalah SPLP <i>., source: uu}}
  - {{question: Kalau lupa?}}
---

Anda sudah bekerja.
"""
FILES = {
    "tahap/penempatan.md": STAGE,
    "artikel/2025/a.md": trees.article(stage="persiapan", programs="[SSW]"),
    "artikel/2025/b.md": trees.article("Sebelum masa Pra-penempatan selesai, siapkan surat.\n", title="Surat kedua", stage="persiapan"),
    "artikel/2025/c.md": trees.article(title="Surat ketiga", stage="pra-penempatan"),
}


def stage(root: Path, address: str, files: dict[str, str | bytes] | None = None) -> StageView:
    found = view(root, FILES | (files or {}), address)
    assert isinstance(found, StageView)
    return found


def test_stages_stand_in_the_order_of_the_way_and_each_knows_its_neighbours(tmp_path: Path) -> None:
    pages = made(trees.scene(tmp_path, FILES))
    way, home, middle = (pages[a].view() for a in ("/tahap/", "/", "/tahap/pra-penempatan/"))
    assert isinstance(way, JourneyView) and isinstance(home, HomeView) and isinstance(middle, StageView)
    assert [step.link.href for step in way.steps] == ["../tahap/persiapan/", "../tahap/pra-penempatan/", "../tahap/penempatan/"]
    assert [link.href for link in home.stages] == ["tahap/persiapan/", "tahap/pra-penempatan/", "tahap/penempatan/"]
    assert [step.link.current for step in middle.steps] == [False, True, False] and middle.number == 2
    assert middle.before is not None and middle.before.label == "Persiapan"
    assert middle.after is not None and middle.after.href == "../../tahap/penempatan/"


def test_a_stage_says_what_to_do_and_answers_what_if_each_with_its_source(tmp_path: Path) -> None:
    found = stage(tmp_path, "/tahap/penempatan/")
    assert (found.before and found.before.label, found.after) == ("Pra-penempatan", None)
    assert found.actions == Passage(
        (Line("Lapor diri <b>", "Tempo", 1), Line("Simpan bukti.", "Undang-undang", 2))
    )
    assert [(q.question, q.html, q.source, q.number) for q in found.questions] == [("Kalau paspor hilang?", "Mintalah SPLP &lt;i&gt;.", "Undang-undang", 2)]
    assert found.documents == Passage() and [r.title for r in found.references] == ["Kewajiban", "Undang-undang"]


def test_a_stage_shows_its_articles_those_that_name_it_and_the_programs_concerned(tmp_path: Path) -> None:
    before = stage(tmp_path / "a", "/tahap/pra-penempatan/")
    assert [card.title for card in before.about] == ["Surat ketiga"]
    # "Penempatan" alone is an everyday word, "pra-penempatan" is not.
    assert [card.title for card in before.mentioned] == ["Surat kedua"]
    first = stage(tmp_path / "b", "/tahap/persiapan/")
    assert [program.label for program in first.programs] == ["SSW"] and first.mentioned == ()


def test_the_further_pages_of_a_stage_are_lists(tmp_path: Path) -> None:
    pages = made(trees.scene(tmp_path, {**FILES, **many(40, stage="penempatan")}))
    found, second = pages["/tahap/penempatan/"].view(), pages["/tahap/penempatan/hal/1/"].view()
    assert isinstance(found, StageView) and isinstance(second, TermView)
    assert found.older == "../../tahap/penempatan/hal/1/"


def test_fields_of_a_stage_belong_to_stages_alone_and_each_entry_cites_a_source(tmp_path: Path) -> None:
    wrong = STAGE.replace("source: tempo}", "source: teman}").replace("  - {question: Kalau lupa?}\n", "")
    found = trees.check(tmp_path, {"tahap/penempatan.md": wrong, "negara/jepang.md": STAGE.replace("Penempatan", "Jepang")})
    assert [(d.path.as_posix(), d.rule) for d in found if d.rule in ("wrong-folder", "unsourced-entry")] == [
        ("negara/jepang.md", "wrong-folder"),
        ("tahap/penempatan.md", "unsourced-entry"),
    ]
