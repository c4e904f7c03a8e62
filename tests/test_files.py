"""Which files there are and what their names say; nothing that leads out of the content directory is opened."""

import os
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rantau import files
from rantau.model import Kind
from tests import trees


def scan(root: Path) -> dict[str, tuple[list[str], bool]]:
    return {str(e.path): ([d.rule for d in e.defects], e.readable) for e in files.scan(root)}


def problem(tmp_path: Path, path: str) -> tuple[str, str]:
    """The problem of a file's name and the name that is suggested."""
    target = tmp_path / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(b"")
    (entry,) = [e for e in files.scan(tmp_path) if str(e.path) == path]
    if not entry.defects:
        return "", ""
    (defect,) = entry.defects
    assert defect.rule == "file-name"
    return defect.values["problem"], defect.values["suggestion"]


@pytest.mark.parametrize(
    "path",
    [
        "index.md", "tentang.md", "artikel/2025/visa.md", "artikel/visa.md", "artikel/2025/jepang/visa.md", "program/ssw.md",
        "negara/jepang.md", "ja/index.md", "ja/artikel/2025/visa.md", "en/negara/jepang.md", "images/a.jpg", "images/2025/a.webp",
        "artikel/2025/a.png", "ja/images/a.svg", "_data/tags.yml", "artikel/2025/100-hari.md", "artikel/2025/a_b.c.md", "images/a.jpeg",
    ],
)
def test_name_and_place_are_right(tmp_path: Path, path: str) -> None:
    assert problem(tmp_path, path) == ("", "")


@pytest.mark.parametrize(
    ("path", "what", "suggestion"),
    [
        ("artikel/2025/Visa.md", "uppercase", "visa.md"),
        ("artikel/2025/visa kerja.md", "space", "visa-kerja.md"),
        ("images/WhatsApp Image 2025.JPEG", "space", "whatsapp-image-2025.jpeg"),
        ("artikel/2025/visa(1).md", "character", "visa-1.md"),
        ("artikel/2025/café.md", "character", "cafe.md"),
        ("artikel/2025/ビザ.md", "character", ""),
        ("artikel/2025/-visa.md", "character", "visa.md"),
        ("artikel/Tahun 2025/visa.md", "character", "visa.md"),
        ("artikel/2025/con.md", "reserved", "con.md"),
        ("images/com1.jpg", "reserved", "com1.jpg"),
        ("artikel/2025/visa.docx", "ending", "visa.docx"),
        ("artikel/2025/visa.html", "ending", "visa.html"),
        ("sw.js", "ending", "sw.js"),
        ("CNAME", "ending", "cname"),
        ("artikel/2025/visa.md.txt", "ending", "visa-md.txt"),
        ("visa.jpg", "folder", "visa.jpg"),
        ("berita/visa.md", "folder", "visa.md"),
        ("negara/asia/jepang.md", "folder", "jepang.md"),
        ("artikel/2025/index.md", "folder", "index.md"),
        ("_data/lama/tags.yml", "folder", "tags.yml"),
        ("tags.yml", "folder", "tags.yml"),
        ("_data/visa.md", "folder", "visa.md"),
        ("artikel/2025/" + "a" * 98 + ".md", "length", "a" * 92 + ".md"),
    ],
)
def test_name_or_place_is_wrong(tmp_path: Path, path: str, what: str, suggestion: str) -> None:
    assert problem(tmp_path, path) == (what, suggestion)


def test_two_spellings_of_one_accent_are_both_refused(tmp_path: Path) -> None:
    assert problem(tmp_path, "artikel/cafe\u0301.md") == ("character", "cafe.md")
    assert problem(tmp_path, "artikel/caf\u00e9.md") == ("character", "cafe.md")


def test_link_is_reported_and_never_followed(tmp_path: Path) -> None:
    outside = tmp_path / "rahasia"
    (outside / "dalam").mkdir(parents=True)
    (outside / "kunci.md").write_text("rahasia")
    content = tmp_path / "content"
    (content / "artikel").mkdir(parents=True)
    (content / "artikel" / "a.md").symlink_to(outside / "kunci.md")
    (content / "artikel" / "b").symlink_to(outside)
    (content / "artikel" / "c").symlink_to(content)
    (content / "artikel" / "d.md").symlink_to("tidak-ada.md")
    assert scan(content) == {f"artikel/{name}": (["symlink"], False) for name in ("a.md", "b", "c", "d.md")}


