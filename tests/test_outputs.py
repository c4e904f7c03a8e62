"""What is published beside the pages: redirects, sitemap, feeds, search index, images."""

import io
import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image

from rantau import pages, pipeline
from tests import trees

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def outputs(root: Path, files: Mapping[str, str | bytes], url: str = "https://rantau.example/portal/") -> dict[str, bytes]:
    scene = trees.scene(root, files, url)
    found = list(pipeline.publish(scene, pages.every(scene), root / "content"))
    assert len(found) == len({path for path, _ in found})
    return {str(path): data for path, data in found}


AWKWARD = trees.article("Isi & <b>tebal</b> `</script>`.\n", title="'5 < 6 & \"7\" > <b>'", date="2025-05-01", updated="2025-06-02")


# --- redirects ----------------------------------------------------------------------------------


def test_old_address_leads_to_the_new_one_from_any_depth(tmp_path: Path) -> None:
    files = {"artikel/2025/a.md": trees.article(title="Visa & <b>", redirect_from="[/berita/visa.html, lama, 'https://lama.example/x/y/?id=1']")}
    found = outputs(tmp_path, files)
    assert {"berita/visa.html", "lama/index.html", "x/y/index.html"} <= set(found)
    assert found["berita/visa.html"].decode() == """\
<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>Visa &amp; &lt;b&gt;</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=../artikel/2025/a/">
<link rel="canonical" href="../artikel/2025/a/">
</head>
<body><p><a href="../artikel/2025/a/">Visa &amp; &lt;b&gt;</a></p></body>
</html>
"""
    assert 'url=../../artikel/2025/a/"' in found["x/y/index.html"].decode()


def test_draft_leads_nowhere_and_archived_pages_keep_their_old_addresses(tmp_path: Path) -> None:
    files = {
        "artikel/2025/a.md": trees.article(redirect_from="[/draf/]", status="draft"),
        "artikel/2025/b.md": trees.article(redirect_from="[/arsip/]", status="archived"),
    }
    found = outputs(tmp_path, files)
    assert "draf/index.html" not in found
    assert "arsip/index.html" in found


# --- sitemap ------------------------------------------------------------------------------------


def test_sitemap_names_every_page_once_with_the_day_of_its_last_change(tmp_path: Path) -> None:
    found = outputs(tmp_path, {"artikel/2025/a.md": AWKWARD, "artikel/2025/c.md": trees.article(date=""), "tentang.md": "---\ntitle: T\n---\n"})
    urls = ElementTree.fromstring(found["sitemap.xml"]).findall(f"{MAP}url")
    entries = {u.findtext(f"{MAP}loc"): u.findtext(f"{MAP}lastmod") for u in urls}
    base = "https://rantau.example/portal"
    assert len(entries) == len(urls)
    assert entries[f"{base}/artikel/2025/a/"] == "2025-06-02"
    assert entries[f"{base}/artikel/2025/paspor/"] == "2025-01-15"
    assert entries[f"{base}/artikel/2025/c/"] is None
    assert {f"{base}/", f"{base}/tentang/", f"{base}/program/", f"{base}/program/ssw/", f"{base}/tahun/2025/"} <= set(entries)
    assert not [address for address in entries if address and ("naskah" in address or "luring" in address)]


def test_robots_say_where_the_sitemap_is(tmp_path: Path) -> None:
    assert outputs(tmp_path, {})["robots.txt"].endswith(b"\nSitemap: https://rantau.example/portal/sitemap.xml\n")


@pytest.mark.parametrize("name", ["sitemap.xml", "robots.txt", "feed.xml", "program/ssw/feed.xml", "perubahan/feed.xml"])
def test_without_an_address_of_the_site_nothing_holds_whole_addresses(tmp_path: Path, name: str) -> None:
    assert name not in outputs(tmp_path, {}, url="")


# --- feeds --------------------------------------------------------------------------------------


