"""Every rule's docstring is executed: each `Bad:` is reported where it says, no `Good:` is.

The form of an example: a block indented by four blanks below a line `Bad:` or `Good:`, which is a whole Markdown file,
`artikel/2025/contoh.md` unless the block says otherwise. Lines of the block that are not part of a file:

    path: tentang.md        the lines below are this file; may come again for a further file
    made: an empty image    the tree is made by the function of that name in MAKERS, for what is no text
    at: 5:17                where the rule reports, as LINE:COLUMN of the last file or PATH:LINE:COLUMN; may come again
    also: missing-date      another rule that may report as well

The last two stand at the end of a block. A line of carets after a number sign in the front matter is a comment of that
file; it must agree with `at`, both in its start and in its end. An article or a sheet that ends with its front matter
gets one sentence below it. Each example is put into a small valid tree (`BASE`);
a file of the example replaces the one of the same path there. The day is 2026-11-22.
"""

import datetime
import io
import json
import pkgutil
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path, PurePosixPath
from types import ModuleType
from unittest.mock import patch

import pytest
from PIL import Image

from rantau import body, edits, pipeline, rules
from rantau.model import (
    FILE_START,
    Claim,
    Defect,
    Diagnostic,
    Document,
    Fields,
    Kind,
    Library,
    Localized,
    Severity,
    Span,
)
from rantau.text import spoken
from rantau.text.links import at_home, belongs, host_of, named_hosts, scheme_of, whole
from rantau.text.terms import likely_choice
from tests import agreed

DATE = datetime.date(2026, 11, 22)
GOLDEN = Path(__file__).parent / "golden" / "messages.txt"
MODULES = {m.name.replace("_", "-"): import_module(f"rantau.rules.{m.name}") for m in pkgutil.iter_modules(rules.__path__)}
BASE = {
    "_data/countries.yml": """\
- {key: JP, slug: jepang, aliases: [Negeri Sakura]}
- {key: KR, slug: korea-selatan, aliases: [Korsel]}
- {key: TW, slug: taiwan}
- {key: AS, slug: samoa-amerika}
- {key: US, slug: amerika-serikat, aliases: [AS]}
""",
    "_data/regions.yml": "- {key: uni-eropa, name: {id: Uni Eropa, en: European Union}, members: []}\n",
    "_data/tags.yml": "- {key: goes-japan, name: GOES JAPAN, aliases: [Goes Jepang]}\n- {key: visa, name: Visa}\n",
    "_data/authors.yml": "- {key: redaksi, name: Redaksi Rantau}\n",
    "_data/stages.yml": """\
- {key: persiapan, name: Persiapan}
- {key: pra-penempatan, name: Pra-penempatan}
- {key: penempatan, name: Penempatan}
- {key: purna-penempatan, name: Purna-penempatan}
""",
    "_data/sectors.yml": "- {key: kesehatan, name: Kesehatan}\n- {key: manufaktur, name: Manufaktur}\n",
    "program/ssw.md": """\
---
title: Specified Skilled Worker
name: SSW
description: Visa kerja bagi pekerja berketerampilan, dengan ujian bahasa dan ujian bidang kerja.
---

Lembar ini menjelaskan programnya.
""",
    "artikel/2025/paspor.md": """\
---
title: Cara membuat paspor
description: Langkah membuat paspor bagi calon pekerja migran, dengan biaya dan lama pengurusannya.
date: 2025-01-15
sources: [{title: Panduan paspor}]
---

## Biaya

Biaya dibayar di bank.
""",
}
# Most examples are about something else than sources.
ARTICLE = """\
---
title: Surat untuk visa kerja
description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
date: 2025-03-01
---

"""


@dataclass
class Example:
    """One block of a docstring; `places` are (path, line, column)."""

    files: dict[str, str] = field(default_factory=dict)
    made: str = ""
    places: set[tuple[str, int, int]] = field(default_factory=set)
    also: set[str] = field(default_factory=set)


def parse(docstring: str) -> Iterator[tuple[str, Example]]:
    """The examples of a rule's docstring, each with "Bad" or "Good"."""
    for match in re.finditer(r"^(Bad|Good):\n((?:(?: {4}.*)?\n)+)", docstring.rstrip() + "\n", re.MULTILINE):
        lines = [line[4:] for line in match[2].rstrip("\n").split("\n")]
        yield match[1], _example(lines)


def _example(lines: list[str]) -> Example:
    example, path = Example(), "artikel/2025/contoh.md"
    texts: dict[str, list[str]] = {}
    places: list[str] = []
    for line in lines:
        name, _, value = line.partition(": ")
        if name == "path":
            path = value
        elif name == "made":
            example.made = value
        elif name == "at":
            places.append(value)
        elif name == "also":
            example.also.add(value)
        else:
            texts.setdefault(path, []).append(line)
    example.files = {file: _with_body(file, "\n".join(content) + "\n") for file, content in texts.items()}
    for place in places:
        *file, line_number, column = place.split(":")
        example.places.add((file[0] if file else path, int(line_number), int(column)))
    return example


def _with_body(path: str, text: str) -> str:
    """The text of an example's file, with a sentence when it is an article or a sheet without a body."""
    bare = text.startswith("---\n") and text.endswith("\n---\n") and text.count("\n---\n") == 1
    return text + "\nSiapkan surat dari desa.\n" if bare and ("artikel/" in path or "program/" in path) else text


