"""The two ways to show findings, letter by letter."""

import json
from pathlib import PurePosixPath

import pytest

from rantau import pipeline
from rantau.model import Diagnostic, Edit, Localized, Severity, Span


def finding(span: Span, source: str, severity: Severity = Severity.ERROR, fix: tuple[Edit, ...] = ()) -> Diagnostic:
    path = PurePosixPath("artikel/2025/visa.md")
    return Diagnostic(path, span, "uji", severity, Localized("pesan", "message"), Localized("langkah", "next step"), fix, source)


def text(found: Diagnostic, language: str = "id") -> str:
    return "\n".join(pipeline.report([found], "text", language, "content"))


def test_finding_shows_its_place_the_line_and_the_way_out() -> None:
    assert text(finding(Span(3, 17, 3, 20), "countries: [JP, JPN]")) == """\
content/artikel/2025/visa.md:3:17: error[uji]: pesan
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
    assert text(finding(Span(1, 1, 1, 1), "")).startswith("content/artikel/2025/visa.md:1:1: error[uji]: pesan\n     = bantuan")
    assert ": peringatan[uji]: " in text(finding(Span(1, 1, 1, 1), "", Severity.WARNING))


def test_japanese_letters_take_two_columns() -> None:
    assert text(finding(Span(3, 8, 3, 10), "tags: [ビザ]")) == """\
content/artikel/2025/visa.md:3:8: error[uji]: pesan
   3 | tags: [ビザ]
     |        ^^^^
     = bantuan: langkah
"""
    assert text(finding(Span(3, 6, 3, 7), "「日本」, x")) == """\
content/artikel/2025/visa.md:3:6: error[uji]: pesan
   3 | 「日本」, x
     |          ^
     = bantuan: langkah
"""


def test_full_width_letters_take_two_columns() -> None:
    assert "\n     |       ^^^^\n" in text(finding(Span(3, 4, 3, 6), "ＳＳＷＡＢ"))


def test_half_width_and_combining_letters_take_their_own_columns() -> None:
    assert text(finding(Span(3, 3, 3, 5), "ﾋﾞe\u0301x")) == """\
content/artikel/2025/visa.md:3:3: error[uji]: pesan
   3 | ﾋﾞe\u0301x
     |   ^
     = bantuan: langkah
"""


def test_tab_before_the_place_is_kept_so_that_the_carets_stand_below_it() -> None:
    assert text(finding(Span(3, 4, 3, 8), "\t- visa")) == """\
content/artikel/2025/visa.md:3:4: error[uji]: pesan
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
content/artikel/2025/visa.md:12345:1: error[uji]: pesan
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
    assert list(pipeline.report([], "text", "id", "content")) == []
    assert list(pipeline.report([], "json", "id", "content")) == []


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


def test_names_of_the_formats() -> None:
    from rantau import reporters

    assert list(pipeline.discover(reporters)) == ["json", "text"]
