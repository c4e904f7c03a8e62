"""What rules say about themselves: with an example that is wrong and one that is right, and all of them in one list."""

from pathlib import Path
from types import ModuleType

import pytest

from rantau import desk, explain, pipeline
from rantau.model import Localized, Severity
from rantau.tidying import TIDYINGS
from tests.shell import command, run

MODULE = ModuleType("uji")
MODULE.__dict__["SEVERITY"] = Severity.WARNING
MODULE.__dict__["EXPLANATION"] = Localized('Isian "uji" memuat angka, mis. 3 atau "!!! 4". Selebihnya tidak.', "The entry holds a number. Nothing else.")
MODULE.__doc__ = """A test.

Bad:
    made: an empty image

Bad:
    ---
    title: Surat
    uji: [satu, dua]
    #     ^^^^
    ---

    Lihat [itu](x).
    at: 3:7
    at: 7:1
    also: missing-date

Good:
    path: tentang.md
    ---
    title: Lain
    ---

Good:
    ---
    uji: [1, 2]
    ---
"""


def test_an_explanation_shows_the_mistake_with_carets_and_the_right_form_of_the_same_file() -> None:
    rule = explain.manual("uji", MODULE)
    assert list(explain.card(rule, "id")) == [
        "uji (peringatan)",
        "",
        'Isian "uji" memuat angka, mis. 3 atau "!!! 4". Selebihnya tidak.',
        "",
        "Salah:",
        "",
        "    content/artikel/2025/contoh.md",
        "    ---",
        "    title: Surat",
        "    uji: [satu, dua]",
        "          ^^^^",
        "    ---",
        "",
        "    Lihat [itu](x).",
        "    ^",
        "",
        "Benar:",
        "",
        "    content/artikel/2025/contoh.md",
        "    ---",
        "    uji: [1, 2]",
        "    ---",
    ]
    assert list(explain.card(rule, "en"))[:5] == ["uji (warning)", "", "The entry holds a number. Nothing else.", "", "Wrong:"]


def test_a_rule_without_examples_is_explained_without_them() -> None:
    bare = ModuleType("polos")
    bare.__dict__.update(SEVERITY=Severity.ERROR, EXPLANATION=Localized("Satu kalimat."))
    assert list(explain.card(explain.manual("polos", bare), "en")) == ["polos (blocks publishing)", "", "Satu kalimat."]


def test_an_example_of_several_files_shows_each_below_its_path() -> None:
    several = ModuleType("dua")
    several.__dict__.update(SEVERITY=Severity.ERROR, EXPLANATION=Localized("Dua."))
    several.__doc__ = "X.\n\nBad:\n    path: a.md\n    satu\n    path: b.md\n    dua\n    at: a.md:1:2\n    at: 1:3\n"
    assert explain.manual("dua", several).wrong == "content/a.md\nsatu\n ^\n\ncontent/b.md\ndua\n  ^"


@pytest.mark.parametrize("name", sorted(pipeline.manuals()))
def test_every_rule_can_be_explained(name: str) -> None:
    rule = pipeline.manuals()[name]
    assert rule.explanation.id.startswith(rule.sense.id)
    assert len(rule.sense.en) > 20
    # What is no text (a photo, a link) has no example that can be shown.
    assert bool(rule.wrong) == bool(rule.right)
    for language in ("id", "en"):
        lines = list(explain.card(rule, language))
        assert "\ufffd" not in "".join(lines)
        assert not rule.wrong or any(line.strip(" ^") == "" and "^" in line for line in lines)


def test_all_rules_are_listed_each_on_a_line_with_its_sense(tmp_path: Path) -> None:
    done = run(command("check.py", "--explain"), tmp_path)
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    known = pipeline.manuals()
    split = lines.index("peringatan:")
    assert lines[0] == "menghalangi terbit:"
    assert [line.split()[0] for line in lines[1 : split - 1]] == [n for n, r in known.items() if r.severity is Severity.ERROR]
    tidied = lines.index("dirapikan --fix, tidak dilaporkan:")
    assert [line.split()[0] for line in lines[split + 1 : tidied - 1]] == [n for n, r in known.items() if r.severity is Severity.WARNING]
    assert [line.split()[0] for line in lines[tidied + 1 : -2]] == list(TIDYINGS)
    assert max(map(len, lines)) <= explain.WIDTH + 2 + max(map(len, known)) + 2
    english = run(command("check.py", "--explain", "--lang", "en"), tmp_path).stdout
    assert "  missing-title" in english and "The title is the entry" in english


def test_a_rule_is_found_as_a_report_writes_it() -> None:
    for written in ("kesalahan[unknown_tag]", "peringatan[unknown-tag]:", "error[unknown_tag]", "[unknown-tag]"):
        assert desk.explain(written, "id")[1][0] == "unknown-tag (menghalangi terbit)"
    assert desk.explain("unknwon-tag", "id") == (2, ('aturan "unknwon-tag" tidak ada; maksud Anda unknown-tag?',))


@pytest.mark.parametrize("name", list(TIDYINGS))
def test_what_is_tidied_in_silence_can_be_explained_too(name: str) -> None:
    code, lines = desk.explain(f"[{name}]", "id")
    assert (code, lines[:2]) == (0, (f"{name} (dirapikan --fix, tidak dilaporkan)", ""))
    assert " ".join(lines[2:]) == TIDYINGS[name].told.id and len(TIDYINGS[name].told.id) > 60
    assert len(TIDYINGS[name].told.en) > 60 and 0 < len(TIDYINGS[name].label.id) < 30
    assert desk.explain(name[:-1], "id")[1] == (f'aturan "{name[:-1]}" tidak ada; maksud Anda {name}?',)