def photo(width: int = 600, height: int = 400, kind: str = "JPEG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), (200, 120, 40)).save(buffer, kind)
    return buffer.getvalue()


def _write(root: Path, path: str, data: bytes) -> None:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def _link_outside(root: Path) -> None:
    outside = root.parent / "rahasia.md"
    outside.write_text("rahasia")
    (root / "artikel/2025/tautan.md").symlink_to(outside)


@contextmanager
def _failing(made: str) -> Iterator[None]:
    """Reading fails on a file that says so; the worker processes are forks, so they fail as well."""
    if made != "an article on which reading fails":
        yield
        return
    mask = body.mask

    def fail(text: str, body_line: int) -> str:
        if "gagal di sini" in text:
            raise KeyError("uji")
        return mask(text, body_line)

    with patch("rantau.body.mask", fail):
        yield


MAKERS: dict[str, Callable[[Path], None]] = {
    "a photo in a folder of images": lambda root: _write(root, "images/foto-2.jpg", photo()),
    "an article of 70 KB": lambda root: _write(
        root, "artikel/2025/panjang.md", (ARTICLE + "Siapkan paspor.\n\n" * 4200).encode()
    ),
    "an article of 60 KB": lambda root: _write(
        root, "artikel/2025/panjang.md", (ARTICLE + ("Siapkan paspor. " * 50 + "\n\n") * 74).encode()
    ),
    "an image of 6 MB": lambda root: _write(root, "images/besar.png", photo(kind="PNG") + b"\0" * 6 * 1024 * 1024),
    "a link to a file outside": _link_outside,
    "an article in windows-1252": lambda root: _write(
        root, "artikel/2025/sandi.md", (ARTICLE[:-1] + "Kata \x93resmi\x94\n").encode("latin-1")
    ),
    "an article in utf-16": lambda root: _write(root, "artikel/2025/sandi.md", (ARTICLE + "Isi.\n").encode("utf-16")),
    "an article with a byte order mark": lambda root: _write(
        root, "artikel/2025/sandi.md", (ARTICLE + "Isi.\n").encode("utf-8-sig")
    ),
    "an image cut off in the middle": lambda root: _write(root, "images/rusak.jpg", photo()[:700]),
    "a small photo": lambda root: _write(root, "images/kecil.jpg", photo(200, 150)),
    "an empty image": lambda root: _write(root, "images/kosong.png", b""),
    "an article of a list 3000 levels deep": lambda root: _write(
        root, "artikel/2025/dalam.md", (ARTICLE + "- " * 3000 + "dalam\n").encode()
    ),
    "an article on which reading fails": lambda root: _write(
        root, "artikel/2025/gagal.md", (ARTICLE + "gagal di sini\n").encode()
    ),
}


@cache
def _photo() -> bytes:
    return photo()


def examine(example: Example) -> tuple[Diagnostic, ...]:
    """What the whole check says of the example's tree; every example is examined once."""
    key = repr(example)
    if key not in _EXAMINED:
        _EXAMINED[key] = _examined(example)
    return _EXAMINED[key]


_EXAMINED: dict[str, tuple[Diagnostic, ...]] = {}


def _examined(example: Example) -> tuple[Diagnostic, ...]:
    with tempfile.TemporaryDirectory() as directory:
        root = Path(directory) / "content"
        for path, text in (BASE | example.files).items():
            _write(root, path, text.encode())
        _write(root, "images/visa.jpg", _photo())
        if example.made:
            MAKERS[example.made](root)
        with _failing(example.made):
            return pipeline.check(root, date=DATE)


def _cases(kind: str) -> list[object]:
    return [
        pytest.param(name, example, id=f"{name}-{number}")
        for name, module in MODULES.items()
        for number, (found, example) in enumerate(parse(module.__doc__ or ""), start=1)
        if found == kind
    ]


def _shown(found: tuple[Diagnostic, ...]) -> str:
    return "\n".join(f"{d.path}:{d.span.line}:{d.span.column}: {d.severity}[{d.rule}] {d.message.id}" for d in found)


@pytest.mark.parametrize(("name", "example"), _cases("Bad"))
def test_bad_example_is_reported_where_it_says(name: str, example: Example) -> None:
    found = examine(example)
    places = {(str(d.path), d.span.line, d.span.column) for d in found if d.rule == name}
    assert places == example.places, _shown(found)
    assert {d.rule for d in found} - (example.also) | {name} == {name}, _shown(found)
    for diagnostic in (d for d in found if d.rule == name):
        assert diagnostic.severity == MODULES[name].SEVERITY
        well_formed(diagnostic.message, diagnostic.help)


@pytest.mark.parametrize(("name", "example"), _cases("Bad"))
def test_carets_of_a_bad_example_mark_the_whole_span(name: str, example: Example) -> None:
    carets = [
        (path, number, match.start(1) + 1, match.end(1) + 1)
        for path, text in example.files.items()
        for number, line in enumerate(text.split("\n"))
        if (match := re.match(r"#\s*(\^+)$", line))
    ]
    if carets:
        found = examine(example)
        spans = {(str(d.path), d.span.line, d.span.column, d.span.end_column) for d in found if d.rule == name}
        assert set(carets) <= spans


@pytest.mark.parametrize(("name", "example"), _cases("Good"))
def test_good_example_passes(name: str, example: Example) -> None:
    found = examine(example)
    assert name not in {d.rule for d in found}, _shown(found)
    assert not [d for d in found if d.severity is Severity.ERROR], _shown(found)


def well_formed(message: Localized, help_: Localized) -> None:
    for words in (message, help_):
        for language in (words.id, words.en):
            assert language
            assert language == language.strip()
            assert not re.search(r"\{\w*\}", language), language
            assert not re.search(r"\b(please|invalid|mohon|harap|silakan)\b", language, re.IGNORECASE), language
    for language in (message.id, message.en):
        assert not language.endswith((".", "!", "?"))
        assert "yaml" not in language.casefold()


@pytest.mark.parametrize("name", MODULES)
def test_rule_explains_itself(name: str) -> None:
    module = MODULES[name]
    assert module.SEVERITY in tuple(Severity)
    assert module.EXPLANATION.id
    assert module.EXPLANATION.en
    for text in (module.EXPLANATION.id, module.EXPLANATION.en):
        assert text.endswith(".")
        assert "  " not in text
    assert any(hasattr(module, part) for part in ("describe", "check", "check_library"))


@pytest.mark.parametrize("name", MODULES)
def test_rule_has_more_good_than_bad(name: str) -> None:
    kinds = [kind for kind, _ in parse(MODULES[name].__doc__ or "")]
    assert kinds.count("Bad") >= 1
    assert kinds.count("Good") >= 2
    assert kinds.count("Good") > kinds.count("Bad")


@pytest.mark.parametrize("name", MODULES)
def test_rule_imports_only_what_the_design_allows(name: str) -> None:
    source = Path(str(MODULES[name].__file__)).read_text(encoding="utf-8")
    for module in re.findall(r"^(?:from|import) (rantau[\w.]*)", source, re.MULTILINE):
        assert module == "rantau.model" or module.startswith("rantau.text"), module


# --- words, one by one -------------------------------------------------------------------------

DEFECTS = (
    Defect("no-front-matter", FILE_START),
    *(
        Defect("front-matter-syntax", FILE_START, {"problem": problem, "detail": detail})
        for problem, detail in (
            ("unclosed", ""),
            ("quote", '"Tentang'),
            ("quote-inside", "kami"),
            ("indent", "tags:"),
            ("tab", "tags:"),
            ("colon", ": negara"),
            ("no-colon", "judul"),
            ("alias", "*a"),
            ("tag", "!!x"),
            ("merge", "<<"),
            ("depth", "10"),
            ("not-a-mapping", ""),
            ("bracket", "[a"),
            ("character", "@visa resmi"),
            ("character", "U+0007"),
            ("hash", "#1 mengurus visa"),
            ("value-start", "[Penting] syarat visa"),
            ("value-start", '[Penting] "syarat" visa'),
            ("value-start", '[Penting] "syarat" jum\'at'),
            ("missing-space", "description"),
            ("missing-space", '"Judul tulisan"'),
            ("wide-colon", "description"),
            ("special-space", "title: Visa"),
            ("backslash", '\\Visa"'),
            ("dash-space", "-dokumen"),
            ("curly-quote", "“Jepang: negara tujuan”"),
            ("dash-value", "- gunung"),
            ("closed-early", ""),
            ("other", "?"),
            ("other", ""),
        )
    ),
    *(
        Defect("front-matter-syntax", FILE_START, {"problem": problem, "detail": "", "right": right})
        for problem, right in (
            ("quote", 'title: "Tentang"'),
            ("quote-inside", "title: \"Jum'at berkah\""),
            ("colon", 'description: "Visa: syaratnya"'),
            ("alias", 'alt: "*Penting*"'),
            ("tag", 'alt: "!Awas"'),
            ("hash", 'alt: "Cara #1"'),
            ("hash", "tags: [visa, bahasa]"),
            ("value-start", 'alt: "[Foto] paspor"'),
            ("missing-space", "alt: Paspor"),
            ("wide-colon", "name: Visa"),
            ("dash-space", "- visa"),
            ("bracket", "countries: [JP]"),
            ("curly-quote", 'title: "Jepang: negara"'),
            ("dash-value", "alt: gunung"),
            ("backslash", "title: 'C:\\Visa'"),
        )
    ),
    *(
        Defect("front-matter-syntax", FILE_START, {"problem": problem, "detail": right.strip(), "right": right, "below": below})
        for problem, right, below in (
            ("indent", "    publisher: KP2MI", "title"),
            ("indent", "  - title: Panduan", "-"),
            ("indent", "date: 2025-03-01", "title"),
            ("tab", "    publisher: KP2MI", "title"),
            ("tab", "  - visa", ""),
        )
    ),
    *(
        Defect("duplicate-field", FILE_START, {"field": field, "line": "9", "first_line": "2", **more})
        for field, more in (
            ("title", {}),
            ("title", {"form": "item"}),
            ("tags", {"form": "names"}),
            ("tags", {"form": "names", "joined": "visa, biaya"}),
            ("sources", {"form": "records"}),
        )
    ),
    Defect("conflict-marks", FILE_START, {"lines": "5, 7, 9"}),
    Defect("unknown-field", FILE_START, {"field": "titel", "nearest": "title"}),
    Defect("unknown-field", FILE_START, {"field": "sources.0.judul", "nearest": ""}),
    Defect("unknown-field", FILE_START, {"field": "warna", "nearest": ""}),
    *(
        Defect("unknown-field", FILE_START, {"field": field, "nearest": "title", "line": "3", "other": other, "other_line": "2", **same})
        for field, other, same in (
            ("Title", "title", {"same": "yes"}),
            ("sources.0.Title", "TITLE", {"same": "yes"}),
            ("tilte1", "title", {}),
        )
    ),
    Defect("unknown-field", FILE_START, {"field": "src", "nearest": "", "parent": "images", "item": "- src: visa.jpg"}),
    Defect("field-shape", FILE_START, {"field": "tags.1", "expected": "text", "got": "group"}),
    Defect("field-shape", FILE_START, {"field": "title", "expected": "text", "got": "list"}),
    Defect("field-shape", FILE_START, {"field": "updated", "expected": "text", "got": "group"}),
    Defect("field-shape", FILE_START, {"field": "sources.0", "expected": "group", "got": "text"}),
    Defect("field-shape", FILE_START, {"field": "images.0", "expected": "group", "got": "text"}),
    Defect("field-shape", FILE_START, {"field": "tags", "expected": "list", "got": "group"}),
    *(
        Defect("field-shape", FILE_START, {"field": field, "expected": expected, "got": got, "value": value})
        for field, expected, got, value in (
            ("title", "text", "list", "Tentang, Rantau"),
            ("alt", "text", "group", "Foto: paspor"),
            ("tags.1", "text", "group", "visa: kerja"),
            ("sources.0", "group", "text", "https://kp2mi.go.id/panduan"),
            ("sources.0", "group", "text", "Panduan: visa"),
            ("images.0", "group", "text", "visa.jpg"),
        )
    ),
    Defect("missing-title", FILE_START),
    Defect("missing-description", FILE_START),
    Defect("impossible-date", FILE_START, {"field": "date", "value": "29/10/2021", "suggestion": "2021-10-29"}),
    Defect("impossible-date", FILE_START, {"field": "sources.0.date", "value": "kemarin", "suggestion": ""}),
    Defect("impossible-date", FILE_START, {"field": "updated", "value": "31 Juni 2026", "suggestion": ""}),
    Defect(
        "unknown-choice",
        FILE_START,
        {"field": "status", "value": "publised", "choices": "draft, published, archived", "nearest": "published"},
    ),
    Defect(
        "unknown-choice",
        FILE_START,
        {"field": "rights", "value": "milik kami", "choices": "own, quoted", "nearest": ""},
    ),
    Defect(
        "unknown-choice",
        FILE_START,
        {"field": "status", "value": "Terbit", "choices": "draft, published, archived", "nearest": ""},
    ),
    Defect("unknown-choice", FILE_START, {"field": "status", "value": "draf", "choices": "draft, published", "nearest": "draft"}),
    Defect("description-length", FILE_START, {"length": "20", "min": "50", "max": "300"}),
    Defect("description-length", FILE_START, {"length": "340", "min": "50", "max": "300"}),
    Defect("unsafe-link", FILE_START, {"destination": "javascript:alert(1)", "scheme": "javascript"}),
    Defect("unsafe-link", FILE_START, {"destination": "www.kp2mi.go.id", "scheme": ""}),
    Defect("hidden-characters", FILE_START, {"character": "U+200B", "name": "zero width space"}),
    *(
        Defect("file-name", FILE_START, {"problem": problem, "suggestion": suggestion, "name": "Visa Kerja.md"})
        for problem, suggestion in (
            ("uppercase", "visa-kerja.md"),
            ("space", ""),
            ("character", ""),
            ("character", "Visa Kerja.md"),
            ("folder", ""),
            ("ending", ""),
            ("reserved", "Visa Kerja.md"),
            ("length", ""),
        )
    ),
    *(
        Defect("file-name", FILE_START, {"problem": problem, "suggestion": suggestion, "name": name})
        for problem, suggestion, name in (
            ("uppercase", "foto-surat.jpg", "Foto Surat.JPG"),
            ("folder", "peta.png", "peta.png"),
            ("folder", "topik.yml", "topik.yml"),
            ("ending", "visa-kerja.docx", "Visa Kerja.docx"),
            ("ending", "visa.pdf", "visa.pdf"),
            ("ending", "img-1234.heic", "IMG_1234.HEIC"),
            ("ending", "visa-kerja-md.txt", "Visa Kerja.md.txt"),
            ("ending", "visa-kerja.txt", "visa-kerja.txt"),
            ("ending", "peta.tiff", "peta.tiff"),
            ("ending", "film.mp4", "film.mp4"),
            ("ending", "gaji.xlsx", "gaji.xlsx"),
            ("ending", "surat.zip", "surat.zip"),
            ("ending", "catatan", "catatan"),
        )
    ),
    Defect("file-too-large", FILE_START, {"size": "7340000", "limit": "5242880"}),
    Defect("file-too-large", FILE_START, {"size": "65537", "limit": "65536"}),
    Defect("symlink", FILE_START, {"name": "visa.md"}),
    Defect("not-utf8", FILE_START, {"encoding": "utf-16", "byte": "1"}),
    Defect("not-utf8", FILE_START, {"encoding": "binary", "byte": "9"}),
    *(
        Defect("undecodable-image", FILE_START, {"problem": problem, "detail": detail})
        for problem, detail in (
            ("broken", ""),
            ("format", ""),
            ("format", "HEIC/AVIF"),
            ("broken", "image file is truncated"),
            ("pixels", ""),
            ("animation", ""),
            ("empty", ""),
        )
    ),
    Defect("unsafe-image", FILE_START, {"element": "script"}),
    Defect("raw-html", FILE_START, {"tag": "img"}),
    Defect("raw-html", FILE_START, {"tag": "b", "unpaired": "yes"}),
    *(Defect("raw-html", FILE_START, {"tag": tag}) for tag in ("a", "center", "div", "iframe", "style", "script", "!--")),
    Defect("raw-html", FILE_START, {"tag": "details"}),
    *(Defect("leftover-component", FILE_START, {"tag": tag}) for tag in ("v-img", "youtube", "v-alert", "x-kartu")),
    Defect("url-with-newline", FILE_START, {"destination": "https://kp2mi.go.id/a b"}),
    Defect("too-complex", FILE_START, {"limit": "time"}),
    Defect("too-complex", FILE_START, {"limit": "depth"}),
    Defect("too-complex", FILE_START, {"limit": "crash"}),
    *(
        Defect("registry-entry", FILE_START, {"problem": problem, "value": value, "field": value})
        for problem, value in (
            ("not-a-list", ""),
            ("not-a-mapping", ""),
            ("no-key", ""),
            ("unknown-field", "nama"),
            ("duplicate-key", "visa"),
            ("duplicate-name", "visa"),
            ("unknown-member", "XX"),
            ("unknown-related", "bnp2tki"),
            ("unknown-country", "JPN"),
            ("new-problem", ""),
        )
    ),
    *(
        Defect("fact-entry", FILE_START, {"problem": problem, "value": value})
        for problem, value in (
            ("not-a-list", ""),
            ("not-a-mapping", ""),
            ("missing", "value"),
            ("bad-key", "Biaya Visa"),
            ("duplicate-key", "biaya-visa"),
            ("unknown-field", "satuan"),
            ("unknown-source-field", "penerbit"),
            ("no-source", "biaya-visa"),
            ("no-address", "biaya-visa"),
            ("bad-address", "http://kemnaker.example/"),
            ("bad-date", "Oktober 2024"),
            ("bad-day", "besok"),
            ("future", "2030-01-01"),
        )
    ),
    *(
        Defect(rule, FILE_START, {"problem": problem, "value": value, **more})
        for rule in ("contact-entry", "fact-entry", "glossary-entry")
        for problem, value, more in (
            ("other-date", "22 November 2025", {"right": "2025-11-22"}),
            ("short-month", "2025-02-30", {"month": "Februari 2025", "month_en": "February 2025", "days": "28"}),
        )
    ),
    Defect("curly-quoted-value", FILE_START, {"written": "“Kesehatan”", "right": '"Kesehatan"'}),
    Defect("empty-slug", FILE_START, {"field": "tags.slug", "value": "仕事"}),
    Defect("empty-slug", FILE_START, {"field": "tags.slug", "value": "Kerja Baik"}),
    Defect("unforeseen-failure", FILE_START, {"detail": "KeyError: 'x'"}),
    Defect("unknown-box", FILE_START, {"kind": "penting"}),
    Defect("unknown-box", FILE_START, {"kind": "xyzzy"}),
    Defect("unknown-box", FILE_START, {"kind": "warning Awas"}),
    Defect("unknown-box", FILE_START, {"kind": "Peringatan “Awas calo”"}),
    Defect("unknown-box", FILE_START, {"kind": "jangan percaya calo"}),
    Defect("unknown-box", FILE_START, {"kind": ""}),
    Defect("unknown-box", FILE_START, {"kind": "warning", "line": '!!!warning"Awas"', "right": '!!! warning "Awas"'}),
    Defect("unknown-box", FILE_START, {"kind": "warning", "line": '!!! warning "Awas" calo'}),
    Defect("unknown-box", FILE_START, {"kind": "question Berapa lama?", "right": '??? question "Berapa lama?"'}),
    Defect("wrong-folder", FILE_START, {"fields": "tags, countries"}),
    Defect("wrong-folder", FILE_START, {"fields": "official"}),
    Defect("wrong-folder", FILE_START, {"fields": "actions, what_ifs"}),
    *(
        Defect("glossary-entry", FILE_START, {"problem": problem, "value": "KUR", "other": "kredit", "line": "3"})
        for problem in (
            *("not-a-list", "not-a-mapping", "unknown-field", "no-key", "bad-key", "one-name", "no-meaning", "no-source"),
            *("bad-source", "bad-date", "duplicate-key", "duplicate-name"),
        )
    ),
)


def _block(title: str, message: Localized, help_: Localized) -> str:
    return f"{title}\n  {message.id}\n  {help_.id}\n  {message.en}\n  {help_.en}\n"


def test_every_message_and_help_reads_as_agreed() -> None:
    blocks = []
    for defect in DEFECTS:
        message, help_ = MODULES[defect.rule].describe(defect)
        well_formed(message, help_)
        values = json.dumps(dict(defect.values), ensure_ascii=False)
        blocks.append(_block(f"{defect.rule} {values}", message, help_))
    blocks += [
        _block(f"{rule} {number}", d.message, d.help)
        for rule, module in MODULES.items()
        if not hasattr(module, "describe")
        for number, (kind, example) in enumerate(parse(module.__doc__ or ""), start=1)
        if kind == "Bad"
        for d in examine(example)
        if d.rule == rule
    ]
    made = [block.removesuffix("\n") for block in blocks]
    kept = agreed.text(GOLDEN, "\n\n".join(made) + "\n").removesuffix("\n").split("\n\n")
    new, gone = [b for b in made if b not in kept], [b for b in kept if b not in made]
    how = agreed.how("test_rules.py")
    assert not new and not gone, "\n\n".join(
        (f"read these words aloud; {how}", f"not in {GOLDEN.name}:", *new, f"only in {GOLDEN.name}:", *gone)
    )
    assert made == kept, f"the blocks of {GOLDEN.name} have another order; {how}"


def test_every_described_defect_belongs_to_a_rule_that_describes() -> None:
    assert {d.rule for d in DEFECTS} <= {name for name, module in MODULES.items() if hasattr(module, "describe")}


# --- details that examples cannot show ---------------------------------------------------------


def _only(module: ModuleType, example: Example) -> list[Diagnostic]:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    return [d for d in examine(example) if d.rule == name]


def test_heading_with_two_signs_gets_its_blank_by_command_and_a_hashtag_does_not() -> None:
    text = "---\ntitle: Tentang\n---\n\n##Siapa\n\n#KaburAjaDulu\n"
    first, second = _only(MODULES["heading-without-space"], Example({"tentang.md": text}))
    assert [(e.span, e.text) for e in first.fix] == [(Span(5, 3, 5, 3), " ")]
    assert second.fix == ()


def test_link_that_differs_in_capitals_alone_is_mended_by_command() -> None:
    text = "---\ntitle: Tentang\n---\n\n[paspor](artikel/2025/Paspor.md)\n"
    (found,) = _only(MODULES["broken-link"], Example({"tentang.md": text}))
    assert [(e.span, e.text) for e in found.fix] == [(Span(5, 10, 5, 32), "artikel/2025/paspor.md")]


@pytest.mark.parametrize(
    ("lines", "help_"),
    [
        ("stage: persiapan\nstage: penempatan", "pertahankan satu baris dan hapus yang lain: baris 5 atau baris 6"),
        ("tags: visa\ntags: [goes-japan, visa]", "tulis dalam satu baris, lalu hapus baris yang lain: tags: [visa, goes-japan]"),
        ("countries:\n  - JP\ncountries: [{a: b}]", "pindahkan butir-butirnya ke bawah baris 5, lalu hapus baris 7"),
        ("sources: [{title: A}]\nsources: [{title: B}]", "pindahkan butir-butirnya ke bawah baris 5, lalu hapus baris 6"),
        (
            "sources:\n  - title: A\n    title: B",
            'hapus salah satu: baris 6 atau baris 7; kalau ini butir baru, tulis tanda hubung di depannya: "- title: ..."',
        ),
    ],
)
def test_only_a_field_that_holds_a_list_is_to_become_one_list(lines: str, help_: str) -> None:
    text = ARTICLE.replace("date: 2025-03-01", f"date: 2025-03-01\n{lines}") + "Isi.\n"
    (found,) = _only(MODULES["duplicate-field"], Example({"artikel/2025/contoh.md": text}))
    assert found.help.id == help_


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("title: Visa\nTitle: Visa kerja", {3: "hapus salah satu: baris 2 atau baris 3"}),
        ("Title: Visa\ntitle: Visa kerja", {2: "hapus salah satu: baris 2 atau baris 3"}),
        ("title: Visa\njudul: Visa kerja", {3: "hapus salah satu: baris 2 atau baris 3"}),
        (
            "title: Visa\nTags: visa\nTAGS: visa",
            dict.fromkeys((3, 4), 'hapus salah satu: baris 3 atau baris 4, lalu namai yang tersisa "tags"'),
        ),
    ],
)
def test_two_names_of_one_field_are_both_named_and_one_of_them_is_to_be_deleted(lines: str, told: dict[int, str]) -> None:
    text = f"---\n{lines}\n{ARTICLE.split(chr(10), 2)[2]}Isi.\n"
    found = _only(MODULES["unknown-field"], Example({"artikel/2025/contoh.md": text}))
    assert {d.span.line: d.help.id for d in found} == told
    assert not [d for d in found if d.fix]


