"""Which articles stand on which page of an index."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rantau import indexing
from tests import trees

QUICK = settings(max_examples=300, deadline=None, derandomize=True)


def numbered(total: int) -> dict[int, tuple[int, ...]]:
    """The pages of a list of articles 0 (oldest) to total - 1, newest first."""
    newest_first = list(range(total))[::-1]
    return {number: indexing.cut(newest_first, number) for number in range(len(indexing.slices(total)))}  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("total", "pieces"),
    [
        (0, [(0, 0)]),
        (1, [(0, 1)]),
        (35, [(0, 35)]),
        (36, [(0, 12), (12, 36)]),
        (59, [(0, 35), (35, 59)]),
        (60, [(0, 12), (12, 36), (36, 60)]),
        (100, [(0, 28), (28, 52), (52, 76), (76, 100)]),
    ],
)
def test_list_is_cut_into_a_first_page_and_full_ones(total: int, pieces: list[tuple[int, int]]) -> None:
    assert indexing.slices(total) == pieces


def test_pages_are_numbered_from_the_oldest() -> None:
    pages = numbered(60)
    assert pages[1] == tuple(range(23, -1, -1))
    assert pages[2] == tuple(range(47, 23, -1))
    assert pages[0] == tuple(range(59, 47, -1))


@QUICK
@given(st.integers(0, 2000))
def test_every_article_stands_on_one_page_and_pages_behind_the_first_are_full(total: int) -> None:
    pages = numbered(total)
    order = [pages[0], *(pages[n] for n in range(len(pages) - 1, 0, -1))]
    assert [article for page in order for article in page] == list(range(total))[::-1]
    assert all(len(pages[n]) == 24 for n in pages if n)
    assert len(pages[0]) <= 35
    assert len(pages[0]) >= min(total, 12)


@QUICK
@given(st.integers(0, 2000))
def test_new_article_changes_the_first_page_and_at_most_one_other(total: int) -> None:
    before, after = numbered(total), numbered(total + 1)
    assert total in after[0]
    changed = [n for n in after if n and before.get(n) != after[n]]
    assert len(changed) <= 1
    assert all(n not in before for n in changed)


def test_page_that_does_not_exist_is_empty() -> None:
    assert indexing.cut((), 0) == ()
    assert indexing.cut((), 1) == ()


# --- terms --------------------------------------------------------------------------------------


def many(count: int, **fields: str) -> dict[str, str | bytes]:
    return {
        f"artikel/2025/a{n:03}.md": trees.article(title=f"Surat {n}", date=f"2025-{n // 28 + 1:02}-{n % 28 + 1:02}", **fields)
        for n in range(count)
    }


def entry(root: Path, files: dict[str, str | bytes], address: str) -> indexing.Entry:
    loaded = trees.load(root, files)
    (found,) = [e for index in loaded.indices for e in index.entries if e.address == address]
    return found


def test_term_has_the_articles_about_it_newest_first_and_undated_last(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "artikel/2025/b.md": trees.article(tags="[visa]", date="2025-01-01"),
        "artikel/2025/a.md": trees.article(tags="[visa]", date="2025-01-01"),
        "artikel/2024/lama.md": trees.article(tags="[visa]", date=""),
        "artikel/2026/baru.md": trees.article(tags="[visa]", date="2026-01-01"),
        "artikel/2026/arsip.md": trees.article(tags="[visa]", status="archived"),
        "artikel/2026/rancangan.md": trees.article(tags="[visa]", status="draft"),
        "en/artikel/2026/baru.md": trees.article(tags="[visa]", date="2026-01-01"),
    }
    found = entry(tmp_path, files, "/topik/visa/")
    assert [d.path.stem for d in found.about] == ["baru", "a", "b", "lama"]
    assert found.total == 4


def test_mention_never_makes_an_article_one_about_the_country(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "artikel/2025/a.md": trees.article("Bukan Jepang, bukan Jerman.\n", countries="[JP]"),
        "artikel/2025/b.md": trees.article("Jepang.\n"),
    }
    found = entry(tmp_path, files, "/negara/jepang/")
    assert ([d.path.stem for d in found.about], [d.path.stem for d in found.mentioned]) == (["a"], ["b"])


def test_term_without_articles_gets_a_page_only_with_an_introduction(tmp_path: Path) -> None:
    loaded = trees.load(tmp_path, {"negara/taiwan.md": "---\ntitle: Taiwan\n---\n\nTaiwan.\n"})
    assert {e.address for index in loaded.indices for e in index.entries if e.taxonomy.segment in ("negara", "tahap", "topik")} == {"/negara/taiwan/"}


def test_region_has_the_articles_about_its_countries(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "artikel/2025/a.md": trees.article(countries="[DE]"),
        "artikel/2025/b.md": trees.article(countries="[Uni Eropa]"),
        "artikel/2025/c.md": trees.article(countries="[JP]"),
    }
    assert [d.path.stem for d in entry(tmp_path, files, "/kawasan/uni-eropa/").about] == ["a", "b"]


def test_term_of_many_articles_claims_the_addresses_of_its_pages(tmp_path: Path) -> None:
    loaded = trees.load(tmp_path, many(60, tags="[visa]"))
    assert [a for a in loaded.library.claims if a.startswith("/topik/")] == ["/topik/", "/topik/visa/", "/topik/visa/hal/1/", "/topik/visa/hal/2/"]


def test_languages_have_indices_of_their_own(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"ja/artikel/2025/a.md": trees.article(title="ビザ", countries="[JP]")}
    loaded = trees.load(tmp_path, files)
    assert {(i.language, i.address) for i in loaded.indices if i.taxonomy.segment in ("negara", "tahun")} == {
        ("ja", "/ja/negara/"),
        ("ja", "/ja/tahun/"),
        ("id", "/tahun/"),
    }
