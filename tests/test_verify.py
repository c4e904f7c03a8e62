"""The staged site, looked at once more before anybody sees it."""

from pathlib import Path

import pytest

from rantau.verify import code_hash, resolve, unpinned, verify

KNOWN = frozenset({code_hash("go()")})


def site(root: Path, **pages: str) -> Path:
    """A site of pages: `negara__jepang` is negara/jepang/index.html, `index` the front page; with a style sheet."""
    for name, markup in pages.items():
        path = root / ("index.html" if name == "index" else name.replace("__", "/") + "/index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html><html><body>{markup}</body></html>", "utf-8")
    (root / "assets").mkdir()
    (root / "assets" / "a.css").write_text("")
    return root


def problems(root: Path, markup: str, base: str = "/") -> tuple[str, ...]:
    return verify(site(root, index="", visa=markup, negara__jepang='<h2 id="upah">'), base, KNOWN)


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="../">a</a><a href="./">b</a><a href="../negara/jepang/">c</a><a href="">d</a>',
        '<a href="../negara/jepang/#upah">a</a><a href="/negara/jepang/#upah">b</a><a href="/">c</a>',
        '<a href="../index.html">a</a><a href="../negara/jepang/index.html?x=1#upah">b</a>',
        '<h2 id="atas"></h2><a href="#atas">a</a><a href="#at%61s">b</a>',
        '<a href="https://a.example/">a</a><a href="mailto:a@a.example">b</a><a href="tel:1">c</a>',
        '<link rel="stylesheet" href="../assets/a.css"><link rel="canonical" href="https://a.example/">',
        '<img src="data:image/png;base64,AA"><img src="../assets/a.css" srcset="../assets/a.css 1x, ../assets/a.css 480w">',
        "<script>go()</script>",
        '<script type="application/ld+json">{"a": "b"}</script>',
        '<script src="../assets/a.css"></script>',
        '<form action="/cari/"><input name="q"></form>',
    ],
)
def test_whole_page_passes(tmp_path: Path, markup: str) -> None:
    assert problems(tmp_path, markup) == ()


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ('<a href="../tidak/ada/">a</a>', "broken link: ../tidak/ada/"),
        ('<a href="jepang/">a</a>', "broken link: jepang/"),
        ('<a href="../negara/jepang/#biaya">a</a>', "broken anchor: ../negara/jepang/#biaya"),
        ('<a href="#tidak-ada">a</a>', "broken anchor: #tidak-ada"),
        ('<a href="../../luar/">a</a>', "link out of the site: ../../luar/"),
        ('<a href="../negara/">a</a>', "broken link: ../negara/"),
        ('<img src="../images/a.jpg">', "broken link: ../images/a.jpg"),
        ('<img srcset="../assets/a.css 1x, ../images/b.jpg 2x">', "broken link: ../images/b.jpg"),
        ('<a href="javascript:x()">a</a>', "unsafe link javascript:x()"),
        ('<a href="ftp://a.example/">a</a>', "unsafe link ftp://a.example/"),
        ('<a href="data:text/html,x">a</a>', "unsafe link data:text/html,x"),
        ('<a href="//a.example/">a</a>', "unsafe link //a.example/"),
        ('<a href="https://[a">a</a>', "unreadable address https://[a"),
        ('<img src="https://a.example/a.png">', "loads from another host: https://a.example/a.png"),
        ('<img srcset="https://a.example/a.png 2x">', "loads from another host: https://a.example/a.png"),
        ('<link rel="preload" href="https://a.example/a.css">', "loads from another host: https://a.example/a.css"),
        ('<script src="//a.example/a.js"></script>', "loads from another host: //a.example/a.js"),
        ("<script>stop()</script>", "unknown inline script: stop()"),
        ('<script type="module">go2()</script>', "unknown inline script: go2()"),
        ("<style>a{}</style>", "unknown inline style: a{}"),
        ('<p style="color:red">a</p>', "inline style in <p>"),
        ('<p onclick="x()" id="a">a</p>', "inline handler onclick in <p>"),
        ('<p onclick="x()">a</p>', "inline handler onclick in <p>"),
        ('<iframe src="../assets/a.css"></iframe>', "<iframe> is not allowed"),
        ('<svg><use href="https://a.example/a.svg#b"/></svg>', "loads from another host: https://a.example/a.svg#b"),
        ('<p id="a"></p><p id="a"></p>', 'the id "a" stands twice'),
    ],
)
def test_what_is_wrong_is_said_with_its_page(tmp_path: Path, markup: str, problem: str) -> None:
    assert problems(tmp_path, markup) == (f"visa/index.html: {problem}",)


def test_form_that_sends_to_another_host_is_found(tmp_path: Path) -> None:
    assert problems(tmp_path, '<form action="https://a.example/"><input name="q"></form>')


def test_element_with_a_name_and_a_link_is_looked_at_once(tmp_path: Path) -> None:
    assert problems(tmp_path, '<a id="a" href="#a" srcset="">a</a>') == ()


def test_absolute_link_must_hold_the_base_path(tmp_path: Path) -> None:
    assert problems(tmp_path, '<a href="/portal/negara/jepang/">a</a><a href="/portal/">b</a>', "/portal/") == ()


def test_absolute_link_outside_the_base_path_leads_out_of_the_site(tmp_path: Path) -> None:
    assert problems(tmp_path, '<a href="/negara/jepang/">a</a>', "/portal/") == ("visa/index.html: link out of the site: /negara/jepang/",)


def test_problems_stand_in_the_order_of_the_pages(tmp_path: Path) -> None:
    site(tmp_path, index='<a href="x/">', b='<a href="x/">', a='<a href="x/">')
    assert [line.split(":")[0] for line in verify(tmp_path, "/", KNOWN)] == ["a/index.html", "b/index.html", "index.html"]


def test_hash_is_the_one_that_browsers_compute() -> None:
    # Source: printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    assert code_hash("alert(1)") == "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI="


def test_changed_inline_script_is_told_what_to_pin() -> None:
    assert unpinned("alert(1)", "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=", "INLINE_SCRIPT") == ()
    assert unpinned("alert(1)", "sha256-lain", "INLINE_SCRIPT") == (
        "the code in every page has changed: if that is meant, "
        'set INLINE_SCRIPT = "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=" in rantau/policy.py',
    )


@pytest.mark.parametrize(
    ("folder", "path", "base", "file"),
    [
        ("", "visa/", "/", "visa/index.html"),
        ("a/b", "../c/", "/", "a/c/index.html"),
        ("a/b", "../..", "/", "index.html"),
        ("a/b", "../../..", "/", None),
        ("a", "./", "/", "a/index.html"),
        ("a", "b.css", "/", "a/b.css"),
        ("a", "/b.css", "/", "b.css"),
        ("a", "/p/b.css", "/p/", "b.css"),
        ("a", "/p", "/p/", None),
        ("a", "/p/", "/p/", "index.html"),
        ("", "./", "/", "index.html"),
        ("a", "/../x", "/", None),
    ],
)
def test_file_that_a_link_means(folder: str, path: str, base: str, file: str | None) -> None:
    assert resolve(folder, path, base) == file
