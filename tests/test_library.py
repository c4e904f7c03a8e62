"""Documents, images and registries brought together: terms, addresses, and where links lead."""

from pathlib import Path, PurePosixPath

import pytest

from rantau.model import Image, Library, Route
from rantau.reading import image_path, normal
from tests import trees


def library(root: Path, files: dict[str, str | bytes]) -> Library:
    return trees.load(root, files).library


def placed(root: Path, **fields: str) -> dict[str, tuple[str, ...]]:
    found = library(root, {"artikel/2025/a.md": trees.article(**fields)})
    return {name: keys for name, keys in found.placements[PurePosixPath("artikel/2025/a.md")].about.items() if keys}


# --- placements ---------------------------------------------------------------------------------


def test_all_spellings_of_a_term_are_one_and_stand_in_the_order_of_writing(tmp_path: Path) -> None:
    assert placed(tmp_path, tags="[Visa, goes jepang, GOES-JAPAN, tidak-ada]", authors="[Siti Aminah, redaksi]") == {
        "tags": ("visa", "goes-japan"),
        "authors": ("siti", "redaksi"),
    }


def test_country_brings_its_regions(tmp_path: Path) -> None:
    assert placed(tmp_path, countries="[Jepang, Uni Eropa, KR]") == {
        "countries": ("JP", "KR"),
        "regions": ("uni-eropa", "asia-timur"),
    }


def test_stage_sector_and_program_are_placed(tmp_path: Path) -> None:
    assert placed(tmp_path, stage="Pra Penempatan", sectors="[Kesehatan]", programs="[SSW]") == {
        "stages": ("pra-penempatan",),
        "sectors": ("kesehatan",),
        "programs": ("ssw",),
    }


def test_author_written_into_the_article_is_placed(tmp_path: Path) -> None:
    assert placed(tmp_path, author="{name: Budi}") == {"authors": ("budi",)}


def test_sheet_is_about_its_own_program(tmp_path: Path) -> None:
    found = library(tmp_path, {})
    assert found.placements[PurePosixPath("program/ssw.md")].about["programs"] == ("ssw",)


def test_declared_country_is_not_mentioned_as_well(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"artikel/2025/a.md": trees.article("Jepang, Korsel, Uni Eropa.\n", countries="[JP]")}
    placement = library(tmp_path, files).placements[PurePosixPath("artikel/2025/a.md")]
    assert placement.mentioned == {"countries": ("KR",), "regions": ("uni-eropa",)}


# --- addresses ----------------------------------------------------------------------------------


def test_page_comes_before_whoever_redirects_to_its_address(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"artikel/2025/a.md": trees.article(redirect_from="[artikel/2025/paspor, /LAMA.html]")}
    claims = library(tmp_path, files).claims
    assert [(str(c.path), c.span.line) for c in claims["/artikel/2025/paspor/"]] == [("artikel/2025/paspor.md", 1), ("artikel/2025/a.md", 5)]
    assert [str(c.path) for c in claims["/lama.html"]] == ["artikel/2025/a.md"]


def test_draft_claims_nothing(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"artikel/2025/a.md": trees.article(status="draft", redirect_from="[/lama/]")}
    assert not {"/lama/", "/artikel/2025/a/"} & set(library(tmp_path, files).claims)


@pytest.mark.parametrize("name", ["cari", "luring", "negara", "topik", "tahun", "ja/cari"])
def test_page_may_not_take_the_address_of_the_site_itself(tmp_path: Path, name: str) -> None:
    files: dict[str, str | bytes] = {
        f"{name}.md": "---\ntitle: Milik saya\n---\n",
        "artikel/2025/a.md": trees.article(countries="[JP]", tags="[visa]"),
        "ja/artikel/2025/a.md": trees.article(countries="[JP]", tags="[visa]"),
    }
    found = trees.check(tmp_path, files)
    assert [(str(d.path), d.rule) for d in found] == [(f"{name}.md", "colliding-address")]


# --- where links lead ---------------------------------------------------------------------------

