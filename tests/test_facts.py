"""Facts of the registry in texts: what readers, feeds and indices get of them, and what is never told as current."""

import datetime
from pathlib import Path, PurePosixPath

import pytest

from rantau import pages, pipeline
from rantau.facts import read
from rantau.model import Document
from rantau.pipeline import Loaded
from rantau.scene import Settings
from rantau.text import facts
from rantau.views import ArticleView
from tests import trees

FACTS = """\
- key: jepang
  label: Biaya visa
  value: "330.000"
  unit: {id: rupiah, ja: ルピア}
  source: {title: Daftar <biaya>, publisher: Kemnaker & Co, url: "https://kemnaker.example/?a=1&b=2"}
  verified_on: 2024-10
- {key: kuota, label: Kuota, value: "4.000", source: {publisher: Menteri, url: https://menteri.example/}, verified_on: 2025, expires: 2025-12-31}
- {key: usia, label: Usia, value: 18 tahun, source: {publisher: Menteri, url: https://menteri.example/}}
- {key: lama, label: Lama, value: 5 tahun, source: {title: UU, url: https://uu.example/}, verified_on: 2025, review_by: 2026-11-22}
"""
BODY = """\
Biayanya **{{ fakta: jepang }}**. Contoh: `{{ fakta: kuota }}` dan \\{{ fakta: kuota }}.

## Usia {{fakta:usia}}

- Satu {{ fakta: kuota }}

| A | B |
|---|---|
| x | {{ fakta: lama }} |

[Tautan {{ fakta: usia }}](paspor.md) dan ![Gambar {{ fakta: jepang }}](visa.jpg).[^1]

[^1]: Catatan {{ fakta: jepang }}.
"""
SUMMARY = '"Surat untuk visa kerja, yang biayanya {{ fakta: jepang }} menurut sumber resminya."'
PATH, SHOWN = "artikel/2025/surat.md", "/artikel/2025/surat/"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    sources = '[{title: Panduan, url: "https://menteri.example/"}]'
    files = {"_data/facts.yml": FACTS, PATH: trees.article(BODY, description=SUMMARY, sources=sources)}
    files |= {f"{language}/{PATH}": trees.article("{{ fakta: jepang }} {{ fakta: kuota }}\n") for language in ("en", "ja")}
    return trees.load(tmp_path_factory.mktemp("isi"), files)


def document(loaded: Loaded, path: str = PATH) -> Document:
    return trees.document(loaded.library, path)


def html(loaded: Loaded, path: str = PATH) -> str:
    body = document(loaded, path).body
    assert body is not None
    return body.html


def test_a_fact_is_told_with_its_day_and_a_link_to_its_source(loaded: Loaded) -> None:
    link = '<a href="https://kemnaker.example/?a=1&amp;b=2" rel="noopener">Kemnaker &amp; Co</a>'
    assert f"<strong>330.000 rupiah <small>({link}, per Oktober 2024)</small></strong>" in html(loaded)


def test_a_fact_speaks_the_language_of_its_page(loaded: Loaded) -> None:
    assert "330,000 rupiah <small>(" in html(loaded, f"en/{PATH}")
    assert ", as of October 2024)" in html(loaded, f"en/{PATH}")
    assert "330,000ルピア <small>（" in html(loaded, f"ja/{PATH}")
    assert "[2025年12月31日まで有効（期限切れ）]" in html(loaded, f"ja/{PATH}")


def test_what_is_over_or_unverified_is_never_told_as_current(loaded: Loaded) -> None:
    shown = html(loaded)
    assert "4.000 <mark>[berlaku sampai 31 Desember 2025 (sudah lewat)]</mark> <small>(" in shown
    assert "18 tahun [belum diverifikasi] (Menteri)</h2>" in shown
    assert "5 tahun <mark>[perlu diperiksa lagi sejak 22 November 2026]</mark>" in shown
    assert "per 2025" not in shown


def test_code_and_escaped_braces_stay_as_they_are(loaded: Loaded) -> None:
    assert "<code>{{ fakta: kuota }}</code> dan {{ fakta: kuota }}." in html(loaded)


def test_links_headings_and_pictures_hold_words_alone(loaded: Loaded) -> None:
    shown = html(loaded)
    assert '<h2 id="usia">Usia 18 tahun [belum diverifikasi] (Menteri)</h2>' in shown
    assert ">Tautan 18 tahun [belum diverifikasi] (Menteri)</a>" in shown
    assert 'alt="Gambar 330.000 rupiah (Kemnaker &amp; Co, per Oktober 2024)"' in shown


