"""The pages of the site: which there are, and what each shows, with links that work from where it stands."""

import posixpath
from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from rantau import pages, pipeline
from rantau.pages import Page
from rantau.scene import Scene
from rantau.text.addresses import file_of
from rantau.views import (
    Anchor,
    ArticleView,
    HomeView,
    JourneyView,
    PlainView,
    SearchView,
    SheetView,
    TaxonomyView,
    TermView,
    View,
)
from tests import trees

Files = Mapping[str, str | bytes]


def made(scene: Scene) -> dict[str, Page]:
    found = list(pages.every(scene))
    assert len(found) == len({page.address for page in found})
    return {page.address: page for page in found}


def view(root: Path, files: Files, address: str, url: str = "") -> View:
    return made(trees.scene(root, files, url))[address].view()


def article(root: Path, files: Files, address: str = "/artikel/2025/a/", url: str = "") -> ArticleView:
    found = view(root, files, address, url)
    assert isinstance(found, ArticleView)
    return found


def many(count: int, **fields: str) -> dict[str, str | bytes]:
    return {
        f"artikel/2025/s{n:02}.md": trees.article(title=f"Surat {n}", date=f"2025-{n // 28 + 1:02}-{n % 28 + 1:02}", **fields)
        for n in range(count)
    }


# --- which pages there are ----------------------------------------------------------------------


def test_smallest_tree_has_its_pages_and_no_others(tmp_path: Path) -> None:
    assert {page.address: page.template for page in made(trees.scene(tmp_path, {})).values()} == {
        "/": "home.html",
        "/cari/": "search.html",
        "/luring/": "page.html",
        "/perubahan/": "changes.html",
        "/artikel/2025/paspor/": "article.html",
        "/program/": "programs.html",
        "/program/ssw/": "sheet.html",
        "/tahun/": "taxonomy.html",
        "/tahun/2025/": "term.html",
    }


def test_archived_article_keeps_its_page_and_leaves_the_indices(tmp_path: Path) -> None:
    files = {"artikel/2025/a.md": trees.article(status="archived", tags="[visa]")}
    found = made(trees.scene(tmp_path, files))
    assert "/artikel/2025/a/" in found
    assert not found["/artikel/2025/a/"].searchable
    assert "/topik/" not in found


def test_draft_has_no_page(tmp_path: Path) -> None:
    assert "/artikel/2025/naskah/" not in made(trees.scene(tmp_path, {}))


def test_language_with_one_page_has_its_front_page_and_its_search(tmp_path: Path) -> None:
    found = made(trees.scene(tmp_path, {"en/tentang.md": "---\ntitle: About\n---\n"}))
    assert {a for a in found if a.startswith("/en/")} == {"/en/", "/en/cari/", "/en/luring/", "/en/tentang/"}
    assert not [a for a in found if a.startswith("/ja/")]


# --- every link of every page -------------------------------------------------------------------

EVERYTHING: Files = {
    "index.md": "---\ntitle: Rantau\n---\n\nLihat [paspor](artikel/2025/paspor.md) dan [SSW](program/ssw.md).\n",
    "tentang.md": "---\ntitle: Tentang\nsources: [{title: A, url: 'https://www.kp2mi.go.id/x'}]\n---\n\n## Kami\n\n[Ke atas](#kami)\n",
    "koreksi.md": "---\ntitle: Koreksi\n---\n",
    "negara/jepang.md": "---\ntitle: Jepang\nimg: visa.jpg\n---\n\n[Paspor](../artikel/2025/paspor.md#biaya)\n",
    "artikel/2025/a.md": trees.article(
        "[a](/negara/jepang/) [b](../../negara/jepang.md) [c](b%20c.md) [d](#ada)\n\n## Ada\n\n![Paspor](visa.jpg) ![PNG](/images/salah.jpg) [besar](/images/visa.jpg)\n",
        countries="[JP, Uni Eropa]", tags="[visa, goes-japan]", authors="[siti]", stage="persiapan", sectors="[kesehatan]",
        programs="[SSW]", img="visa.jpg", img2="besar.jpg", redirect_from="[/lama/a.html]",
    ).replace(" [c](b%20c.md)", ""),
    "ja/artikel/2025/a.md": trees.article("[x](../../../artikel/2025/paspor.md)\n", title="ビザ", countries="[JP]"),
    "en/tentang.md": "---\ntitle: About\n---\n",
    "images/besar.jpg": trees.photo(1600, 900),
    "images/salah.jpg": trees.photo(600, 400, "PNG"),
    **many(60, tags="[visa]", countries="[JP]"),
}


