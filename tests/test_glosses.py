"""The glossary: what is explained where, what readers see of it, and what editors are told."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rantau import body, glossary, pipeline, workers
from rantau.model import Localized, Word
from rantau.scene import Settings
from rantau.text.glosses import explained, lexicon
from rantau.views import ArticleView, Gloss, GlossaryView, PlainView, SheetView
from tests import trees
from tests.test_pages import made, view

WORDS = (
    Word("pmi", Localized("PMI"), Localized("Pekerja Migran Indonesia", "Indonesian migrant worker")),
    Word("e-pmi", Localized("E-PMI")),
    Word("kur", Localized("KUR"), Localized("Kredit Usaha Rakyat")),
    Word("bpjs", Localized("BPJS"), spellings=("BPJS Ketenagakerjaan",)),
    Word("g-to-g", Localized("G to G")),
    Word("lapor-diri", Localized("lapor diri", "reporting one's arrival")),
    Word("ssw", Localized("SSW"), spellings=("特定技能", "インド")),
)


def marked(html: str, language: str = "id") -> str:
    return explained(html, lexicon(WORDS, language), {}, {}, lambda key, words: f"[{key}:{words}]")


def rendered(markdown: str, language: str = "id") -> str:
    found, _ = body.render(markdown, 1, body.mask(markdown, 1), language)
    assert found is not None
    return marked(found.html, language)


# --- where a name stands


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("PMI dan PMI", "[pmi:PMI] dan PMI"),
        ("E-PMI, lalu PMI", "[e-pmi:E-PMI], lalu [pmi:PMI]"),
        ("EPS-PMI, PMI-KUR, KPMI, PMIs, PMI_1, pmi, Pmi", "EPS-PMI, PMI-KUR, KPMI, PMIs, PMI_1, pmi, Pmi"),
        ("PMI-nya (KUR).", "[pmi:PMI]-nya ([kur:KUR])."),
        ("PMI/KUR", "[pmi:PMI]/[kur:KUR]"),
        ("BPJS Ketenagakerjaan, BPJS", "[bpjs:BPJS Ketenagakerjaan], BPJS"),
        ("G to\nG; g to g", "[g-to-g:G to\nG]; g to g"),
        ("Lapor diri dulu", "[lapor-diri:Lapor diri] dulu"),
        ("https://x.example/PMI, www.x.example/PMI, KUR.go.id, a@KUR", "https://x.example/PMI, www.x.example/PMI, KUR.go.id, a@KUR"),
        ('"KUR cair dulu" dan KUR', '"KUR cair dulu" dan [kur:KUR]'),
        ("A&PMI; &amp;KUR", "A&PMI; &amp;[kur:KUR]"),
    ],
)
def test_a_name_counts_as_a_whole_word_as_it_is_written(html: str, shown: str) -> None:
    assert marked(html) == shown


@pytest.mark.parametrize(
    "markdown",
    ["## PMI", "[PMI](a.md)", "`PMI`", "> PMI", "```\nPMI\n```", '!!! note "PMI"\n    Isi.', '??? note "PMI"\n    Isi.', "![PMI](a.png)"],
)
def test_nothing_is_explained_inside_headings_links_code_and_quotations(markdown: str) -> None:
    shown = rendered(f"{markdown}\n\nLalu PMI dan PMI.")
    assert shown.count("[pmi:PMI]") == 1 and "<p>Lalu [pmi:PMI] dan PMI.</p>" in shown


def test_a_box_is_text_again_behind_its_title() -> None:
    assert "<p>Isi [pmi:PMI].</p>" in rendered('!!! note "Judul PMI"\n    Isi PMI.')


def test_japanese_names_need_no_blanks_and_are_no_part_of_a_longer_word() -> None:
    assert marked("インドネシアのPMIは特定技能です。", "ja") == "インドネシアの[pmi:PMI]は[ssw:特定技能]です。"


def test_what_an_editor_explained_stays_his_where_the_glossary_says_another_thing() -> None:
    own: dict[str, str] = {}
    html = '<h2><abbr title="Kredit Usaha Rakyat">KUR</abbr></h2><p><abbr title="Palang Merah Indonesia">PMI</abbr> '
    html += '<abbr title="kredit usaha rakyat">KUR</abbr> <abbr title="Palang Merah Indonesia">PMI</abbr></p>'
    shown = explained(html, lexicon(WORDS, "id"), {}, own, lambda key, words: f"[{key}]")
    assert shown == '<h2>KUR</h2><p><abbr title="Palang Merah Indonesia">PMI</abbr> [kur] PMI</p>'
    assert own == {"PMI": "Palang Merah Indonesia"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["PMI", "E-PMI", " ", "-", "KUR", '"', "<em>", "</em>", "&lt;", "特定技能", "G to G", "nya", "\n", "."])))
def test_no_letter_of_a_page_is_lost(pieces: list[str]) -> None:
    html = "".join(pieces)
    assert explained(html, lexicon(WORDS, "id"), {}, {}, lambda key, words: words) == html


# --- pages

GLOSSARY = """\
- key: pmi
  abbreviation: PMI
  expansion: Pekerja Migran Indonesia
  meaning: {id: Orang Indonesia yang bekerja di luar negeri., en: An Indonesian working abroad.}
  source: Undang-undang
  source_url: https://hukum.example/pmi
  source_date: 2025-09
