"""What readers look for is in the search index of the sample site, and nothing else is."""

import re
from functools import cache
from pathlib import Path

import pytest

from rantau import pages, pipeline
from rantau.model import LANGUAGES
from rantau.scene import Settings
from rantau.search.words import split
from tests import trees
from tests.search_files import Reader
from tests.trees import DATE

SITE = Path(__file__).parent / "site"


@cache
def outputs() -> dict[str, bytes]:
    """Every file of every output of the sample site."""
    scene = pipeline.stage(pipeline.load(SITE, DATE), Settings("Contoh"))
    return {path.as_posix(): data for path, data in pipeline.publish(scene, tuple(pages.every(scene)), SITE)}


@cache
def reader(language: str) -> Reader:
    return of(outputs(), language)


def of(files: dict[str, bytes], language: str) -> Reader:
    folder = f"search/{language}/"
    return Reader({path.removeprefix(folder): data for path, data in files.items() if path.startswith(folder)})


def titles(index: Reader) -> dict[str, str]:
    """The pages of an index: address -> title."""
    found = [index.record(number) for number in range(index.manifest["count"])]
    return {record["a"]: record["t"] for record in found}


def find(index: Reader, text: str) -> list[str]:
    """The addresses of the pages that hold all words of a text, best first; stop words do not count."""
    keys = sorted({key for word in split(text) for key in index.keys(word) or ((word,) if index.posting(word) else ())})
    scores = index.scores(keys) if keys and all(index.posting(key) for key in keys) else {}
    return [index.record(number)["a"] for number in sorted(scores, key=lambda number: (-scores[number], -number))]


def test_words_of_a_title_lead_to_its_article_first() -> None:
    for language in LANGUAGES:
        for address, title in titles(reader(language)).items():
            if "artikel/" in address:
                assert address in find(reader(language), title)[:3], title


def test_every_language_finds_its_own_pages_only() -> None:
    for language in ("ja", "en"):
        assert titles(reader(language))
        assert all(address.startswith(f"{language}/") for address in titles(reader(language)))
    assert not [address for address in titles(reader("id")) if address.startswith(("ja/", "en/"))]


def test_drafts_and_archived_articles_are_not_found() -> None:
    whole = b"".join(data for path, data in outputs().items() if path.startswith("search/"))
    assert not [address for address in titles(reader("id")) if address.endswith(("/rancangan/", "/arsip/"))]
    assert b"/rancangan/" not in whole and b"/arsip/" not in whole


def test_nothing_else_lies_below_search() -> None:
    form = re.compile(
        r"search/(id|en|ja)/(manifest\.json|r/\d+\.json|tiers/[\w.]+-[a-z2-7]{4}\.json|(words|ends|posts)/(parts/)?[\w.]*-[a-z2-7]{4}\.json)"
    )
    below = [path for path in outputs() if path.startswith("search")]
    assert [path for path in below if not form.fullmatch(path)] == []
    for language in LANGUAGES:
        records = sorted(int(Path(path).stem) for path in below if path.startswith(f"search/{language}/r/"))
        assert records == list(range(reader(language).manifest["count"]))


def test_pages_are_numbered_oldest_first() -> None:
    for language in LANGUAGES:
        days = [reader(language).record(number)["y"] for number in range(reader(language).manifest["count"])]
        assert days == sorted(days)
        assert [int(day[:4] or 0) for day in days] == [
            next(year for year, first in reversed(reader(language).manifest["years"]) if first <= number) for number in range(len(days))
        ]


def test_anchors_of_sections_are_those_of_the_page() -> None:
    scene = pipeline.stage(pipeline.load(SITE, DATE), Settings("Contoh"))
    bodies = {d.address.lstrip("/"): d.body for d in scene.library.documents if d.body is not None}
    for language in LANGUAGES:
        for number in range(reader(language).manifest["count"]):
            record = reader(language).record(number)
            body = bodies.get(record["a"])
            anchors = {heading.id: heading.text for heading in body.headings} if body is not None else {}
            told = [piece for piece in record["p"] if not piece[0].startswith(("lembar-", "tahap-", "ringkasan"))]
            assert {anchor: heading for anchor, heading, _ in told if anchor} == anchors


