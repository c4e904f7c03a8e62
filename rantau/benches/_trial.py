"""One content tree full of cases: checked, pruned of what is refused, built, and looked at from outside."""

import datetime
import hashlib
import json
import multiprocessing
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path, PurePosixPath

from rantau import pipeline
from rantau.benches import _browser
from rantau.benches._slots import REGISTRIES, SCAFFOLD, Case
from rantau.model import Asset, Diagnostic, Document, Severity

ROOT = Path(__file__).resolve().parent.parent.parent
DATE = datetime.date(2026, 11, 22)
HANG = 10.0
CANARY = "kata rahasia di luar isi"
# Where an offence is counted; each is a column of the table.
KINDS = ("tracebacks", "hangs", "escapes", "scripts", "requests", "blocked", "errors", "placeless")
_SEARCHES = 4
# A mistake that fails everything is found in the first few; telling the rest apart would take hours.
_ENOUGH = 12
_BLAMED = re.compile(r"\bu(\d+)\b")


@dataclass(frozen=True, slots=True)
class Offence:
    """One thing that must not happen: of which kind, and enough to see it again."""

    kind: str
    where: str
    detail: str


@dataclass(slots=True)
class Outcome:
    """What a tree gave."""

    counts: Counter[str] = field(default_factory=Counter)
    offences: list[Offence] = field(default_factory=list)

    def report(self, kind: str, case: Case | None, detail: str) -> None:
        """Counts an offence."""
        self.counts[kind] += 1
        where = f"{case.source} in {case.slot}: {case.excerpt[:160]!a}" if case is not None else "?"
        self.offences.append(Offence(kind, where, " ".join(detail.split())[-700:]))


@dataclass(frozen=True, slots=True)
class Answer:
    """What the checker says about a tree: its findings, and the files that cost a worker its life by their reason."""

    found: tuple[Diagnostic, ...]
    lost: dict[str, str]


def attempt(cases: Sequence[Case], folder: Path, browse: bool) -> Outcome:
    """The outcome of all the cases, tried in one tree below an empty folder, which is removed."""
    trial = _Trial(folder, browse)
    try:
        trial.run(cases)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return trial.outcome


def misplaced(found: Diagnostic, content: Path) -> str:
    """What a finding lacks: a file, a line of it, a name, words, or a way out; "" for nothing."""
    path, lines = content / found.path, 1
    # A name that is no UTF-8 is shown with a sign in the place of what cannot be shown, so there is no such file to look at.
    if "\ufffd" not in str(found.path):
        if not os.path.lexists(path):
            return "no such file"
        if path.is_file() and not path.is_symlink():
            lines = path.read_bytes().count(b"\n") + 1
    if not 1 <= found.span.line <= lines or found.span.column < 1:
        return f"no such place: {found.span.line}:{found.span.column} of {lines} lines"
    if not found.rule or not found.message.id.strip():
        return "no words"
    return "" if found.help.id.strip() else "no way out"