def test_text_behind_a_link_is_nowhere_in_the_library(tmp_path: Path) -> None:
    content = trees.write(tmp_path, {})
    (tmp_path / "rahasia.md").write_text(trees.article(title="Rahasia negara"))
    (content / "artikel" / "2025" / "curi.md").symlink_to(tmp_path / "rahasia.md")
    (content / "images" / "curi.jpg").symlink_to(tmp_path / "rahasia.md")
    (content / "_data" / "facts.yml").symlink_to(tmp_path / "rahasia.md")
    from rantau import pipeline

    library = pipeline.load(content, trees.DATE).library
    assert "Rahasia negara" not in repr(library)
    assert {str(d.path) for d in pipeline.examine(library)} == {"artikel/2025/curi.md", "images/curi.jpg", "_data/facts.yml"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_pipe_is_reported_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert scan(tmp_path) == {"a.md": (["symlink"], False)}


def test_hidden_files_and_leftovers_of_other_systems_are_left_out(tmp_path: Path) -> None:
    for name in (".git/config", ".DS_Store", "images/Thumbs.db", "images/desktop.ini", "artikel/.visa.md.swp", "artikel/visa.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert scan(tmp_path) == {"artikel/visa.md": ([], True)}


@pytest.mark.skipif(os.name == "nt", reason="names are always text there")
def test_name_that_is_no_utf8_can_still_be_printed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"vis\xe9.md")).write_bytes(b"x")
    assert scan(tmp_path) == {"vis\ufffd.md": (["file-name"], False)}


@pytest.mark.parametrize(
    ("path", "limit"), [("artikel/a.md", 65_536), ("images/a.jpg", 5_242_880), ("images/a.svg", 5_242_880), ("_data/tags.yml", 1_048_576)]
)
def test_file_over_its_limit_is_not_opened(tmp_path: Path, path: str, limit: int) -> None:
    target = tmp_path / path
    target.parent.mkdir()
    for size, rules in ((limit, []), (limit + 1, ["file-too-large"])):
        with target.open("wb") as file:
            file.truncate(size)
        assert scan(tmp_path) == {path: (rules, not rules)}


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("artikel/b.md", "artikel/a/c.md", "artikel/a.md", "index.md", "artikel/a-b.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    assert list(scan(tmp_path)) == ["artikel/a/c.md", "artikel/a-b.md", "artikel/a.md", "artikel/b.md", "index.md"]


@pytest.mark.parametrize(
    ("path", "kind", "language", "address"),
    [
        ("index.md", Kind.HOME, "id", "/"),
        ("ja/index.md", Kind.HOME, "ja", "/ja/"),
        ("en/index.md", Kind.HOME, "en", "/en/"),
        ("artikel/2025/visa.md", Kind.ARTICLE, "id", "/artikel/2025/visa/"),
        ("ja/artikel/2025/visa.md", Kind.ARTICLE, "ja", "/ja/artikel/2025/visa/"),
        ("program/ssw.md", Kind.SHEET, "id", "/program/ssw/"),
        ("en/program/ssw.md", Kind.SHEET, "en", "/en/program/ssw/"),
        ("negara/jepang.md", Kind.INTRODUCTION, "id", "/negara/jepang/"),
        ("penulis/redaksi.md", Kind.INTRODUCTION, "id", "/penulis/redaksi/"),
        ("ja/topik/visa.md", Kind.INTRODUCTION, "ja", "/ja/topik/visa/"),
        ("tentang.md", Kind.PAGE, "id", "/tentang/"),
        ("ja.md", Kind.PAGE, "id", "/ja/"),
        ("id/index.md", Kind.PAGE, "id", "/id/index/"),
        ("artikel/2025/a.b.md", Kind.ARTICLE, "id", "/artikel/2025/a.b/"),
    ],
)
def test_place_decides_kind_language_and_address(path: str, kind: Kind, language: str, address: str) -> None:
    assert files.classify(PurePosixPath(path)) == (kind, language, address)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(min_size=1, max_size=120).filter(lambda name: "/" not in name and "\0" not in name and name not in (".", "..")))
def test_suggested_name_is_a_right_one(stem: str) -> None:
    suggestion = files.suggest(PurePosixPath("artikel", f"{stem}.MD"))
    if suggestion:
        assert suggestion.endswith(".md")
        assert len(suggestion) <= 100
        assert suggestion == suggestion.lower()
        assert suggestion.isascii()
