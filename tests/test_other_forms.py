"""The site in other forms, for feed readers, search engines and programs: each says what the articles themselves say."""

import datetime
import json
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from rantau import changes, pages, pipeline
from rantau.body import render
from rantau.model import Change, Document, Kind, Localized
from rantau.outputs import sitemap
from rantau.outputs._markdown import markdown
from rantau.scene import Settings
from rantau.text.addresses import file_of, old_address
from rantau.views import ArticleView, ChangesView, Form, HomeView, TermView
from tests import trees
from tests.shell import ROOT, SAMPLE

URL = "https://rantau.example/portal/"
BASE = "https://rantau.example/portal"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
Files = Mapping[str, str | bytes]

TREE: Files = {
    "index.md": "---\ntitle: Rantau\ndescription: Portal contoh untuk menguji bentuk lain dari isinya.\n---\n\nHalo.\n",
    "bantuan.md": "---\ntitle: Bantuan & alamat\ndescription: Contoh halaman bantuan.\ndate: 2026-05-05\n---\n\nTolong.\n",
    "tahap/persiapan.md": "---\ntitle: Persiapan\ndescription: Contoh tahap pertama.\n---\n\nMulai.\n",
    "artikel/2026/a.md": trees.article(
        "Lihat [paspor](../2025/paspor.md#biaya), [Jepang](/negara/jepang/) dan ![Visa](visa.jpg)\n",
        title="'5 < 6 & \"7\" > *b*'", date="2026-02-01", updated="2026-03-02", verified_on="2026-04-03", expires="2026-05-04",
        countries="[JP]", tags="[visa]", programs="[SSW]", stage="persiapan", sources="[{title: 'A [b]', publisher: P, url: 'https://x.example/a(b)', date: 2025-01-02}]",
    ),
    "ja/artikel/2026/a.md": trees.article("本文。\n", title="ビザ", date="2026-02-02", countries="[JP]", translation="machine"),
    "artikel/2026/b.md": trees.article(title="Tanpa tanggal", date="", countries="[JP, DE]"),
    "artikel/2026/c.md": trees.article(title="Arsip", status="archived", countries="[JP]"),
}  # fmt: skip


def made(root: Path, files: Files, url: str = URL, report: str = "", content: Path | None = None) -> dict[str, bytes]:
    """The files of all outputs."""
    content = content or trees.write(root, files)
    scene = pipeline.stage(pipeline.load(content, trees.DATE), Settings("Rantau", url, report=report))
    names = {"atom", "atom-changes", "atom-terms", "llms-txt", "markdown", "robots", "security-txt", "sitemap", "term-data"}
    found = list(pipeline.publish(scene, pages.every(scene), content, only=names))
    assert len(found) == len({path for path, _ in found})
    return {str(path): data for path, data in found}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(tmp_path_factory.mktemp("forms"), TREE)


# --- feeds --------------------------------------------------------------------------------------

MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})")
ONCE = ("id", "title", "updated")


