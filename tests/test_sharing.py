"""What is shared of a page, what is printed of it, and what machines read of it: the same as what readers see."""

import datetime
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

import pytest
from jinja2 import Environment, FileSystemLoader
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from rantau import keeping, pages, pipeline, policy, scripts, styles
from rantau.outputs import cards, images
from rantau.scene import Scene, Settings
from rantau.text import qr, sharing
from tests import trees
from tests.shell import ROOT, SAMPLE

URL = "https://rantau.example/portal/"
HOST = "https://rantau.example"
FULL = "/artikel/2026/contoh-lengkap/"
HOSTILE = "/artikel/2026/judul-tajam/"
Outputs = Mapping[str, bytes]


@dataclass(frozen=True)
class Site:
    """The sample site as it is drawn: its pages by their addresses, and the files beside them."""

    html: Mapping[str, str]
    files: Outputs

    def tree(self, address: str) -> LexborHTMLParser:
        return LexborHTMLParser(self.html[address])

    def things(self, address: str) -> list[dict[str, Any]]:
        """What the page tells machines; [] for nothing."""
        found = [json.loads(node.text()) for node in self.tree(address).css("script[type='application/ld+json']")]
        assert len(found) < 2
        graph: list[dict[str, Any]] = [thing for whole in found for thing in whole["@graph"]]
        return graph

    def meta(self, address: str) -> dict[str, str]:
        nodes = [node.attributes for node in self.tree(address).css("meta[property], meta[name]")]
        return {str(a.get("property") or a.get("name")): str(a["content"]) for a in nodes}


def staged(url: str) -> Scene:
    return pipeline.stage(pipeline.load(SAMPLE, datetime.date(2026, 11, 22)), Settings("Rantau", url))


def drawn(url: str, *only: str, kept: Path | None = None) -> Site:
    environment = Environment(loader=FileSystemLoader(ROOT / "theme"), autoescape=True)
    scene = staged(url)
    made = list(pages.every(scene))
    html = {p.address: environment.get_template(p.template).render(view=p.view(), sheet=styles.sheet(), scripts=scripts.scripts(), policy=policy.meta()) for p in made}
    files = pipeline.publish(scene, made, SAMPLE, kept, only)
    return Site(html, {str(path): data for path, data in files})


@pytest.fixture(scope="module")
def site(kept: Path) -> Site:
    return drawn(URL, *KEEPING, kept=kept)


@pytest.fixture(scope="module")
def nowhere() -> Site:
    """The site whose address nobody knows."""
    return drawn("", "cards", "codes")


# --- what machines read -------------------------------------------------------------------------