_BELOW = 'langsung di bawah barisnya, dengan huruf a dari "alt" tepat di bawah huruf s dari "src"'


@pytest.mark.parametrize(
    ("lines", "line", "help_"),
    [
        ("  - src: visa.jpg\n  alt: Paspor", 7, 'tulis "    alt: Paspor" (empat spasi, di bawah huruf s dari "src")'),
        ("- src: visa.jpg\n alt: Paspor", 7, 'tulis "  alt: Paspor" (dua spasi, di bawah huruf s dari "src")'),
        ("  - src: visa.jpg\nalt: Paspor", 6, f'baris 7 belum masuk ke gambar ini; tulis "    alt: Paspor" {_BELOW}'),
        ("  - src: visa.jpg\n  - alt: Paspor", 6, f'baris 7 belum masuk ke gambar ini; tulis "    alt: Paspor" {_BELOW}'),
        ("src: visa.jpg\nalt: Paspor", 6, 'tulis "  - src: visa.jpg" di bawah "images:" (dua spasi, tanda hubung, satu spasi)'),
    ],
)
def test_words_of_an_image_that_are_out_of_line_are_shown_as_they_should_be_written(lines: str, line: int, help_: str) -> None:
    text = ARTICLE.replace("date: 2025-03-01", f"date: 2025-03-01\nimages:\n{lines}") + "Isi.\n"
    (found,) = examine(Example({"artikel/2025/contoh.md": text}))
    assert (found.span.line, found.help.id) == (line, help_)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("| a | b | c |", '"c" tidak tampil: baris ini punya 3 sel, kepala tabelnya 2'),
        ("| a | b | c | d |", '2 sel tidak tampil: "c", "d"; baris ini punya 4 sel, kepala tabelnya 2'),
        ("| a | b | c | | e |", '2 sel tidak tampil: "c", "e"; baris ini punya 5 sel, kepala tabelnya 2'),
        ("| a | b | | | e |", '1 sel tidak tampil: "e"; baris ini punya 5 sel, kepala tabelnya 2'),
    ],
)
def test_every_lost_cell_of_a_row_is_counted_and_named(row: str, told: str) -> None:
    text = f"---\ntitle: Tentang\n---\n\n| A | B |\n|---|---|\n{row}\n"
    (found,) = _only(MODULES["lost-cell"], Example({"tentang.md": text}))
    assert found.message.id == told
    assert f"| A | B{' | ...' * (row.count('|') - 3)} |" in found.help.id