def test_feed_is_well_formed_and_says_what_the_article_says(tmp_path: Path) -> None:
    feed = ElementTree.fromstring(outputs(tmp_path, {"artikel/2025/a.md": AWKWARD})["feed.xml"])
    assert feed.findtext(f"{ATOM}id") == "https://rantau.example/portal/feed.xml"
    assert feed.findtext(f"{ATOM}updated") == "2025-06-02T00:00:00+07:00"
    first, second = feed.findall(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}title") == '5 < 6 & "7" > <b>'
    assert first.findtext(f"{ATOM}id") == "https://rantau.example/portal/artikel/2025/a/"
    assert (first.findtext(f"{ATOM}published"), first.findtext(f"{ATOM}updated")) == ("2025-05-01T00:00:00+07:00", "2025-06-02T00:00:00+07:00")
    assert first.findtext(f"{ATOM}summary") == trees.DESCRIPTION
    link = first.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "https://rantau.example/portal/artikel/2025/a/"
    assert second.findtext(f"{ATOM}title") == "Cara membuat paspor"


def test_feed_holds_the_thirty_newest_articles_and_no_undated_archived_or_draft_one(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"artikel/2025/a{n:02}.md": trees.article(title=f"Surat {n}", date=f"2025-04-{n + 1:02}" if n < 30 else f"2025-05-{n - 29:02}") for n in range(40)}
    files["artikel/2025/z1.md"] = trees.article(date="")
    files["artikel/2025/z2.md"] = trees.article(date="2026-01-01", status="archived")
    files["artikel/2025/z3.md"] = trees.article(date="2026-01-01", status="draft")
    feed = ElementTree.fromstring(outputs(tmp_path, files)["feed.xml"])
    assert [e.findtext(f"{ATOM}title") for e in feed.findall(f"{ATOM}entry")] == [f"Surat {n}" for n in range(39, 9, -1)]


def test_each_language_has_a_feed_of_its_own(tmp_path: Path) -> None:
    found = outputs(tmp_path, {"ja/artikel/2025/a.md": trees.article(title="ビザ")})
    assert "en/feed.xml" not in found
    feed = ElementTree.fromstring(found["ja/feed.xml"])
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "ja"
    assert [e.findtext(f"{ATOM}title") for e in feed.findall(f"{ATOM}entry")] == ["ビザ"]


# --- search -------------------------------------------------------------------------------------


def records(found: Mapping[str, bytes], language: str = "id") -> dict[str, dict[str, Any]]:
    """The records of a language's search index by their addresses."""
    below = [json.loads(data) for path, data in found.items() if path.startswith(f"search/{language}/r/")]
    return {record["a"]: record for record in below}


def test_search_records_hold_the_words_of_a_page_as_they_are(tmp_path: Path) -> None:
    record = records(outputs(tmp_path, {"artikel/2025/a.md": AWKWARD}))["artikel/2025/a/"]
    assert (record["t"], record["d"], record["y"]) == ('5 < 6 & "7" > <b>', trees.DESCRIPTION, "2025-05-01")
    assert record["p"] == [["", "", "Isi & tebal </script>."]]


def test_search_finds_articles_pages_sheets_and_introductions_and_nothing_that_is_a_list(tmp_path: Path) -> None:
    files = {
        "artikel/2025/a.md": trees.article(countries="[JP]", tags="[visa]"),
        "artikel/2025/b.md": trees.article(status="archived"),
        "negara/jepang.md": "---\ntitle: Jepang\n---\n\nUpah.\n",
        "tentang.md": "---\ntitle: Tentang\n---\n\nKami.\n",
    }
    found = records(outputs(tmp_path, files))
    assert set(found) == {"artikel/2025/a/", "artikel/2025/paspor/", "negara/jepang/", "tentang/", "program/ssw/"}


def test_each_language_has_a_search_index_of_its_own(tmp_path: Path) -> None:
    found = outputs(tmp_path, {"ja/artikel/2025/a.md": trees.article("在留資格。\n", title="ビザ")})
    assert set(records(found, "ja")) == {"ja/artikel/2025/a/"}
    assert "ja/artikel/2025/a/" not in records(found)
    assert "search/en/manifest.json" not in found
    assert any("在留".encode() in data for path, data in found.items() if path.startswith("search/ja/posts/"))


def test_search_engine_is_published(tmp_path: Path) -> None:
    assert b"lunr" in outputs(tmp_path, {})["assets/lunr.js"][:500]