# --- a tree made for it

SYNONYMS = "- {key: pmi, name: pekerja migran Indonesia, aliases: [PMI, TKI], related: [p3mi]}\n- {key: p3mi, name: penempatan, aliases: [P3MI]}\n"
BODY = """\
Biaya visa dibahas di bawah.

## Biaya

Rp 1.500.000 untuk pelatihan TKI.

## Biaya

Ulangan.
"""


def searched(root: Path, body: str = BODY, **fields: str) -> Reader:
    files = {"_data/synonyms.yml": SYNONYMS, "artikel/2025/a.md": trees.article(body, **fields)}
    scene = trees.scene(root, files)
    return of({p.as_posix(): data for p, data in pipeline.publish(scene, pages.every(scene), root / "content")}, "id")


@pytest.mark.parametrize("text", ["Korsel", "korea selatan", "Goes Jepang", "manufaktur", "latih", "pelatihan", "1500000", "1,500,000", "biaya TKI"])
def test_an_article_is_found_by_the_names_and_aliases_of_what_it_is_about(tmp_path: Path, text: str) -> None:
    index = searched(tmp_path, countries="[KR]", tags="[goes-japan]", sectors="[manufaktur]")
    assert find(index, text)[0] == "artikel/2025/a/"


def test_a_concept_is_filed_under_its_own_key_and_knows_its_neighbours(tmp_path: Path) -> None:
    index = searched(tmp_path, countries="[KR]")
    manifest = index.manifest
    phrases = dict(manifest["phrases"])
    assert phrases["tki"] == phrases["pekerja migran indonesia"] == "=pmi"
    assert manifest["related"] == {"=pmi": ["=p3mi"]}
    for key in ("=pmi", phrases["korsel"]):
        assert "artikel/2025/a/" in [index.record(number)["a"] for number in index.scores([key])]


def test_facets_count_the_pages_that_they_lead_to(tmp_path: Path) -> None:
    index = searched(tmp_path, countries="[KR, JP]", tags="[visa]", date="2024-05-06")
    shown = {facet["name"]: facet["values"] for facet in index.manifest["facets"]}
    assert set(shown) <= {"negara", "topik", "program", "tahap", "tahun"}
    assert ["korea-selatan", "Korea Selatan", 1] in shown["negara"]
    assert ["2024", "2024", 1] in shown["tahun"]
    for name, values in shown.items():
        for value, _, count in values:
            assert len(index.pages(f"@{name}:{value}")) == count


def test_a_section_begins_at_its_heading_and_not_where_the_text_speaks_of_it(tmp_path: Path) -> None:
    index = searched(tmp_path)
    record = next(r for n in range(index.manifest["count"]) if (r := index.record(n))["a"] == "artikel/2025/a/")
    assert record["p"] == [
        ["", "", "Biaya visa dibahas di bawah."],
        ["biaya", "Biaya", "Rp 1.500.000 untuk pelatihan TKI."],
        ["biaya-2", "Biaya", "Ulangan."],
    ]


@pytest.mark.parametrize("kept", [False, True])
def test_what_is_kept_lies_where_it_is_told_and_is_not_published(tmp_path: Path, kept: bool) -> None:
    scene = trees.scene(tmp_path, {})
    place = tmp_path / "simpanan" if kept else None
    files = dict(pipeline.publish(scene, pages.every(scene), tmp_path / "content", place))
    assert files == dict(pipeline.publish(scene, pages.every(scene), tmp_path / "content"))
    assert not [path for path in files if "sqlite" in path.name]
    found = sorted(p.name for p in tmp_path.rglob("*.sqlite"))
    assert found == (["search-id.sqlite"] if kept else [])
