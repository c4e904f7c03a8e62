"""A release is staged and becomes the site in one step; whatever happens, the site is one whole build or none."""

import errno
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path, PurePosixPath
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from rantau import writer
from rantau.writer import Refused, Release, unwritable

ROOT = Path(__file__).resolve().parent.parent
DATE = "2026-11-22"


def build(site: Path, word: str, date: str = DATE) -> Path:
    release = Release.begin(site)
    stage(release, word)
    return release.publish(date)


def stage(release: Release, word: str) -> None:
    release.write(PurePosixPath("index.html"), word.encode())
    release.write(PurePosixPath("negara/jepang/index.html"), word.encode() * 3)


def shown(site: Path) -> str | None:
    """The word of the build that the site is; None for no site. Fails when the site is not one whole build."""
    if not site.exists():
        return None
    word = (site / "index.html").read_bytes()
    assert (site / "negara/jepang/index.html").read_bytes() == word * 3
    assert sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()) == ["index.html", "negara/jepang/index.html", "rantau.json"]
    return word.decode()


def releases(site: Path) -> list[str]:
    return sorted(p.name for p in (site.parent / ".releases").iterdir() if not p.name.startswith("."))


def hidden(site: Path) -> list[str]:
    return sorted(p.name for p in (site.parent / ".releases").iterdir() if p.name.startswith(".") and p.name != ".lock")


@pytest.fixture
def no_links() -> Iterator[None]:
    """A system that makes no symbolic links."""
    with patch.object(Path, "symlink_to", side_effect=OSError):
        yield


def test_site_is_a_link_to_a_release_named_after_its_day_and_content(tmp_path: Path) -> None:
    release = build(tmp_path / "site", "a")
    digest = hashlib.sha256()
    for path in ("index.html", "negara/jepang/index.html"):
        digest.update(f"{path}\0".encode() + hashlib.sha256((release / path).read_bytes()).digest())
    assert release == tmp_path / ".releases" / f"20261122-{digest.hexdigest()[:12]}"
    assert (tmp_path / "site").readlink() == Path(f".releases/{release.name}")
    assert json.loads((release / "rantau.json").read_text()) == {"date": DATE, "digest": digest.hexdigest()}
    assert shown(tmp_path / "site") == "a"


def test_release_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    assert build(tmp_path / "site", "a").stat().st_mode & 0o777 == 0o755


def test_release_can_be_read_by_a_web_server_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        release = build(tmp_path / "site", "a")
    finally:
        os.umask(before)
    shut = [p for p in (release.parent, release, *release.rglob("*")) if p.stat().st_mode & 0o044 != 0o044]
    assert shut == []
    assert [p.stat().st_mode & 0o777 for p in (release.parent, release / "negara", release / "index.html")] == [0o755, 0o755, 0o644]


