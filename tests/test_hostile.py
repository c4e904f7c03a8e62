"""Hostile and unlucky input through the command line: each case is blocked where it stands, or published harmlessly.

The numbers are those of the list of what was tried on the stock engine, where every one of them passed.
"""

import io
import json
import os
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import pytest
from PIL import Image

from tests.shell import ARTICLE, ROOT, SMALL, build, check, project, run, tree, write

SECRET = "kata rahasia mesin ini"
PATH = "artikel/2025/uji.md"


def article(field: str = "", body: str = "Contoh kalimat.") -> str:
    """A sound article with one more line of front matter (its line 7) and another body (from line 9, or 10 with the field)."""
    head = ARTICLE.removesuffix("---\n\nContoh kalimat.\n")
    return f"{head}{field}\n---\n\n{body}\n" if field else f"{head}---\n\n{body}\n"


def found(content: Path) -> list[str]:
    """Place and rule of each error, the paths below the content directory; the command itself must not fail."""
    done = check(content, "--format", "json")
    assert "Traceback" not in done.stderr, done.stderr
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    errors = [r for r in reports if r["severity"] == "error"]
    assert done.returncode == (1 if errors else 0)
    return [f"{r['path'].removeprefix('content/')}:{r['line']}:{r['column']} {r['rule']}" for r in errors]


def tried(tmp_path: Path, files: Mapping[str, str | bytes]) -> list[str]:
    """What is found in a small valid tree with some more files."""
    return found(write(tmp_path / "content", {**SMALL, **files}))


def published(tmp_path: Path, files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """The site of a small valid tree with some more files."""
    content = write(tmp_path / "content", {**SMALL, **files})
    done = build(content, tmp_path / "site")
    assert done.returncode == 0, done.stdout
    return tree(tmp_path / "site")


def case(number: int) -> str:
    """The path of the article that holds one of several cases, which are checked in one run."""
    return f"artikel/2025/uji-{number}.md"


def reports(folder: Path, texts: Sequence[str | bytes]) -> list[list[str]]:
    """What is found in each of the articles, the path left out."""
    content = write(folder / "content", {**SMALL, **{case(n): text for n, text in enumerate(texts)}})
    lines = found(content)
    return [[line.removeprefix(case(n) + ":") for line in lines if line.startswith(case(n) + ":")] for n in range(len(texts))]


def pages(folder: Path, texts: Sequence[str | bytes]) -> list[str]:
    """The page of each of the articles, "" for one that is blocked."""
    blocked = reports(folder, texts)
    for number, errors in enumerate(blocked):
        if errors:
            (folder / "content" / case(number)).unlink()
    done = build(folder / "content", folder / "site")
    assert done.returncode == 0, done.stdout
    site = tree(folder / "site")
    return [site.get(f"{case(n)[:-3]}/index.html", b"").decode() for n in range(len(texts))]


def png(width: int = 2, height: int = 2) -> bytes:
    buffer = io.BytesIO()
    Image.new("1", (width, height)).save(buffer, "PNG")
    return buffer.getvalue()


def test_01_front_matter_is_text_on_every_page(tmp_path: Path) -> None:
    words = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7919 }}'
    written = json.dumps(words)
    text = ARTICLE.replace("title: Contoh judul", f"title: {written}").replace(
        "description: Contoh", f"description: {json.dumps(words + ' contoh ringkasan yang cukup panjang')} #"
    )
    files = {PATH: text, "_data/tags.yml": f"- {{key: visa, name: {written}}}\n"}
    for path, data in published(tmp_path, files).items():
        if path.endswith(".html"):
            page = data.decode()
            assert "<script>alert" not in page, path
            assert "<img src=x" not in page, path
            assert "55433" not in page, path
    page = tree(tmp_path / "site")["artikel/2025/uji/index.html"].decode()
    assert f"<h1>{escape(words, quote=False)}</h1>" in page.replace("&#34;", '"')


def test_02_an_article_chooses_no_template_and_leads_nowhere(tmp_path: Path) -> None:
    assert tried(tmp_path, {PATH: article("template: redirect.html\nlocation: javascript:alert(1)")}) == [
        f"{PATH}:7:1 unknown-field",
        f"{PATH}:8:1 unknown-field",
    ]