# Required and recommended properties, as Google documents them for what it shows of a page, and those of schema.org that
# are used beside them. Source: https://developers.google.com/search/docs/appearance/structured-data, https://schema.org
NEEDED = {
    "Article": {"headline", "image"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name"},
    "WebSite": {"name", "url", "potentialAction"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "Organization": {"name"},
    "Person": {"name"},
    "WebPage": {"name", "url"},
    "CollectionPage": {"name", "url"},
    "CreativeWork": {"name"},
}
PAGE = {"description", "inLanguage", "image", "publisher", "lastReviewed", "citation"}
ALLOWED = {
    "Article": PAGE - {"lastReviewed"} | {"url", "mainEntityOfPage", "datePublished", "dateModified", "expires", "author"},
    "ListItem": {"item"},
    "WebSite": PAGE,
    "Organization": {"url", "logo"},
    "Person": {"url"},
    "WebPage": PAGE,
    "CollectionPage": PAGE,
    "CreativeWork": {"url", "publisher", "datePublished"},
}
DATES = {"datePublished", "dateModified", "expires", "lastReviewed"}
ADDRESSES = {"url", "item", "image", "mainEntityOfPage", "logo", "urlTemplate"}


def problems(value: object, name: str = "") -> Iterator[str]:
    """What a validator would complain about."""
    if isinstance(value, list):
        for item in value:
            yield from problems(item, name)
    elif isinstance(value, dict):
        kind = value.get("@type")
        if kind not in NEEDED:
            yield f"unknown type {kind}"
            return
        given = set(value) - {"@type"}
        yield from (f"{kind} without {n}" for n in sorted(NEEDED[kind] - given))
        yield from (f"{kind} with {n}" for n in sorted(given - NEEDED[kind] - ALLOWED.get(kind, set())))
        for inner, part in value.items():
            yield from problems(part, inner)
    elif value in ("", None):
        yield f"{name} is empty"
    elif name in DATES and datetime.date.fromisoformat(str(value)).isoformat() != value:
        yield f"{name} is no date: {value}"
    elif name in ADDRESSES and urlsplit(str(value)).scheme not in ("https", "http"):
        yield f"{name} is no whole address: {value}"


def test_data_for_machines_hold_what_validators_ask_for(site: Site) -> None:
    assert {address: found for address in site.html if (found := list(problems(site.things(address))))} == {}
    kinds = {thing["@type"] for address in site.html for thing in site.things(address)}
    assert kinds == {"Article", "BreadcrumbList", "WebSite", "WebPage", "CollectionPage"}


def test_a_validator_would_see_what_is_missing() -> None:
    wrong = {"@type": "Article", "headline": "", "author": {"@type": "Orang"}, "url": "/a/", "warna": "biru", "datePublished": "2026-1-1"}
    with pytest.raises(ValueError, match="2026-1-1"):
        list(problems(wrong))
    del wrong["datePublished"]
    assert set(problems(wrong)) == {"Article without image", "Article with warna", "headline is empty", "unknown type Orang", "url is no whole address: /a/"}


def test_every_page_that_search_engines_may_show_speaks_to_machines_and_no_other_does(site: Site) -> None:
    for address in site.html:
        shown = site.meta(address).get("robots") != "noindex"
        assert bool(site.things(address)) == shown, address


def words(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in tree.css(selector)]


def hrefs(tree: LexborHTMLParser, selector: str, address: str) -> list[str]:
    return [urljoin(HOST + "/portal" + address, str(node.attributes["href"])) for node in tree.css(selector)]


def test_data_for_machines_never_contradict_the_page(site: Site) -> None:
    for address in site.html:
        tree = site.tree(address)
        days = {str(node.attributes["datetime"]) for node in tree.css("time")}
        for thing in site.things(address):
            if thing["@type"] == "BreadcrumbList":
                steps = thing["itemListElement"]
                assert [s["name"] for s in steps] == words(tree, ".crumbs li"), address
                assert [s["position"] for s in steps] == list(range(1, len(steps) + 1))
                assert [s["item"] for s in steps if "item" in s] == hrefs(tree, ".crumbs li a", address), address
                assert all("item" in s for s in steps[:-1])
                continue
            assert thing["url"] == site.meta(address)["og:url"] == f"{HOST}/portal{address}"
            assert thing.get("description", "") == site.meta(address).get("og:description", "")
            assert f'<html lang="{thing["inLanguage"]}">' in site.html[address]
            cited = thing.get("citation", [])
            assert len(cited) == len(tree.css(".sources li")), address
            assert [c["url"] for c in cited if "url" in c] == [n.attributes["href"] for n in tree.css(".sources li > a")], address
            if thing["@type"] == "Article":
                assert [thing["headline"]] == words(tree, "h1")
                assert {thing[name] for name in ("datePublished", "dateModified") if name in thing} <= days, address
                by = " ".join(words(tree, ".facts__by"))
                assert all(" ".join(a["name"].split()) in by for a in thing.get("author", [])), address
                assert bool(by) == bool(thing.get("author")), address
            elif thing["@type"] == "WebPage":
                assert [thing["name"]] == words(tree, "h1")
            elif thing["@type"] == "CollectionPage":
                assert words(tree, "h1")[0] in thing["name"]


def test_an_article_says_who_wrote_it_when_and_from_what(site: Site) -> None:
    article = next(t for t in site.things(FULL) if t["@type"] == "Article")
    assert article["author"] == [{"@type": "Organization", "name": "Redaksi Contoh", "url": f"{URL}penulis/redaksi/"}]
    assert article["publisher"] == {"@type": "Organization", "name": "Rantau", "url": URL}
    assert (article["datePublished"], article["dateModified"]) == ("2026-11-01", "2026-11-15")
    assert article["image"] == [f"{URL}gambar/kartu/artikel/2026/contoh-lengkap.jpg", f"{URL}images/biru.jpg"]
    source = {"@type": "CreativeWork", "name": "Contoh judul sumber", "url": "https://www.example.org/sumber", "datePublished": "2026-10-31"}
    assert article["citation"] == [
        source | {"publisher": {"@type": "Organization", "name": "Penerbit Contoh"}},
        {"@type": "CreativeWork", "name": "Contoh sumber tanpa alamat"},
        # Of a fact that the text names.
        {"@type": "CreativeWork", "name": "Penerbit Lama", "url": "https://www.example.org/lama"},
    ]


def test_an_article_without_date_invents_none(site: Site) -> None:
    article = next(t for t in site.things("/artikel/2025/tanpa-tanggal/") if t["@type"] == "Article")
    assert not DATES & set(article)


def test_a_person_is_a_person(site: Site) -> None:
    article = next(t for t in site.things(HOSTILE) if t["@type"] == "Article")
    (author,) = article["author"]
    assert (author["@type"], author["name"]) == ("Person", 'Penulis <b>Tebal</b> & "Kutip"')
    assert urlsplit(author["url"]).path.removeprefix("/portal") in site.html


def test_the_front_page_says_how_to_search_the_site(site: Site) -> None:
    (front,) = site.things("/")
    assert front["potentialAction"]["target"]["urlTemplate"] == f"{URL}cari/?q={{search_term_string}}"
    assert "/cari/" in site.html
    assert site.things("/ja/")[0]["potentialAction"]["target"]["urlTemplate"] == f"{URL}ja/cari/?q={{search_term_string}}"


def test_no_title_ends_the_script_that_holds_it(site: Site) -> None:
    written = re.findall(r'<script type="application/ld\+json">(.*?)</script>', site.html[HOSTILE], re.DOTALL)
    assert len(written) == 1
    assert not set("<>&") & set(written[0])
    assert "</ol><script>" in json.dumps(json.loads(written[0])["@graph"][0]["citation"])


# --- what messengers show -----------------------------------------------------------------------


def test_what_messengers_show_is_what_the_page_says(site: Site) -> None:
    for address in site.html:
        meta, tree = site.meta(address), site.tree(address)
        title = words(tree, "title")[0]
        assert meta["og:title"].split() == title.removesuffix(" · Rantau").split(), address
        assert meta["og:site_name"] == "Rantau"
        assert meta.get("og:description", "") == meta.get("description", "")
        assert meta["og:locale"].partition("_")[0] == site.html[address].split('<html lang="')[1][:2]
        assert meta["twitter:card"] == ("summary_large_image" if "og:image" in meta else "summary")
        if "og:image" in meta:
            data = site.files[unquote(meta["og:image"].removeprefix(URL))]
            if "og:image:width" in meta:
                with Image.open(io.BytesIO(data)) as image:
                    assert image.size == (int(meta["og:image:width"]), int(meta["og:image:height"])), address


def test_articles_and_programs_have_a_card_and_nothing_else_has(site: Site) -> None:
    found = {path for path in site.files if path.startswith("gambar/kartu/")}
    assert found == {str(sharing.card_path(a)) for a in site.html if re.fullmatch(r"(/\w\w)?(/artikel/\d+|/program)/[^/]+/", a)}
    assert {"gambar/kartu/program/contoh.jpg", "gambar/kartu/ja/artikel/2026/contoh-lengkap.jpg"} <= found


def test_a_card_is_a_plain_jpeg_that_every_messenger_takes(site: Site) -> None:
    for path, data in site.files.items():
        if path.startswith("gambar/kartu/"):
            with Image.open(io.BytesIO(data)) as image:
                assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1200, 630)), path
                assert not image.getexif()
            assert len(data) < 300_000