def test_no_mark_is_left_anywhere_and_no_key_is_a_mention(loaded: Loaded) -> None:
    found = document(loaded)
    assert found.body is not None
    assert not facts.marked(repr(found)), "a mark reaches readers"
    assert found.fields is not None
    assert found.fields.description == SUMMARY.strip('"').replace(
        "{{ fakta: jepang }}", "330.000 rupiah (Kemnaker & Co, per Oktober 2024)"
    )
    assert found.mentions == ()


def test_sources_of_facts_stand_in_the_list_of_the_page_once(loaded: Loaded) -> None:
    scene = pipeline.stage(loaded, Settings("Rantau"))
    view = next(page.view() for page in pages.every(scene) if page.address == SHOWN)
    assert isinstance(view, ArticleView)
    hrefs = [reference.href for reference in view.references]
    assert hrefs == ["https://menteri.example/", "https://kemnaker.example/?a=1&b=2", "https://uu.example/"]


def test_feeds_twins_and_the_search_hold_the_words_and_not_the_braces(loaded: Loaded, tmp_path: Path) -> None:
    scene = pipeline.stage(loaded, Settings("Rantau", "https://rantau.example/"))
    names = ("atom", "markdown", "search", "term-data", "llms-txt")
    made = dict(pipeline.publish(scene, tuple(pages.every(scene)), tmp_path, only=names))
    holding = {path for path, data in made.items() if b"330.000 rupiah" in data}
    assert {PurePosixPath(p) for p in ("feed.xml", "llms.txt", "artikel/2025/surat/index.md")} <= holding
    assert any(path.parts[0] == "search" for path in holding)
    twin = made[PurePosixPath("artikel/2025/surat/index.md")].decode()
    assert "[Kemnaker & Co](https://kemnaker.example/?a=1&b=2), per Oktober 2024)" in twin
    assert "](https://uu.example/)" in twin.partition("## Sumber")[2]
    assert [path for path, data in made.items() if b"fakta: jepang" in data or "\ufff8".encode() in data] == []


def test_a_changed_fact_reaches_its_pages_without_reading_them_again(tmp_path: Path) -> None:
    content = trees.write(tmp_path, {"_data/facts.yml": FACTS, PATH: trees.article("Biayanya {{ fakta: jepang }}.\n")})
    before = pipeline.read(content)
    (content / "_data/facts.yml").write_text(FACTS.replace("330.000", "350.000"), "utf-8")

    def refuse(*_: object, **__: object) -> list[object]:
        tasks = _[1]
        assert tasks == [], "a text is read again"
        return []

    after = pipeline.read(content, before, {PurePosixPath("_data/facts.yml")}, refuse)  # type: ignore[arg-type]
    memory = pipeline.Memory()
    old, new = (pipeline.join(files, trees.DATE) for files in (before, after))
    assert "330.000 rupiah" in html(old)
    assert "350.000 rupiah" in html(new)
    # An examination that remembers looks at the page again.
    assert pipeline.examine(old.library, memory) == ()
    (content / "_data/facts.yml").write_text("# kosong\n", "utf-8")
    gone = pipeline.join(pipeline.read(content, after, {PurePosixPath("_data/facts.yml")}, refuse), trees.DATE)  # type: ignore[arg-type]
    assert [d.rule for d in pipeline.examine(gone.library, memory)] == ["unknown-fact"]


def test_a_fact_is_repaired_where_one_slip_parts_it_from_a_known_one(tmp_path: Path) -> None:
    found = trees.check(tmp_path, {"_data/facts.yml": FACTS, PATH: trees.article("Kuota {{ fakta: kuotaa }} dan {fakta: lama}.\n")})
    assert [(d.rule, [edit.text for edit in d.fix]) for d in found if d.rule == "unknown-fact"] == [
        ("unknown-fact", ["kuota"]),
        ("unknown-fact", ["{{ fakta: lama }}"]),
    ]


@pytest.mark.parametrize("number", [0, 7, 8, 1000])
def test_a_mark_gives_its_number_back(number: int) -> None:
    assert facts.filled(f"a{facts.mark(number)}b", str) == f"a{number}b"


def test_a_fact_holds_on_its_last_day() -> None:
    written = (
        '- {key: a, label: A, value: "1", source: {title: T, url: https://t.example/}, verified_on: 2025, expires: 2026-11-22}'
    )
    known, wrong = read(written.encode(), trees.DATE)
    assert not wrong
    assert facts.state(known["a"], trees.DATE) == "verified"
    assert facts.state(known["a"], trees.DATE + datetime.timedelta(days=1)) == "expired"
