"""What is staged in Git for the next commit, checked as it is staged and not as the files on disk are. Prints nothing."""

import datetime
import os
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from rantau import derived, pipeline
from rantau.clock import today
from rantau.model import Diagnostic, Severity
from rantau.text.commands import FIX, called

Answer = tuple[int, tuple[str, ...]]

HELP = (
    f"Belum disimpan ke Git. Perbaiki yang di atas (atau: {FIX}), lalu git add dan git commit lagi.",
    "Yang diperiksa adalah isi yang sudah di-git add, bukan berkas di layar Anda.",
)
NOTE = f"Catatan: daftar di content berubah; jalankan {called('forms')} lalu git add schemas .vscode"
MENDED = "{} tetapi belum di-add, jadi belum ikut: git add {}"
# More of them are named by their folder.
_NAMED = 5


class Unusable(Exception):
    """Git could not say what is staged; the message is for the editor."""


def check(project: Path, where: Path, date: datetime.date | None) -> Answer:
    """The report on the staged content, and whether it may be committed: 0 yes, 1 no, 2 nothing could be checked.

    `project` is this project's directory, `where` the directory of the commit. The content is that of the project when it
    lies in the same repository, else the folder content/ at the top of that repository.
    """
    try:
        top = Path(_git(where, "rev-parse", "--show-toplevel").decode().rstrip("\n")).resolve()
        folder = _folder(project.resolve(), top)
        changed = tuple(_names(_git(top, "diff", "--cached", "--name-only", "--no-renames", "-z", "--", folder.as_posix())))
        if not changed:
            return 0, ()
        with tempfile.TemporaryDirectory(prefix="rantau-") as stage:
            _export(top, folder, Path(stage))
            return _report(Path(stage) / folder, top, folder, changed, date or today())
    except Unusable as problem:
        return 2, (str(problem),)


def _folder(project: Path, top: Path) -> PurePosixPath:
    inside = (project / "content").relative_to(top) if (project / "content").is_relative_to(top) else Path("content")
    return PurePosixPath(inside.as_posix())


def _names(data: bytes) -> Iterable[PurePosixPath]:
    return (PurePosixPath(os.fsdecode(name)) for name in data.split(b"\0") if name)


def _export(top: Path, folder: PurePosixPath, stage: Path) -> None:
    """Writes the staged files, and the derived files beside them, below a directory."""
    listed = _git(top, "ls-files", "--cached", "-z", "--", folder.as_posix(), str(folder.parent / derived.FOLDER))
    _git(top, "checkout-index", "--force", "-z", "--stdin", f"--prefix={stage.as_posix()}/", given=listed)
    (stage / folder).mkdir(parents=True, exist_ok=True)


def _report(content: Path, top: Path, folder: PurePosixPath, changed: tuple[PurePosixPath, ...], day: datetime.date) -> Answer:
    library = pipeline.load(content, day).library
    inner = {path.relative_to(folder) for path in changed}
    gone = any(not (content / path).exists() for path in inner)
    # What is gone or renamed, and what a list says, is seen in other files.
    everywhere = gone or any(path.suffix != ".md" for path in inner) or any("program" in path.parts[:2] for path in inner)
    found = [d for d in pipeline.examine(library) if everywhere or d.path in inner]
    blocking = [d for d in found if d.severity is Severity.ERROR]
    shown: list[Diagnostic] = blocking or [d for d in found if d.path in inner]
    lines = tuple(pipeline.report(shown, "text", "id", folder.as_posix()))
    note = (NOTE,) if everywhere and _drifts(content) else ()
    if not blocking:
        return 0, (*lines, *note)
    return 1, (*lines, f"{len(blocking)} kesalahan.", *_help(top, folder, {d.path for d in blocking}, day))


def _help(top: Path, folder: PurePosixPath, blocked: set[PurePosixPath], day: datetime.date) -> tuple[str, ...]:
    """What to do about the files with errors, whose paths are those in the content: some may be mended on disk and not staged."""
    waiting = [*_names(_git(top, "diff", "--name-only", "-z", "--", folder.as_posix()))]
    waiting += _names(_git(top, "ls-files", "--others", "--exclude-standard", "-z", "--", folder.as_posix()))
    if not waiting or not (top / folder).is_dir():
        return HELP
    found = pipeline.examine(pipeline.load(top / folder, day).library)
    left = {d.path for d in found if d.severity is Severity.ERROR}
    mended = {folder / path for path in blocked - left}
    if not mended:
        return HELP
    # One may be mended by another, such as a list that has a new topic.
    needed = sorted(mended if mended <= set(waiting) else set(waiting))
    names = " ".join(f'"{p}"' if " " in p.as_posix() else p.as_posix() for p in needed) if len(needed) <= _NAMED else folder
    if not blocked & left:
        return (f"Belum disimpan ke Git. {MENDED.format('Sudah diperbaiki', names)}, lalu git commit lagi.", HELP[1])
    return (*HELP, MENDED.format("Sebagian sudah diperbaiki", names))


def _drifts(content: Path) -> bool:
    """Whether the staged schemas are others than the staged lists ask for; never where none are staged."""
    staged = content.parent / derived.FOLDER
    if not staged.is_dir():
        return False
    made = {path: data for path, data in derived.lists(content).items() if path.parent == derived.FOLDER}
    return any(not (staged / path.name).is_file() or (staged / path.name).read_bytes() != data for path, data in made.items())


def _git(where: Path, *arguments: str, given: bytes = b"") -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=where, input=given, capture_output=True, check=True)
    except OSError:
        raise Unusable("Git tidak ditemukan, jadi isi tidak dapat diperiksa") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip()
        raise Unusable(f"Git tidak dapat menunjukkan isi yang akan disimpan: {said}") from None
    return done.stdout
