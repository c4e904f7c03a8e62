"""What bad luck does to a site: builds that are killed, a full disk, two builds at once, another machine's settings.

The real scripts/build.py runs in child processes, in a copy of the project: nobody's work on the code changes what a
build makes while its results are compared, byte for byte and never by sample. This module is long, because each kind
of bad luck has its own way to be brought about, and what is right afterwards is the same for all.
"""

import hashlib
import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rantau.benches._refuse import counts
from rantau.benches.build import ROOT, SEED, write

SUMMARY = "unlucky [KILLS]: bangunan yang dimatikan, disk penuh, dua bangunan sekaligus, setelan mesin lain"
DATE = "2026-11-22"
MANIFEST = "rantau.json"
LOOKING = "Memeriksa hasil"
PAGE, ROOM = 4096, "size=256m,nr_inodes=100k,rw"
FULL, CLOSED = "disk penuh", "tidak boleh ditulisi"
# Runs build.py as its own process would. What is asked for stands in UNLUCKY: "links" false takes symbolic links
# away; the changes below "root" are counted, written to "log" at the end, and at change number "step" the whole
# process group dies ("kill") or the disk is full from then on ("full").
LAUNCH = """
import atexit, errno, json, os, pathlib, runpy, signal, sys
given = json.loads(os.environ["UNLUCKY"])
made, changes = {"os.mkdir", "os.symlink", "os.rename", "open"}, []
def watch(event, arguments):
    if event not in made and event not in ("os.remove", "os.rmdir", "os.chmod", "os.utime"):
        return
    if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)):
        return
    path = str(arguments[1] if event == "os.symlink" else arguments[0])
    inside = path.startswith(given["root"])
    # What a removal of a whole directory removes is named relative to that directory.
    if not inside and (os.path.isabs(path) or event not in ("os.remove", "os.rmdir")):
        return
    changes.append([event if inside else "", path])
    if len(changes) == given["step"] and given["luck"] == "kill":
        os.killpg(0, signal.SIGKILL)
    if given["luck"] == "full" and event in made:
        if len(changes) == given["step"] or (event != "os.rename" and len(changes) > given["step"]):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
def refuse(*_arguments, **_named):
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))
if not given["links"]:
    pathlib.Path.symlink_to = refuse
if given["log"]:
    atexit.register(lambda: open(given["log"], "w").write(json.dumps(changes)))
if given["log"] or given["step"]:
    sys.addaudithook(watch)
sys.path.insert(0, os.path.dirname(sys.argv[1]))
del sys.argv[0]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@dataclass(slots=True)
class Place:
    """Two versions of a small tree and the place where they are built; `links` tells whether the system makes links.

    Every build has another day, so that old releases have to go. Known after `learn`: the digests of the two trees,
    the seconds of a build and of its end, and every change that a build makes on the disk.
    """

    root: Path
    links: bool
    contents: tuple[Path, ...]
    project: Path
    sound: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    late: float = 0.0
    changes: list[tuple[str, str]] = field(default_factory=list)
    number: int = 0

    @property
    def site(self) -> Path:
        """Where the site is built; nothing else lies beside it but its releases."""
        return self.root / "place" / "site"

    @property
    def releases(self) -> Path:
        """The releases of the site."""
        return self.site.parent / ".releases"

    def start(self, version: int, *, step: int = 0, luck: str = "", log: str = "") -> subprocess.Popen[str]:
        """A build of a version, in a process group of its own."""
        given = {"root": str(self.site.parent), "links": self.links, "step": step, "luck": luck, "log": log}
        self.number += 1
        line = [sys.executable, "-c", LAUNCH, str(self.project / "scripts" / "build.py"), "--site", str(self.site)]
        return subprocess.Popen(
            [*line, "--content", str(self.contents[version]), "--date", f"2026-11-{1 + self.number % 28:02}"],
            env={**os.environ, "UNLUCKY": json.dumps(given)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def build(self, version: int, *, step: int = 0, luck: str = "", log: str = "") -> tuple[int, str]:
        """The exit code and all output of a build of a version."""
        start = late = time.monotonic()
        said = []
        with self.start(version, step=step, luck=luck, log=log) as process:
            for line in process.stderr or ():
                said.append(line)
                if line.startswith(LOOKING):
                    late = time.monotonic()
            said.append(process.communicate()[0])
        if process.returncode == 0:
            # The machine's pace changes while it is measured.
            self.seconds, self.late = time.monotonic() - start, time.monotonic() - late
        return process.returncode, "".join(said)

    def learn(self, rounds: int = 2) -> None:
        """Builds both versions, `rounds` times; twice, and a build has old releases to remove. Raises: RuntimeError."""
        log = self.root / "changes.json"
        for version in (0, 1) * rounds:
            code, said = self.build(version, log=str(log))
            if code:
                raise RuntimeError(said)
            self.sound[tree(self.site)] = version
        self.changes = [(event, path) for event, path in json.loads(log.read_text("utf-8"))]

    def swap_steps(self) -> list[int]:
        """The numbers of all changes from the manifest on; of those inside a directory that is removed, every 40th."""
        numbered = list(enumerate(self.changes, 1))
        first = next(n for n, (event, path) in numbered if event == "open" and path.endswith(MANIFEST))
        return [n for n, (event, _) in numbered if n >= first and (event or n % 40 == 0)]

    def shown(self) -> int | None:
        """The version that the site is: None for no site, -1 for something that is neither."""
        if not self.site.exists():
            return None
        return self.sound.get(tree(self.site), -1) if whole(self.site) else -1

    def listed(self) -> list[str]:
        """The names among the releases but the one for what a later build may use again."""
        return sorted(p.name for p in self.releases.iterdir() if p.name != ".kept")

    def debris(self) -> list[str]:
        """What lies about that no build should leave: half releases, stages, journals, more than three releases."""
        beside = [p.name for p in self.site.parent.iterdir() if p.name not in ("site", ".releases")]
        inside = sorted(self.releases.iterdir()) if self.releases.is_dir() else []
        hidden = [p.name for p in inside if p.name.startswith(".") and p.name not in (".lock", ".kept")]
        kept = [p for p in inside if not p.name.startswith(".")]
        half = [f"half {p.name}" for p in kept if not whole(p)]
        return [*beside, *hidden, *half, *(p.name for p in kept[3:])]


def tree(root: Path, *, exact: bool = False) -> str:
    """The digest of every file's path and bytes but the manifest's; when exact, of that too and of all modes."""
    digest = hashlib.sha256()
    for path in sorted((root, *root.rglob("*"))):
        name = path.relative_to(root).as_posix()
        if exact or (path.is_file() and name != MANIFEST):
            mode = f"{path.stat().st_mode:o}" if exact else ""
            data = path.read_bytes() if path.is_file() else b""
            digest.update(f"{name}\0{mode}\0{hashlib.sha256(data).hexdigest()}\n".encode())
    return digest.hexdigest()


def whole(release: Path) -> bool:
    """Whether a release holds what its manifest says."""
    digest = hashlib.sha256()
    for path in sorted(p.relative_to(release) for p in release.rglob("*") if p.is_file()):
        if path.as_posix() != MANIFEST:
            digest.update(f"{path.as_posix()}\0".encode() + hashlib.sha256((release / path).read_bytes()).digest())
    manifest = release / MANIFEST
    return manifest.is_file() and bool(json.loads(manifest.read_bytes())["digest"] == digest.hexdigest())


def run(arguments: Sequence[str]) -> Iterator[str]:
    """The counters of all kinds of bad luck. Needs POSIX; a small file system needs root, and it says so without."""
    if os.name == "nt":
        yield "needs POSIX: process groups, signals and umasks are not here"
        return
    (kills,) = counts(arguments, 300)
    with tempfile.TemporaryDirectory() as folder:
        contents, project = versions(Path(folder)), copied(Path(folder))
        for links in (True, False):
            place = Place(Path(folder, "links" if links else "renames"), links, contents, project)
            place.learn()
            yield from _lines(place, "kills", killed(place, (kills + links) // 2))
            yield from _lines(place, "alone", killed_alone(place, 10))
            yield from _lines(place, "full", full(place, 20))
            yield from _lines(place, "beside", beside(place, 10))
        yield from same(Path(folder), project)


def versions(folder: Path, count: int = 8) -> tuple[Path, ...]:
    """Two small content directories made of the portal's own words; the second has other words, one page more and one less."""
    first, second = folder / "a", folder / "b"
    write(first, count, terms=True)
    images = first / "images"
    images.mkdir()
    for image in sorted((ROOT / "content" / "images").glob("*.jpg"))[:3]:
        (images / image.name).write_bytes(image.read_bytes())
    shutil.copytree(first, second)
    articles = sorted((second / "artikel").rglob("*.md"))
    for article in articles[::3]:
        article.write_text(article.read_text("utf-8") + "\nKalimat yang baru.\n", "utf-8")
    articles[1].rename(articles[1].with_name("pindah.md"))
    return first, second


