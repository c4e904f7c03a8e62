"""Bodies that have brought Markdown renderers to their knees, each as large as an article may be.

The ideas of `SUITE` are those of test/pathological_tests.py in the CommonMark reference implementations (cmark,
cmark-gfm); `OURS` are the ones that cost this project's renderer most. Nothing here is an article anybody would write.
"""

from collections.abc import Mapping

from rantau.files import ARTICLE_LIMIT

# What the front matter of tests/shell.py takes of the limit, with room to spare.
ROOM = ARTICLE_LIMIT - 512


def fill(unit: str, before: str = "", after: str = "", most: int = ROOM) -> str:
    """As many copies of the unit as an article has room for, but no more than `most`, between two other texts."""
    count = (ROOM - len(before.encode()) - len(after.encode())) // len(unit.encode())
    return before + unit * min(count, most) + after


def halves(left: str, middle: str, right: str, most: int = ROOM) -> str:
    """As many copies of the left part as of the right one, around the middle."""
    count = min(most, (ROOM - len(middle.encode())) // len((left + right).encode()))
    return left * count + middle + right * count


def growing(line: str, step: str) -> str:
    """Lines that are each indented by one more step."""
    lines, left, indent = [], ROOM, ""
    while left > len((indent + line).encode()):
        lines.append(indent + line)
        left -= len(lines[-1].encode()) + 1
        indent += step
    return "\n".join(lines)


def rising(before: str, mark: str, after: str = "") -> str:
    """Runs of a mark, each longer by one than the one before."""
    pieces, left, length = [], ROOM, 1
    while left > length + len(before) + len(after):
        pieces.append(before + mark * length + after)
        left -= len(pieces[-1])
        length += 1
    return "".join(pieces)


def numbered(pattern: str, reserve: int = 0) -> str:
    """The pattern with 1, 2, 3 and so on in the place of "%", as often as there is room beside the reserved bytes."""
    pieces, left, number = [], ROOM - reserve, 1
    while left > len(pattern) * 3:
        pieces.append(pattern.replace("%", str(number)))
        left -= len(pieces[-1].encode())
        number += 1
    return "".join(pieces)


SUITE: Mapping[str, str] = {
    "nested strong and emphasis": halves("*a **a ", "b", " a** a*", 65_000),
    "emphasis closers without openers": fill("a_ ", most=65_000),
    "emphasis openers without closers": fill("_a ", most=65_000),
    "link closers without openers": fill("a]", most=65_000),
    "link openers without closers": fill("[a", most=65_000),
    "openers and closers that do not match": fill("*a_ ", most=50_000),
    "openers and closers in threes": fill("c* ", before="a**b", most=50_000),
    "link openers and emphasis closers": fill("[ a_", most=50_000),
    "bracket and parenthesis crossed": fill("[ (](", most=80_000),
    "image in an image's brackets": fill("![[]()", most=160_000),
    "link and emphasis crossed": "**x [a*b**c*](d)",
    "nested brackets": halves("[", "a", "]", 50_000),
    "nested quotations": fill("> ", after="a", most=50_000),
    "nested lists": growing("* a", "  "),
    "NUL in the text": "abc\0de\0",
    "runs of backticks": rising("e", "`"),
    "links without an end, in angle brackets": fill("[a](<b", most=30_000),
    "links without an end": fill("[a](b", most=30_000),
    "comments without an end": fill("<!--", before="</", most=300_000),
    "empty lines in nested lists": halves("- ", "x", "\n", 30_000),
    "empty lines in nested lists in a quotation": "> " + halves("- ", "x\n", ">\n", 30_000),
    "emphasis in nested quotations": halves(">", "", "a*", 100_000),
    "many references": numbered("[%]: u\n", ROOM // 2) + fill("[0] ")[: ROOM // 2],
    "references beside their uses": numbered("[x%]: /url\n\n[x1]\n\n"),
    "many tables": fill("aaa\rbbb\n-\v\n", most=30_000),
}

OURS: Mapping[str, str] = {
    "rules": fill("---\n"),
    "boxes that open": fill("??? tip\n", before="."),
    "addresses of mail": fill("JP Jepang <a@b.c>}"),
    "tags": fill("<b>"),
    "tags beside mail": fill("<b<a@b.c>"),
    "title quotes without an end": fill('[a](b"'),
    "notes without an end": fill("[^"),
    "code and cells": fill("`a`|", after="\n" + fill("-|")[: ROOM // 2])[-ROOM:],
    "quotation marks in a definition": fill('"', before="[a]: ", after=" y"),
    "names of abbreviations without an end": fill("*[", after="]:"),
    "headings": fill("# a\n"),
    "headings of one name": fill("#a\n\n"),
    "blanks": fill(" ", before="a", after="b"),
    "blanks and tabs": fill("\t \n", before="a", after="b"),
    "carriage returns": fill("\r"),
    "entities": fill("&#8238;"),
    "words on one line": fill("a"),
    "emphasis in emphasis": halves("_*", "a", "*_"),
    "underscores": fill("_a*"),
    "images": fill("![]()"),
    "references to one definition": fill("[a][a] ", before="[a]: b\n\n"),
    "notes of one definition": fill("[^a] ", before="[^a]: b\n\n"),
    "notes": numbered("[^%]\n\n[^%]: a\n"),
    "fences without an end": "".join(f"{'`' * (3 + n)}\n" for n in range(350)),
    "indented lists": growing("- a", "    "),
    "indented boxes": growing("!!! note", "    "),
    "cells": fill("|", before="|a|b|\n|-|-|\n"),
    "columns": fill("a|", most=10_000) + "\n" + fill("-|", most=10_000),
}

# As large as an article may be, but what an editor might write: none of it may come near a limit.
HONEST: Mapping[str, str] = {
    "paragraphs": fill("Paspor diurus di kantor imigrasi; biayanya *dibayar* di bank, lalu **bukti** disimpan. " * 4 + "\n\n"),
    "one paragraph": fill("Paspor diurus di kantor imigrasi; biayanya *dibayar* di [bank](bank.md), kata 'Siti'.\n"),
    "headings": numbered("## Langkah %\n\nIsi langkah ini.\n\n"),
    "tables": fill("| Dokumen | Biaya | Lama |\n|:--|--:|---|\n" + "| Paspor | Rp350.000 | `4` hari |\n" * 12 + "\n"),
    "one table": fill("| [Paspor](paspor.md) | Rp350.000 | 4 hari |\n", before="| Dokumen | Biaya | Lama |\n|---|---|---|\n"),
    "lists": fill("- Siapkan dokumen.\n    1. Paspor\n    2. Ijazah\n        - asli\n        - salinan\n\n"),
    "one list": fill("- [Paspor](paspor.md) dan **visa**\n"),
    "links": numbered("[kantor %](https://imigrasi.example/kantor/%) dan [langkah %](langkah-%.md)\n\n"),
    "links in one paragraph": numbered("[kantor %](https://imigrasi.example/kantor/%) "),
    "addresses of mail": numbered("<kantor%@imigrasi.example>, "),
    "notes": numbered("Biaya diatur undang-undang[^%].\n\n[^%]: Undang-Undang Nomor 18 Tahun 2017, pasal %.\n\n"),
    "notes at the end": numbered("Biaya[^%].\n\n", ROOM // 2) + numbered("[^%]: Pasal %.\n", ROOM // 2),
    "references": numbered("[kantor][%]\n\n", ROOM // 2) + numbered("[%]: k%.md\n", ROOM // 2),
    "abbreviations": numbered("*[PMI%]: Pekerja Migran Indonesia\n", ROOM - 8_000) + "\n" + "PMI7 dan PMI8. " * 3_000,
    "boxes": fill('!!! warning "Awas"\n    Jangan membayar calo.\n\n??? question "Berapa?"\n    Gratis.\n\n'),
    "quotations": fill("> Kutipan pertama.\n>\n> > Di dalamnya.\n\n"),
    "code": fill("```\nkode `a`\n```\n\nKetik `ls` lalu ``a ` b``.\n\n"),
    "tags": fill("H<sub>2</sub>O<br>dan <kbd>Ctrl</kbd>\n\n"),
    "Japanese": fill("在留資格「特定技能」は、人手不足の分野で**働く**ための[在留資格](zairyu.md)です。日本語の試験があります。\n\n"),
    "Japanese on one line": fill("在留資格「特定技能」は、人手不足の分野で働くための在留資格です。"),
    "everything": fill(
        "## Biaya\n\nLihat [paspor](paspor.md)[^1] dan *visa*.\n\n- satu\n- dua\n\n| a | b |\n|---|---|\n| 日本 | `x` |\n\n> kutip\n\n",
        after="[^1]: Catatan.\n",
    ),
}