def faults(data: bytes, address: str) -> list[str]:
    """What RFC 4287 does not allow in a feed that is served at an address."""
    feed = ElementTree.fromstring(data)
    found = [] if feed.tag == f"{ATOM}feed" else [f"4.1.1: {feed.tag}"]
    entries = feed.findall(f"{ATOM}entry")
    for part in (feed, *entries):
        found += [f"4.1: {name} {len(part.findall(ATOM + name))} times" for name in ONCE if len(part.findall(ATOM + name)) != 1]
        found += [f"4.2.6: {i.text}" for i in part.findall(f"{ATOM}id") if not i.text or not all(urlsplit(i.text)[:2]) or i.text != i.text.strip()]
        moments = [m.text or "" for name in ("updated", "published") for m in part.findall(ATOM + name)]
        found += [f"3.3: {m}" for m in moments if not MOMENT.fullmatch(m) or datetime.datetime.fromisoformat(m).tzinfo is None]
        links = part.findall(f"{ATOM}link")
        found += [f"4.2.7: {link.attrib}" for link in links if not link.get("href")]
        kinds = [(link.get("type"), link.get("hreflang")) for link in links if link.get("rel", "alternate") == "alternate"]
        found += ["4.1: two alternates alike"] if len(set(kinds)) != len(kinds) else []
    # Either the feed has an author or each of its entries.
    found += ["4.1.1: no author"] if any(feed.find(f"{ATOM}author") is None and e.find(f"{ATOM}author") is None for e in entries) else []
    found += [f"3.2: {p.tag}" for p in feed.iter(f"{ATOM}author") if not p.findtext(f"{ATOM}name")]
    found += [] if [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"] == [address] else ["4.2.7.2: self"]
    ids = [e.findtext(f"{ATOM}id") for e in (feed, *entries)]
    found += ["4.2.6: an id stands twice"] if len(set(ids)) != len(ids) else []
    newest = max((e.findtext(f"{ATOM}updated") or "" for e in entries), default="")
    return found if feed.findtext(f"{ATOM}updated") == newest else [*found, "the feed is not as old as its newest entry"]


def test_every_feed_is_one_that_the_standard_allows(whole: dict[str, bytes]) -> None:
    feeds = {path: data for path, data in whole.items() if path.endswith("feed.xml")}
    assert sorted(feeds) == [
        *("feed.xml", "ja/feed.xml", "ja/negara/jepang/feed.xml", "ja/perubahan/feed.xml", "negara/jepang/feed.xml"),
        *("perubahan/feed.xml", "program/ssw/feed.xml", "topik/visa/feed.xml"),
    ]
    assert {path: found for path, data in feeds.items() if (found := faults(data, f"{BASE}/{path}"))} == {}
    assert len({ElementTree.fromstring(data).findtext(f"{ATOM}id") for data in feeds.values()}) == len(feeds)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<updated>2026-03-02T", b"<updated>2026-03-02 "),
        (b'rel="self"', b'rel="alternate"'),
        (b"<author><name>Rantau</name></author>", b""),
        (b"<id>https://rantau.example/portal/artikel/2026/a/</id>", b"<id>/artikel/2026/a/</id>"),
        (b"/artikel/2025/paspor/</id>", b"/artikel/2026/a/</id>"),
    ],
)
def test_a_broken_feed_would_have_been_seen(old: bytes, new: bytes, whole: dict[str, bytes]) -> None:
    assert old in whole["feed.xml"]
    assert faults(whole["feed.xml"].replace(old, new), f"{BASE}/feed.xml") != []


def test_feed_of_a_country_holds_its_dated_articles_and_says_what_it_is_about(whole: dict[str, bytes]) -> None:
    feed = ElementTree.fromstring(whole["negara/jepang/feed.xml"])
    assert feed.findtext(f"{ATOM}title") == "Jepang · Rantau"
    assert [e.findtext(f"{ATOM}title") for e in feed.findall(f"{ATOM}entry")] == ['5 < 6 & "7" > *b*']
    assert feed.findtext(f"{ATOM}entry/{ATOM}updated") == "2026-03-02T00:00:00+07:00"
    assert [link.get("href") for link in feed.findall(f"{ATOM}link")] == [f"{BASE}/negara/jepang/feed.xml", f"{BASE}/negara/jepang/"]


def test_feed_of_changes_has_an_entry_for_everything_that_happened_to_a_page(whole: dict[str, bytes]) -> None:
    feed = ElementTree.fromstring(whole["perubahan/feed.xml"])
    found = [e.findtext(f"{ATOM}id") for e in feed.findall(f"{ATOM}entry")]
    assert found[:5] == [
        f"{BASE}/bantuan/#new-2026-05-05",
        *(f"{BASE}/artikel/2026/a/#{name}" for name in ("expired-2026-05-04", "verified-2026-04-03", "updated-2026-03-02", "new-2026-02-01")),
    ]


def test_a_page_names_its_feed_exactly_when_there_is_one(tmp_path: Path) -> None:
    found = made(tmp_path, TREE)
    scene = pipeline.stage(pipeline.load(tmp_path / "content", trees.DATE), Settings("Rantau", URL))
    named = set()
    for page in pages.every(scene):
        for form in page.view().frame.forms:
            # What is named lies beside the page.
            assert form.href in ("feed.xml", "index.md")
            named.add(file_of(page.address).with_name(form.href).as_posix())
    assert named == {path for path in found if path.endswith(("feed.xml", "index.md"))}


