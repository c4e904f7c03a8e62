"""A build that is killed, a disk that is full or may only be read: the site stays one whole build, and the next build succeeds."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from unittest.mock import patch

import pytest

from rantau.benches import unlucky
from rantau.benches.unlucky import Disk, Place
from rantau.writer import Release
from tests.shell import ARTICLE, ROOT, SMALL, build, tree, write

ROOM = "size=16m,nr_inodes=10k,rw"
DATE = "2026-11-22"
BIG = 3 * 4096


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A small file system."""
    folder = tmp_path / "cakram"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", ROOM, "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("a small file system needs root and leave to mount")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture(params=["links", "renames"])
def way(request: pytest.FixtureRequest) -> Iterator[str]:
    """Both ways to swap a site in."""
    if request.param == "links":
        yield request.param
        return
    with patch.object(Path, "symlink_to", side_effect=OSError(errno.EPERM, "")):
        yield request.param


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A site without links that was built in two versions."""
    root = tmp_path_factory.mktemp("sial")
    other = {**SMALL, "artikel/2025/contoh.md": ARTICLE.replace("Contoh judul", "Judul lain")}
    made = Place(root, links=False, contents=(write(root / "a", SMALL), write(root / "b", other)), project=ROOT)
    made.learn(rounds=1)
    assert sorted(made.sound.values()) == [0, 1]
    return made


def publish(site: Path, letter: bytes, date: str = DATE) -> None:
    """A release of four files of three pages each, or the error that kept it away."""
    release = Release.begin(site)
    try:
        for name in ("index.html", "a/index.html", "b/index.html", "b/c/index.html"):
            release.write(PurePosixPath(name), letter * BIG)
        release.publish(date)
    finally:
        release.abandon()


def letters(site: Path) -> set[bytes]:
    """The letters of which the files of a site are made; one for a site that is whole."""
    assert len(tree(site)) == 5
    return {data[:1] for path, data in tree(site).items() if path != "rantau.json" and data == data[:1] * BIG}


def below(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*"))


# Four files and the manifest, three directories and the release, the link or the journal.
INODES = 5 + 4 + 1


@pytest.mark.parametrize("missing", range(1, INODES + 1))
def test_disk_without_room_for_one_more_file_keeps_the_old_site_whole(disk: Disk, way: str, missing: int) -> None:
    site = disk.folder / "site"
    publish(site, b"a")
    before, state = below(disk.folder), os.statvfs(disk.folder)
    disk.limit(f"nr_inodes={state.f_files - state.f_ffree + INODES - missing}")
    with pytest.raises(OSError, match="No space left on device"):
        publish(site, b"b")
    assert below(disk.folder) == before
    assert letters(site) == {b"a"}
    disk.limit(ROOM)
    publish(site, b"b")
    assert letters(site) == {b"b"}


@pytest.mark.parametrize("pages", range(0, 14))
def test_disk_with_too_few_bytes_keeps_the_old_site_whole(disk: Disk, way: str, pages: int) -> None:
    site = disk.folder / "site"
    publish(site, b"a")
    before, state = below(disk.folder), os.statvfs(disk.folder)
    # Room for a size that does not end with a file, and never for the manifest.
    disk.limit(f"size={(state.f_blocks - state.f_bfree) * state.f_frsize + min(pages, 12) * 4096}")
    with pytest.raises(OSError, match="No space left on device"):
        publish(site, b"b")
    assert below(disk.folder) == before
    assert letters(site) == {b"a"}
    disk.limit(ROOM)
    publish(site, b"b")
    assert letters(site) == {b"b"}


def test_disk_that_is_just_large_enough_is_enough(disk: Disk, way: str) -> None:
    site = disk.folder / "site"
    publish(site, b"a")
    state = os.statvfs(disk.folder)
    disk.limit(f"nr_inodes={state.f_files - state.f_ffree + INODES}")
    publish(site, b"b")
    assert letters(site) == {b"b"}


def test_full_disk_is_said_in_one_sentence_and_the_site_stays(disk: Disk, tmp_path: Path) -> None:
    content = write(tmp_path / "content", SMALL)
    site = disk.folder / "site"
    assert build(content, site).returncode == 0
    before, state = tree(disk.folder), os.statvfs(disk.folder)
    disk.limit(f"size={(state.f_blocks - state.f_bfree) * state.f_frsize + 40_960}")
    write(content, {"artikel/2025/dua.md": ARTICLE})
    done = build(content, site)
    sentence = "situs tidak dapat ditulis: disk penuh; kosongkan ruang, lalu bangun lagi; situs yang lama tetap utuh"
    assert (done.returncode, done.stdout.splitlines()[-1]) == (2, sentence)
    assert "Traceback" not in done.stderr
    assert tree(disk.folder) == before
    disk.limit("ro")
    done = build(content, site)
    advice = "minta izin menulis, atau pilih tempat lain dengan --site; situs yang lama tetap utuh"
    reason = f'situs tidak dapat ditulis: "{disk.folder}/.releases/.lock" tidak boleh ditulisi; {advice}'
    assert (done.returncode, done.stdout.splitlines()[-1]) == (2, reason)
    assert "Traceback" not in done.stderr
    assert tree(disk.folder) == before
    disk.limit(ROOM)
    assert build(content, site).returncode == 0
    assert (site / "artikel/2025/dua/index.html").is_file()


def test_disk_that_fills_up_at_the_swap_is_said_and_leaves_nothing_behind(place: Place) -> None:
    """Here the disk is full because the calls are refused, so this needs no rights."""
    assert place.build(1)[0] == 0
    first = place.swap_steps()[0]
    site, beside = tree(place.site), below(place.site.parent)
    for step in (first, first + 1):
        code, said = place.build(0, step=step, luck="full")
        assert (code, "disk penuh" in said, "Traceback" in said) == (2, True, False)
        assert (tree(place.site), below(place.site.parent)) == (site, beside)


def test_builds_killed_where_there_are_no_links_leave_whole_sites_and_no_debris(place: Place) -> None:
    found = unlucky.killed(place, 3)
    assert found["kills"] == 3
    assert {name: found[name] for name in ("wrong trees", "failed builds", "debris")} == {"wrong trees": 0, "failed builds": 0, "debris": 0}


def test_what_the_measurement_calls_wrong_is_wrong(tmp_path: Path) -> None:
    place = Place(tmp_path, links=True, contents=(), project=ROOT)
    assert place.shown() is None
    place.site.parent.mkdir()
    publish(place.site, b"a")
    assert place.shown() == -1
    place.sound[unlucky.tree(place.site)] = 0
    assert (place.shown(), place.debris()) == (0, [])
    write(place.releases, {".stage-x/a": "", "20260101-x/index.html": "", ".swap": ""})
    write(place.site.parent, {".site.link": ""})
    assert place.debris() == [".site.link", ".stage-x", ".swap", "half 20260101-x"]
    (place.site / "index.html").write_text("rusak", "utf-8")
    assert place.shown() == -1