def references(value: object) -> set[str]:
    """Every href and src in a view."""
    if isinstance(value, str | int | bool) or value is None:
        return set()
    if isinstance(value, tuple):
        return {href for item in value for href in references(item)}
    found: set[str] = set()
    for name in value.__dataclass_fields__:  # type: ignore[attr-defined]
        part = getattr(value, name)
        if name in ("href", "src", "home", "search", "newer", "older", "more", "report", "index", "engine", "root", "code") and part:
            found.add(part)
        elif name == "srcset":
            found |= {piece.split()[0] for piece in part.split(",") if piece.strip()}
        elif name == "alternates":
            found |= {href for _, href, _ in part}
        elif name in ("html", "opening", "rest"):
            tree = LexborHTMLParser(part)
            found |= {str(node.attributes[n]) for n in ("href", "src") for node in tree.css(f"[{n}]")}
        else:
            found |= references(part)
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Page], set[str]]:
    """The pages of a full site, and all its files."""
    root = tmp_path_factory.mktemp("whole")
    scene = trees.scene(root, EVERYTHING, "https://rantau.example/portal/")
    found = made(scene)
    files = {str(file_of(address)) for address in found}
    files |= {str(path) for path, _ in pipeline.publish(scene, found.values(), root / "content")}
    return found, files


def test_every_link_of_every_page_leads_to_a_file_of_the_site(whole: tuple[dict[str, Page], set[str]]) -> None:
    found, files = whole
    lost = []
    for page in found.values():
        for href in references(page.view()):
            if href.startswith(("https://", "#")):
                continue
            assert not href.startswith("/"), (page.address, href)
            path = posixpath.normpath(posixpath.join(page.address, href.split("#")[0].split("?")[0]))
            # The search is told the folder of its index, and asks there for this file first.
            path += "/manifest.json" if path.startswith("/search/") else ""
            target = path.lstrip("/") if posixpath.splitext(path)[1] else posixpath.join(path.lstrip("/"), "index.html")
            if target not in files:
                lost.append((page.address, href))
    assert lost == []


def test_link_to_an_image_leads_to_the_file_that_is_published_of_it(tmp_path: Path) -> None:
    files: Files = {"images/salah.jpg": trees.photo(300, 200, "PNG"), "artikel/2025/a.md": trees.article("[Besar](/images/salah.jpg)\n")}
    assert 'href="../../../gambar/0/images/salah.jpg.png"' in article(tmp_path, files).opening


def test_search_page_of_a_language_without_anything_to_find_asks_for_no_index(tmp_path: Path) -> None:
    scene = trees.scene(tmp_path, {"en/index.md": "Welcome.\n"})
    found = made(scene)
    published = {str(path) for path, _ in pipeline.publish(scene, found.values(), tmp_path / "content")}
    assert "/en/cari/" not in found or "search/en/manifest.json" in published


def test_no_placeholder_is_left_in_any_page(whole: tuple[dict[str, Page], set[str]]) -> None:
    assert not [address for address, page in whole[0].items() if "rantau:" in repr(page.view())]


@pytest.mark.parametrize(
    ("address", "root"), [("/", ""), ("/cari/", "../"), ("/artikel/2025/a/", "../../../"), ("/topik/visa/hal/1/", "../../../../"), ("/ja/", "../")]
)
def test_root_is_found_from_every_depth(whole: tuple[dict[str, Page], set[str]], address: str, root: str) -> None:
    frame = whole[0][address].view().frame
    assert frame.root == root
    assert frame.canonical == f"https://rantau.example/portal{address}"