def card(root: Path, **fields: str) -> bytes:
    """The card of an article with these fields."""
    files: dict[str, str | bytes] = {"artikel/2025/a.md": trees.article(**fields)}
    scene = trees.scene(root, files, URL)
    made = dict(pipeline.publish(scene, list(pages.every(scene)), root / "content", only=("cards",)))
    return made[sharing.card_path("/artikel/2025/a/")]


def test_a_card_shows_title_place_date_and_picture(tmp_path: Path) -> None:
    plain = card(tmp_path / "0")
    others = ({"title": "Lain"}, {"countries": "[JP]"}, {"date": "2025-03-02"}, {"img": "visa.jpg"})
    assert len({plain, *(card(tmp_path / str(n), **fields) for n, fields in enumerate(others, start=1))}) == 5
    assert card(tmp_path / "6", description="Ringkasan lain yang panjangnya juga cukup bagi pemeriksa isi portal.") == plain


def test_a_title_that_the_fonts_cannot_write_is_left_to_the_message(tmp_path: Path) -> None:
    assert card(tmp_path / "1", title="ビザの書類") == card(tmp_path / "2", title="別の書類")


@pytest.mark.parametrize("title", ["A", "kata " * 60, "x" * 400, "Kualifikasi-profesional-internasional-berkelanjutan"])
def test_no_title_runs_out_of_its_card(title: str) -> None:
    words_ = cards._Words(title.strip(), "Jepang · " * 20, "22 November 2026", "Rantau")
    with Image.open(io.BytesIO(cards._draw(words_, b""))) as image:
        # The ground left and right of the words, and between them and the site's name, is one colour.
        for box in ((0, 0, 60, 520), (720, 0, 778, 520), (0, 480, 778, 520)):
            assert max(image.convert("L").crop(box).tobytes()) < 90, (title[:9], box)


