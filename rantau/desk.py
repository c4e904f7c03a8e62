"""What the editors' commands do: check, explain, fix, start an article. Returns exit codes and lines; prints nothing."""

import datetime
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rantau import edits, pipeline, reporters, rules
from rantau.clock import today
from rantau.model import Diagnostic, Severity
from rantau.text.names import nearest
from rantau.text.slugs import slugify

Answer = tuple[int, tuple[str, ...]]

_ARTICLE = """---
title: {title}
description:
date: {date}
# contoh: authors: [redaksi], tags: [visa, dokumen], countries: [JP, Taiwan], stage: persiapan
authors: []
tags: []
countries: []
stage:
img:
alt:
sources:
  # satu kelompok seperti ini untuk setiap sumber
  - title:
    publisher:
    url:
    date:
status: draft
---

"""


def formats() -> tuple[str, ...]:
    """The names of the report formats."""
    return tuple(pipeline.discover(reporters))


def check(
    content: Path, paths: Sequence[Path], format_: str, language: str, date: datetime.date | None, *, fix: bool = False
) -> Answer:
    """The report on all content, or on the given files and folders; with `fix`, repairs are written first."""
    if problem := no_content(content) or next((p for path in paths if (p := _outside(content, path))), ""):
        return 2, (problem,)
    repaired: tuple[str, ...] = ()
    try:
        found = pipeline.check(content, date or today())
        if fix:
            repaired = tuple(_fix(content, _below(found, content, paths)))
            found = pipeline.check(content, date or today())
    except OSError as error:
        return 2, (unreadable(error),)
    chosen = _below(found, content, paths)
    errors = sum(d.severity is Severity.ERROR for d in chosen)
    lines = tuple(pipeline.report(chosen, format_, language, shown(content)))
    if format_ == "text":
        lines = (*repaired, *lines, _total(errors, len(chosen) - errors, language))
    return (1 if errors else 0), lines


def explain(name: str, language: str) -> Answer:
    """What a rule is for."""
    known = pipeline.discover(rules)
    name = name.strip().removeprefix("error").removeprefix("peringatan").strip("[]").replace("_", "-")
    if name not in known:
        near = nearest(name, known)
        return 2, (f'aturan "{name}" tidak ada; ' + (f"maksud Anda {near}?" if near else f"aturan yang ada: {', '.join(known)}"),)
    rule = known[name]
    severity = {
        "id": {"error": "menghalangi terbit", "warning": "peringatan"},
        "en": {"error": "blocks publishing", "warning": "warning"},
    }
    return 0, (f"{name} ({severity[language][rule.SEVERITY]})", "", rule.EXPLANATION.speak(language))


def new(content: Path, title: str, date: datetime.date | None) -> Answer:
    """Writes the skeleton of a new article as a draft, and never over something that is there."""
    if problem := no_content(content):
        return 2, (problem,)
    slug = slugify(title)
    if not slug:
        advice = "beri judul berhuruf Latin dulu, lalu ganti isian title di berkasnya"
        return 1, (f'judul "{title}" tidak memuat huruf Latin atau angka, jadi tidak dapat menjadi alamat; {advice}',)
    day = date or today()
    path = content / "artikel" / str(day.year) / f"{slug[:90].strip('-')}.md"
    if path.exists():
        return 1, (f"{path} sudah ada; pilih judul lain",)
    path.parent.mkdir(parents=True, exist_ok=True)
    quoted = '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
    path.write_text(_ARTICLE.format(title=quoted, date=day.isoformat()), "utf-8")
    steps = "isi bagian atasnya, tulis isinya, periksa dengan python3 scripts/check.py, lalu hapus baris status untuk menerbitkan"
    return 0, (f"{path} dibuat sebagai draft; {steps}",)


def no_content(content: Path) -> str:
    """Why a directory cannot be the content directory, "" when it can."""
    if not content.is_dir():
        return f'folder isi "{content}" tidak ada; periksa tulisan sesudah --content'
    if not (content / "_data").is_dir() and not any(content.rglob("*.md")):
        return f'"{content}" bukan folder isi: tidak ada tulisan dan tidak ada _data di dalamnya'
    return ""


def unreadable(error: OSError) -> str:
    """Why the content could not be read."""
    return f'"{error.filename}" tidak dapat dibaca: {error.strerror}'


def shown(content: Path) -> str:
    """The content directory as messages name it: relative when it is below the directory where the command runs."""
    relative = os.path.relpath(content)
    return Path(content if relative.startswith("..") else relative).as_posix()


def _below(found: Iterable[Diagnostic], content: Path, paths: Sequence[Path]) -> tuple[Diagnostic, ...]:
    if not paths:
        return tuple(found)
    wanted = [path.resolve() for path in paths]
    return tuple(d for d in found if any((content / d.path).resolve().is_relative_to(w) for w in wanted))


def _outside(content: Path, path: Path) -> str:
    """Why a path named by the user holds nothing to check, "" when it does."""
    if not path.exists():
        near = next(iter(sorted(content.rglob(path.name))), None) if path.name else None
        return f'"{path}" tidak ada' + (f"; maksud Anda {near}?" if near is not None else "; periksa tulisannya")
    if not path.resolve().is_relative_to(content.resolve()):
        return f'"{path}" berada di luar folder isi {content}, jadi tidak diperiksa'
    return ""


def _fix(content: Path, found: Iterable[Diagnostic]) -> Iterator[str]:
    """Writes the repairs; yields a line for each file that was changed."""
    by_file: dict[Path, list[Diagnostic]] = {}
    for diagnostic in found:
        if diagnostic.fixable:
            by_file.setdefault(content / diagnostic.path, []).append(diagnostic)
    for path, diagnostics in sorted(by_file.items()):
        if edits.rewrite(path, [edit for d in diagnostics for edit in d.fix]):
            yield f"diperbaiki: {path} ({len(diagnostics)} tempat: {', '.join(sorted({d.rule for d in diagnostics}))})"


def _total(errors: int, warnings: int, language: str) -> str:
    if not errors and not warnings:
        return "tidak ada temuan" if language == "id" else "nothing found"
    return f"{errors} kesalahan, {warnings} peringatan" if language == "id" else f"{errors} errors, {warnings} warnings"
