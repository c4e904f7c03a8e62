"""The ways to show findings: letter by letter in tests/golden/reports, for anything that may be found, and from the command."""

import json
import os
import pty
import re
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from rantau import edits, pipeline, reporters
from rantau.benches._chromium import launched
from rantau.model import Diagnostic, Edit, Library, Localized, Report, Rule, Severity, Span
from rantau.text.excerpts import LONGEST
from tests import trees
from tests.shell import ARTICLE, REGISTRIES, ROOT, SAMPLE, SMALL, check, clean, command, run, tree, write

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "reports"
FORMATS = tuple(pipeline.discover(reporters))
SCHEMA = Draft4Validator(json.loads((HERE / "schemas/sarif-2.1.0-rtm.5.json").read_text("utf-8")), format_checker=FormatChecker())
QUICK = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def finding(span: Span, source: str, severity: Severity = Severity.ERROR, fix: tuple[Edit, ...] = ()) -> Diagnostic:
    path = PurePosixPath("artikel/2025/visa.md")
    return Diagnostic(path, span, "uji", severity, Localized("pesan", "message"), Localized("langkah", "next step"), fix, source)


def text(found: Diagnostic, language: str = "id") -> str:
    return "\n".join(pipeline.report([found], "text", language, "content"))


def test_finding_shows_its_place_the_line_and_the_way_out() -> None:
    assert text(finding(Span(3, 17, 3, 20), "countries: [JP, JPN]")) == """\
content/artikel/2025/visa.md:3:17: kesalahan[uji]: pesan
   3 | countries: [JP, JPN]
     |                 ^^^
     = bantuan: langkah
"""


def test_finding_speaks_english() -> None:
    assert text(finding(Span(3, 1, 3, 2), "x", Severity.WARNING), "en") == """\
content/artikel/2025/visa.md:3:1: warning[uji]: message
   3 | x
     | ^
     = help: next step
"""


def test_warning_is_called_one_in_indonesian() -> None:
    assert text(finding(Span(1, 1, 1, 1), "")).startswith("content/artikel/2025/visa.md:1:1: kesalahan[uji]: pesan\n     = bantuan")
    assert ": peringatan[uji]: " in text(finding(Span(1, 1, 1, 1), "", Severity.WARNING))


def test_japanese_letters_take_two_columns() -> None:
    assert text(finding(Span(3, 8, 3, 10), "tags: [ビザ]")) == """\
content/artikel/2025/visa.md:3:8: kesalahan[uji]: pesan
   3 | tags: [ビザ]
     |        ^^^^
     = bantuan: langkah
"""
    assert text(finding(Span(3, 6, 3, 7), "「日本」, x")) == """\
content/artikel/2025/visa.md:3:6: kesalahan[uji]: pesan
   3 | 「日本」, x
     |          ^
     = bantuan: langkah
"""


def test_full_width_letters_take_two_columns() -> None:
    assert "\n     |       ^^^^\n" in text(finding(Span(3, 4, 3, 6), "ＳＳＷＡＢ"))


def test_half_width_and_combining_letters_take_their_own_columns() -> None:
    assert text(finding(Span(3, 3, 3, 5), "ﾋﾞe\u0301x")) == """\
content/artikel/2025/visa.md:3:3: kesalahan[uji]: pesan
   3 | ﾋﾞe\u0301x
     |   ^
     = bantuan: langkah
"""


def test_tab_before_the_place_is_kept_so_that_the_carets_stand_below_it() -> None:
    assert text(finding(Span(3, 4, 3, 8), "\t- visa")) == """\
content/artikel/2025/visa.md:3:4: kesalahan[uji]: pesan
   3 | \t- visa
     | \t  ^^^^
     = bantuan: langkah
"""


def test_finding_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert "\n     |         ^^^^^\n" in text(finding(Span(3, 9, 5, 2), "12345678abcde"))


def test_finding_behind_the_line_has_one_caret() -> None:
    assert "\n     |     ^\n" in text(finding(Span(3, 5, 3, 5), "1234"))