def test_the_fonts_have_every_letter_that_they_are_asked_for() -> None:
    for path in (cards._BOLD, cards._PLAIN):
        font = cards._font(path, 40)
        missing = bytes(font.getmask("\u0378"))
        assert [c for c in cards._LETTERS if bytes(font.getmask(c)) == missing] == []


# --- what is sent and copied --------------------------------------------------------------------


def sent(tree: LexborHTMLParser) -> str:
    link = tree.css_first(".share a[rel=external]")
    assert link is not None
    target = urlsplit(str(link.attributes["href"]))
    assert (target.netloc, target.path) == ("wa.me", "/")
    return parse_qs(target.query)["text"][0]


def test_a_message_holds_title_one_sentence_and_address(site: Site) -> None:
    summary = "Contoh ringkasan artikel yang memakai semua bentuk tulisan, agar setiap bentuk dapat diperiksa pada satu halaman."
    assert sent(site.tree(FULL)) == f"Contoh lengkap: satu artikel dengan semua bentuk\n{summary}\n{URL[:-1]}{FULL}"
    for address in ("/program/contoh/", "/negara/jepang/", "/topik/dokumen/", "/ja" + FULL, HOSTILE):
        title, *_, last = sent(site.tree(address)).split("\n")
        assert (title, last) == (site.meta(address)["og:title"], f"{URL[:-1]}{address}")


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("Kalimat satu selesai. Kalimat kedua.", "Kalimat satu selesai."),
        ("Tanpa titik", "Tanpa titik"),
        ("Biaya Rp1.500.000 dibayar. Lalu?", "Biaya Rp1.500.000 dibayar."),
        ("一つ目の文です。二つ目です。", "一つ目の文です。"),
        ("", ""),
        ("Judul", ""),
    ],
)
def test_one_sentence_of_a_description_is_sent(description: str, expected: str) -> None:
    assert sharing.message("Judul", description, "https://a.example/") == "\n".join(filter(None, ("Judul", expected, "https://a.example/")))


def test_copying_and_native_sharing_are_offered_to_scripts_alone(site: Site) -> None:
    for button in site.tree(FULL).css(".share button"):
        assert "js" in str(button.attributes["class"]).split()


# --- on paper -----------------------------------------------------------------------------------


def test_a_printed_page_shows_its_address_and_a_code_of_it(site: Site) -> None:
    for address in (FULL, "/program/contoh/", "/tentang/", "/ja" + FULL):
        paper = site.tree(address).css_first(".paper")
        assert paper is not None
        assert paper.text().strip().endswith(URL[:-1] + address)
        code = paper.css_first("img")
        assert code is not None
        assert code.attributes["loading"] == "lazy"
        path = urljoin(f"https://a.example{address}", str(code.attributes["src"])).removeprefix("https://a.example/")
        assert site.files[path] == qr.svg(URL[:-1] + address)


@pytest.mark.parametrize(
    ("text", "side"),
    [("https://a.id/", 21), ("https://rantau.example/artikel/2026/visa/", 29), ("https://rantau.example/" + "x" * 190, 57)],
)
def test_a_code_is_as_small_as_its_text_allows(text: str, side: int) -> None:
    found = qr.matrix(text)
    assert {len(found), *map(len, found)} == {side}
    assert {module for row in found for module in row} == {0, 1}


def test_a_code_is_drawn_dark_on_light_with_its_quiet_zone() -> None:
    drawing = qr.svg("https://rantau.example/")
    side = len(qr.matrix("https://rantau.example/"))
    runs = [tuple(map(int, run)) for run in re.findall(r"M(\d+) (\d+)\.5h(\d+)", drawing.decode())]
    assert f'viewBox="0 0 {side + 8} {side + 8}"'.encode() in drawing
    assert sum(length for _, _, length in runs) == sum(map(sum, qr.matrix("https://rantau.example/")))
    assert all(x >= 4 and x + length <= side + 4 and 4 <= y < side + 4 for x, y, length in runs)