def test_same_content_is_the_same_release(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = build(site, "a")
    build(site, "b")
    assert build(site, "a") == first
    assert len(releases(site)) == 2
    assert shown(site) == "a"


def test_release_that_somebody_changed_is_not_taken_for_the_same(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = build(site, "a")
    (first / "index.html").write_text("rusak")
    second = build(site, "a")
    assert second.name == f"{first.name}-1"
    assert shown(site) == "a"


def test_old_releases_go_and_the_last_three_stay(tmp_path: Path) -> None:
    site = tmp_path / "site"
    made = [build(site, word, f"2026-11-{day}").name for day, word in enumerate("abcde", start=20)]
    assert releases(site) == sorted(made[-3:])


def test_removal_that_is_cut_short_leaves_no_half_release(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for day, word in enumerate("abc", start=20):
        build(site, word, f"2026-11-{day}")
    release = Release.begin(site)
    stage(release, "d")

    def dies(folder: Path) -> None:
        (folder / "index.html").unlink()
        raise KeyboardInterrupt

    with patch.object(shutil, "rmtree", dies), pytest.raises(KeyboardInterrupt):
        release.publish("2026-11-23")
    release.lock.release()
    assert [sorted(p.name for p in (tmp_path / ".releases" / name).iterdir()) for name in releases(site)] == [
        ["index.html", "negara", "rantau.json"]
    ] * 3
    build(site, "e", "2026-11-24")
    assert (shown(site), hidden(site)) == ("e", [])


def test_old_release_that_somebody_has_open_does_not_stop_the_new_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for day, word in enumerate("abc", start=20):
        build(site, word, f"2026-11-{day}")
    rename = Path.rename

    def busy(self: Path, target: Path) -> Path:
        if self.name.startswith("20261120-"):
            raise PermissionError
        return rename(self, target)

    with patch.object(Path, "rename", busy):
        build(site, "d", "2026-11-23")
    assert (shown(site), len(releases(site))) == ("d", 4)
    build(site, "e", "2026-11-24")
    assert (shown(site), len(releases(site))) == ("e", 3)


def test_release_that_another_link_points_to_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (tmp_path / "lama").symlink_to(build(site, "a"))
    for word in "bcdef":
        build(site, word)
    assert (tmp_path / "lama" / "index.html").read_text() == "a"
    assert len(releases(site)) == 4


def test_abandoned_release_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, "a")
    release = Release.begin(site)
    stage(release, "b")
    release.abandon()
    assert (shown(site), hidden(site), len(releases(site))) == ("a", [], 1)
    build(site, "c")
    assert shown(site) == "c"


def test_two_sites_side_by_side_do_not_disturb_each_other(tmp_path: Path) -> None:
    build(tmp_path / "satu", "a")
    for word in "bcdef":
        build(tmp_path / "dua", word)
    assert (shown(tmp_path / "satu"), shown(tmp_path / "dua")) == ("a", "f")


# --- what is refused ----------------------------------------------------------------------------


def test_directory_that_no_build_made_is_refused_and_untouched(tmp_path: Path) -> None:
    site = tmp_path / "foto"
    site.mkdir()
    (site / "kenangan.jpg").write_bytes(b"x")
    with pytest.raises(Refused, match=r"berisi berkas yang bukan hasil bangunan Rantau; pilih folder lain dengan --site$"):
        Release.begin(site)
    assert [p.name for p in tmp_path.rglob("*")] == ["foto", "kenangan.jpg"]


def test_file_in_the_place_of_the_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x")
    with pytest.raises(Refused, match="bukan folder; pilih tempat lain dengan --site"):
        Release.begin(tmp_path / "site")
    assert (tmp_path / "site").read_text() == "x"


def test_empty_directory_becomes_the_site(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    build(tmp_path / "site", "a")
    assert shown(tmp_path / "site") == "a"


def test_link_that_leads_to_somebody_elses_directory_is_refused(tmp_path: Path) -> None:
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    (elsewhere / "kenangan.jpg").write_bytes(b"x")
    (tmp_path / "site").symlink_to(elsewhere)
    with pytest.raises(Refused):
        Release.begin(tmp_path / "site")
    assert (tmp_path / "site").readlink() == elsewhere


@pytest.mark.parametrize("path", ["../luar.html", "/etc/passwd", "a/../../luar.html"])
def test_file_outside_the_release_is_never_written(tmp_path: Path, path: str) -> None:
    release = Release.begin(tmp_path / "site")
    with pytest.raises(ValueError, match="not a path inside the site"):
        release.write(PurePosixPath(path), b"x")
    release.abandon()


def test_file_is_written_once(tmp_path: Path) -> None:
    release = Release.begin(tmp_path / "site")
    release.write(PurePosixPath("a.html"), b"x")
    with pytest.raises(FileExistsError):
        release.write(PurePosixPath("a.html"), b"y")
    assert (release.stage / "a.html").read_bytes() == b"x"
    release.abandon()


# --- the lock -----------------------------------------------------------------------------------


def test_second_build_waits_and_then_gives_up_with_a_sentence(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = Release.begin(site)
    stage(first, "a")
    with pytest.raises(Refused, match=r"^proses lain masih membangun site; tunggu sampai selesai, lalu coba lagi$"):
        Release.begin(site, wait=0.05)
    first.publish(DATE)
    assert shown(site) == "a"


def test_lock_dies_with_its_process(tmp_path: Path) -> None:
    site = tmp_path / "site"
    code = f"import os, sys; sys.path.insert(0, {str(ROOT)!r})\nfrom pathlib import Path\nfrom rantau.writer import Release\nRelease.begin(Path({str(site)!r})); os._exit(9)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert len(hidden(site)) == 1
    release = Release.begin(site, wait=0.05)
    assert hidden(site) == [release.stage.name]
    release.abandon()


# --- where there are no links -------------------------------------------------------------------


@pytest.mark.usefixtures("no_links")
def test_without_links_the_site_is_a_directory(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for word in "abcde":
        build(site, word)
        assert not site.is_symlink()
        assert shown(site) == word
    assert len(releases(site)) <= writer.KEPT_RELEASES


@pytest.mark.usefixtures("no_links")
def test_same_content_again_keeps_the_site_whole_without_links(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for word in "aaba":
        build(site, word)
        assert shown(site) == word


@pytest.mark.usefixtures("no_links")
@pytest.mark.parametrize("step", [1, 2])
def test_swap_interrupted_between_its_renames_is_finished_by_the_next_build(tmp_path: Path, step: int) -> None:
    site = tmp_path / "site"
    build(site, "a")
    release = Release.begin(site)
    stage(release, "b")
    rename, calls = Path.rename, []

    def dies(self: Path, target: Path) -> Path:
        calls.append(target)
        # The first rename settles the stage; then the old site goes, then the new one comes.
        if len(calls) == 1 + step:
            raise KeyboardInterrupt
        return rename(self, target)

    with patch.object(Path, "rename", dies), pytest.raises(KeyboardInterrupt):
        release.publish(DATE)
    release.lock.release()
    assert (site.parent / ".releases" / ".swap").is_file()
    again = Release.begin(site)
    assert shown(site) == "b"
    assert not (site.parent / ".releases" / ".swap").exists()
    again.abandon()


def test_site_that_is_a_link_becomes_a_directory_where_links_are_gone(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, "a")
    with patch.object(Path, "symlink_to", side_effect=OSError):
        for word in "ba":
            build(site, word)
            assert (site.is_symlink(), shown(site), hidden(site)) == (False, word, [])


@pytest.mark.usefixtures("no_links")
@pytest.mark.parametrize("step", [1, 2])
def test_swap_that_fails_at_one_of_its_renames_gives_the_old_site_back(tmp_path: Path, step: int) -> None:
    site = tmp_path / "site"
    build(site, "a")
    release = Release.begin(site)
    stage(release, "b")
    rename, calls = Path.rename, []

    def full(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 1 + step:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return rename(self, target)

    with patch.object(Path, "rename", full), pytest.raises(OSError, match="No space left"):
        release.publish(DATE)
    release.abandon()
    assert (shown(site), releases(site), hidden(site)) == ("a", [], [])


def test_full_disk_is_not_taken_for_a_system_without_links(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, "a")
    release = Release.begin(site)
    stage(release, "b")
    with patch.object(Path, "symlink_to", side_effect=OSError(errno.ENOSPC, "")), pytest.raises(OSError, match=str(errno.ENOSPC)):
        release.publish(DATE)
    release.abandon()
    assert (shown(site), site.is_symlink(), len(releases(site)), hidden(site)) == ("a", True, 1, [])


def test_link_that_cannot_take_the_sites_place_is_removed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, "a")
    release = Release.begin(site)
    stage(release, "b")
    with patch.object(Path, "replace", side_effect=OSError(errno.ENOSPC, "")), pytest.raises(OSError, match=str(errno.ENOSPC)):
        release.publish(DATE)
    release.abandon()
    assert (shown(site), len(releases(site)), hidden(site)) == ("a", 1, [])
    assert sorted(p.name for p in tmp_path.iterdir()) == [".releases", "site"]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "x", "site"), "situs tidak dapat ditulis: disk penuh; kosongkan ruang, lalu bangun lagi; situs yang lama tetap utuh"),
        (OSError(errno.EDQUOT, "x"), "situs tidak dapat ditulis: disk penuh; kosongkan ruang, lalu bangun lagi; situs yang lama tetap utuh"),
        (
            OSError(errno.EROFS, "x", "/srv/web"),
            'situs tidak dapat ditulis: "/srv/web" tidak boleh ditulisi; minta izin menulis, atau pilih tempat lain dengan --site; situs yang lama tetap utuh',
        ),
        (OSError(errno.EIO, "Input/output error"), "situs tidak dapat ditulis: disknya tidak dapat dibaca atau ditulis (Input/output error); situs yang lama tetap utuh"),
        (OSError("aneh"), "situs tidak dapat ditulis: aneh; situs yang lama tetap utuh"),
    ],
)
def test_what_keeps_a_site_from_being_written_is_said_in_a_sentence(error: OSError, sentence: str) -> None:
    assert unwritable(error) == sentence


def test_journal_that_names_something_else_is_dropped(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, "a")
    for name in ("tidak-ada", "../..", ".", ""):
        (tmp_path / ".releases" / ".swap").write_text(name)
        Release.begin(site).abandon()
        assert shown(site) == "a"
        assert not (tmp_path / ".releases" / ".swap").exists()


# --- whatever happens ---------------------------------------------------------------------------


class Builds(RuleBasedStateMachine):
    """Builds, kills, deletions and restarts in any order; the site is always one whole build."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.site = self.root / "site"
        self.expected: str | None = None
        self.open: Release | None = None
        self.staged = ""
        self.links = True

    def teardown(self) -> None:
        if self.open is not None:
            self.open.abandon()
        shutil.rmtree(self.root)

    @precondition(lambda self: self.open is None)
    @rule()
    def start(self) -> None:
        self.open = Release.begin(self.site)

    @precondition(lambda self: self.open is not None and not self.staged)
    @rule(word=st.sampled_from("abcdef"))
    def write(self, word: str) -> None:
        assert self.open is not None
        stage(self.open, word)
        self.staged = word

    @precondition(lambda self: self.staged != "")
    @rule()
    def publish(self) -> None:
        assert self.open is not None
        with self._system():
            self.open.publish(DATE)
        self.expected, self.staged, self.open = self.staged, "", None

    @precondition(lambda self: self.open is None)
    @rule(word=st.sampled_from("abcdef"))
    def build(self, word: str) -> None:
        with self._system():
            build(self.site, word)
        self.expected = word

    @precondition(lambda self: self.staged != "")
    @rule(number=st.integers(1, 12), function=st.sampled_from(["rename", "replace", "write_text", "unlink", "symlink_to", "iterdir"]))
    def publish_and_die(self, number: int, function: str) -> None:
        """The process is killed at some call while it publishes."""
        assert self.open is not None
        original, calls = getattr(Path, function), [0]

        def dies(*arguments: object, **named: object) -> object:
            calls[0] += 1
            if calls[0] >= number:
                raise KeyboardInterrupt
            return original(*arguments, **named)

        try:
            with self._system(), patch.object(Path, function, dies):
                self.open.publish(DATE)
        except KeyboardInterrupt:
            pass
        self.open.lock.release()
        # Whether it was published or not shows at the next start, which finishes what was announced.
        self.open = Release.begin(self.site)
        found = shown(self.site)
        assert found in (self.expected, self.staged)
        self.expected, self.staged = found, ""

    @precondition(lambda self: self.open is not None)
    @rule()
    def abandon(self) -> None:
        assert self.open is not None
        self.open.abandon()
        self.open, self.staged = None, ""

    @precondition(lambda self: self.open is not None)
    @rule()
    def die(self) -> None:
        """The process is killed while it writes: the stage stays, the lock goes."""
        assert self.open is not None
        self.open.lock.release()
        self.open, self.staged = None, ""

    @precondition(lambda self: self.open is None)
    @rule()
    def delete_the_site(self) -> None:
        if self.site.is_symlink():
            self.site.unlink()
        elif self.site.exists():
            shutil.rmtree(self.site)
        self.expected = None

    @precondition(lambda self: self.open is None and self.site.is_symlink())
    @rule()
    def delete_old_releases(self) -> None:
        current = self.site.resolve()
        for release in (self.root / ".releases").iterdir():
            if release.is_dir() and release != current.resolve():
                shutil.rmtree(release)

    @precondition(lambda self: self.open is None)
    @rule()
    def delete_everything(self) -> None:
        shutil.rmtree(self.root)
        self.root.mkdir()
        self.expected = None

    @precondition(lambda self: self.open is None)
    @rule(links=st.booleans())
    def change_the_system(self, links: bool) -> None:
        """The tree is carried to a system that makes links, or to one that makes none."""
        self.links = links

    def _system(self) -> AbstractContextManager[object]:
        return patch.object(Path, "symlink_to", Path.symlink_to if self.links else _no_link)

    @invariant()
    def site_is_one_whole_build(self) -> None:
        assert shown(self.site) == self.expected


def _no_link(*_arguments: object, **_named: object) -> None:
    raise OSError


TestBuilds = Builds.TestCase
TestBuilds.settings = settings(max_examples=60, stateful_step_count=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

CHILD = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path, PurePosixPath
from rantau import writer
from rantau.writer import Release
if {links!r} == "no":
    writer._link = lambda site, release: False
print("ready", flush=True)
for number in range(100000):
    release = Release.begin(Path({site!r}))
    word = str(number)
    release.write(PurePosixPath("index.html"), word.encode())
    release.write(PurePosixPath("negara/jepang/index.html"), word.encode() * 3)
    release.publish("2026-11-22")
"""


@pytest.mark.parametrize("links", ["yes", "no"])
@pytest.mark.skipif(os.name == "nt", reason="kills a process the POSIX way")
def test_killed_at_a_random_moment_the_site_is_one_whole_build(tmp_path: Path, links: str) -> None:
    site, moments = tmp_path / "site", random.Random(7)
    build(site, "awal")
    if links == "no":
        shutil.rmtree(tmp_path / ".releases")
        site.unlink()
    for _ in range(8):
        code = CHILD.format(root=str(ROOT), site=str(site), links=links)
        child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        try:
            child.wait(timeout=moments.uniform(0.0, 0.25))
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        # The next build finishes what was announced; with links there is never anything to finish.
        if links == "yes":
            assert shown(site) is not None
        Release.begin(site, wait=5).abandon()
        assert links == "no" or shown(site) is not None
        shown(site)
    build(site, "akhir")
    assert shown(site) == "akhir"
    assert hidden(site) == []