_EXACT = "huruf besar dan kecilnya sama persis"


@pytest.mark.parametrize(
    ("written", "help_", "fixed"),
    [
        ("visa.png", f'maksud Anda "visa.jpg"? Kalau bukan, simpan gambarnya sebagai content/images/visa.png, {_EXACT}', ""),
        ("Visa.jpg", 'berkasnya bernama "visa.jpg": tulis visa.jpg, karena huruf besar dan kecil harus sama persis', "visa.jpg"),
        ("kapal.jpg", f"simpan gambarnya sebagai content/images/kapal.jpg, {_EXACT}", ""),
        ("Foto-Kapal.HEIC", f"simpan gambarnya sebagai content/images/foto-kapal.jpg dan tulis foto-kapal.jpg di sini, {_EXACT}", ""),
        ("foto/kapal.webp", f"simpan gambarnya sebagai content/images/kapal.webp dan tulis kapal.webp di sini, {_EXACT}", ""),
    ],
)
def test_missing_image_is_told_where_its_file_belongs_and_under_which_name(written: str, help_: str, fixed: str) -> None:
    text = ARTICLE.replace("date:", f"img: {written}\nalt: Paspor\ndate:") + f"![Paspor]({written})\n"
    found = examine(Example({"artikel/2025/contoh.md": text}))
    others = {"missing-image": "; atau kosongkan isian ini", "broken-link": "; atau hapus gambarnya"}
    assert [(d.rule, d.help.id.removesuffix(others[d.rule])) for d in found] == [("missing-image", help_), ("broken-link", help_)]
    assert ["".join(edit.text for edit in d.fix) for d in found] == [fixed, fixed]


