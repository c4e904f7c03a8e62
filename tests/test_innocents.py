"""What honest people write is never refused: the innocents of tests/hostile/innocents, in every place where words stand.

strings.txt holds one text a line, snippets.txt Markdown bodies between lines of "%%". Both are put into articles of the
tree of tests/trees.py, whose countries are all that ISO 3166 knows; the day is 2026-11-22. A text that the site would
publish otherwise than its writer meant is no innocent, and has its place among the mistakes of tests/broken.
"""

import json
from pathlib import Path, PurePosixPath

import pytest
from babel import Locale

from rantau.model import Diagnostic, Document
from rantau.text.slugs import slugify
from tests import trees

HERE = Path(__file__).parent / "hostile" / "innocents"
STRINGS = tuple((HERE / "strings.txt").read_text("utf-8").removesuffix("\n").split("\n"))
SNIPPETS = tuple((HERE / "snippets.txt").read_text("utf-8").removesuffix("\n").split("\n%%\n"))
COUNTRIES = "".join(
    f"- {{key: {key}, slug: {slugify(str(name))}}}\n"
    for key, name in sorted(Locale("id").territories.items())
    if key.isalpha() and len(key) == 2 and key not in ("ID", "EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "CQ")
)
# A country in a title is asked about, because most such articles are about it; see the rule's own words.
# So is a title that shouts, though it may repeat somebody else's words.
DOCUMENTED = {"undeclared-country", "shouting-title"}
# The same front matter stands around every text.
SHARED = {"duplicate-title", "duplicate-description"}
ABOUT_COUNTRIES = {
    "Curaçao",
    "Côte d’Ivoire",
    "Ke Georgia atau ke Chad",
    "Nama saya Chad Georgia",
    "Sutan Yaman dan Pak Oman",
    "Timor-Leste",
    "Turki Usmani",
}
Read = tuple[tuple[Diagnostic, ...], dict[int, Document]]


def quoted(text: str) -> str:
    """The text in YAML's single quotes."""
    return "'" + text.replace("'", "''") + "'"


def fields(text: str, number: int) -> str:
    """Front matter that holds the text everywhere, its title in one of the ways in which YAML writes a text."""
    words = f"Ringkasan tulisan yang memuat {text} dan kata-kata lain supaya cukup panjang."
    title = (json.dumps(text, ensure_ascii=False), quoted(text), f">-\n  {text}", f"|\n  {text}")[number % 4]
    return f"""\
---
title: {title}
description: {(quoted(words), json.dumps(words, ensure_ascii=False))[number % 2]}
date: 2025-03-01
author: {{name: {quoted("Siti " + text)}}}
images: [{{src: visa.jpg, alt: {quoted(text)}, caption: {quoted(text)}, credit: {quoted(text)}}}]
sources: [{{title: {quoted(text)}, publisher: {quoted(text)}}}]
figures: [{{label: {quoted(text)}, value: {quoted(text)}, unit: {quoted(text)}}}]
---
"""


def body(text: str) -> str:
    """A body that holds the text wherever words may stand.

    In a table its upright lines are marked as words; a backslash at its end would take the mark behind it out of force.
    """
    cell, strong = text.replace("|", "\\|"), text.removesuffix("\\").rstrip()
    return f"""
Kalimat {text} di tengah.

## Bagian {text}

- Butir {text}

    1. Anak {text}

> Kutipan {text}

| Kolom | Kolom |
|---|---|
| Sel {cell} | sel |

[Lihat {text}](https://contoh.example/) dan ![Gambar {text}](visa.jpg) serta **tebal {strong}**.

!!! note
    Kotak {text}

Catatan[^1].

[^1]: Catatan {text}
"""


@pytest.fixture(scope="module")
def strings(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """The findings in one tree with an article for every text, and the articles by the text's number."""
    files = {f"artikel/2025/s-{n}.md": fields(text, n) + body(text) for n, text in enumerate(STRINGS)}
    root = tmp_path_factory.mktemp("strings")
    found = trees.check(root, {**files, "_data/countries.yml": COUNTRIES})
    library = trees.load(root, {}).library
    return tuple(d for d in found if d.rule not in SHARED), {n: library.by_path[PurePosixPath(f"artikel/2025/s-{n}.md")] for n in range(len(STRINGS))}


def told(found: tuple[Diagnostic, ...], texts: tuple[str, ...]) -> list[str]:
    """Each finding with the innocent that it is about."""
    return [f"{texts[int(d.path.stem[2:])]!r}: {d.rule} {d.span.line}:{d.span.column} {d.message.id}" for d in found]


def test_no_innocent_is_counted_twice() -> None:
    assert len(set(STRINGS)) == len(STRINGS)
    assert len(set(SNIPPETS)) == len(SNIPPETS)


def test_there_are_as_many_innocents_as_villains() -> None:
    assert len(STRINGS) >= 350
    assert len(SNIPPETS) >= 120
    assert len(list((HERE.parent.parent / "clean").glob("*.md"))) >= len(list((HERE.parent.parent / "broken").glob("*.md")))


def test_an_honest_text_is_taken_wherever_words_stand(strings: Read) -> None:
    assert told(tuple(d for d in strings[0] if d.rule not in DOCUMENTED), STRINGS) == []


def test_a_country_in_a_title_is_asked_about_and_nothing_more(strings: Read) -> None:
    asked = {STRINGS[int(d.path.stem[2:])] for d in strings[0] if d.rule == "undeclared-country"}
    assert asked == ABOUT_COUNTRIES


def test_a_title_in_capitals_is_asked_about_and_nothing_more(strings: Read) -> None:
    asked = {STRINGS[int(d.path.stem[2:])] for d in strings[0] if d.rule == "shouting-title"}
    assert asked == {"HURUF BESAR SEMUA!!!"}


def test_an_honest_title_stays_as_it_was_written(strings: Read) -> None:
    for number, text in enumerate(STRINGS):
        read = strings[1][number].fields
        assert read is not None
        assert read.title == " ".join(text.split())
        assert read.figures[0].value == " ".join(text.split())


def test_an_honest_snippet_gets_no_finding(tmp_path: Path) -> None:
    files = {f"artikel/2025/s-{n}.md": trees.article(f"Pembuka.\n\n{text}\n") for n, text in enumerate(SNIPPETS)}
    found = trees.check(tmp_path, {**files, "_data/countries.yml": COUNTRIES})
    assert told(tuple(d for d in found if d.rule not in SHARED), SNIPPETS) == []