# --- images -------------------------------------------------------------------------------------


def private_photo() -> bytes:
    """A photo held upright whose EXIF says where and with what it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Merek Kamera"
    exif.get_ifd(0x8825)[2] = (6.0, 10.0, 30.0)
    image = Image.new("RGB", (1600, 800), (200, 0, 0))
    image.paste((0, 0, 200), (0, 0, 800, 800))
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", exif=exif, comment=b"rahasia")
    return buffer.getvalue()


def test_photo_is_published_upright_in_two_widths_and_formats_without_what_the_camera_knew(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"images/foto.jpg": private_photo(), "artikel/2025/a.md": trees.article(img="foto.jpg")}
    found = outputs(tmp_path, files)
    sizes = {"images/foto.jpg": (800, 1600), "gambar/480/images/foto.jpg": (480, 960)}
    sizes |= {f"gambar/{width}/images/foto.jpg.webp": (width, 2 * width) for width in (240, 480, 800)}
    assert sizes.keys() == {path for path in found if path.startswith(("images/", "gambar/")) and "foto" in path}
    for path, size in sizes.items():
        data = found[path]
        assert b"Merek Kamera" not in data and b"Exif" not in data and b"rahasia" not in data
        with Image.open(io.BytesIO(data)) as image:
            assert image.size == size
            assert not image.getexif()
            top, bottom = image.getpixel((10, 10)), image.getpixel((10, size[1] - 10))
        assert isinstance(top, tuple) and isinstance(bottom, tuple)
        assert top[2] > 150 > top[0]
        assert bottom[0] > 150 > bottom[2]


def test_image_that_no_page_shows_is_not_published(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "images/simpanan.jpg": trees.photo(),
        "artikel/2025/a.md": trees.article("![Paspor](visa.jpg)\n"),
        "artikel/2025/b.md": trees.article(img="naskah.png", status="draft"),
        "images/naskah.png": trees.photo(kind="PNG"),
    }
    found = outputs(tmp_path, files, url="")
    assert {PurePosixPath(path).name for path in found if path.startswith(("images/", "gambar/"))} == {"siti.png", "siti.png.webp", "visa.jpg", "visa.jpg.webp"}


def test_image_beside_its_article_is_published_there(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"artikel/2025/foto.webp": trees.photo(100, 50, "WEBP"), "artikel/2025/a.md": trees.article("![Foto](foto.webp)\n")}
    assert "artikel/2025/foto.webp" in outputs(tmp_path, files)


def test_transparent_image_stays_transparent(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (10, 10), (255, 0, 0, 0)).save(buffer, "PNG")
    found = outputs(tmp_path, {"images/a.png": buffer.getvalue(), "artikel/2025/a.md": trees.article(img="a.png")})
    with Image.open(io.BytesIO(found["images/a.png"])) as image:
        assert image.convert("RGBA").getpixel((1, 1)) == (255, 0, 0, 0)


def test_drawing_is_published_as_it_is(tmp_path: Path) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>'
    assert outputs(tmp_path, {"images/a.svg": drawing, "artikel/2025/a.md": trees.article(img="a.svg")})["images/a.svg"] == drawing


def test_two_builds_are_equal_byte_for_byte(tmp_path: Path) -> None:
    photo, first = private_photo(), trees.article(img="foto.jpg", tags="[visa]")
    one = outputs(tmp_path / "satu", {"images/foto.jpg": photo, "artikel/2025/a.md": first, "artikel/2025/b.md": AWKWARD})
    other = outputs(tmp_path / "dua", {"artikel/2025/b.md": AWKWARD, "artikel/2025/a.md": first, "images/foto.jpg": photo})
    assert one == other


def test_registries_and_sources_are_never_published(tmp_path: Path) -> None:
    found = {path: data for path, data in outputs(tmp_path, {}).items() if not path.startswith("admin/")}
    assert not [path for path in found if PurePosixPath(path).suffix == ".yml"]
    # Of an article there is its Markdown, which is not the file: that begins with what editors alone see.
    assert {path for path in found if path.endswith(".md")} == {"artikel/2025/paspor/index.md"}
    assert not [path for path, data in found.items() if data.startswith(b"---")]