def test_margin_grows_with_the_number_of_the_line() -> None:
    assert text(finding(Span(12345, 1, 12345, 2), "x")) == """\
content/artikel/2025/visa.md:12345:1: kesalahan[uji]: pesan
 12345 | x
       | ^
       = bantuan: langkah
"""


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x9b", "\r", "\u202e", "\u2066"])
def test_character_that_would_command_the_terminal_is_never_printed(character: str) -> None:
    found = Diagnostic(
        PurePosixPath("a.md"),
        Span(3, 1, 3, 2),
        "uji",
        Severity.ERROR,
        Localized(f'"{character}[2J" tidak dikenal'),
        Localized(f'maksud Anda "{character}"?'),
        source=f"x{character}[2Jy",
    )
    assert character not in text(found)


def test_report_of_nothing_is_empty() -> None:
    assert [list(pipeline.report([], name, "id", "content")) for name in ("text", "json", "github")] == [[], [], []]


def test_json_is_one_object_a_line() -> None:
    found = finding(Span(3, 17, 3, 20), "tags: [ビザ]", fix=(Edit(Span(3, 17, 3, 20), "JP"),))
    (line,) = pipeline.report([found], "json", "en", "content")
    assert json.loads(line) == {
        "path": "content/artikel/2025/visa.md",
        "line": 3,
        "column": 17,
        "end_line": 3,
        "end_column": 20,
        "rule": "uji",
        "severity": "error",
        "message": "message",
        "help": "next step",
        "fixable": True,
    }
    assert "\n" not in line


# --- letter by letter