def test_without_an_address_of_the_site_no_page_names_a_feed(tmp_path: Path) -> None:
    assert not [path for path in made(tmp_path, TREE, url="") if path.endswith(".xml") or path == "robots.txt"]
    scene = pipeline.stage(pipeline.load(tmp_path / "content", trees.DATE), Settings("Rantau"))
    forms = {form for page in pages.every(scene) for form in page.view().frame.forms}
    assert forms == {Form("text/markdown", "index.md")}


# --- sitemap ------------------------------------------------------------------------------------


def entries(data: bytes) -> dict[str, tuple[str | None, dict[str, str]]]:
    """Address -> day and alternates of each page of a sitemap."""
    return {
        u.findtext(f"{MAP}loc", ""): (u.findtext(f"{MAP}lastmod"), {str(a.get("hreflang")): str(a.get("href")) for a in u.findall(f"{XHTML}link")})
        for u in ElementTree.fromstring(data).findall(f"{MAP}url")
    }


def test_sitemap_says_of_a_list_the_day_of_the_newest_that_it_lists(whole: dict[str, bytes]) -> None:
    found = {address.removeprefix(BASE): day for address, (day, _) in entries(whole["sitemap.xml"]).items()}
    assert [found[a] for a in ("/artikel/2026/a/", "/negara/jepang/", "/negara/", "/topik/visa/", "/")] == ["2026-03-02"] * 5
    assert (found["/negara/jerman/"], found["/ja/negara/jepang/"], found["/perubahan/"]) == (None, "2026-02-02", "2026-05-05")


def test_sitemap_and_heads_name_the_same_translations(tmp_path: Path) -> None:
    found = entries(made(tmp_path, TREE)["sitemap.xml"])
    scene = pipeline.stage(pipeline.load(tmp_path / "content", trees.DATE), Settings("Rantau", URL))
    heads = {f"{BASE}{p.address}": dict(p.view().frame.translations) for p in pages.every(scene) if p.view().frame.indexable}
    assert {address: languages for address, (_, languages) in found.items()} == heads
    both = {"id": f"{BASE}/negara/jepang/", "ja": f"{BASE}/ja/negara/jepang/", "x-default": f"{BASE}/negara/jepang/"}
    assert heads[f"{BASE}/negara/jepang/"] == heads[f"{BASE}/ja/negara/jepang/"] == both
    assert heads[f"{BASE}/"]["ja"] == f"{BASE}/ja/"
    assert heads[f"{BASE}/negara/jerman/"] == {}
    # What one page says of another the other says of it.
    for address, languages in heads.items():
        assert all(heads[other] == languages for other in languages.values()), address


def test_sitemap_leaves_out_what_asks_not_to_be_found(tmp_path: Path) -> None:
    files = {f"artikel/2026/s{n:02}.md": trees.article(title=f"Surat {n}", date=f"2026-01-{n % 28 + 1:02}", tags="[visa]") for n in range(60)}
    found = entries(made(tmp_path, files)["sitemap.xml"])
    scene = pipeline.stage(pipeline.load(tmp_path / "content", trees.DATE), Settings("Rantau", URL))
    hidden = {p.address for p in pages.every(scene) if not p.view().frame.indexable}
    assert {"/topik/visa/hal/1/", "/luring/"} <= hidden
    assert {address.removeprefix(BASE) for address in found}.isdisjoint(hidden)


def test_large_site_has_a_list_of_sitemaps_that_together_name_every_page(tmp_path: Path, whole: dict[str, bytes]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sitemap, "PART", 7)
        found = made(tmp_path, TREE)
    index = ElementTree.fromstring(found["sitemap.xml"])
    parts = [str(s.findtext(f"{MAP}loc")) for s in index.findall(f"{MAP}sitemap")]
    assert parts == [f"{BASE}/sitemap-{n}.xml" for n in range(1, len(parts) + 1)] and len(parts) > 2
    listed = [entries(found[part.removeprefix(f"{BASE}/")]) for part in parts]
    assert max(map(len, listed)) == 7
    assert {a: e for part in listed for a, e in part.items()} == entries(whole["sitemap.xml"])


# --- what programs are told ---------------------------------------------------------------------