def copied(folder: Path) -> Path:
    """A copy of the project's code, with the same environment."""
    project = folder / "project"
    for name in ("rantau", "hooks", "theme", "scripts"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "requirements.txt"):
        shutil.copy(ROOT / name, project / name)
    (project / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    return project


def killed(place: Place, kills: int) -> Counter[str]:
    """Builds killed at moments over the whole build, at moments of its end, and before a chosen change of the swap, in turn.

    Counts "wrong trees", "failed builds" and "debris" afterwards; "away" is a site that stood between two renames.
    """
    found: Counter[str] = Counter({"kills": 0, "wrong trees": 0, "failed builds": 0, "debris": 0, "away": 0})
    dice = random.Random(SEED + place.links)
    steps = itertools.cycle(place.swap_steps())
    number = 0
    while found["kills"] < kills:
        number += 1
        if number % 25 == 0:
            shutil.rmtree(place.site.parent)
        before = place.shown()
        version = 1 - (before or 0)
        kind = ("at any moment", "at the end", "at a step")[number % 3]
        with place.start(version, step=next(steps) if kind == "at a step" else 0, luck="kill") as process:
            _kill(process, kind, dice.uniform(0.0, place.seconds), dice.uniform(0.0, place.late))
        # A moment may come when the build has ended; that is no kill.
        hit = process.returncode == -signal.SIGKILL
        found["kills"] += hit
        found[kind] += hit
        after = place.shown()
        if after is None and not place.links and (place.releases / ".swap").is_file():
            found["away"] += 1
        else:
            found["wrong trees"] += after not in (before, version)
        found["new after it"] += hit and after == version
        _expect(place, found, dice.randrange(2))
    return found


def _kill(process: subprocess.Popen[str], kind: str, moment: float, late: float) -> None:
    """Kills a build and its workers after `moment` seconds, or `late` seconds after it says that it looks at its result."""
    if kind == "at the end":
        for line in process.stderr or ():
            if line.startswith(LOOKING):
                break
        time.sleep(late)
    elif kind == "at any moment":
        time.sleep(moment)
    if kind != "at a step":
        _signal_group(process.pid, signal.SIGKILL)
    process.communicate()


def _signal_group(group: int, number: int) -> bool:
    """Sends a signal; False when nobody is left in the group."""
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return False
    return True


def killed_alone(place: Place, kills: int) -> Counter[str]:
    """Builds whose main process is killed while its workers read, as by a system short of memory; "workers left" stay."""
    found: Counter[str] = Counter({"kills": 0, "wrong trees": 0, "workers left": 0, "failed builds": 0, "debris": 0})
    dice = random.Random(SEED)
    for _ in range(kills):
        version = 1 - (place.shown() or 0)
        with place.start(version) as process:
            if process.stderr is not None:
                process.stderr.readline()
            time.sleep(dice.uniform(0.0, place.late / 2))
            process.kill()
            process.wait()
            end = time.monotonic() + 5
            while (left := _signal_group(process.pid, 0)) and time.monotonic() < end:
                time.sleep(0.05)
            found["workers left"] += left
            # The next build must not wait for them.
            _expect(place, found, version)
            _signal_group(process.pid, signal.SIGKILL)
        found["kills"] += 1
    return found


def full(place: Place, levels: int) -> Counter[str]:
    """A disk that is full from some point of a build on, and one that may only be read.

    Each change of the swap is refused in turn. Then `levels` sizes and some numbers of files on a real small file
    system; where this process may mount none, `levels` other changes of the build are refused instead.
    """
    found: Counter[str] = Counter({"wrong trees": 0, "debris": 0, "no sentence": 0, "failed builds": 0})
    made = ("open", "os.mkdir", "os.symlink", "os.rename")
    swap = [n for n in place.swap_steps() if place.changes[n - 1][0] in made]
    for step in swap:
        _fill(place, found, "refused steps", step)
    with _small_disk(place) as disk:
        if disk is None:
            found["no small file system (not root, or mounting is forbidden)"] += 1
            for step in range(1, swap[0], max(1, swap[0] // levels)):
                _fill(place, found, "refused steps", step)
        else:
            for limit in disk.limits(levels):
                disk.limit(limit)
                _fill(place, found, limit.partition("=")[0])
                disk.limit(ROOM)
            disk.limit("ro")
            _fill(place, found, "ro", words=CLOSED)
            disk.limit(ROOM)
        _expect(place, found, 1 - (place.shown() or 0))
    return found


def _fill(place: Place, found: Counter[str], kind: str, step: int = 0, words: str = FULL) -> None:
    """One build that meets a full disk, and now and then one with room again; "got through" only failed to remove."""
    before, kept = place.shown(), place.listed()
    version = 1 - (before or 0)
    code, said = place.build(version, step=step, luck="full")
    found[kind] += 1
    if code == 0:
        found["got through"] += 1
        found["wrong trees"] += place.shown() != version
    else:
        found["wrong trees"] += place.shown() != before
        found["no sentence"] += code != 2 or words not in said or "Traceback" in said
        found["debris"] += bool(place.debris()) or place.listed() != kept
    # What could not be removed waits for the next build.
    if code == 0 or (step and found[kind] % 4 == 0):
        _expect(place, found, version)


def _expect(place: Place, found: Counter[str], version: int) -> None:
    """A build that must succeed and clean up."""
    found["failed builds"] += place.build(version)[0] != 0
    found["wrong trees"] += place.shown() != version
    found["debris"] += bool(place.debris())


@dataclass(frozen=True, slots=True)
class Disk:
    """A small file system in memory, whose limits can be moved."""

    folder: Path

    def limit(self, options: str) -> None:
        """Sets mount options, for example "size=1048576"."""
        subprocess.run(["mount", "-o", f"remount,{options}", str(self.folder)], check=True)

    def limits(self, levels: int) -> Iterator[str]:
        """Sizes with room for a growing part of a further build, then numbers of files with room for all but its last ones."""
        release = next(p for p in (self.folder / "site", *sorted((self.folder / ".releases").iterdir())) if whole(p))
        found = sorted(release.rglob("*"))
        need = sum(-(-p.stat().st_size // PAGE) for p in found if p.is_file()) * PAGE
        for level in range(levels):
            state = os.statvfs(self.folder)
            yield f"size={(state.f_blocks - state.f_bfree) * state.f_frsize + need * level // levels}"
        for missing in (1, 2, 3, 5, 8):
            state = os.statvfs(self.folder)
            # The files and directories, the release itself, and the link or the journal.
            yield f"nr_inodes={state.f_files - state.f_ffree + len(found) + 2 - missing}"


@contextmanager
def _small_disk(place: Place) -> Iterator[Disk | None]:
    """The place on a file system of its own, with a site; None, and the place as it is, where none can be mounted."""
    folder = place.site.parent
    command = ["mount", "-t", "tmpfs", "-o", ROOM, "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        yield None
        return
    try:
        place.build(0)
        yield Disk(folder)
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def beside(place: Place, rounds: int) -> Counter[str]:
    """Two builds at once, then a build beside a check, with a reader who looks at the site all the time."""
    found: Counter[str] = Counter({"wrong trees": 0, "failed": 0, "debris": 0})
    check = [sys.executable, str(place.project / "scripts" / "check.py"), "--content", str(place.contents[0]), "--date", DATE]
    for _ in range(rounds):
        for other in ("build", "check"):
            second = place.start(1) if other == "build" else subprocess.Popen(check, stdout=subprocess.PIPE, text=True)
            with place.start(0) as first, second:
                while first.poll() is None or second.poll() is None:
                    if place.links:
                        found["looks"] += 1
                        found["wrong trees"] += tree(place.site.resolve()) not in place.sound
                    time.sleep(0.01)
                first.communicate()
                second.communicate()
            found[f"rounds with a {other}"] += 1
            found["failed"] += (first.returncode, second.returncode) != (0, 0)
            found["wrong trees"] += place.shown() not in ((0, 1) if other == "build" else (0,))
            found["debris"] += bool(place.debris())
    return found


def same(folder: Path, project: Path) -> Iterator[str]:
    """Builds of content/ under other time zones, locales, paths, hash seeds and umasks, and with files made in another order."""
    zones, seeds, umasks = ("Asia/Jakarta", "America/New_York"), ("0", "4242"), (0o022, 0o077)
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    locales: tuple[Mapping[str, str], ...] = (ascii_only, {"LC_ALL": "C.UTF-8", "LANGUAGE": "ja"})
    paths = (folder / "p", folder / "tempat lain" / "é" / "dalam")
    for path in paths:
        shutil.copytree(ROOT / "content", path / "content")
    for path, order in ((folder / "reversed", -1), (folder / "sorted", 1)):
        for number, source in enumerate(sorted((ROOT / "content").rglob("*"))[::order]):
            if source.is_file():
                target = path / "content" / source.relative_to(ROOT / "content")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(source.read_bytes())
                os.utime(target, (0, 1_000_000_000 + number * order))
    matrix = list(itertools.product(zones, locales, paths, seeds, umasks))
    matrix += [(zones[0], locales[1], folder / name, seeds[0], umasks[0]) for name in ("reversed", "sorted")]
    digests: dict[str, Path] = {}
    for number, (zone, words, path, seed, umask) in enumerate(matrix):
        site = folder / "built" / str(number) / "site"
        site.parent.mkdir(parents=True)
        line = [
            sys.executable,
            str(project / "scripts" / "build.py"),
            "--site",
            str(site),
            "--date",
            DATE,
            "--content",
            "content",
        ]
        settings = {**os.environ, **words, "TZ": zone, "PYTHONHASHSEED": seed}
        done = subprocess.run(line, cwd=path, env=settings, umask=umask, capture_output=True, check=False)
        if done.returncode:
            yield f"build {number} failed: {(done.stdout + done.stderr).decode(errors='replace')[-500:]}"
        elif (digest := tree(site, exact=True)) not in digests:
            digests[digest] = site
        else:
            shutil.rmtree(site.parent)
    yield f"same: builds {len(matrix)}, digests of names, bytes and modes {len(digests)}"
    for one, other in itertools.pairwise(digests.values()):
        yield f"first difference: {_first_difference(one, other)}"


def _first_difference(one: Path, other: Path) -> str:
    names = sorted({p.relative_to(root).as_posix() for root in (one, other) for p in root.rglob("*")})
    for name in names:
        first, second = one / name, other / name
        if not first.exists() or not second.exists():
            return f"{name} is missing in one"
        if first.is_file() and first.read_bytes() != second.read_bytes():
            return name
        if first.stat().st_mode != second.stat().st_mode:
            return f"{name}: modes {first.stat().st_mode:o}, {second.stat().st_mode:o}"
    return "none"


def _lines(place: Place, what: str, found: Counter[str]) -> Iterator[str]:
    way = "links" if place.links else "renames"
    yield f"{what}, by {way}: " + ", ".join(f"{name} {number}" for name, number in found.items())