RULES = {
    "unknown-tag": Rule(
        "unknown-tag",
        Severity.ERROR,
        Localized("Topik harus ada di daftar.", "A topic must be listed."),
        Localized("Topik harus ada di daftar. Lihat `tags.yml` <di sana> & {di sini}.", "A topic must be listed. See `tags.yml` & {there}."),
        "content/artikel/2025/contoh.md\n---\ntags: [vis]\n       ^^^\n---",
        "content/artikel/2025/contoh.md\n---\ntags: [visa]\n---",
    ),
    "missing-alt": Rule("missing-alt", Severity.WARNING, Localized("Gambar perlu teks."), Localized("Gambar perlu teks.", "Say what it shows.")),
}
FILES = {
    "_data/authors.yml": "- {key: siti, name: Siti <b>Aminah</b>}\n",
    "artikel/2025/surat.md": """\
---
title: "<script>alert(1)</script> & surat"
description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
authors: [siti]
tags: [visa]
date: 2025-03-01
expires: 2026-06-30
review_by: 2026-12-01
img: visa.jpg
sources: [{title: Panduan visa}]
---

Siapkan surat. ![](/images/visa.jpg)
""",
    "artikel/2025/tanpa.md": """\
---
title: Tanpa tanggal dan sumber
description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
author: {name: Budi}
---

Isi.
""",
    "en/artikel/2025/surat.md": """\
---
title: Letters
description: The letters that a migrant worker needs before asking for a visa to work abroad.
translation: machine
date: 2025-03-01
sources: [{title: Panduan visa}]
---

Get the letters ready.
""",
}
PLACE = Span(5, 8, 5, 12)
FOUND = (
    Diagnostic(
        PurePosixPath("artikel/2025/surat.md"),
        PLACE,
        "unknown-tag",
        Severity.ERROR,
        Localized('"vi:s,a" 100% <bukan> topik {0} [lihat](javascript:alert(1))', '"vi:s,a" is 100% <not> a topic {0}'),
        Localized("maksud Anda [visa](visa.md)?", "did you mean [visa](visa.md)?"),
        (Edit(PLACE, "visa"), Edit(Span(9, 1, 9, 1), "alt: x\n")),
        "tags: [visa] <b>日本</b>",
    ),
    Diagnostic(
        PurePosixPath("artikel/2025/surat.md"),
        Span(9, 6, 11, 4),
        "missing-alt",
        Severity.WARNING,
        Localized("gambar tanpa teks", "an image without words"),
        Localized("tulis alt", "write alt"),
        source="img: visa.jpg",
    ),
    Diagnostic(
        PurePosixPath("images/foto liburan.jpg"),
        Span(1, 1, 1, 1),
        "uji/<aturan>",
        Severity.WARNING,
        Localized("nama berkas ini memuat spasi", "this name holds a blank"),
        Localized("ganti namanya", "rename it"),
    ),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return trees.load(tmp_path_factory.mktemp("reports"), FILES).library


def made(name: str, library: Library | None, language: str = "id", colour: bool = False) -> str:
    report = Report(FOUND, RULES, language, "content", library, colour)
    return "".join(f"{line}\n" for line in pipeline.discover(reporters)[name].render(report))


@pytest.mark.parametrize(
    ("name", "language", "colour", "golden"),
    [
        ("text", "id", False, "text.txt"),
        ("text", "en", True, "colour.txt"),
        ("json", "id", False, "json.txt"),
        ("github", "id", False, "github.txt"),
        ("sarif", "id", False, "sarif.json"),
        ("html", "id", False, "report.id.html"),
        ("html", "en", False, "report.en.html"),
    ],
)
def test_a_report_is_as_in_its_golden_file(name: str, language: str, colour: bool, golden: str, library: Library) -> None:
    assert made(name, library, language, colour) == (GOLDEN / golden).read_text("utf-8")


def test_every_format_has_a_golden_file() -> None:
    names = {"text.txt", "colour.txt", "json.txt", "github.txt", "sarif.json", "report.id.html", "report.en.html"}
    assert {p.name for p in GOLDEN.iterdir()} == names


# --- text


def test_colour_changes_nothing_but_the_colour(library: Library) -> None:
    assert re.sub(r"\x1b\[[\d;]*m", "", made("text", library, colour=True)) == made("text", library)


def test_a_very_long_line_is_shown_around_the_place() -> None:
    lines = text(finding(Span(3, 1001, 3, 1004), "a" * 1000 + "bcd" + "e" * 1000)).splitlines()
    assert lines[1] == "   3 | …" + "a" * 36 + "bcd" + "e" * 71 + "…"
    assert lines[2] == "     | " + " " * 37 + "^^^"
    page = LexborHTMLParser("\n".join(pipeline.report([finding(Span(3, 1001, 3, 1004), "a" * 1000 + "bcd" + "e" * 1000)], "html", "id", "content")))
    (shown,) = [code.text() for code in page.css("pre code")]
    assert shown == "3 …" + "a" * 100 + "bcd" + "e" * (LONGEST - 103) + "…"


@pytest.mark.parametrize("letter", ["a", "日", "e\u0301"])
def test_no_line_is_wider_than_a_terminal_and_the_carets_always_stand_below_the_place(letter: str) -> None:
    def columns(line: str) -> int:
        return sum(0 if c == "\u0301" else 2 if c == "日" else 1 for c in line)

    for length in (0, 1, 54, 108, 109, 110, 111, 290, 900):
        for place in sorted({0, 1, 40, length // 2, max(0, length - 1), length}):
            for marked in (0, 1, 500):
                line = letter * place + "X" + letter * max(0, length - place)
                column = len(letter) * place + 1
                shown, carets = text(finding(Span(3, column, 3, column + marked), line)).splitlines()[1:3]
                assert max(columns(shown), columns(carets)) <= 120
                assert columns(shown[: shown.index("X")]) == carets.index("^"), (length, place, marked)


def test_a_place_outside_its_line_is_shown_at_the_end_of_the_line() -> None:
    assert text(finding(Span(0, 0, 0, 0), "abc")).splitlines()[:3] == [
        "content/artikel/2025/visa.md:1:1: kesalahan[uji]: pesan",
        "   1 | abc",
        "     | ^",
    ]
    assert "\n     |    ^\n" in text(finding(Span(3, 900, 2, 1), "abc"))


# --- github


def annotation(line: str) -> tuple[str, dict[str, str], str]:
    """The command, its values and its message, read as the runner reads them."""
    command_, _, rest = line.removeprefix("::").partition(" ")
    values, _, message = rest.partition("::")
    pairs = dict(pair.split("=", 1) for pair in values.split(","))

    def back(value: str, *codes: str) -> str:
        for code in codes:
            value = value.replace(code, chr(int(code[1:], 16)))
        return value.replace("%25", "%")

    return command_, {k: back(v, "%0D", "%0A", "%3A", "%2C") for k, v in pairs.items()}, back(message, "%0D", "%0A")


def test_an_annotation_holds_its_place_its_rule_and_both_sentences(library: Library) -> None:
    first, second, third = map(annotation, made("github", library).splitlines())
    assert first == (
        "error",
        {
            "file": "content/artikel/2025/surat.md",
            "line": "5",
            "col": "8",
            "endLine": "5",
            "endColumn": "12",
            "title": "unknown-tag",
        },
        '"vi:s,a" 100% <bukan> topik {0} [lihat](javascript:alert(1))\nmaksud Anda [visa](visa.md)?',
    )
    assert second[0] == "warning"
    assert third[1]["file"] == "content/images/foto liburan.jpg"


def test_an_annotation_over_several_lines_has_no_columns(library: Library) -> None:
    _, values, _ = annotation(made("github", library).splitlines()[1])
    assert values == {"file": "content/artikel/2025/surat.md", "line": "9", "endLine": "11", "title": "missing-alt"}


COMMANDS = st.text() | st.lists(st.sampled_from(["%", "25", "0A", "2C", ":", ",", "=", "\r", "\n", "::error::"])).map("".join)


@QUICK
@given(st.text(), COMMANDS, COMMANDS)
def test_no_text_can_make_a_second_command_or_a_second_value(path: str, message: str, rule: str) -> None:
    found = Diagnostic(PurePosixPath("a", path.replace("/", "") or "b"), PLACE, rule, Severity.ERROR, Localized(message), Localized("x"))
    (line,) = pipeline.report([found], "github", "id", "content")
    assert line.splitlines() == [line]
    command_, values, told = annotation(line)
    assert (command_, list(values)) == ("error", ["file", "line", "col", "endLine", "endColumn", "title"])
    if message.isprintable() and rule.isprintable():
        assert (values["title"], told) == (rule, f"{message}\nx")


# --- sarif


def sarif(found: tuple[Diagnostic, ...], root: str = "content", language: str = "id") -> dict[str, object]:
    document: dict[str, object] = json.loads("\n".join(pipeline.report(found, "sarif", language, root)))
    SCHEMA.validate(document)
    return document


def only_run(document: dict[str, object]) -> dict[str, object]:
    runs = document["runs"]
    assert isinstance(runs, list) and len(runs) == 1
    run_: dict[str, object] = runs[0]
    return run_


def results(document: dict[str, object]) -> list[dict[str, object]]:
    found = only_run(document)["results"]
    assert isinstance(found, list)
    return found


def test_a_document_without_findings_is_sarif_with_every_rule() -> None:
    driver = only_run(sarif(()))["tool"]
    assert isinstance(driver, dict)
    rules = {rule["id"]: rule for rule in driver["driver"]["rules"]}
    assert set(rules) == set(pipeline.manuals())
    assert rules["missing-alt"]["defaultConfiguration"] == {"level": "warning"}
    assert rules["broken-link"]["defaultConfiguration"] == {"level": "error"}
    assert {part for rule in rules.values() for part in rule} == {
        "id",
        "shortDescription",
        "fullDescription",
        "help",
        "defaultConfiguration",
    }


@pytest.mark.parametrize("language", ["id", "en"])
def test_findings_of_the_sample_site_and_of_every_known_mistake_are_sarif(language: str, tmp_path: Path) -> None:
    mistakes = {f"artikel/2025/{p.name.replace('_', '-')}": p.read_bytes() for p in sorted((HERE / "broken").glob("*.md"))}
    found = trees.check(tmp_path, mistakes)
    assert len(found) > 40
    driver = only_run(sarif(found, language=language))["tool"]
    assert isinstance(driver, dict)
    for result in results(sarif(found, language=language)):
        assert driver["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_the_schema_refuses_what_is_no_sarif() -> None:
    document = sarif(FOUND)
    results(document)[0]["ruleIndex"] = "1"
    assert not SCHEMA.is_valid(document)


def piece(source: str, region: dict[str, int]) -> tuple[int, int]:
    """Where a region stands in a text, as offsets of code points."""
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts[region["startLine"] - 1] + region["startColumn"] - 1, starts[region["endLine"] - 1] + region["endColumn"] - 1


def test_the_repairs_of_a_document_are_those_of_the_findings() -> None:
    source = "👩‍⚕️ ##Biaya\n日本 vis\n"
    fix = (Edit(Span(1, 7, 1, 7), " "), Edit(Span(2, 4, 2, 7), "visa"), Edit(Span(1, 1, 1, 2), ""))
    (result,) = results(sarif((finding(Span(1, 7, 1, 7), "", fix=fix),)))
    fixes = result["fixes"]
    assert isinstance(fixes, list)
    (change,) = fixes[0]["artifactChanges"]
    repaired = source
    for part in sorted(change["replacements"], key=lambda part: piece(source, part["deletedRegion"]), reverse=True):
        start, end = piece(source, part["deletedRegion"])
        repaired = repaired[:start] + part["insertedContent"]["text"] + repaired[end:]
    assert repaired == edits.apply(source, fix)
    assert only_run(sarif(()))["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("root", "base", "uri"),
    [
        ("content", None, "content/a%20b%3Ac%25.md"),
        (".", None, "a%20b%3Ac%25.md"),
        ("/srv/isi situs/content", "file:///srv/isi%20situs/content/", "a%20b%3Ac%25.md"),
        ("C:/Isi/content", "file:///C:/Isi/content/", "a%20b%3Ac%25.md"),
    ],
)
def test_an_address_of_a_document_leads_to_the_file(root: str, base: str | None, uri: str) -> None:
    found = Diagnostic(PurePosixPath("a b:c%.md"), PLACE, "uji", Severity.ERROR, Localized("a"), Localized("b"))
    document = sarif((found,), root)
    bases = only_run(document)["originalUriBaseIds"]
    assert isinstance(bases, dict)
    assert bases["%SRCROOT%"].get("uri") == base
    locations = results(document)[0]["locations"]
    assert isinstance(locations, list)
    assert locations[0]["physicalLocation"]["artifactLocation"] == {"uri": uri, "uriBaseId": "%SRCROOT%"}


# --- html


def test_a_page_says_what_is_wrong_and_what_goes_stale(library: Library) -> None:
    page = LexborHTMLParser(made("html", library))
    entries = {
        section.attributes["id"]: [" ".join(item.text().split()) for item in section.css(".entries > li")]
        for section in page.css("section")
    }
    surat, tanpa = "content/artikel/2025/surat.md", "content/artikel/2025/tanpa.md"
    title = "<script>alert(1)</script> & surat"
    assert entries["basi"] == [
        f"{title} {surat} 30 Juni 2026 kedaluwarsa sudah lewat",
        f"{title} {surat} 1 Desember 2026 harus diperiksa lagi",
    ]
    assert [h.text() for h in page.css("#basi h3")] == ["Juni 2026", "Desember 2026"]
    assert f"{title} {surat} belum ada: Jepang" in entries["terjemahan"]
    assert f"Tanpa tanggal dan sumber {tanpa} belum ada: Jepang, Inggris" in entries["terjemahan"]
    assert entries["gambar"] == [f"{title} {surat} visa.jpg", f"{title} {surat} /images/visa.jpg"]
    assert entries["sumber"] == entries["tanggal"] == [f"Tanpa tanggal dan sumber {tanpa}"]
    assert entries["draf"] == ["Naskah yang belum terbit content/artikel/2025/naskah.md 0 temuan"]
    rows = [[cell.text() for cell in row.css("th, td")] for row in page.css("#penulis tbody tr")]
    assert ["Siti <b>Aminah</b>", "1", "1", "1", "0", "0"] in rows
    assert ["Budi", "1", "0", "0", "1", "1"] in rows
    assert [h.text() for h in page.css("#aturan h3 code")] == ["missing-alt", "uji/<aturan>", "unknown-tag"]
    marks = [mark.text() for mark in page.css("#kesalahan mark, #peringatan mark")]
    assert marks == ["visa", "visa.jpg"]


MANY = tuple(replace(FOUND[number % 3 // 2], path=PurePosixPath(f"artikel/2025/uji-{number % 180}.md")) for number in range(500))


def test_errors_stand_apart_from_warnings_and_each_file_unfolds(library: Library) -> None:
    page = LexborHTMLParser("\n".join(pipeline.report(MANY, "html", "id", "content", library)))
    assert [section.attributes["id"] for section in page.css("section")][:2] == ["kesalahan", "peringatan"]
    for name, severity, of in (("kesalahan", "error", 334), ("peringatan", "warning", 166)):
        kinds = [item.attributes["class"] for item in page.css(f"#{name} .findings > li")]
        assert kinds == [severity] * of
        files = page.css(f"#{name} .file")
        shown = page.css(f"#{name} > .file")
        assert (len(shown), len(files) > 50, any("open" in file.attributes for file in files)) == (30, True, False)
    few = LexborHTMLParser(made("html", library))
    assert all("open" in file.attributes for file in few.css(".file")) and len(few.css(".file")) == 3


def test_every_link_of_a_page_leads_to_a_place_on_it(library: Library) -> None:
    page = LexborHTMLParser(made("html", library))
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert {link.attributes["href"] for link in page.css("a")} <= {f"#{name}" for name in ids}


def test_a_page_without_a_library_holds_the_findings_alone() -> None:
    page = LexborHTMLParser(made("html", None))
    assert [section.attributes["id"] for section in page.css("section")] == ["kesalahan", "peringatan", "aturan"]


def test_a_page_of_nothing_says_so() -> None:
    page = LexborHTMLParser("\n".join(pipeline.report([], "html", "en", "content", Library(trees.DATE))))
    assert len(page.css("section")) == len(page.css("section .none"))


@pytest.fixture(scope="module")
def long_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    mistakes = {f"artikel/2025/{p.name.replace('_', '-')}": p.read_bytes() for p in sorted((HERE / "broken").glob("*.md"))}
    content = trees.write(folder, {**mistakes, **FILES, "artikel/2025/panjang.md": ARTICLE.replace("[visa]", f"[{'a' * 400}]")})
    check(content, "--format", "html", "--output", folder / "report.html")
    return folder / "report.html"


@pytest.fixture(scope="module")
def folded_page(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    path = tmp_path_factory.mktemp("folded") / "report.html"
    path.write_text("\n".join(pipeline.report(MANY, "html", "id", "content", library)), "utf-8")
    return path


def listen(page: Page, heard: list[str]) -> None:
    page.on("console", lambda message: heard.append(message.text))
    page.on("request", lambda request: heard.append(request.url))


def test_a_page_fits_every_screen_and_asks_for_nothing(long_page: Path, folded_page: Path) -> None:
    with launched() as browser:
        for width, scheme in ((360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")):
            page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme="dark" if scheme == "dark" else "light")
            heard: list[str] = []
            listen(page, heard)
            page.goto(long_page.as_uri())
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth") == width
            assert heard == [long_page.as_uri()]
            paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
            assert paper == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(20, 23, 26)")
        page = browser.new_page(viewport={"width": 360, "height": 800})
        page.goto(folded_page.as_uri())
        assert page.evaluate("document.documentElement.scrollHeight") < 8000


# --- whatever is found

SPANS = st.builds(Span, *[st.integers(-3, 10**6)] * 4)
ODD = st.text(st.characters(exclude_categories=[]), max_size=40)
PATHS = ODD.map(lambda name: PurePosixPath("artikel", name.replace("/", "").replace("\0", "") or "x"))
DIAGNOSTICS = st.builds(
    Diagnostic,
    PATHS,
    SPANS,
    st.sampled_from(["unknown-tag", "missing-alt"]) | ODD,
    st.sampled_from(Severity),
    st.builds(Localized, ODD, ODD),
    st.builds(Localized, ODD, ODD),
    st.lists(st.builds(Edit, SPANS, ODD), max_size=2).map(tuple),
    ODD | st.text(max_size=3).map(lambda some: some * 300),
)


@QUICK
@given(st.lists(DIAGNOSTICS, max_size=4).map(tuple), st.sampled_from(["id", "en"]), st.booleans())
def test_no_finding_is_too_odd_for_a_reporter(found: tuple[Diagnostic, ...], language: str, colour: bool) -> None:
    report = Report(found, RULES, language, "content", Library(trees.DATE), colour)
    shown = {name: list(module.render(report)) for name, module in pipeline.discover(reporters).items()}
    for lines in shown.values():
        "\n".join(lines).encode("utf-8", "backslashreplace")
    for name in ("json", "github"):
        assert [line.splitlines() for line in shown[name]] == [[line] for line in shown[name]]
    assert [json.loads(line)["help"] for line in shown["json"]] == [d.help.speak(language) for d in found]
    SCHEMA.validate(json.loads("\n".join(shown["sarif"])))
    painted = re.sub(r"\x1b\[(\d{1,2}|1;3\d)m", "", "\n".join(shown["text"])) if colour else "\n".join(shown["text"])
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", painted)
    page = LexborHTMLParser("\n".join(shown["html"]).encode("utf-8", "backslashreplace").decode())
    nodes = page.css("*")
    assert not {node.tag for node in nodes} & {"script", "img", "iframe", "form", "svg"}
    assert not [name for node in nodes for name in node.attributes if name.startswith("on")]


# --- the command

BROKEN = {**REGISTRIES, "artikel/2025/satu.md": ARTICLE.replace("tags: [visa]", "tags: [vis]")}
REPORT = "content/artikel/2025/satu.md:4:8: kesalahan[unknown-tag]"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return write(tmp_path / "content", BROKEN)


def at_a_terminal(content: Path, *arguments: str, **environment: str) -> str:
    """What the command prints on a terminal."""
    ours, theirs = pty.openpty()
    changes = {"TERM": "xterm", "NO_COLOR": "", "FORCE_COLOR": "", **environment}
    line = command("check.py", "--content", content, "--date", "2026-11-22", *arguments)
    with subprocess.Popen(line, cwd=content.parent, env=clean(changes), stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        pieces = []
        while True:
            try:
                piece_ = os.read(ours, 65536)
            except OSError:
                break
            if not piece_:
                break
            pieces.append(piece_)
        process.wait()
    os.close(ours)
    return b"".join(pieces).decode()


def test_a_terminal_gets_colour_and_a_pipe_does_not(broken: Path) -> None:
    assert "\x1b[1;31mkesalahan[unknown-tag]\x1b[0m" in at_a_terminal(broken)
    assert "\x1b" not in check(broken).stdout
    assert "\x1b" not in check(broken, "--color", "never").stdout
    assert "\x1b[1;31m" in check(broken, "--color", "always").stdout


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        ((), {"NO_COLOR": "1"}, False),
        ((), {"TERM": "dumb"}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        ((), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (("--format", "github"), {}, False),
    ],
)
def test_who_wants_no_colour_gets_none(arguments: tuple[str, ...], environment: dict[str, str], coloured: bool, broken: Path) -> None:
    assert ("\x1b[" in at_a_terminal(broken, *arguments, **environment)) == coloured


def test_a_log_that_wants_colour_gets_it(broken: Path) -> None:
    line = command("check.py", "--content", broken, "--date", "2026-11-22")
    assert "\x1b[1;31m" in run(line, broken.parent, {"FORCE_COLOR": "1", "NO_COLOR": ""}).stdout


@pytest.mark.parametrize("name", ["text", "html"])
def test_a_report_is_written_to_a_file_and_the_command_says_where(name: str, broken: Path) -> None:
    printed = check(broken, "--format", name)
    done = check(broken, "--format", name, "--output", "hasil/laporan")
    assert (done.returncode, "hasil/laporan" in done.stdout) == (2, True)
    (broken.parent / "hasil").mkdir()
    done = check(broken, "--format", name, "--output", "hasil/laporan")
    assert (done.returncode, done.stdout) == (1, "laporan ditulis ke hasil/laporan\n1 kesalahan, 0 peringatan\n")
    assert (broken.parent / "hasil/laporan").read_text("utf-8") == printed.stdout
    assert printed.returncode == 1
    assert [p.name for p in (broken.parent / "hasil").iterdir()] == ["laporan"]


def test_a_report_replaces_an_older_one_in_one_step_and_keeps_its_mode(broken: Path) -> None:
    target = write(broken.parent, {"laporan.txt": "lama"}) / "laporan.txt"
    target.chmod(0o640)
    link = broken.parent / "pintasan.txt"
    link.symlink_to(target)
    with target.open() as reader:
        assert check(broken, "--output", link).returncode == 1
        assert reader.read() == "lama"
    assert (link.is_symlink(), stat.S_IMODE(target.stat().st_mode)) == (True, 0o640)
    assert target.read_text("utf-8").startswith(REPORT)


def test_a_report_never_becomes_a_folder_nor_a_part_of_the_content(broken: Path) -> None:
    before = tree(broken.parent)
    inside = check(broken, "--output", broken / "artikel/2025/satu.md")
    assert (inside.returncode, "di dalam folder isi" in inside.stdout) == (2, True)
    folder = check(broken, "--output", broken.parent)
    assert (folder.returncode, "adalah folder" in folder.stdout) == (2, True)
    assert tree(broken.parent) == before


def test_a_report_is_poured_into_what_is_no_file(broken: Path) -> None:
    # Of this test's own folder: code that replaces what it should write to must find no device of the machine here.
    fifo, link = broken.parent / "pipa", broken.parent / "pintasan"
    os.mkfifo(fifo)
    link.symlink_to("/proc/self/fd/2")
    with subprocess.Popen(["cat", str(fifo)], stdout=subprocess.PIPE, text=True) as reader:
        try:
            assert check(broken, "--output", fifo).returncode == 1
            assert fifo.is_fifo()
            told, _ = reader.communicate(timeout=60)
        finally:
            reader.kill()
    assert told.startswith(REPORT)
    assert check(broken, "--output", link).stderr.startswith(REPORT)
    assert link.is_symlink()


def test_a_page_of_some_files_speaks_of_these_alone(broken: Path) -> None:
    write(broken, {"artikel/2026/tiga.md": ARTICLE.replace("Contoh judul", "Biaya paspor")})
    page = LexborHTMLParser(check(broken, broken / "artikel/2026", "--format", "html").stdout)
    assert {node.text() for node in page.css("li .path, h3 .path")} == {"content/artikel/2026/tiga.md"}


def test_repairs_are_told_even_when_the_report_goes_to_a_file(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {**SMALL, "artikel/2025/contoh.md": ARTICLE.replace("2025-01-02", "2 Januari 2025")})
    lines = check(content, "--fix", "--format", "sarif", "--output", "hasil.sarif").stdout.splitlines()
    assert lines[0].startswith("diperbaiki: ")
    assert lines[1:] == ["laporan ditulis ke hasil.sarif", "3 berkas diperiksa, tidak ada temuan"]
    SCHEMA.validate(json.loads((tmp_path / "hasil.sarif").read_text("utf-8")))


def test_the_sample_site_makes_a_whole_page() -> None:
    done = check(SAMPLE, "--format", "html", "--lang", "en")
    page = LexborHTMLParser(done.stdout)
    assert done.returncode == 0
    assert [node.text() for node in page.css("h1")] == ["Health of the content"]
    assert [node.attributes["lang"] for node in page.css("html")] == ["en"]
    assert [node.text() for node in page.css(".totals dt")] == ["Errors", "Warnings", "Published articles", "Drafts"]


@pytest.mark.parametrize("name", ["text", "html"])
def test_a_reader_who_leaves_early_ends_the_command_quietly(name: str, broken: Path) -> None:
    for number in range(40):
        write(broken, {f"artikel/2025/banyak-{number}.md": "---\ntitle: x\n---\n" * 3})
    line = command("check.py", "--content", broken, "--date", "2026-11-22", "--format", name)
    # Windows has no SIGPIPE: there the end of the pipe is an error of a write.
    script = str(ROOT / "scripts/check.py")
    start = f"import runpy, signal, sys; del signal.SIGPIPE; sys.argv[0] = {script!r}; sys.path.insert(0, {str(ROOT / 'scripts')!r}); "
    windows = [sys.executable, "-c", start + f"runpy.run_path({script!r}, run_name='__main__')", *line[2:]]
    for whole in (line, windows):
        with subprocess.Popen(whole, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=clean({}), cwd=broken.parent) as process:
            assert process.stdout is not None and process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""


@pytest.mark.parametrize(("name", "code_page"), [("text", "ascii"), ("github", "cp1252"), ("html", "cp437")])
def test_an_old_code_page_never_stops_a_report(name: str, code_page: str, broken: Path) -> None:
    write(broken, {"artikel/2025/satu.md": BROKEN["artikel/2025/satu.md"].replace("[vis]", "[ビザ👩]")})
    line = command("check.py", "--content", broken, "--date", "2026-11-22", "--format", name)
    done = run(line, broken.parent, {"PYTHONIOENCODING": code_page, "PYTHONUTF8": "0"})
    assert (done.returncode, done.stderr) == (1, "")
    assert "ビザ👩" in done.stdout
    shown = at_a_terminal(broken, "--format", name, PYTHONIOENCODING=code_page, PYTHONUTF8="0")
    assert "unknown-tag" in shown
    assert "Traceback" not in shown