def test_image_inside_a_link_destination_is_shown_in_short() -> None:
    text = "---\ntitle: Tentang\n---\n\n![Peta](data:image/png;base64," + "A" * 500 + ")\n"
    (found,) = _only(MODULES["unsafe-link"], Example({"tentang.md": text}))
    assert found.message.id.startswith('gambar "data:image/png;base64,AAA')
    assert len(found.message.id) < 130


def test_every_country_of_a_list_is_reported_at_its_own_place() -> None:
    text = ARTICLE.replace("date:", "countries: [ID, Jepan, '', XX]\ndate:")
    found = _only(MODULES["unknown-country"], Example({"artikel/2025/contoh.md": text}))
    assert [(d.span.column, d.help.id) for d in found] == [
        (13, "hapus Indonesia dari countries; isian ini hanya untuk negara tujuan"),
        (17, 'maksud Anda "JP" (Jepang)?'),
        (
            28,
            "tulis kode dua huruf atau nama negaranya, bukan nama kota; negara yang dikenal tercantum di content/_data/countries.yml",
        ),
    ]


@pytest.mark.parametrize("written", ["Arab", "Dubai", "Tokyo", "Riyadh", "Amerika", "Jakarta", "JN", "Uni", "Kairo"])
def test_no_country_is_offered_for_a_word_that_is_alike_by_chance(written: str) -> None:
    names = (
        "{key: AW, slug: aruba}, {key: CU, slug: kuba}, {key: TG, slug: togo}, {key: SY, slug: suriah}, {key: JO, slug: yordania}"
    )
    files = {
        "artikel/2025/contoh.md": f"{ARTICLE[:-5]}countries: [{written}]\n---\n\nIsi.\n",
        "_data/countries.yml": f"[{names}]\n",
        "_data/regions.yml": "- {key: afrika, name: Afrika, members: []}\n",
    }
    (found,) = _only(MODULES["unknown-country"], Example(files))
    assert found.help.id.startswith("tulis kode dua huruf atau nama negaranya, bukan nama kota")