HERE = PurePosixPath("artikel/2025/a.md")
LEADING = [
    ("paspor.md", "/artikel/2025/paspor/", ""),
    ("./paspor.md", "/artikel/2025/paspor/", ""),
    ("../2025/paspor.md#biaya", "/artikel/2025/paspor/", "biaya"),
    ("../../program/ssw.md", "/program/ssw/", ""),
    ("/program/ssw.md", "/program/ssw/", ""),
    ("/artikel/2025/paspor/", "/artikel/2025/paspor/", ""),
    ("/artikel/2025/paspor", "/artikel/2025/paspor/", ""),
    ("/negara/korea-selatan/", "/negara/korea-selatan/", ""),
    ("../../negara/jepang.md#upah", "/negara/jepang/", "upah"),
    ("/negara/", "/negara/", ""),
    ("/cari/", "/cari/", ""),
    ("/", "/", ""),
    ("#sini", "/artikel/2025/a/", "sini"),
    ("surat_izin.md#biaya-lama", "/artikel/2025/surat_izin/", "biaya-lama"),
    ("surat_izin.md#fn:1", "/artikel/2025/surat_izin/", "fn:1"),
    ("surat%5Fizin.md", "/artikel/2025/surat_izin/", ""),
    ("paspor.md?dari=a", "/artikel/2025/paspor/", ""),
    ("/images/visa.jpg", "/images/visa.jpg", ""),
]
LOST = [
    ("pasport.md", "page", "paspor.md"),
    ("tidak-ada.md", "page", ""),
    ("../../../../rahasia.md", "page", ""),
    ("paspor.md#biayaa", "anchor", "biaya"),
    ("#tidak-ada", "anchor", ""),
    ("naskah.md", "draft", ""),
    ("/images/vissa.jpg", "image", "visa.jpg"),
    ("/berita/", "page", ""),
    ("_data/tags.yml", "page", ""),
]
IMAGES = [
    ("visa.jpg", "/images/visa.jpg", ""),
    ("/images/visa.jpg", "/images/visa.jpg", ""),
    ("../../images/visa.jpg", "/images/visa.jpg", ""),
    ("images/visa.jpg", "/images/visa.jpg", ""),
    ("beside.png", "/artikel/2025/beside.png", ""),
    ("tidak-ada.jpg", "", "image"),
    ("../../../visa.jpg", "", "image"),
    ("paspor.md", "", "image"),
]


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The library of a tree in which artikel/2025/a.md links everywhere, and a2.md has the images."""
    links = "\n".join(f"[x](<{destination}>)" for destination, *_ in [*LEADING, *LOST])
    images = "\n".join(f"![x](<{destination}>)" for destination, *_ in IMAGES)
    files: dict[str, str | bytes] = {
        "artikel/2025/a.md": trees.article(f"## Sini\n\n{links}\n", countries="[KR]"),
        "artikel/2025/a2.md": trees.article(f"{images}\n"),
        "artikel/2025/surat_izin.md": trees.article("## Biaya & lama\n\nA[^1]\n\n[^1]: B\n"),
        "artikel/2025/beside.png": trees.photo(10, 10, "PNG"),
        "negara/jepang.md": "---\ntitle: Jepang\n---\n\n## Upah\n",
    }
    return library(tmp_path_factory.mktemp("linked"), files)


@pytest.mark.parametrize(("destination", "address", "anchor"), LEADING)
def test_link_leads_to_an_address(linked: Library, destination: str, address: str, anchor: str) -> None:
    assert linked.routes[HERE, destination] == Route(address, anchor)


@pytest.mark.parametrize(("destination", "problem", "nearest"), LOST)
def test_link_that_leads_nowhere_says_why(linked: Library, destination: str, problem: str, nearest: str) -> None:
    found = linked.routes[HERE, destination]
    assert (found.problem, found.nearest) == (problem, nearest)


@pytest.mark.parametrize(("destination", "address", "problem"), IMAGES)
def test_image_of_a_body_is_beside_the_article_or_in_images(linked: Library, destination: str, address: str, problem: str) -> None:
    found = linked.routes[HERE.with_name("a2.md"), destination]
    assert (found.address, found.problem) == (address, problem)


def test_outside_links_have_no_route(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"artikel/2025/a.md": trees.article("[a](https://a.example/) [b](mailto:b@b.example) [c](tel:1) [d](//d.example)\n")}
    assert library(tmp_path, files).routes == {}


def test_draft_may_link_to_a_draft(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"artikel/2025/a.md": trees.article("[x](naskah.md)\n", status="draft")}
    assert library(tmp_path, files).routes[PurePosixPath("artikel/2025/a.md"), "naskah.md"] == Route("/artikel/2025/naskah/")


# --- images of the front matter -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("src", "file"),
    [
        ("visa.jpg", "images/visa.jpg"),
        ("/images/visa.jpg", "images/visa.jpg"),
        ("images/visa.jpg", "images/visa.jpg"),
        ("./beside.png", "artikel/2025/beside.png"),
        ("beside.png", "artikel/2025/beside.png"),
        ("../../images/visa.jpg", "images/visa.jpg"),
        ("baru.jpg", "images/baru.jpg"),
        ("../../../etc/passwd", "images/../etc/passwd"),
        ("https://a.example/a.jpg", None),
        ("//a.example/a.jpg", None),
        ("a\\b.jpg", None),
        (" ", None),
    ],
)
def test_file_that_a_pictures_name_means(src: str, file: str | None) -> None:
    existing = {PurePosixPath(p): None for p in ("images/visa.jpg", "artikel/2025/beside.png")}
    found = image_path(PurePosixPath("artikel/2025/a.md"), src, existing)
    if file is not None and ".." in file:
        assert found is None or (".." not in found.parts and found not in existing)
    else:
        assert found == (PurePosixPath(file) if file is not None else None)


@pytest.mark.parametrize(("path", "result"), [("a/../b", "b"), ("./a", "a"), ("a/./b", "a/b"), ("/a", "a"), ("..", None), ("a/../../b", None), ("", ".")])
def test_path_is_brought_into_its_plain_form(path: str, result: str | None) -> None:
    assert normal(PurePosixPath(path)) == (PurePosixPath(result) if result is not None else None)


def test_images_of_a_document_know_their_files(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"artikel/2025/a.md": trees.article(img="visa.jpg", img2="tidak-ada.jpg", author="{name: Budi, img: siti.png}")}
    fields = trees.document(library(tmp_path, files), "artikel/2025/a.md").fields
    assert fields is not None
    assert fields.card == fields.hero == Image("visa.jpg", PurePosixPath("images/visa.jpg"))
    assert fields.second == Image("tidak-ada.jpg", PurePosixPath("images/tidak-ada.jpg"))
    assert fields.author is not None
    assert fields.author.img == Image("siti.png", PurePosixPath("images/siti.png"))
