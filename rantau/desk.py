"""What the editors' commands do: check, explain, fix, start an article. Returns exit codes and lines; prints nothing."""

import datetime
import difflib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath

from rantau import edits, files, pipeline, repairs, reporters, rules
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
    content: Path,
    paths: Sequence[Path],
    format_: str,
    language: str,
    date: datetime.date | None,
    *,
    fix: bool = False,
    rehearse: bool = False,
) -> Answer:
    """The report on all content, or on the given files and folders; with `fix`, repairs are written first.

    With `rehearse` the repairs are shown and nothing is written.
    """
    paths = [_meant(content, path) for path in paths]
    if problem := no_content(content) or next((p for path in paths if (p := _outside(content, path))), ""):
        return 2, (problem,)
    repaired: tuple[str, ...] = ()
    try:
        if rehearse:
            repaired = _rehearse(content, paths, date or today())
        elif fix:
            repaired, moved = _mend(content, paths, date or today(), content)
            paths = [*paths, *(content / new for old, new in moved.items() if _within(content, paths)(old))]
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
    within = _within(content, paths)
    return tuple(d for d in found if within(d.path))


def _within(content: Path, paths: Sequence[Path]) -> Callable[[PurePosixPath], bool]:
    """Whether a path of the content is one of those asked for, or below one; every path is when none was."""
    wanted = [path.resolve() for path in paths]
    return lambda path: not wanted or any((content / path).resolve().is_relative_to(w) for w in wanted)


def _meant(content: Path, path: Path) -> Path:
    """The path that the user named, which messages count from the project's directory and editors from the content's."""
    inner = Path(*path.parts[1:]) if path.parts[:1] == ("content",) else path
    if os.path.lexists(path) or not os.path.lexists(content / inner):
        return path
    return content / inner


def _outside(content: Path, path: Path) -> str:
    """Why a path named by the user holds nothing to check, "" when it does."""
    if not path.exists():
        near = next(iter(sorted(content.rglob(path.name))), None) if path.name else None
        return f'"{path}" tidak ada' + (f"; maksud Anda {near}?" if near is not None else "; periksa tulisannya")
    if not path.resolve().is_relative_to(content.resolve()):
        return f'"{path}" berada di luar folder isi {content}, jadi tidak diperiksa'
    return ""


def _mend(
    content: Path, paths: Sequence[Path], day: datetime.date, shown_as: Path
) -> tuple[tuple[str, ...], Mapping[PurePosixPath, PurePosixPath]]:
    """Writes the repairs of files, then those of their texts: a line for each, and the files' new paths by their old ones."""
    named = list(paths)
    lines: list[str] = []
    left: tuple[str, ...] = ()
    moved: dict[PurePosixPath, PurePosixPath] = {}
    # A mended text may make plain which file it means; the second round then has nothing left to guess.
    for _ in range(2):
        library = pipeline.load(content, day).library
        within = _within(content, named)
        done = repairs.repair(content, library, within, lambda: pipeline.load(content, day).library)
        named += [content / new for old, new in done.moved.items() if paths and within(old)]
        found = pipeline.examine(pipeline.load(content, day).library if done.moved else library)
        texts = tuple(_fix(content, _below(found, content, named), shown_as))
        lines, left, moved = [*lines, *done.lines, *texts], done.left, moved | dict(done.moved)
        if not (left and texts):
            break
    return (*lines, *left), moved


def _rehearse(content: Path, paths: Sequence[Path], day: datetime.date) -> tuple[str, ...]:
    """What the repairs would say, and how they would change texts, found by writing them in a copy."""
    root = content.resolve()
    with tempfile.TemporaryDirectory(prefix="rantau-") as folder:
        twin = Path(folder) / "content"
        _copy(root, twin)
        inner = [twin / path.resolve().relative_to(root) for path in paths]
        lines, moved = _mend(twin, inner, day, content)
        old_of = {new: old for old, new in moved.items()}
        texts = sorted(PurePosixPath(p.relative_to(twin).as_posix()) for p in (*twin.rglob("*.md"), *twin.rglob("*.yml")))
        differences = [line for path in texts for line in _difference(content, twin, old_of.get(path, path), path)]
    return (
        "percobaan: belum ada yang diubah; --fix akan melakukan ini:" if lines else "tidak ada yang dapat diperbaiki mesin",
        *lines,
        *differences,
    )


def _copy(content: Path, twin: Path) -> None:
    """The content at another place, by second names where the system has them: no repair writes into a file that is there."""
    twin.mkdir()
    for entry in files.scan(content):
        source, target = content / entry.path, twin / entry.path
        target.parent.mkdir(parents=True, exist_ok=True)
        if any(d.rule == "symlink" for d in entry.defects):
            # It only keeps its name from being given to another file.
            with suppress(OSError):
                target.symlink_to(os.devnull)
        elif os.path.lexists(source):
            try:
                target.hardlink_to(source)
            except (OSError, NotImplementedError):
                shutil.copyfile(source, target)


def _difference(content: Path, twin: Path, old: PurePosixPath, new: PurePosixPath) -> Iterator[str]:
    before, after = (content / old).read_bytes(), (twin / new).read_bytes()
    if before != after:
        one, other = (data.decode("utf-8-sig", "replace").removesuffix("\n").split("\n") for data in (before, after))
        yield from difflib.unified_diff(one, other, shown(content / old), shown(content / new), lineterm="")


def _fix(content: Path, found: Iterable[Diagnostic], shown_as: Path) -> Iterator[str]:
    """Writes the repairs of texts; yields a line for each file that was changed."""
    by_file: dict[Path, list[Diagnostic]] = {}
    for diagnostic in found:
        if diagnostic.fixable:
            by_file.setdefault(content / diagnostic.path, []).append(diagnostic)
    for path, diagnostics in sorted(by_file.items()):
        if edits.rewrite(path, [edit for d in diagnostics for edit in d.fix]):
            named = ", ".join(sorted({d.rule for d in diagnostics}))
            yield f"diperbaiki: {shown_as / path.relative_to(content)} ({len(diagnostics)} tempat: {named})"


def _total(errors: int, warnings: int, language: str) -> str:
    if not errors and not warnings:
        return "tidak ada temuan" if language == "id" else "nothing found"
    return f"{errors} kesalahan, {warnings} peringatan" if language == "id" else f"{errors} errors, {warnings} warnings"