- {key: kur, abbreviation: KUR, expansion: Kredit Usaha Rakyat}
"""
FILES = {
    "_data/glossary.yml": GLOSSARY,
    "artikel/2025/a.md": trees.article("## Surat PMI\n\nPMI meminjam KUR ke PT. Sekali lagi PMI.\n\n*[PT]: Perseroan Terbatas\n*[KUR]: Kredit Usaha Rakyat\n"),
    "artikel/2025/b.md": trees.article("Tanpa istilah.\n", title="Surat lain"),
    "en/artikel/2025/a.md": trees.article("A PMI letter.\n", title="A letter"),
    "tentang.md": "---\ntitle: Tentang\n---\n\nUntuk PMI.\n",
    "program/ssw.md": trees.BASE["program/ssw.md"].replace(
        "countries: [JP]\n",
        "countries: [JP]\nsources: [{title: A, key: a}]\nsteps: [{text: PMI mendaftar., source: a}]\noverview: [{label: Biaya, value: 'KUR <b>'}]\n",
    ).replace("programnya.", "programnya untuk PMI."),
}


def test_a_term_is_a_link_where_it_first_stands_and_its_meaning_stands_on_the_page(tmp_path: Path) -> None:
    found = view(tmp_path, FILES, "/artikel/2025/a/")
    assert isinstance(found, ArticleView)
    assert found.opening.count('<a class="term" href="../../../glosarium/#pmi">PMI</a> meminjam') == 1
    assert found.opening.count("glosarium/") == 2 and "<abbr" in found.opening and "Kredit" not in found.opening
    assert found.terms == (
        Gloss("KUR", "Kredit Usaha Rakyat", "", "kur", "id"),
        Gloss("PMI", "Pekerja Migran Indonesia", "Orang Indonesia yang bekerja di luar negeri.", "pmi", "id"),
        Gloss("PT", "Perseroan Terbatas", ""),
    )


def test_every_kind_of_page_explains_in_the_language_of_the_page_and_only_what_it_uses(tmp_path: Path) -> None:
    pages = made(trees.scene(tmp_path, FILES))
    plain, english, without, sheet = (pages[a].view() for a in ("/tentang/", "/en/artikel/2025/a/", "/artikel/2025/b/", "/program/ssw/"))
    assert isinstance(plain, PlainView) and isinstance(english, ArticleView) and isinstance(without, ArticleView) and isinstance(sheet, SheetView)
    assert [gloss.name for gloss in plain.terms] == ["PMI"] and without.terms == ()
    assert 'href="../../../../en/glosarium/#pmi"' in english.opening and english.terms[0].meaning == "An Indonesian working abroad."
    assert sheet.answer is not None and sheet.answer.steps.lines[0].html.startswith('<a class="term"')
    assert sheet.overview[0].html == '<a class="term" href="../../glosarium/#kur">KUR</a> &lt;b&gt;'
    # The steps stand above the text.
    assert "glosarium" not in sheet.html and [gloss.name for gloss in sheet.terms] == ["KUR", "PMI"]


def test_the_glossary_has_a_page_in_each_language_with_each_entry_and_its_source(tmp_path: Path) -> None:
    scene = trees.scene(tmp_path, FILES, "https://rantau.example/")
    pages = made(scene)
    found, english = pages["/glosarium/"].view(), pages["/en/glosarium/"].view()
    assert isinstance(found, GlossaryView) and isinstance(english, GlossaryView)
    assert [(letter, [gloss.id for gloss in words]) for letter, words in found.letters] == [("K", ["kur"]), ("P", ["pmi"])]
    pmi = english.letters[1][1][0]
    assert (pmi.meaning, pmi.spoken) == ("An Indonesian working abroad.", "en")
    assert pmi.reference is not None and (pmi.reference.href, pmi.reference.day and pmi.reference.day.words) == ("https://hukum.example/pmi", "September 2025")
    assert [lang for lang, _, _ in found.frame.alternates] == ["id", "en"]
    assert any(link.label == "Glosarium" for link in found.frame.footer)


def test_without_a_glossary_there_is_no_page_no_link_and_no_term(tmp_path: Path) -> None:
    pages = made(trees.scene(tmp_path, {"artikel/2025/a.md": trees.article("PMI.\n"), "_data/glossary.yml": "# kosong\n"}))
    found = pages["/artikel/2025/a/"].view()
    assert isinstance(found, ArticleView) and found.terms == () and "glosarium" not in found.opening
    assert not [a for a in pages if "glosarium" in a] and not [a for a in found.frame.footer if "glosarium" in a.href]


def test_a_changed_entry_reaches_the_pages_and_no_article_is_read_again(tmp_path: Path) -> None:
    content = trees.write(tmp_path, FILES)
    before = pipeline.read(content)
    (content / "_data/glossary.yml").write_text(GLOSSARY.replace("Orang Indonesia yang", "Warga negara yang"), "utf-8")

    def none(work: object, tasks: object, *, seconds: float) -> list[workers.Lost[object]]:
        assert not tasks
        return []

    after = pipeline.read(content, before, {PurePosixPath("_data/glossary.yml")}, none)  # type: ignore[arg-type]
    found = made(pipeline.stage(pipeline.join(after, trees.DATE), Settings("Rantau")))["/artikel/2025/a/"].view()
    assert isinstance(found, ArticleView) and found.terms[1].meaning == "Warga negara yang bekerja di luar negeri."


def test_an_entry_that_is_wrong_is_left_out_and_the_others_stay() -> None:
    words, defects = glossary.read(GLOSSARY.encode() + b"- {key: coe, abbreviation: COE, meaning: Surat.}\n- {key: pmi2, abbreviation: TKI, aliases: [pmi]}\n")
    assert [word.key for word in words] == ["pmi", "kur"]
    assert [(d.values["problem"], d.span.line) for d in defects] == [("no-source", 9), ("no-meaning", 10)]
    _, twice = glossary.read(GLOSSARY.encode() + b"- {key: tki, abbreviation: TKI, expansion: Tenaga Kerja Indonesia, aliases: [pmi]}\n")
    assert [(d.values["problem"], d.values["other"], d.values["line"], d.span.column) for d in twice] == [("duplicate-name", "pmi", "2", 78)]


def test_the_project_s_own_glossary_explains_everything_in_three_languages() -> None:
    root = Path(__file__).parent.parent
    words, defects = glossary.read((root / "content" / glossary.PATH).read_bytes())
    assert defects == () and len(words) >= 25
    assert [word.key for word in words if not (word.meaning.id and word.meaning.en and word.meaning.ja and word.source)] == []