class _Trial:
    def __init__(self, folder: Path, browse: bool) -> None:
        self.folder, self.browse = folder, browse
        # Deep, so that a path that climbs out a few steps still lands where it is seen.
        self.inner = folder / "a" / "b" / "c"
        self.content, self.site = self.inner / "content", self.inner / "site"
        self.outcome = Outcome()
        self.owners: dict[str, Case] = {}
        self.lines: dict[tuple[str, int], Case] = {}
        for place in (folder, folder / "a", folder / "a" / "b", self.inner):
            place.mkdir(parents=True, exist_ok=True)
            (place / "kenari.md").write_text(CANARY, "utf-8")
        (self.inner / "tmp").mkdir()

    def run(self, cases: Sequence[Case]) -> None:
        """Tries what may spoil a registry by itself, then everything together."""
        together = [c for c in cases if not c.alone]
        for case in cases:
            if case.alone and self.judge([case]):
                if case.entry[0]:
                    together.append(case)
                else:
                    self.erect([case])
        accepted = self.judge(together)
        self.erect(accepted)

    def plant(self, cases: Sequence[Case]) -> list[Case]:
        """Writes the tree; returns the cases that the file system takes."""
        shutil.rmtree(self.content, ignore_errors=True)
        self.owners, self.lines = {}, {}
        for path, text in SCAFFOLD.items():
            _write(self.content / path, text.encode())
        registries = {path: [text.encode()] for path, text in REGISTRIES.items()}
        planted: list[Case] = []
        for case in cases:
            try:
                for path, data in case.files.items():
                    _write(self.content / path, data)
            except OSError:
                self.outcome.counts["unwritable"] += 1
                continue
            planted.append(case)
            self.owners |= dict.fromkeys((_shown(path) for path in case.files), case)
            path, text = case.entry
            if path:
                first = sum(part.count(b"\n") for part in registries[path]) + 1
                registries[path].append(text.encode("utf-8", "surrogatepass"))
                self.lines |= {(path, n): case for n in range(first, first + text.count("\n") + 1)}
        whole = {path for case in cases for path in case.files}
        for path, parts in registries.items():
            if path not in whole:
                _write(self.content / path, b"".join(parts))
        return planted

    def owner(self, found: Diagnostic) -> Case | None:
        """The case that a finding is about."""
        path = found.path.as_posix()
        if path in self.owners:
            return self.owners[path]
        if (path, found.span.line) in self.lines:
            return self.lines[path, found.span.line]
        # A folder that is refused is reported itself.
        return next((c for p, c in self.owners.items() if p.startswith(path + "/")), None)

    def judge(self, cases: Sequence[Case]) -> list[Case]:
        """The cases that the checker accepts; the others are counted, and so is what it did wrong on them."""
        if not cases:
            return []
        planted = self.plant(cases)
        before = self._snapshot()
        answer = _ask(self.content, 60.0 + 0.1 * len(planted) if len(planted) > 1 else 3 * HANG)
        self._compare(before, planted)
        if isinstance(answer, str):
            kind = "hangs" if answer == "time" else "tracebacks"
            if len(planted) == 1 or self.outcome.counts[kind] >= _ENOUGH:
                self.outcome.report(kind, planted[0], _several(planted, answer))
                return []
            half = len(planted) // 2
            return self.judge(planted[:half]) + self.judge(planted[half:])
        refused = self._weigh(answer)
        self.outcome.counts["rejected"] += len(refused)
        late = [c for c in planted if id(c) in refused and refused[id(c)] == "time"]
        for case in late if len(planted) > 1 else ():
            # Beside others it may only have had to wait.
            self.plant([case])
            again = _ask(self.content, 3 * HANG)
            if isinstance(again, str) or "time" in again.lost.values():
                self.outcome.report("hangs", case, "lost by time")
        if len(planted) == 1 and late:
            self.outcome.report("hangs", planted[0], "lost by time")
        return [c for c in planted if id(c) not in refused]

    def _weigh(self, answer: Answer) -> dict[int, str]:
        """The refused cases by their id, with why their worker died (or "")."""
        refused: dict[int, str] = {}
        for found in answer.found:
            case, path = self.owner(found), found.path.as_posix()
            where = f"{path}:{found.span.line}:{found.span.column} [{found.rule}] {found.message.id} / {found.help.id}"
            if missing := misplaced(found, self.content):
                self.outcome.report("placeless", case, f"{missing}: {where}")
            if found.rule == "unforeseen-failure" or answer.lost.get(path) == "crash":
                self.outcome.report("tracebacks", case, where)
            if found.severity is not Severity.ERROR:
                continue
            if case is None:
                self.outcome.report("placeless", case, f"a sound file is blamed: {where}")
                continue
            refused[id(case)] = answer.lost.get(path, refused.get(id(case), ""))
        return refused

    def erect(self, cases: Sequence[Case]) -> None:
        """Builds the accepted cases with the real command and opens the pages; finds the one on which it fails."""
        if not cases:
            return
        planted = self.plant(cases)
        before = self._snapshot()
        code, output = self._build(len(planted))
        self._compare(before, planted)
        if code == 0:
            self.outcome.counts["accepted"] += len(planted)
            self._look(planted)
            return
        if code == 1 and len(accepted := self.judge(planted)) < len(planted):
            # What is gone may have been needed by what was left.
            self.erect(accepted)
        elif len(planted) == 1 or self.outcome.counts["tracebacks"] >= _ENOUGH:
            self.outcome.report("hangs" if code is None else "tracebacks", planted[0], _several(planted, output))
        else:
            self._divide(planted, output)

    def _divide(self, cases: Sequence[Case], output: str) -> None:
        """Builds without the cases that the output names, or else both halves."""
        named = {path for n in _BLAMED.findall(output[-4000:]) for path in self.owners if f"u{n}." in path}
        suspects = [c for c in cases if named & {_shown(p) for p in c.files}][:20]
        if not suspects or len(suspects) == len(cases):
            half = len(cases) // 2
            self.erect(cases[:half])
            self.erect(cases[half:])
            return
        for case in suspects:
            self.erect([case])
        self.erect([c for c in cases if c not in suspects])

    def _build(self, count: int) -> tuple[int | None, str]:
        """Exit code and last words of the build; code None when it took too long."""
        command = [sys.executable, str(ROOT / "scripts" / "build.py"), "--content", str(self.content)]
        command += ["--site", str(self.site), "--date", DATE.isoformat()]
        environment = {**os.environ, "TMPDIR": str(self.inner / "tmp"), "PYTHONDONTWRITEBYTECODE": "1"}
        shutil.rmtree(self.inner / ".releases", ignore_errors=True)
        self.site.unlink(missing_ok=True)
        process = subprocess.Popen(
            command,
            cwd=self.inner,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        try:
            output, _ = process.communicate(timeout=60.0 + 0.3 * count)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return None, process.communicate()[0]
        return process.returncode, output

    def _look(self, cases: Sequence[Case]) -> None:
        """Opens what was built."""
        root = self.site.resolve()
        for path in sorted(root.rglob("*")):
            if path.is_symlink():
                self.outcome.report("escapes", None, f"a link in the site: {path.relative_to(root)}")
        if not self.browse:
            return
        pages = [p.relative_to(root).as_posix() for p in sorted(root.rglob("*.html"))]
        drawings = [p.relative_to(root).as_posix() for p in sorted((root / "images").rglob("*")) if p.is_file()]
        queries = [c.excerpt for c in cases[:: max(1, len(cases) // _SEARCHES)]][:_SEARCHES]
        self.outcome.counts["pages"] += len(pages) + len(drawings)
        for sighting in _browser.visit(root, [*pages, *drawings], queries):
            self.outcome.report(sighting.kind, self._shown_on(sighting.page), f"{sighting.page}: {sighting.detail}")

    def _shown_on(self, page: str) -> Case | None:
        number = _BLAMED.search(page)
        return next((c for p, c in self.owners.items() if number and PurePosixPath(p).stem == number[0]), None)

    def _snapshot(self) -> dict[str, str]:
        """Every file of the folder but the site's, with its digest."""
        return dict(_files(self.folder, (self.site, self.inner / ".releases", self.inner / "tmp")))

    def _compare(self, before: dict[str, str], cases: Sequence[Case]) -> None:
        after = self._snapshot()
        for path in sorted(before.keys() | after.keys()):
            if before.get(path) != after.get(path):
                case = cases[0] if len(cases) == 1 else None
                self.outcome.report("escapes", case, f"{path} is not as it was ({len(cases)} cases from {cases[0].slot} on)")
        for left in sorted((self.inner / "tmp").iterdir()):
            self.outcome.report("escapes", None, f"left behind in TMPDIR: {left.name}")
            shutil.rmtree(left) if left.is_dir() else left.unlink()


def _several(cases: Sequence[Case], detail: str) -> str:
    return detail if len(cases) == 1 else f"{len(cases)} cases from this one on, not told apart: {detail[-500:]}"


def _ask(content: Path, seconds: float) -> Answer | str:
    """The checker's answer, from a process of its own; "time" or its traceback when it has none."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_examine, args=(content, theirs))
    process.start()
    theirs.close()
    end = time.monotonic() + seconds
    answer: Answer | str = "time"
    try:
        if ours.poll(max(0.0, end - time.monotonic())):
            answer = ours.recv()
    except EOFError:
        answer = "the process died"
    finally:
        # Its workers are of its group; without it they would wait for ever.
        try:
            os.killpg(process.pid or 0, signal.SIGKILL)
        except OSError:
            process.kill()
        process.join()
        ours.close()
    return answer


def _examine(content: Path, pipe: Connection) -> None:
    os.setsid()
    try:
        loaded = pipeline.load(content, DATE)
        found = pipeline.examine(loaded.library)
        for language in ("id", "en"):
            lines = [list(pipeline.report(found, name, language, "content")) for name in ("text", "json")]
            for line in lines[1]:
                json.loads(line)
            "\n".join(lines[0]).encode()
        items: tuple[Document | Asset, ...] = (*loaded.library.documents, *loaded.library.assets.values())
        reasons = {i.path.as_posix(): {d.values.get("limit", d.values.get("detail", "")) for d in i.defects} for i in items}
        lost: dict[str, str] = {path: r for path, given in reasons.items() for r in ("time", "crash") if r in given}
        pipe.send(Answer(found, lost))
    except BaseException as error:
        trace, step = [], error.__traceback__
        while step is not None:
            trace.append(f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}")
            step = step.tb_next
        pipe.send(f"{' '.join(trace)} {type(error).__name__}: {error}")


def _files(folder: Path, left_out: Sequence[Path]) -> Iterator[tuple[str, str]]:
    for parent, folders, names in os.walk(os.fsencode(folder)):
        here = os.fsdecode(parent)
        folders[:] = [f for f in folders if Path(here, os.fsdecode(f)) not in left_out]
        for raw in names:
            path = Path(here, os.fsdecode(raw))
            if path not in left_out:
                digest = "link" if path.is_symlink() else hashlib.sha256(path.read_bytes()).hexdigest()
                yield os.fsencode(path.relative_to(folder)).decode("utf-8", "replace"), digest


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)


def _shown(path: str) -> str:
    """The path as the checker names it."""
    return PurePosixPath(os.fsencode(path).decode("utf-8", "replace")).as_posix()