def test_menu_holds_only_taxonomies_that_exist_and_marks_where_one_is(whole: tuple[dict[str, Page], set[str]]) -> None:
    menu = whole[0]["/negara/jepang/"].view().frame.menu
    assert menu == (
        Anchor("Negara", "../../negara/", current=True),
        Anchor("Program", "../../program/"),
        Anchor("Tahap", "../../tahap/"),
        Anchor("Topik", "../../topik/"),
        Anchor("Sektor", "../../sektor/"),
    )
    assert [a.label for a in whole[0]["/ja/"].view().frame.menu] == ["国"]


def test_page_names_its_translations_and_the_first_pages_of_languages_that_lack_it(whole: tuple[dict[str, Page], set[str]]) -> None:
    found = whole[0]
    assert found["/artikel/2025/a/"].view().frame.alternates == (
        ("id", "../../../artikel/2025/a/", "Bahasa Indonesia"),
        ("ja", "../../../ja/artikel/2025/a/", "日本語"),
    )
    assert found["/artikel/2025/a/"].view().frame.homes == (("en", "../../../en/", "English: Home"),)
    assert found["/artikel/2025/paspor/"].view().frame.alternates == ()
    assert [href for _, href, _ in found["/artikel/2025/paspor/"].view().frame.homes] == ["../../../ja/", "../../../en/"]
    assert found["/"].view().frame.homes == ()
    assert [language for language, _, _ in found["/"].view().frame.alternates] == ["id", "ja", "en"]


def test_error_page_holds_the_base_path_because_it_stands_at_any_depth(tmp_path: Path) -> None:
    missing = pages.missing(trees.scene(tmp_path, EVERYTHING, "https://rantau.example/portal/"))
    found = references(missing)
    assert found
    assert [href for href in found if not href.startswith("/portal/")] == []
    assert missing.frame.root == "/portal/"
    assert (missing.frame.canonical, missing.frame.indexable) == ("", False)
    assert missing.newest[0].href == "/portal/artikel/2025/s59/"


def test_error_page_of_a_site_without_an_address_starts_at_the_root(tmp_path: Path) -> None:
    assert pages.missing(trees.scene(tmp_path, {})).frame.root == "/"


# --- an article ---------------------------------------------------------------------------------

THREE = "Satu satu.\n\nDua dua dua dua dua.\n\nTiga tiga tiga tiga.\n"


def test_second_image_stands_after_the_first_third(tmp_path: Path) -> None:
    found = article(tmp_path, {"artikel/2025/a.md": trees.article(THREE, img2="visa.jpg")})
    assert found.second is not None
    assert (found.opening, found.rest) == ("<p>Satu satu.</p>\n<p>Dua dua dua dua dua.</p>", "<p>Tiga tiga tiga tiga.</p>")


def test_second_image_stands_nearest_behind_the_third_of_many_blocks(tmp_path: Path) -> None:
    found = article(tmp_path, {"artikel/2025/a.md": trees.article("Sepuluh kata.\n\n" * 10, img2="visa.jpg")})
    assert (found.opening.count("<p>"), found.rest.count("<p>")) == (4, 6)


def test_second_image_follows_a_long_first_block(tmp_path: Path) -> None:
    found = article(tmp_path, {"artikel/2025/a.md": trees.article("Satu satu satu satu satu satu satu.\n\nDua.\n\nTiga.\n", img2="visa.jpg")})
    assert (found.opening, found.rest) == ("<p>Satu satu satu satu satu satu satu.</p>", "<p>Dua.</p>\n<p>Tiga.</p>")


@pytest.mark.parametrize("body", ["", "Satu saja.\n", "- a\n- b\n- c\n"])
def test_text_that_cannot_be_parted_stays_whole(tmp_path: Path, body: str) -> None:
    found = article(tmp_path, {"artikel/2025/a.md": trees.article(body, img2="visa.jpg")})
    assert found.rest == ""


def test_without_a_second_image_the_text_is_whole(tmp_path: Path) -> None:
    found = article(tmp_path, {"artikel/2025/a.md": trees.article(THREE)})
    assert (found.second, found.rest) == (None, "")
    assert found.opening.count("<p>") == 3