@pytest.mark.parametrize(
    ("field", "written", "help_", "fixed"),
    [
        ("countries", "Jepang, Taiwan, Korsel", "countries: [Jepang, Taiwan, Korsel]", "[Jepang, Taiwan, Korsel]"),
        ("countries", "'Jepang / KR'", "countries: [Jepang, KR]", "[Jepang, KR]"),
        ("countries", "Jepang dan Uni Eropa", "countries: [Jepang, Uni Eropa]", "[Jepang, Uni Eropa]"),
        ("countries", "Jepang, Arab", "countries: [Jepang, Arab]", ""),
        ("countries", "['Jepang, Taiwan']", "countries: [Jepang, Taiwan]", ""),
        ("tags", "visa, paspor, dan biaya", "tags: [visa, paspor, biaya]", ""),
        ("tags", "visa; goes japan", "tags: [visa, goes japan]", "[visa, goes japan]"),
        ("tags", "[visa, 'visa & GOES JAPAN']", "tags: [visa, visa, GOES JAPAN]", ""),
        ("programs", "SSW, GtoG", "programs: [SSW, GtoG]", ""),
        ("sectors", "kesehatan/manufaktur", "sectors: [kesehatan, manufaktur]", "[kesehatan, manufaktur]"),
        ("authors", "redaksi, Budi", "authors: [redaksi, Budi]", ""),
    ],
)
def test_several_values_in_one_text_become_a_list(field: str, written: str, help_: str, fixed: str) -> None:
    text = ARTICLE.replace("date:", f"{field}: {written}\ndate:") + "Isi.\n"
    rule = {"countries": "country"}.get(field, field.removesuffix("s"))
    (found,) = _only(MODULES[f"unknown-{rule}"], Example({"artikel/2025/contoh.md": text}))
    assert found.message.id.endswith("adalah beberapa nilai dalam satu tulisan")
    assert found.help.id == f"tulis sebagai daftar dengan kurung siku: {help_}"
    assert "".join(edit.text for edit in found.fix) == fixed
    if fixed:
        right = edits.apply(text, found.fix)
        assert f"\n{field}: {fixed}\n" in right
        assert not _only(MODULES[f"unknown-{rule}"], Example({"artikel/2025/contoh.md": right}))