def test_02_an_old_address_is_never_outside_the_site(tmp_path: Path) -> None:
    addresses = ["https://jahat.example/", "//jahat.example/", "javascript:alert(1)", "/../../keluar/", "../../../etc", "C:\\keluar"]
    pages(tmp_path / "dalam", [article(f"redirect_from: [{json.dumps(address)}]") for address in addresses])
    for path, data in tree(tmp_path / "dalam" / "site").items():
        if b'http-equiv="refresh"' in data:
            assert b"jahat" not in data and b"javascript" not in data, path
    assert [p.name for p in tmp_path.iterdir()] == ["dalam"]
    assert sorted(p.name for p in (tmp_path / "dalam").iterdir()) == [".releases", "content", "site"]


def test_03_a_link_to_the_machine_is_never_followed(tmp_path: Path) -> None:
    (tmp_path / "rahasia.md").write_text(article(body=SECRET), "utf-8")
    write(tmp_path / "luar", {"isi.md": article(body=SECRET)})
    content = write(tmp_path / "content", SMALL)
    (content / "artikel/2025/tautan.md").symlink_to(tmp_path / "rahasia.md")
    (content / "artikel/2024").symlink_to(tmp_path / "luar", target_is_directory=True)
    (content / "negara").symlink_to(content)
    write(content, {"images/x.png": png()})
    (content / "images/foto.png").symlink_to("/etc/hostname")
    assert found(content) == [
        "artikel/2024:1:1 symlink",
        "artikel/2025/tautan.md:1:1 symlink",
        "images/foto.png:1:1 symlink",
        "negara:1:1 symlink",
    ]


def test_03_a_registry_that_is_a_link_is_never_followed(tmp_path: Path) -> None:
    (tmp_path / "tags.yml").write_text(f"- {{key: visa, name: {SECRET}}}\n", "utf-8")
    content = write(tmp_path / "content", SMALL)
    (content / "_data/tags.yml").unlink()
    (content / "_data/tags.yml").symlink_to(tmp_path / "tags.yml")
    assert "_data/tags.yml:1:1 symlink" in found(content)
    assert SECRET not in check(content).stdout


def test_04_content_is_never_a_file_of_the_theme_or_of_the_server(tmp_path: Path) -> None:
    names = "404.html CNAME _headers _redirects assets/rantau.js assets/stylesheets/main.57a0d79d.min.css main.html search/id.json sw.js".split()
    assert tried(tmp_path, dict.fromkeys(names, "kata penyusup")) == [f"{name}:1:1 file-name" for name in names]


def test_04_content_never_takes_the_place_of_a_made_page(tmp_path: Path) -> None:
    plain = "---\ntitle: kata penyusup\n---\n\nContoh kalimat.\n"
    content = write(tmp_path / "content", {**SMALL, **dict.fromkeys(("404.md", "cari.md", "negara.md", "rantau.md", "topik.md"), plain)})
    write(content, {"artikel/2025/contoh/index.md": ARTICLE})
    assert found(content) == [
        "artikel/2025/contoh/index.md:1:1 file-name",
        "cari.md:1:1 colliding-address",
        "negara.md:1:1 colliding-address",
        "topik.md:1:1 colliding-address",
    ]
    for name in ("artikel/2025/contoh/index.md", "cari.md", "negara.md", "topik.md"):
        (content / name).unlink()
    assert build(content, tmp_path / "site").returncode == 0
    site = tree(tmp_path / "site")
    assert b"<h1>kata penyusup</h1>" in site["404/index.html"]
    assert b"<h1>kata penyusup</h1>" not in site["404.html"]


def test_05_configuration_never_comes_from_the_content(tmp_path: Path) -> None:
    files = {"mkdocs.yml": "site_name: !!python/object/apply:os.system ['touch terjadi']\n", "hooks/jahat.py": "open('terjadi', 'w')\n"}
    assert tried(tmp_path, files) == ["hooks/jahat.py:1:1 file-name", "mkdocs.yml:1:1 file-name"]
    done = build(tmp_path / "content", tmp_path / "site")
    assert done.returncode == 1
    assert not list(tmp_path.rglob("terjadi"))


def test_05_the_projects_own_configuration_holds_no_code() -> None:
    assert "!!" not in (ROOT / "mkdocs.yml").read_text("utf-8")


