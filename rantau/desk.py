"""What the editors' commands do: check, explain, fix. Returns exit codes and lines; prints nothing."""

import datetime
import difflib
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath

from rantau import edits, files, fixing, pipeline, repairs, reporters
from rantau.clock import today
from rantau.explain import card, note, overview
from rantau.model import Diagnostic, Severity
from rantau.text.failures import reason
from rantau.text.names import nearest
from rantau.tidying import TIDYINGS

Answer = tuple[int, tuple[str, ...]]

_NOTHING = {
    "id": "tidak ada yang diperbaiki; semua berkas tetap seperti semula",
    "en": "nothing was repaired; all files are as they were",
}
# What a report writes before the name of a rule.
_WORDS = re.compile(r"^\s*(?:kesalahan|peringatan|error|warning)(?=\[)")


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
    difference: bool = False,
    output: Path | None = None,
    colour: bool = False,
) -> Answer:
    """The report on all content, or on the given files and folders; with `fix`, repairs are written first.

    With `rehearse` the repairs are shown and nothing is written; with `difference` they are shown as well as written.
    With `output` the report becomes that file, and the lines say so; with `colour` it is one for a terminal.
    """
    paths = [_meant(content, path) for path in paths]
    problems = (no_content(content), *(_outside(content, path) for path in paths), _unwanted(content, output))
    if problem := next(filter(None, problems), ""):
        return 2, (problem,)
    repaired: tuple[str, ...] = ()
    try:
        if rehearse:
            repaired = _rehearse(content, paths, date or today())
        elif fix:
            before = _texts(content) if difference else {}
            repaired, moved = _mend(content, paths, date or today(), content)
            repaired += tuple(_differences(content, before, content, moved)) if difference else ()
            repaired = repaired or (_NOTHING[language],)
            paths = paths and [*paths, *(content / new for old, new in moved.items() if _within(content, paths)(old))]
        library = pipeline.load(content, date or today()).library
    except OSError as error:
        return 2, (unreadable(error),)
    chosen = _below(pipeline.examine(library), content, paths)
    errors = sum(d.severity is Severity.ERROR for d in chosen)
    within = _within(content, paths)
    part = replace(library, documents=tuple(d for d in library.documents if within(d.path)))
    lines = tuple(pipeline.report(chosen, format_, language, shown(content), part, colour=colour))
    read = len(part.documents) + sum(within(path) for path in library.assets)
    total = _total(errors, len(chosen) - errors, read, language)
    if output is not None:
        try:
            _save(output, (*lines, total) if format_ == "text" else lines)
        except OSError as error:
            told = f'"{output}" cannot be written: {error.strerror or error}'
            if language == "id":
                told = f'"{output}" tidak dapat ditulis: {reason(error)}'
            return 2, (*repaired, told)
        lines = ({"id": f"laporan ditulis ke {output}", "en": f"report written to {output}"}[language],)
    if output is not None or format_ == "text":
        lines = (*repaired, *lines, total)
    return (1 if errors else 0), lines


def explain(name: str, language: str) -> Answer:
    """What a rule is for, with an example, or what is tidied; what each of them is about, when no name is given."""
    known = pipeline.manuals()
    tidied = {name: tidying.told for name, tidying in TIDYINGS.items()}
    if not name.strip():
        return 0, tuple(overview(known, tidied, language))
    name = _WORDS.sub("", name).strip(" []:").replace("_", "-")
    if name in tidied:
        return 0, tuple(note(name, tidied[name], language))
    if name not in known:
        every = (*known, *tidied)
        near = nearest(name, every)
        return 2, (f'aturan "{name}" tidak ada; ' + (f"maksud Anda {near}?" if near else f"aturan yang ada: {', '.join(every)}"),)
    return 0, tuple(card(known[name], language))


def no_content(content: Path) -> str:
    """Why a directory cannot be the content directory, "" when it can."""
    if not content.is_dir():
        return f'folder isi "{content}" tidak ada; periksa tulisan sesudah --content'
    if not (content / "_data").is_dir() and not any(content.rglob("*.md")):
        return f'"{content}" bukan folder isi: tidak ada tulisan dan tidak ada _data di dalamnya'
    return ""


def unreadable(error: OSError) -> str:
    """Why the content could not be read."""
    return f'"{error.filename}" tidak dapat dibaca: {reason(error)}'


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


def _named(content: Path, paths: Sequence[Path]) -> Callable[[PurePosixPath], bool]:
    """Whether a path of the content is itself one of those asked for; a folder names none of its files."""
    wanted = frozenset(path.resolve() for path in paths)
    return lambda path: (content / path).resolve() in wanted


def _called(repair: str) -> str:
    """A repair as its account names it: a rule as reports write it, a tidying with its words."""
    return f"{TIDYINGS[repair].label.id} [{repair}]" if repair in TIDYINGS else repair


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


def _unwanted(content: Path, output: Path | None) -> str:
    """Why a report cannot become that file, "" when it can."""
    if output is None:
        return ""
    if output.is_dir():
        return f'"{output}" adalah folder; tulis juga nama berkasnya, misalnya {output / "laporan.html"}'
    if output.resolve().is_relative_to(content.resolve()):
        return f'"{output}" berada di dalam folder isi {content}; simpan laporan di luar folder itu'
    return ""


def _save(output: Path, lines: Iterable[str]) -> None:
    """Writes a report in one step, or into what is no file (a pipe, /dev/null). Raises: OSError."""
    data = "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
    target = output.resolve()
    if output.exists() and not output.is_file():
        output.write_bytes(data)
    else:
        edits.replace(target, data)


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
        texts, kept = fixing.fix(content, day, _within(content, named), _named(content, named))
        fixed = (f"diperbaiki: {shown_as / t.path} ({t.places} tempat: {', '.join(map(_called, t.names))})" for t in texts)
        lines, left, moved = [*lines, *done.lines, *fixed], (*done.left, *kept), moved | dict(done.moved)
        if not (done.left and texts):
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
        differences = tuple(_differences(content, _texts(content), twin, moved))
    return (
        "percobaan: belum ada yang diubah; --fix akan melakukan ini:" if lines else _NOTHING["id"],
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


def _texts(content: Path) -> Mapping[PurePosixPath, bytes]:
    """The bytes of all articles and registries."""
    found = (p for p in content.rglob("*") if p.suffix.lower() in (".md", ".yml") and p.is_file() and not p.is_symlink())
    return {PurePosixPath(path.relative_to(content).as_posix()): path.read_bytes() for path in sorted(found)}


def _differences(
    content: Path, before: Mapping[PurePosixPath, bytes], now: Path, moved: Mapping[PurePosixPath, PurePosixPath]
) -> Iterator[str]:
    """How the texts in `now` differ from those `before`, whose paths were the old ones; named as they are in `content`."""
    old_of = {new: old for old, new in moved.items()}
    for path, after in _texts(now).items():
        old = old_of.get(path, path)
        if old in before and before[old] != after:
            one, other = (data.decode("utf-8-sig", "replace").removesuffix("\n").split("\n") for data in (before[old], after))
            yield from difflib.unified_diff(one, other, shown(content / old), shown(content / path), lineterm="")


def _total(errors: int, warnings: int, files: int, language: str) -> str:
    if not errors and not warnings:
        return f"{files} berkas diperiksa, tidak ada temuan" if language == "id" else f"{files} files checked, nothing found"
    return f"{errors} kesalahan, {warnings} peringatan" if language == "id" else f"{errors} errors, {warnings} warnings"