def test_an_address_that_no_code_holds_is_printed_in_letters(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="213"):
        qr.matrix("a" * 214)
    long = f"https://rantau.example/{'x' * 200}/"
    scene = trees.scene(tmp_path, {}, long)
    made = {p.address: p for p in pages.every(scene)}
    frame = made["/artikel/2025/paspor/"].view().frame
    assert (frame.code, frame.canonical) == ("", f"{long[:-1]}/artikel/2025/paspor/")
    assert list(pipeline.publish(scene, list(made.values()), tmp_path / "content", only=("codes",))) == []


# --- a site whose address nobody knows ----------------------------------------------------------


def test_without_an_address_of_the_site_nothing_names_one(nowhere: Site) -> None:
    assert not [path for path in nowhere.files if path.startswith(("gambar/kartu/", "gambar/kode/"))]
    for address, html in nowhere.html.items():
        assert "ld+json" not in html, address
        assert not {"og:url", "og:image"} & set(nowhere.meta(address)), address
        assert nowhere.tree(address).css_first(".paper") is None, address
    assert sent(nowhere.tree(FULL)).split("\n")[0] == "Contoh lengkap: satu artikel dengan semua bentuk"
    assert "://" not in sent(nowhere.tree(FULL))


# --- what is kept for the next build ------------------------------------------------------------

KEEPING = ("images", "cards", "codes")


def published(kept: Path | None, only: tuple[str, ...] = KEEPING) -> dict[str, bytes]:
    scene = staged(URL)
    return {str(p): data for p, data in pipeline.publish(scene, list(pages.every(scene)), SAMPLE, kept, only)}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the build of `site` keeps."""
    return tmp_path_factory.mktemp("simpanan")


def refuse(*_: object) -> bytes:
    raise AssertionError("made anew")


def test_a_second_build_encodes_and_draws_nothing_and_gives_the_same_bytes(kept: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in ((images, "_encode"), (cards, "_draw"), (qr, "svg")):
        monkeypatch.setattr(module, name, refuse)
    assert published(kept) == site.files
    with pytest.raises(AssertionError, match="made anew"):
        published(None)


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def flipped(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1])


@pytest.mark.parametrize("spoil", [cut, flipped, lambda _: b"", lambda _: b"asing" * 20])
def test_a_spoiled_file_is_noticed_and_made_anew(spoil: Callable[[bytes], bytes], kept: Path, site: Site) -> None:
    files = sorted(p for p in kept.rglob("*") if p.is_file())
    assert len(files) > 20
    # Some of each kind.
    whole = {path: path.read_bytes() for path in files[::6]}
    for path, data in whole.items():
        path.write_bytes(spoil(data))
    assert published(kept) == site.files
    assert {path: path.read_bytes() for path in whole} == whole


def test_a_kept_file_under_another_ones_name_is_noticed(kept: Path, site: Site) -> None:
    one, other, *_ = sorted(p for p in (kept / "codes").rglob("*") if p.is_file())
    before = one.read_bytes()
    one.write_bytes(other.read_bytes())
    assert published(kept, ("codes",)) == {p: d for p, d in site.files.items() if p.startswith("gambar/kode/")}
    assert one.read_bytes() == before


def test_what_no_page_shows_any_more_is_removed_after_a_whole_build_alone(tmp_path: Path) -> None:
    def build(*wanted: str) -> None:
        with keeping.shelf(tmp_path, "a") as shelf:
            for name in wanted:
                shelf.get(keeping.key(name), name.encode)
            if "gagal" in wanted:
                raise KeyError

    def held() -> set[str]:
        return {p.name for p in (tmp_path / "a").glob("*/*")}

    build("satu", "dua")
    assert held() == {keeping.key("satu"), keeping.key("dua")}
    with pytest.raises(KeyError):
        build("dua", "gagal")
    assert keeping.key("satu") in held()
    build("dua")
    assert held() == {keeping.key("dua")}


def test_a_place_where_nothing_can_be_kept_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with keeping.shelf(tmp_path, "a") as shelf:
        assert shelf.get(keeping.key("x"), lambda: b"x") == b"x"


def test_a_key_depends_on_every_part_and_on_their_order() -> None:
    parts: list[tuple[str | bytes | int, ...]] = [("ab", "c"), ("a", "bc"), ("abc",), ("c", "ab"), ("ab", "c", ""), ("ab", 1), (b"ab", "1", "")]
    assert len({keeping.key(*p) for p in parts}) == len(parts)