def test_robots_hide_nothing_but_the_form_and_the_preview(whole: dict[str, bytes]) -> None:
    said = whole["robots.txt"].decode().splitlines()
    assert said == ["User-agent: *", "Disallow: /portal/admin/", "Disallow: /portal/_pratinjau/", "", f"Sitemap: {BASE}/sitemap.xml"]


@pytest.mark.parametrize("report", ["https://lapor.example/issues", "mailto:lapor@rantau.example"])
def test_security_contact_is_the_one_of_the_configuration_and_ends_within_a_year(report: str, tmp_path: Path) -> None:
    lines = made(tmp_path, {}, report=report)[".well-known/security.txt"].decode().splitlines()
    said = dict(line.split(": ", 1) for line in lines)
    assert (said["Contact"], said["Canonical"]) == (report, f"{BASE}/.well-known/security.txt")
    end = datetime.datetime.fromisoformat(said["Expires"])
    assert datetime.timedelta(300) < end.date() - trees.DATE < datetime.timedelta(365)
    assert len(said) == len(lines)


@pytest.mark.parametrize("report", ["", "http://lapor.example/", "/koreksi/", "mailto:", "mailto:a b", "https://a.example/\nExpires: x"])
def test_without_a_usable_contact_no_security_file_is_published(report: str, tmp_path: Path) -> None:
    assert ".well-known/security.txt" not in made(tmp_path, {}, report=report)


@pytest.mark.parametrize("url", [URL, ""])
def test_llms_names_what_the_site_is_and_every_address_in_it_has_a_file(url: str, tmp_path: Path) -> None:
    found = made(tmp_path, TREE, url)
    text = found["llms.txt"].decode()
    assert text.startswith("# Rantau\n\n> Portal contoh untuk menguji bentuk lain dari isinya.\n\nDitulis dalam bahasa Indonesia.")
    assert re.findall("^## (.*)$", text, re.MULTILINE) == [
        *("Halaman penting", "Tahap", "Program", "Daftar tulisan menurut", "Artikel terbaru (Markdown)", "Bentuk lain"),
    ]
    scene = pipeline.stage(pipeline.load(tmp_path / "content", trees.DATE), Settings("Rantau", url))
    files = {file_of(p.address).as_posix() for p in pages.every(scene)} | set(found)
    addresses = re.findall(r"\]\((\S+)\)", text)
    assert {f"{url[:-1]}/bantuan/", f"{url[:-1]}/artikel/2026/a/index.md", f"{url[:-1]}/negara/"} <= set(addresses)
    assert "arsip" not in text.lower() and "Naskah" not in text
    for address in addresses:
        assert file_of(address.removeprefix(url[:-1])).as_posix() in files, address