def test_parting_never_loses_or_doubles_anything(tmp_path: Path) -> None:
    body = "## A\n\nx < y & z\n\n| a |\n|---|\n| b |\n\n!!! note \"N\"\n    c\n\n```\nd <e>\n```\n\nf[^1]\n\n[^1]: g\n"
    whole = article(tmp_path / "1", {"artikel/2025/a.md": trees.article(body)}).opening
    parted = article(tmp_path / "2", {"artikel/2025/a.md": trees.article(body, img2="visa.jpg")})
    assert parted.rest
    squeezed = LexborHTMLParser(whole).body.html.replace("\n", "")  # type: ignore[union-attr]
    assert LexborHTMLParser(f"{parted.opening}{parted.rest}").body.html.replace("\n", "") == squeezed  # type: ignore[union-attr]


def test_article_shows_what_its_front_matter_says(tmp_path: Path) -> None:
    files = {
        "artikel/2025/a.md": trees.article(
            countries="[JP]", tags="[visa]", authors="[siti]", stage="persiapan", sectors="[kesehatan]", programs="[ssw]",
            updated="2025-04-02", sources="[{title: Panduan, publisher: KP2MI, url: 'https://www.kp2mi.go.id/x', date: 2025-02-01}, {date: 2025-01-01}]",
            figures="[{label: Pelamar, value: '30.000', unit: orang}, {label: Kosong}]", translation="machine", rights="quoted",
        ),
        "koreksi.md": "---\ntitle: Koreksi\n---\n",
    }
    found = article(tmp_path, files)
    assert (found.day and found.day.words, found.updated and found.updated.iso) == ("1 Maret 2025", "2025-04-02")
    assert found.countries == (Anchor("Jepang", "../../../negara/jepang/", "jp"),)
    assert found.tags == (Anchor("Visa", "../../../topik/visa/"),)
    assert found.bylines == (Anchor("Siti Aminah", "../../../penulis/siti/"),)
    assert found.byline_picture is not None
    assert found.byline_picture.src == "../../../images/siti.png"
    assert found.stage == Anchor("Persiapan", "../../../tahap/persiapan/")
    assert [r.host for r in found.references] == ["kp2mi.go.id"]
    assert [(f.label, f.value, f.unit) for f in found.figures] == [("Pelamar", "30.000", "orang")]
    assert (found.machine_translated, found.quoted) == (True, True)
    assert found.report == "../../../koreksi/?halaman=/artikel/2025/a/"
    assert [a.label for a in found.frame.crumbs] == ["Beranda", "Visa"]


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (180, 1), (181, 2), (900, 5)])
def test_reading_time_is_rounded_up(tmp_path: Path, words: int, minutes: int) -> None:
    assert article(tmp_path, {"artikel/2025/a.md": trees.article("kata " * words)}).minutes == minutes


def test_reading_time_of_japanese_counts_letters(tmp_path: Path) -> None:
    files = {"ja/artikel/2025/a.md": trees.article("あ" * 1001 + "\n", title="ビザ")}
    assert article(tmp_path, files, "/ja/artikel/2025/a/").minutes == 3


def test_related_articles_share_the_rarest_terms(tmp_path: Path) -> None:
    files = many(5, tags="[visa]") | {
        "artikel/2025/a.md": trees.article(tags="[visa, goes-japan]"),
        "artikel/2024/langka.md": trees.article(title="Langka", tags="[goes-japan]", date="2024-01-01"),
        "artikel/2025/lain.md": trees.article(title="Lain", countries="[DE]"),
    }
    assert [c.title for c in article(tmp_path, files).related] == ["Langka", "Surat 4", "Surat 3"]


def test_article_does_not_relate_to_itself(tmp_path: Path) -> None:
    assert article(tmp_path, {"artikel/2025/a.md": trees.article(tags="[visa]")}).related == ()


# --- other pages --------------------------------------------------------------------------------