@pytest.mark.parametrize(
    ("lines", "rule", "help_"),
    [
        ("tags: [kesehatan]", "tag", '"kesehatan" adalah bidang kerja: tulis di isian sectors, bukan tags: sectors: [kesehatan]'),
        (
            "tags: [Kesehatan]\nsectors: [manufaktur]",
            "tag",
            '"Kesehatan" adalah bidang kerja: tulis di isian sectors, bukan tags: sectors: [manufaktur, Kesehatan]',
        ),
        (
            "tags: [kesehatan]\nsectors: [Kesehatan]",
            "tag",
            '"kesehatan" adalah bidang kerja dan sudah ditulis di sectors: hapus dari tags',
        ),
        ("tags: [Korsel]", "tag", '"Korsel" adalah negara (Korea Selatan): tulis di isian countries, bukan tags: countries: [Korsel]'),
        ("tags: [persiapan]", "tag", '"persiapan" adalah tahap: tulis di isian stage, bukan tags: stage: persiapan'),
        (
            "tags: [persiapan]\nstage: penempatan",
            "tag",
            '"persiapan" adalah tahap: hapus dari tags; isian stage hanya memuat satu nilai, dan sudah berisi "penempatan"',
        ),
        ("sectors: [SSW]", "sector", '"SSW" adalah program: tulis di isian programs, bukan sectors: programs: [SSW]'),
        ("stage: visa", "stage", '"visa" adalah topik: tulis di isian tags, bukan stage: tags: [visa]'),
        ("programs: [redaksi]", "program", '"redaksi" adalah penulis: tulis di isian authors, bukan programs: authors: [redaksi]'),
        ("countries: [manufaktur]", "country", '"manufaktur" adalah bidang kerja: tulis di isian sectors, bukan countries: sectors: [manufaktur]'),
        ("authors: [Uni Eropa]", "author", '"Uni Eropa" adalah kawasan: tulis di isian countries, bukan authors: countries: [Uni Eropa]'),
    ],
)
def test_word_of_another_list_is_told_in_which_field_it_belongs(lines: str, rule: str, help_: str) -> None:
    text = ARTICLE.replace("date: 2025-03-01", f"date: 2025-03-01\n{lines}") + "Isi.\n"
    (found,) = _only(MODULES[f"unknown-{rule}"], Example({"artikel/2025/contoh.md": text}))
    assert found.help.id == help_


def test_items_whose_hyphens_lack_a_blank_become_a_list() -> None:
    text = ARTICLE.replace("date:", "tags:\n  -visa\n  -goes-japan\ndate:") + "Isi.\n"
    (found,) = _only(MODULES["unknown-tag"], Example({"artikel/2025/contoh.md": text}))
    assert found.message.id == 'belum ada spasi sesudah tanda hubung: "-visa -goes-japan"'
    assert found.help.id == 'tulis satu spasi sesudah setiap tanda hubung: "- visa"'
    right = edits.apply(text, found.fix)
    assert "\ntags:\n  [visa, goes-japan]\n" in right
    assert not _only(MODULES["unknown-tag"], Example({"artikel/2025/contoh.md": right}))


def test_one_value_that_reads_like_several_is_left_alone() -> None:
    text = ARTICLE.replace("date:", "countries: [Trinidad dan Tobago, 'Jepang, Trinidad dan Tobago']\ndate:") + "Isi.\n"
    files = {
        "artikel/2025/contoh.md": text,
        "_data/countries.yml": "[{key: TT, slug: tt, aliases: [Trinidad dan Tobago]}, {key: JP}]\n",
    }
    (found,) = _only(MODULES["unknown-country"], Example(files))
    assert found.help.id.endswith("countries: [Trinidad dan Tobago, Jepang, Trinidad dan Tobago]")


def test_stage_holds_one_value_only() -> None:
    text = ARTICLE.replace("date:", "stage: penempatan, persiapan\ndate:") + "Isi.\n"
    (found,) = _only(MODULES["unknown-stage"], Example({"artikel/2025/contoh.md": text}))
    assert (found.help.id, found.fix) == ("pilih satu saja, misalnya stage: penempatan", ())


@pytest.mark.parametrize(
    ("destination", "meant"),
    [
        ("kp2mi.go.id", "https://kp2mi.go.id"),
        ("www.bp2mi.go.id/layanan?a=1#b", "https://www.bp2mi.go.id/layanan?a=1#b"),
        ("wa.me/628123456789", "https://wa.me/628123456789"),
        ("https//kp2mi.go.id", "https://kp2mi.go.id"),
        ("http/kp2mi.go.id", "http://kp2mi.go.id"),
        ("redaksi@rantau.example", "mailto:redaksi@rantau.example"),
        ("+62 812-3456-789", "tel:+628123456789"),
        ("08123456789", "tel:+628123456789"),
        ("021-29244800", "tel:02129244800"),
        ("paspor.md", ""),
        ("../2025/visa", ""),
        ("2025-01-15", ""),
        ("0812", ""),
        ("syarat.pdf", ""),
        ("peta.jpg", ""),
        ("#kp2mi.go.id", ""),
        ("/kp2mi.go.id", ""),
        ("", ""),
        ("a." * 30_000, ""),
    ],
)
def test_address_without_its_beginning_is_completed(destination: str, meant: str) -> None:
    assert whole(destination) == meant


def test_only_what_is_certain_about_a_link_is_mended_by_command() -> None:
    text = "---\ntitle: Tentang\n---\n\n[a](kp2mi.go.id) [b](08123456789) [c](redaksi@rantau.example) [d](pasport.md)\n"
    found = _only(MODULES["broken-link"], Example({"tentang.md": text}))
    right = edits.apply(text, [edit for d in found for edit in d.fix])
    assert right.split("\n")[4] == "[a](https://kp2mi.go.id) [b](08123456789) [c](mailto:redaksi@rantau.example) [d](pasport.md)"


def test_help_on_a_broken_link_names_a_file_that_is_there() -> None:
    text = "---\ntitle: Jepang\n---\n\n[a](gaji-lembur.md)\n"
    (found,) = _only(MODULES["broken-link"], Example({"negara/jepang.md": text}))
    assert "(misalnya ../artikel/2025/paspor.md)" in found.help.id


@pytest.mark.parametrize(
    ("address", "home"),
    [
        ("http://localhost:8000/x/", True),
        ("HTTP://LOCALHOST", True),
        ("http://127.0.0.1:8000/", True),
        ("http://127.1.2.3/", True),
        ("http://[::1]:8000/", True),
        ("http://0.0.0.0:8000/", True),
        ("http://192.168.1.7/", True),
        ("https://laptop.local/", True),
        ("http://laptop/", True),
        ("https://kp2mi.go.id:8000/", False),
        ("https://local.example/", False),
        ("https://8.8.8.8/", False),
        ("mailto:budi@localhost", False),
        ("paspor.md", False),
        ("https://", False),
    ],
)
def test_address_at_home_is_told_from_one_on_the_internet(address: str, home: bool) -> None:
    assert at_home(address) is home