def test_smallest_site_has_no_empty_section_for_programs_that_read(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for path, data in trees.BASE.items():
        if path.startswith("_data/"):
            (content / path).parent.mkdir(parents=True, exist_ok=True)
            (content / path).write_text(data, "utf-8")
    found = made(tmp_path, {}, content=content)
    assert sorted(found) == ["llms.txt", "robots.txt", "sitemap.xml"]
    assert "## Tahap" not in found["llms.txt"].decode()


# --- the data of terms --------------------------------------------------------------------------


def test_data_of_a_term_hold_its_names_and_its_pages_newest_first(whole: dict[str, bytes]) -> None:
    found = json.loads(whole["negara/jepang/index.json"])
    assert found["term"] == {
        "taxonomy": "negara",
        "slug": "jepang",
        "names": {"id": "Jepang", "en": "Japan", "ja": "日本"},
        "aliases": ["Negeri Sakura"],
    }
    assert (found["language"], found["address"], list(found)) == ("id", "/negara/jepang/", ["term", "language", "address", "pages", "mentioned"])
    assert found["pages"] == [
        {"title": '5 < 6 & "7" > *b*', "description": trees.DESCRIPTION, "address": "/artikel/2026/a/", "date": "2026-02-01"},
        {"title": "Tanpa tanggal", "description": trees.DESCRIPTION, "address": "/artikel/2026/b/", "date": None},
    ]
    assert json.loads(whole["ja/negara/jepang/index.json"])["pages"][0]["address"] == "/ja/artikel/2026/a/"
    region = json.loads(whole["kawasan/uni-eropa/index.json"])
    assert ([p["address"] for p in region["pages"]], region["mentioned"]) == (["/artikel/2026/b/"], [])


def test_each_term_with_a_page_has_data_and_no_other(tmp_path: Path) -> None:
    found = made(tmp_path, TREE)
    scene = pipeline.stage(pipeline.load(tmp_path / "content", trees.DATE), Settings("Rantau", URL))
    terms = {file_of(e.address).with_name("index.json").as_posix() for index in scene.indices for e in index.entries}
    assert {path for path in found if path.endswith(".json")} == terms


# --- Markdown -----------------------------------------------------------------------------------


def test_twin_says_what_the_page_says_with_links_that_work_from_anywhere(whole: dict[str, bytes]) -> None:
    assert whole["artikel/2026/a/index.md"].decode() == rf"""# 5 \< 6 & "7" \> \*b\*

{trees.DESCRIPTION}

- Terbit: 1 Februari 2026
- Diperbarui: 2 Maret 2026
- Sesuai sumber per 3 April 2026
- Sudah kedaluwarsa sejak 4 Mei 2026
- Halaman: [{BASE}/artikel/2026/a/]({BASE}/artikel/2026/a/)

Lihat [paspor]({BASE}/artikel/2025/paspor/#biaya), [Jepang]({BASE}/negara/jepang/) dan ![Visa]({BASE}/images/visa.jpg)

## Sumber

1. [A \[b\]](https://x.example/a%28b%29), P, 2 Januari 2025
"""
    assert "- 公開: 2026年2月2日\n- 未確認\n- 機械翻訳\n" in whole["ja/artikel/2026/a/index.md"].decode()
    assert "- Tanpa tanggal\n- Belum diverifikasi\n" in whole["artikel/2026/b/index.md"].decode()
    assert "- Arsip: tidak diperbarui lagi\n" in whole["artikel/2026/c/index.md"].decode()


def test_twin_of_a_site_without_an_address_links_from_its_root(tmp_path: Path) -> None:
    text = made(tmp_path, TREE, url="")["artikel/2026/a/index.md"].decode()
    assert "[paspor](/artikel/2025/paspor/#biaya)" in text and "![Visa](/images/visa.jpg)" in text


def test_draft_has_no_twin_and_no_front_matter_is_published(whole: dict[str, bytes]) -> None:
    twins = {path: data.decode() for path, data in whole.items() if path.endswith(".md")}
    assert sorted(twins) == [*(f"artikel/{p}/index.md" for p in ("2025/paspor", "2026/a", "2026/b", "2026/c")), "ja/artikel/2026/a/index.md"]
    assert not [path for path, text in twins.items() if "---" in text or "description:" in text]


def shown(html: str) -> str:
    """The letters that a reader sees; the marks of footnotes are not among them."""
    tree = LexborHTMLParser(html)
    for node in tree.css(".footnote-backref, .footnote-ref"):
        node.decompose()
    assert tree.body is not None
    return "".join((tree.body.text(deep=True) or "").split())


def read_back(text: str) -> str:
    """The letters of a Markdown text as another reader of Markdown understands it."""
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    return shown(re.sub(r"\[\^[^\]]+\]:?", "", html))


@pytest.mark.parametrize("content", [ROOT / "content", SAMPLE])
def test_another_reader_finds_every_word_of_every_page_in_its_markdown(content: Path) -> None:
    library = pipeline.load(content, trees.DATE).library
    documents: list[Document] = [d for d in library.published() if d.body is not None]
    assert len(documents) > 10
    for document in documents:
        assert document.body is not None
        assert read_back(markdown(document.body.html, lambda _: "/x")) == shown(document.body.html), document.path


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1986\\. Tahun itu, - dan #satu\n", "1986\\. Tahun itu, - dan #satu"),
        ("\\# bukan judul, \\*bintang\\*, a_b_c, [x], &amp;amp; \\<b>\n", "\\# bukan judul, \\*bintang\\*, a\\_b\\_c, \\[x\\], \\&amp; \\<b\\>"),
        ("Awas![sini](https://x.example)\n".replace("!", "&#33;"), "Awas\\![sini](https://x.example)"),
        ("**tebal *miring*** dan `a``b`\n", "**tebal *miring*** dan `a``b`"),
        ("satu  \ndua\n", "satu\\\ndua"),
        ("- a\n- b\n    - c\n\n3. x\n4. y\n", None),
        ("!!! warning \"Awas\"\n    - a\n\n    teks\n", "> **Awas**\n>\n> - a\n>\n> teks"),
        ("??? question \"Apa?\"\n    Ini.\n", "> **Apa?**\n>\n> Ini."),
        ("| a | b |\n|--|:-:|\n| x\\|y | `k` |\n", "| a | b |\n| --- | :---: |\n| x\\|y | `k` |"),
        ("kata[^1]\n\n[^1]: Isi.\n", "kata[^1]\n\n[^1]: Isi."),
        ("```py\nx = `1`\n```\n", "```py\nx = `1`\n```"),
        ("## C #\n\nteks\n", None),
        ("PMI pergi.\n\n*[PMI]: Pekerja Migran\n", "PMI pergi."),
    ],
)  # fmt: skip
def test_each_form_of_writing_becomes_markdown_that_means_the_same(body: str, expected: str | None) -> None:
    made_, _ = render(body, 1, body, "id")
    assert made_ is not None
    text = markdown(made_.html, lambda destination: destination)
    assert expected is None or text == expected
    if "[^" not in body:
        assert read_back(text) == shown(made_.html)