def test_06_front_matter_that_cannot_be_read_is_never_silent(tmp_path: Path) -> None:
    end = "\n---\n\nContoh kalimat.\n"
    texts = {
        "Catatan: baris pertama\nPenulis: seseorang\n\nContoh kalimat.\n": "1:1 no-front-matter",
        '---\ntitle: "Contoh' + end: "2:8 front-matter-syntax",
        "---\ntitle: [Contoh" + end: "2:8 front-matter-syntax",
        "---\ntitle: Contoh: judul" + end: "2:14 front-matter-syntax",
        "---\n\ttitle: Contoh" + end: "2:1 front-matter-syntax",
        "---\ntitle: Contoh\n\nContoh kalimat.\n": "1:1 front-matter-syntax",
    }
    for text, place, reported in zip(texts, texts.values(), reports(tmp_path, list(texts)), strict=True):
        assert place in reported, (text, reported)


def test_06_dangerous_yaml_is_named_where_it_stands(tmp_path: Path) -> None:
    lines = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" if n else "l0: &l0 [a]" for n in range(9))
    bomb, code, twice = f"{PATH[:-3]}-bom.md", f"{PATH[:-3]}-kode.md", f"{PATH[:-3]}-ganda.md"
    files = {
        bomb: article(lines),
        code: article("updated: !!python/object/apply:os.system ['touch terjadi']"),
        twice: article("title: Contoh judul lain"),
    }
    reported = tried(tmp_path, files)
    assert f"{bomb}:7:5 front-matter-syntax" in reported
    assert f"{code}:7:10 front-matter-syntax" in reported
    assert f"{twice}:7:1 duplicate-field" in reported
    assert not list(tmp_path.rglob("terjadi"))


def test_06_a_date_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    values = ["2024-13-45", "2024-02-30", "1" * 5000, ".nan", "2024-00-01"]
    assert reports(tmp_path, [article(f"updated: {value}") for value in values]) == [["7:10 impossible-date"]] * 5


def test_06_front_matter_is_never_printed_on_the_page(tmp_path: Path) -> None:
    pages = published(tmp_path, {PATH: article("updated: 2025-02-03")})
    assert b"updated:" not in pages["artikel/2025/uji/index.html"]


def test_07_a_broken_link_blocks_publishing(tmp_path: Path) -> None:
    targets = ["tidak-ada.md", "/negara/atlantis/", "contoh.md#tidak-ada", "#tidak-ada", "../../../rahasia.md", "/_data/tags.yml", "rahasia"]
    assert reports(tmp_path, [article(body=f"Contoh [tautan]({t}) putus.") for t in targets]) == [["9:17 broken-link"]] * 7
    assert build(tmp_path / "content", tmp_path / "site").returncode == 1


ACTIVE = [
    ("<script>alert(1)</script>", "9:1 raw-html"),
    ("Contoh <iframe src=https://jahat.example></iframe> kalimat.", "9:8 raw-html"),
    ('<form action="https://jahat.example"><input name=pin></form>', "9:1 raw-html"),
    ("Contoh <img src=x onerror=alert(1)> kalimat.", "9:8 raw-html"),
    ('Contoh <b onclick="alert(1)">kalimat</b>.', "9:8 raw-html"),
    ("<svg><a xlink:href=javascript:alert(1)>Contoh</a></svg>", "9:1 raw-html"),
    ("<style>body{display:none}</style>", "9:1 raw-html"),
    ("Contoh <!-- komentar --> kalimat.", "9:8 raw-html"),
    ('<v-img src="x.jpg"></v-img>', "9:1 leftover-component"),
    ("[Contoh](javascript:alert(1))", "9:10 unsafe-link"),
    ("[Contoh](JaVaScRiPt:alert(1))", "9:10 unsafe-link"),
    ("[Contoh](data:text/html,<b>1</b>)", "9:10 unsafe-link"),
    ("[Contoh](vbscript:x)", "9:10 unsafe-link"),
    ("[Contoh](//jahat.example/)", "9:10 unsafe-link"),
    ("[Contoh](file:///etc/passwd)", "9:10 unsafe-link"),
    ("<javascript:alert(1)>", ""),
    ("[kp2mi.go.id](https://jahat.example/)", "9:15 misleading-link"),
    ("![Contoh](https://jahat.example/x.png)", "9:11"),
]