def test_front_page_shows_the_eight_newest(tmp_path: Path) -> None:
    found = view(tmp_path, many(9), "/")
    assert isinstance(found, HomeView)
    assert [c.title for c in found.newest] == ["Cara membuat paspor", *(f"Surat {n}" for n in range(8, 1, -1))]
    assert found.more == "tahun/"
    assert [c.title for c in found.programs] == ["SSW"]


def test_stages_stand_in_the_order_of_their_registry(tmp_path: Path) -> None:
    files = {f"artikel/2025/{s}.md": trees.article(stage=s) for s in ("purna-penempatan", "penempatan", "persiapan")}
    home, way = view(tmp_path, files, "/"), view(tmp_path, files, "/tahap/")
    assert isinstance(home, HomeView) and isinstance(way, JourneyView)
    for found in (home.stages, [step.link for step in way.steps]):
        assert [a.label for a in found] == ["Persiapan", "Penempatan", "Purna-penempatan"]


def test_terms_stand_by_the_number_of_their_articles_and_years_newest_first(tmp_path: Path) -> None:
    files = many(2, countries="[KR]") | {"artikel/2026/b.md": trees.article(countries="[DE]", date="2026-01-01"), "artikel/2024/c.md": trees.article("Taiwan.\n", date="2024-01-01")}
    countries, years = view(tmp_path, files, "/negara/"), view(tmp_path, files, "/tahun/")
    assert isinstance(countries, TaxonomyView) and isinstance(years, TaxonomyView)
    assert [(a.label, a.count, a.flag) for a in countries.terms] == [("Korea Selatan", 2, "kr"), ("Jerman", 1, "de"), ("Taiwan", 1, "tw")]
    assert [a.label for a in years.terms] == ["2026", "2025", "2024"]


def test_term_shows_what_is_about_it_before_what_mentions_it(tmp_path: Path) -> None:
    files = {
        "artikel/2025/a.md": trees.article(title="Tentang", countries="[JP]"),
        "artikel/2025/b.md": trees.article("Jepang.\n", title="Sebutan"),
        "negara/jepang.md": "---\ntitle: Jepang\ndescription: x\nimg: visa.jpg\nalt: Paspor\n---\n\nUpah.\n",
    }
    found = view(tmp_path, files, "/negara/jepang/")
    assert isinstance(found, TermView)
    assert (found.title, found.kind, found.flag, found.total) == ("Jepang", "negara", "jp", 1)
    assert ([c.title for c in found.about], [c.title for c in found.mentioned]) == (["Tentang"], ["Sebutan"])
    assert found.html == "<p>Upah.</p>"
    assert found.picture is not None
    assert found.children == (Anchor("SSW", "../../program/ssw/", warned=True),)


def test_a_program_without_an_official_channel_is_marked_wherever_it_is_named(tmp_path: Path) -> None:
    def ways(official: str) -> tuple[Anchor, ...]:
        sheet = trees.BASE["program/ssw.md"].replace("countries:", f"{official}countries:")
        found = view(tmp_path, {"program/ssw.md": sheet, "artikel/2025/a.md": trees.article(countries="[JP]", programs="[ssw]")}, "/negara/jepang/")
        assert isinstance(found, TermView)
        return found.children

    assert [anchor.warned for anchor in ways("")] == [True]
    assert [anchor.warned for anchor in ways("official: https://www.ssw.go.jp/\n")] == [False]


@pytest.mark.parametrize(("verified", "shown"), [("2025-01-31", "2025-01-31"), ("2026-03-01", None), ("", None)])
def test_a_card_says_when_its_sources_are_much_older_than_the_text(tmp_path: Path, verified: str, shown: str | None) -> None:
    files = {"artikel/2026/a.md": trees.article(date="2026-05-01", tags="[visa]", verified_on=verified)}
    found = view(tmp_path, files, "/topik/visa/")
    assert isinstance(found, TermView)
    day = found.about[0].as_of
    assert (day.iso if day is not None else None) == shown