def test_old_address_cannot_take_the_place_of_a_twin() -> None:
    assert old_address("/artikel/2026/a/index.md") == ""
    assert old_address("/berita/visa.md") == "/berita/visa.md/"


# --- what has changed ---------------------------------------------------------------------------


def views(root: Path, files: Files, url: str = "") -> dict[str, object]:
    scene = trees.scene(root, files, url)
    return {page.address: page.view() for page in pages.every(scene)}


def test_list_of_changes_tells_by_months_what_happened_newest_first(tmp_path: Path) -> None:
    found = views(tmp_path, TREE)["/perubahan/"]
    assert isinstance(found, ChangesView)
    assert [(month, [(n.day.iso, n.kind, n.page.href) for n in lines]) for month, lines in found.months][:4] == [
        ("Mei 2026", [("2026-05-05", "new", "../bantuan/"), ("2026-05-04", "expired", "../artikel/2026/a/")]),
        ("April 2026", [("2026-04-03", "verified", "../artikel/2026/a/")]),
        ("Maret 2026", [("2026-03-02", "updated", "../artikel/2026/a/")]),
        ("Februari 2026", [("2026-02-01", "new", "../artikel/2026/a/")]),
    ]
    assert (found.pages, found.feed) == ((), "")


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        ({"date": "2026-01-01"}, ["new"]),
        ({"date": "2026-01-01", "updated": "2026-01-01", "verified_on": "2026-01-01"}, ["new"]),
        ({"date": "2026-01-01", "updated": "2026-02-01", "verified_on": "2026-02-01"}, ["updated", "new"]),
        ({"date": "2026-02-01", "verified_on": "2026-01-01"}, ["new"]),
        ({"date": "2026-01-01", "expires": "2026-11-22"}, ["new"]),
        ({"date": "2026-01-01", "expires": "2026-11-21"}, ["expired", "new"]),
        ({"date": "2026-11-23"}, []),
        ({"date": "", "verified_on": "2026-01-01"}, []),
        ({"date": "2026-01-01", "status": "draft"}, []),
        ({"date": "2026-01-01", "status": "archived"}, []),
    ],
)  # fmt: skip
def test_only_what_has_happened_and_is_news_is_told(fields: dict[str, str], kinds: list[str], tmp_path: Path) -> None:
    library = trees.load(tmp_path, {"artikel/2026/a.md": trees.article(**fields)}).library
    happened = changes.collect(library).get("id", ())
    assert [c.kind for c in happened if c.document.path.name == "a.md"] == kinds


def test_language_where_nothing_has_happened_has_neither_page_nor_link(tmp_path: Path) -> None:
    found = views(tmp_path, {"en/tentang.md": "---\ntitle: About\n---\n"})
    assert "/en/perubahan/" not in found
    english, indonesian = found["/en/"], found["/"]
    assert isinstance(english, HomeView) and isinstance(indonesian, HomeView)
    assert not [a for a in english.frame.footer if "perubahan" in a.href]
    assert [(a.label, a.href) for a in indonesian.frame.footer if "perubahan" in a.href] == [("Yang berubah", "perubahan/")]