def test_address_of_the_preview_becomes_a_link_to_the_file() -> None:
    text = "---\ntitle: Jepang\n---\n\n[a](http://127.0.0.1:8000/artikel/2025/paspor/#biaya) [b](http://[::1)\n"
    first, second = _only(MODULES["unreachable-link"], Example({"negara/jepang.md": text}))
    assert first.help.id == 'maksud Anda "../artikel/2025/paspor.md#biaya"?'
    assert [e.text for e in first.fix] == ["../artikel/2025/paspor.md#biaya"]
    assert second.fix == ()


@pytest.mark.parametrize(
    ("word", "choice"), [("Terbit", "published"), ("konsep", "draft"), ("arsip", "archived"), ("mesin", ""), ("publised", "")]
)
def test_choice_in_indonesian_is_understood_where_the_field_offers_it(word: str, choice: str) -> None:
    assert likely_choice(word, ("draft", "published", "archived")) == choice


def test_finding_of_a_draft_does_not_block() -> None:
    text = ARTICLE.replace("date:", "status: draft\ntags: [tidak-ada]\ndate:")
    (found,) = _only(MODULES["unknown-tag"], Example({"artikel/2025/contoh.md": text}))
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("label", "hosts"),
    [
        ("kp2mi.go.id", ("kp2mi.go.id",)),
        ("Situs https://bp2mi.go.id/daftar", ("bp2mi.go.id",)),
        ("WWW.Contoh.museum", ("www.contoh.museum",)),
        ("t.me/lowongan", ("t.me",)),
        ("halo@kp2mi.go.id", ("kp2mi.go.id",)),
        ("ｋｐ２ｍｉ．ｇｏ．ｉｄ", ("kp2mi.go.id",)),
        ("visa.md", ()),
        ("syarat.pdf", ()),
        ("Rp5.000.000", ()),
        ("U.S.", ()),
        ("12.30", ()),
        ("Budi, S.Kom., M.Si.", ()),
        ("a.n. Siti", ()),
        ("selesai.Lalu pulang", ()),
        ("UU No.18/2017", ()),
        ("https://web.archive.example/web/https://bp2mi.go.id", ("web.archive.example",)),
        ("https://kp2mi.go.id@evil.example/", ("kp2mi.go.id",)),
        ("a+" * 30_000 + "a." * 30_000 + "a" * 60_000, ()),
    ],
)
def test_hosts_that_a_label_names(label: str, hosts: tuple[str, ...]) -> None:
    assert named_hosts(label) == hosts


@pytest.mark.parametrize(
    ("destination", "scheme", "host"),
    [
        ("https://www.kp2mi.go.id:443/x", "https", "www.kp2mi.go.id"),
        ("https://bp2mi.go.id@evil.example/", "https", "evil.example"),
        ("https://evil.example\\@bp2mi.go.id/", "https", "evil.example"),
        ("https:evil.example/a", "https", "evil.example"),
        ("HTTPS://EVIL.EXAMPLE.", "https", "evil.example"),
        ("//evil.example/", "//", "evil.example"),
        ("\\\\evil.example", "//", "evil.example"),
        ("java\tscript:alert(1)", "javascript", ""),
        (" javascript:alert(1)", "javascript", ""),
        ("mailto:halo@kp2mi.go.id?subject=a@b", "mailto", "kp2mi.go.id"),
        ("../2025/visa.md", "", ""),
        ("/images/x.jpg", "", ""),
    ],
)
def test_destination_is_read_as_a_browser_reads_it(destination: str, scheme: str, host: str) -> None:
    assert (scheme_of(destination), host_of(destination)) == (scheme, host)


def test_host_belongs_to_the_named_one_and_not_the_other_way_round() -> None:
    assert belongs("siskop2mi.bp2mi.go.id", "bp2mi.go.id")
    assert belongs("www.bp2mi.go.id", "bp2mi.go.id")
    assert belongs("bp2mi.go.id", "www.bp2mi.go.id")
    assert not belongs("bp2mi.go.id", "siskop2mi.bp2mi.go.id")
    assert not belongs("palsubp2mi.go.id", "bp2mi.go.id")


def test_size_over_a_limit_never_looks_like_the_limit() -> None:
    assert spoken.size(64 * 1024) == Localized("64 KB", "64 KB")
    assert spoken.size(64 * 1024 + 1) == Localized("64,1 KB", "64.1 KB")
    assert spoken.size(6_700_000) == Localized("6,4 MB", "6.4 MB")


def test_later_claims_to_an_address_name_the_first_file() -> None:
    a, b = PurePosixPath("artikel/2025/Visa.md"), PurePosixPath("artikel/2025/visa.md")
    library = Library(
        DATE,
        claims={
            "/artikel/2025/visa/": (
                Claim("/artikel/2025/Visa/", a, FILE_START),
                Claim("/artikel/2025/visa/", b, FILE_START),
            )
        },
    )
    (found,) = MODULES["colliding-address"].check_library(library)
    assert found.path == b
    assert found.message.id == 'alamat "/artikel/2025/visa/" sudah dipakai "content/artikel/2025/Visa.md"'


@pytest.mark.parametrize("due", [datetime.date(2026, 11, 22), datetime.date(2026, 11, 23), datetime.date(2026, 11, 21)])
def test_review_is_announced_in_days(due: datetime.date) -> None:
    words = {
        22: "halaman ini harus diperiksa lagi hari ini",
        23: 'halaman ini harus diperiksa lagi sebelum "23 November 2026", 1 hari lagi',
        21: 'halaman ini seharusnya diperiksa lagi sebelum "21 November 2026", 1 hari yang lalu',
    }
    document = Document(PurePosixPath("tentang.md"), Kind.PAGE, "id", "/tentang/", fields=Fields(title="Tentang", review_by=due))
    (found,) = MODULES["review-due"].check(document, Library(DATE))
    assert found.message.id == words[due.day]


def test_document_without_front_matter_breaks_no_rule() -> None:
    document = Document(PurePosixPath("negara/x.md"), Kind.INTRODUCTION, "id", "/negara/x/")
    for module in MODULES.values():
        if hasattr(module, "check"):
            list(module.check(document, Library(DATE)))


def test_words_that_were_not_agreed_fail_with_the_way_to_write_them_and_are_written_when_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    golden = tmp_path / "messages.txt"
    golden.write_text("lama\n")
    monkeypatch.delenv("RANTAU_GOLDEN", raising=False)
    assert agreed.text(golden, "baru\n") == "lama\n"
    assert "RANTAU_GOLDEN=write python3 scripts/test.py tests/test_rules.py" in agreed.how("test_rules.py")
    monkeypatch.setenv("RANTAU_GOLDEN", "write")
    assert agreed.text(golden, "baru\n") == golden.read_text() == "baru\n"