def test_region_links_to_its_countries_that_have_a_page(tmp_path: Path) -> None:
    found = view(tmp_path, {"artikel/2025/a.md": trees.article(countries="[KR, JP]")}, "/kawasan/asia-timur/")
    assert isinstance(found, TermView)
    assert found.children == (Anchor("Jepang", "../../negara/jepang/", "jp"), Anchor("Korea Selatan", "../../negara/korea-selatan/", "kr"))


def test_pages_of_a_term_are_numbered_from_the_newest_for_the_eye_and_from_the_oldest_in_the_address(tmp_path: Path) -> None:
    scene = trees.scene(tmp_path, many(60, tags="[visa]"))
    found = made(scene)
    first, middle, last = (found[f"/topik/visa/{tail}"].view() for tail in ("", "hal/2/", "hal/1/"))
    assert isinstance(first, TermView) and isinstance(middle, TermView) and isinstance(last, TermView)
    assert [(a.label, a.href, a.current) for a in middle.pages] == [
        ("1", "../../../../topik/visa/", False),
        ("2", "../../../../topik/visa/hal/2/", True),
        ("3", "../../../../topik/visa/hal/1/", False),
    ]
    assert ([c.title for c in first.about][:1], len(first.about)) == (["Surat 59"], 12)
    assert ([c.title for c in middle.about][:1], len(middle.about)) == (["Surat 47"], 24)
    assert ([c.title for c in last.about][-1:], len(last.about)) == (["Surat 0"], 24)
    assert (first.newer, first.older) == ("", "../../topik/visa/hal/2/")
    assert (last.newer, last.older) == ("../../../../topik/visa/hal/2/", "")
    assert (first.page, middle.page, last.page) == (1, 2, 3)
    assert (first.frame.indexable, middle.frame.indexable) == (True, False)


def test_sheet_shows_its_overview_and_says_what_nobody_verified(tmp_path: Path) -> None:
    sheet = "---\ntitle: Specified Skilled Worker\nname: SSW\ndescription: " + trees.DESCRIPTION + (
        "\nofficial: https://www.ssw.go.jp/en\noverview:\n  - {label: Biaya, value: Gratis, source: ISA, verified_on: 2026-01-02}\n"
        "  - {label: Usia, value: 18}\n  - {label: Kosong}\n---\n\n## Syarat\n"
    )
    found = view(tmp_path, {"program/ssw.md": sheet, "artikel/2025/a.md": trees.article(programs="[SSW]")}, "/program/ssw/")
    assert isinstance(found, SheetView)
    assert [(f.label, f.day and f.day.iso, f.unverified) for f in found.overview] == [("Biaya", "2026-01-02", False), ("Usia", None, True)]
    assert (found.official, found.official_host) == ("https://www.ssw.go.jp/en", "ssw.go.jp")
    assert [c.title for c in found.about] == ["Surat untuk visa kerja"]
    assert [h.id for h in found.headings] == ["syarat"]


def test_plain_page_and_search_page(tmp_path: Path) -> None:
    files = {"tentang.md": "---\ntitle: Tentang\n---\n\nKami.\n"}
    plain, search = view(tmp_path, files, "/tentang/"), view(tmp_path, files, "/cari/")
    assert isinstance(plain, PlainView) and isinstance(search, SearchView)
    assert (plain.title, plain.html, plain.freshness.state) == ("Tentang", "<p>Kami.</p>", "unverified")
    assert (search.index, search.engine) == ("../search/id/", "../assets/lunr.js")
    assert search.frame.indexable and search.frame.description.startswith("Cari program")
    assert Anchor("Tentang", "../tentang/") in plain.frame.footer


def test_an_article_leads_to_its_neighbours_in_its_topic(tmp_path: Path) -> None:
    files = many(3, tags="[visa]") | {"artikel/2025/lain.md": trees.article(tags="[biaya]")}
    steps = [article(tmp_path, files, f"/artikel/2025/{name}/").steps for name in ("s00", "s01", "s02", "lain")]
    found = [(s.later and s.later.label, s.earlier and s.earlier.label) if s else None for s in steps]
    assert found == [("Surat 1", None), ("Surat 2", "Surat 0"), (None, "Surat 1"), None]