def test_content_file_cannot_take_the_address_of_the_list(tmp_path: Path) -> None:
    found = trees.check(tmp_path, {"perubahan.md": "---\ntitle: Perubahan\n---\n\nIsi.\n"})
    assert [d.path.as_posix() for d in found if d.severity == "error"] == ["perubahan.md"]


@pytest.mark.parametrize("total", [1, 50, 99, 100, 149, 150, 1234])
def test_each_change_stands_on_one_page_of_at_most_a_hundred_and_pages_keep_their_number(total: int) -> None:
    page = Document(PurePosixPath("a.md"), Kind.ARTICLE, "id", "/a/")
    happened = [Change(trees.DATE - datetime.timedelta(n), "new", Localized("Baru"), page) for n in range(total)]
    cuts = [changes.cut(happened, n) for n in (0, *range(changes.pages(total) - 1, 0, -1))]
    assert [n for part in cuts for n in part] == happened
    assert max(map(len, cuts)) < 100
    assert all(len(part) == 50 for part in cuts[1:])
    # The oldest stand on page 1 whatever comes.
    assert total < 100 or list(cuts[-1]) == happened[-50:]


def test_further_pages_of_the_list_lead_to_one_another(tmp_path: Path) -> None:
    files = {f"artikel/2026/s{n:03}.md": trees.article(title=f"Surat {n}", date=f"2026-{n // 28 + 1:02}-{n % 28 + 1:02}") for n in range(160)}
    found = views(tmp_path, files, URL)
    assert sorted(a for a in found if "perubahan" in a) == ["/perubahan/", "/perubahan/hal/1/", "/perubahan/hal/2/"]
    first, middle, last = (found[a] for a in ("/perubahan/", "/perubahan/hal/2/", "/perubahan/hal/1/"))
    assert isinstance(first, ChangesView) and isinstance(middle, ChangesView) and isinstance(last, ChangesView)
    assert (first.newer, first.older, first.feed) == ("", "../perubahan/hal/2/", "feed.xml")
    assert (middle.newer, middle.older, middle.page) == ("../../../perubahan/", "../../../perubahan/hal/1/", 2)
    assert (last.newer, last.older, last.frame.indexable) == ("../../../perubahan/hal/2/", "", False)
    assert [len([n for _, lines in v.months for n in lines]) for v in (first, middle, last)] == [61, 50, 50]


# --- freshness ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("original", "translation", "newer"),
    [
        ({"date": "2026-01-01", "updated": "2026-03-01"}, {"date": "2026-02-01"}, "2026年3月1日"),
        ({"date": "2026-01-01", "updated": "2026-03-01"}, {"date": "2026-01-01", "updated": "2026-03-01"}, ""),
        ({"date": "2026-01-01"}, {"date": "2026-01-01"}, ""),
        ({"date": "2026-03-01"}, {"date": ""}, ""),
    ],
)  # fmt: skip
def test_translation_says_that_its_original_has_changed_since(
    original: dict[str, str], translation: dict[str, str], newer: str, tmp_path: Path
) -> None:
    files = {"artikel/2026/a.md": trees.article(**original), "ja/artikel/2026/a.md": trees.article(title="ビザ", **translation)}
    found = views(tmp_path, files)
    here, there = found["/ja/artikel/2026/a/"], found["/artikel/2026/a/"]
    assert isinstance(here, ArticleView) and isinstance(there, ArticleView)
    assert (here.freshness.newer.label if here.freshness.newer is not None else "") == newer
    assert here.freshness.newer is None or here.freshness.newer.href == "../../../../artikel/2026/a/"
    assert there.freshness.newer is None


def test_list_without_a_file_leads_to_the_same_list_in_other_languages(tmp_path: Path) -> None:
    found = views(tmp_path, TREE)["/negara/jepang/"]
    assert isinstance(found, TermView)
    assert [urljoin("/negara/jepang/", href) for _, href, _ in found.frame.alternates] == ["/negara/jepang/", "/ja/negara/jepang/"]