@pytest.fixture(scope="module")
def active(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    return reports(tmp_path_factory.mktemp("active"), [article(body=body) for body, _ in ACTIVE])


@pytest.mark.parametrize("number", range(len(ACTIVE)), ids=[body for body, _ in ACTIVE])
def test_08_active_content_in_a_body_is_blocked_where_it_stands(number: int, active: list[list[str]]) -> None:
    _, place = ACTIVE[number]
    assert any(line.startswith(place) for line in active[number]), active[number]


FOREIGN = [
    "Contoh kalimat.\n{: onclick=alert(1) style=color:red }",
    "Contoh [tautan](contoh.md){: onclick=alert(1) }",
    "## Judul {#x onclick=alert(1)}",
    '```{ onclick="alert(1)" }\nContoh\n```',
    '!!! note "<script>alert(1)</script>"\n    Contoh kalimat.',
    "*[PMI]: <script>alert(1)</script>\n\nContoh PMI.",
    "[Contoh](contoh.md '\"><script>alert(1)</script>')",
    "`<script>alert(1)</script>`",
    "[^<script>]\n\n[^<script>]: Contoh.",
    "| <script>alert(1)</script> |\n|---|\n| Contoh |",
]


def test_08_markup_of_other_engines_is_text_or_an_error(tmp_path: Path) -> None:
    made = pages(tmp_path, [article(body=body) for body in FOREIGN])
    assert sum(bool(page) for page in made) > 4
    for body, page in zip(FOREIGN, made, strict=True):
        assert "<script>alert" not in page, body
        assert " onclick" not in page.replace("{: onclick", "").replace("{#x onclick", "").replace("{ onclick", ""), body
        assert " style=" not in page.replace("alert(1) style=color:red", ""), body


DRAWN = [
    "<script>alert(1)</script>",
    '<rect width="1" height="1" onclick="alert(1)"/>',
    '<a href="javascript:alert(1)"><rect width="1" height="1"/></a>',
    "<foreignObject><p>x</p></foreignObject>",
    '<image href="https://jahat.example/x.png"/>',
    '<use href="https://jahat.example/x.svg#a"/>',
    "<style>@import url(https://jahat.example/x.css);</style>",
    '<rect width="1" height="1" fill="url(https://jahat.example/#a)"/>',
    '<animate attributeName="href" to="javascript:alert(1)"/>',
    '<rect width="1" height="1" style="fill:red"/>',
]


def test_08_a_drawing_that_does_more_than_draw_is_blocked(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{}</svg>'
    files = {f"images/gambar-{n}.svg": svg.format(inner) for n, inner in enumerate(DRAWN)}
    assert tried(tmp_path, {**files, "images/sah.svg": svg.format('<rect width="1" height="1" fill="url(#a)"/>')}) == [
        f"{name}:1:1 unsafe-image" for name in files
    ]


def test_08_a_drawing_with_entities_is_blocked(tmp_path: Path) -> None:
    svg = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>'
    assert tried(tmp_path, {"images/gambar.svg": svg}) == ["images/gambar.svg:1:1 unsafe-image"]


def test_09_an_inline_author_is_a_name_and_never_a_mapping(tmp_path: Path) -> None:
    pages = published(tmp_path, {PATH: article("author: {name: Penulis Contoh, img: foto.png}"), "images/foto.png": png(40, 40)})
    page = pages["artikel/2025/uji/index.html"].decode()
    assert ">Penulis Contoh</a>" in page
    assert "{'name'" not in page and "&#39;name&#39;" not in page


def test_10_no_single_article_stops_the_report_of_the_others(tmp_path: Path) -> None:
    folder = "artikel/2025"
    files: dict[str, str | bytes] = {
        f"{folder}/a-latin.md": ARTICLE.replace("Contoh kalimat", "Contoh caf\xe9").encode("latin-1"),
        f"{folder}/b-utf16.md": ARTICLE.encode("utf-16"),
        f"{folder}/c-hide.md": article("hide: 1"),
        f"{folder}/d-icon.md": article("icon: tidak/ada"),
        f"{folder}/e-tag.md": ARTICLE.replace("tags: [visa]", "tags: [{a: 1}]"),
        f"{folder}/f-nul.md": article(body="Contoh \0 kalimat."),
        f"{folder}/g-kosong.md": b"",
        f"{folder}/h-biner.md": bytes(range(256)),
        f"{folder}/i-bom.md": b"\xef\xbb\xbf" + ARTICLE.encode(),
    }
    reported = tried(tmp_path, files)
    first: dict[str, str] = {}
    for line in reported:
        place, rule = line.split(" ")
        first.setdefault(Path(place.split(":")[0]).name, rule)
    assert first == {
        "a-latin.md": "not-utf8",
        "b-utf16.md": "not-utf8",
        "c-hide.md": "unknown-field",
        "d-icon.md": "unknown-field",
        "e-tag.md": "field-shape",
        "f-nul.md": "hidden-characters",
        "g-kosong.md": "no-front-matter",
        "h-biner.md": "not-utf8",
    }


def test_10_a_title_without_text_is_no_traceback(tmp_path: Path) -> None:
    assert tried(tmp_path, {PATH: article().replace("title: Contoh judul", "title: {a: [b]}")}) == [f"{PATH}:2:8 field-shape"]


@pytest.mark.skipif(sys.platform != "linux", reason="the file system may fold the names itself")
def test_11_names_that_differ_in_case_or_form_alone_are_refused(tmp_path: Path) -> None:
    composed, decomposed = (unicodedata.normalize(form, "artikel/2025/café.md") for form in ("NFC", "NFD"))
    files = {"artikel/2025/Visa.md": ARTICLE, "artikel/2025/visa.md": ARTICLE, composed: ARTICLE, decomposed: ARTICLE}
    reported = tried(tmp_path, files)
    for name in ("artikel/2025/Visa.md", composed, decomposed):
        assert f"{name}:1:1 file-name" in reported
    assert not any(line.startswith("artikel/2025/visa.md:1:1 file-name") for line in reported)


def test_11_an_address_is_claimed_once_and_the_error_names_both_files(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {**SMALL, PATH: article("redirect_from: [/artikel/2025/contoh/]")})
    done = check(content)
    assert done.returncode == 1
    line = next(line for line in done.stdout.splitlines() if "colliding-address" in line)
    assert line.startswith(f"content/{PATH}:7:17: kesalahan[colliding-address]")
    assert "artikel/2025/contoh.md" in done.stdout


def test_12_slugs_that_collide_or_are_empty_are_refused(tmp_path: Path) -> None:
    tags = '- {key: visa}\n- {key: c, name: C}\n- {key: c-plus, name: C++, slug: c}\n- {key: emot, name: "😀", slug: "😀"}\n- {key: "..", name: "日本"}\n'
    content = write(tmp_path / "content", {**SMALL, "_data/tags.yml": tags})
    reported = found(content)
    assert "_data/tags.yml:3:9 registry-entry" in reported
    assert "_data/tags.yml:4:3 empty-slug" in reported
    assert "_data/tags.yml:5:3 empty-slug" in reported


def test_12_an_author_whose_name_makes_no_address_is_refused(tmp_path: Path) -> None:
    names = ["日本", "😀", "..", "///"]
    texts = [article(f'author: {{name: "{name}"}}') for name in names]
    assert reports(tmp_path, texts) == [["7:16 empty-slug"]] * 4


def test_13_a_line_that_would_include_another_file_is_told_as_code_of_another_site(tmp_path: Path) -> None:
    found_ = reports(tmp_path, [article(body="{% include 'rahasia.txt' %}"), article(body="{{ config }}")])
    assert found_ == [["9:1 leftover-component"]] * 2


def test_13_a_body_includes_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "rahasia.txt").write_text(SECRET, "utf-8")
    bodies = ['--8<-- "../../rahasia.txt"', "![[rahasia.txt]]", "Contoh {{ config }} kalimat.", "!include ../../rahasia.txt"]
    made = pages(tmp_path, [article(body=body) for body in bodies])
    assert not any(SECRET.encode() in data for data in tree(tmp_path / "site").values())
    # The template language of the engine is text as well.
    assert "{{ config }}" in made[2]
    assert "docs_dir" not in made[2]


def test_14_a_failing_output_leaves_the_old_site_and_no_stage(tmp_path: Path) -> None:
    root = project(tmp_path / "proyek", write(tmp_path / "content", SMALL))
    code = "import datetime, pathlib; from hooks.engine import build; print(build(pathlib.Path('content'), pathlib.Path('site'), '', datetime.date(2026, 11, 22)))"
    line = [sys.executable, "-c", code]
    assert run(line, root, {"PYTHONPATH": str(root)}).returncode == 0
    before = tree(root / "site")
    # The output says that it fails in the middle of its work.
    write(root / "rantau/outputs", {"zzz.py": '"""Fails."""\ndef publish(edition):\n    yield from ()\n    raise OSError("penuh")\n'})
    write(root / "content", {"artikel/2025/contoh.md": ARTICLE.replace("Contoh judul", "Judul lain")})
    run(line, root, {"PYTHONPATH": str(root)})
    assert tree(root / "site") == before
    assert not [p.name for p in (root / ".releases").iterdir() if p.name.startswith(".stage-")]


ENDLESS = {
    "quotes": ">" * 20_000 + " contoh",
    "stars": "*a " * 15_000,
    "lists": "\n".join("    " * n + "- contoh" for n in range(120)),
    "underscores": "_" * 40_000,
    "backticks": " ".join("`" * n for n in range(1, 280)),
    "table": "|".join("a" * 1 for _ in range(10_000)) + "\n" + "|".join("-" for _ in range(10_000)),
    "links": "[a](" * 10_000,
    "boxes": "".join("    " * n + '!!! note "a"\n' for n in range(100)),
    "angles": "<" * 40_000,
}


def test_15_a_body_made_to_take_for_ever_costs_only_itself(tmp_path: Path) -> None:
    texts = [article(body=body) for body in ENDLESS.values()]
    *reported, last = reports(tmp_path, [*texts, article("hide: 1")])
    # The other file's error is reported as ever.
    assert last == ["7:1 unknown-field"]
    assert "too-complex" in {line.split(" ")[1] for lines in reported for line in lines}
    for name, lines in zip(ENDLESS, reported, strict=True):
        assert {line.split(" ")[1] for line in lines} <= {"too-complex", "raw-html", "broken-link", "unsafe-link"}, name


def test_15_a_file_over_its_limit_is_not_read(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        PATH: article(body="a" * 65_536),
        "images/WhatsApp Image 2025.JPEG": b"\xff\xd8" + b"\0" * (5 * 1024 * 1024),
        "_data/tags.yml": SMALL["_data/tags.yml"] + "#" * 1_048_576,
    }
    assert [line for line in tried(tmp_path, files) if "file-too-large" in line] == [
        "_data/tags.yml:1:1 file-too-large",
        f"{PATH}:1:1 file-too-large",
        "images/WhatsApp Image 2025.JPEG:1:1 file-too-large",
    ]


def test_15_an_image_that_explodes_or_is_none_is_refused(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "images/a-bom.png": png(30_000, 30_000),
        "images/b-teks.jpg": "bukan gambar",
        "images/c-putus.png": png(400, 400)[:60],
        "images/d-kosong.png": b"",
        "images/e-halaman.gif": b"<html><script>alert(1)</script>",
    }
    assert tried(tmp_path, files) == [f"{name}:1:1 undecodable-image" for name in files]


def test_16_an_image_is_published_without_what_its_camera_wrote(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    image = Image.new("RGB", (64, 48), (10, 20, 30))
    exif = Image.Exif()
    exif[0x010E] = SECRET
    exif[0x0112] = 6
    image.save(buffer, "JPEG", exif=exif, comment=SECRET.encode())
    assert SECRET.encode() in buffer.getvalue()
    pages = published(tmp_path, {"images/foto.jpg": buffer.getvalue(), PATH: article("img: foto.jpg\nalt: Contoh")})
    data = pages["images/foto.jpg"]
    assert SECRET.encode() not in data
    with Image.open(io.BytesIO(data)) as shown:
        # Turned as the camera was held, because the note that said so is gone.
        assert (shown.size, dict(shown.getexif())) == ((48, 64), {})


def test_16_an_image_that_nobody_shows_is_not_published(tmp_path: Path) -> None:
    assert not [path for path in published(tmp_path, {"images/foto.png": png(40, 40)}) if path.startswith("images/")]


def test_16_characters_that_hide_text_are_named_where_they_stand(tmp_path: Path) -> None:
    characters = ["\u202e", "\u200b", "\u2066", "\ufeff"]
    assert reports(tmp_path, [article(body=f"Contoh {c}kalimat.") for c in characters]) == [["9:8 hidden-characters"]] * 4


def test_16_the_report_sends_no_control_characters_to_the_terminal(tmp_path: Path) -> None:
    files = {
        PATH: article(body="Contoh \x1b[31m\x1b]0;judul\x07 <iframe>"),
        "artikel/2025/nilai.md": ARTICLE.replace("tags: [visa]", r'tags: ["\e[2Jvisa\a"]'),
        "artikel/2025/nama\x1b[2J.md": ARTICLE,
    }
    done = check(write(tmp_path / "content", {**SMALL, **files}))
    assert done.returncode == 1
    assert done.stdout.count(": kesalahan[") >= 3
    assert [line for line in done.stdout.splitlines() if "\x1b" in line or "\x07" in line] == []


def test_16_only_regular_files_are_opened(tmp_path: Path) -> None:
    content = write(tmp_path / "content", SMALL)
    os.mkfifo(content / "artikel/2025/pipa.md")
    assert found(content) == ["artikel/2025/pipa.md:1:1 symlink"]
