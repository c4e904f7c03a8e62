"""The writer: a release is staged beside the site, and becomes the site in one step; a build that dies changes nothing.

`site` is a link to `.releases/<id>`, replaced by one rename. Where the system makes no links, `site` is a
directory and two renames take the place of the one; a swap that was interrupted between them is finished by
the next build, from `.releases/.swap`. A lock keeps two builds apart, and dies with its process.
"""

import errno
import hashlib
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from rantau.text.failures import reason

MANIFEST = "rantau.json"
KEPT_RELEASES = 3
LOCK_SECONDS = 600.0
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_CLOSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


class Refused(Exception):
    """The site cannot be written there; the message says why, in Indonesian, for whoever started the build."""


def unwritable(error: OSError) -> str:
    """Why a site could not be written, and what to do, in Indonesian for whoever started the build."""
    why = reason(error)
    if error.errno in _FULL:
        why = "disk penuh; kosongkan ruang, lalu bangun lagi"
    elif error.errno in _CLOSED:
        place = f'"{error.filename}"' if error.filename else "foldernya"
        why = f"{place} tidak boleh ditulisi; minta izin menulis, atau pilih tempat lain dengan --site"
    return f"situs tidak dapat ditulis: {why}; situs yang lama tetap utuh"


@dataclass(slots=True)
class Release:
    """A release in the making: files are written to `stage`, then published or abandoned."""

    site: Path
    stage: Path
    lock: FileLock

    @classmethod
    def begin(cls, site: Path, wait: float = LOCK_SECONDS) -> "Release":
        """A release with an empty stage. Waits for another build of the same place to end.

        Raises: Refused, when `site` is something that no build has made, or the other build does not end.
        """
        site = Path(os.path.abspath(site))
        releases = site.parent / ".releases"
        _refuse_foreign(site)
        if not releases.is_dir():
            releases.mkdir(parents=True, exist_ok=True)
            # Whatever the umask: a web server must get through to the release.
            releases.chmod(releases.stat().st_mode | 0o555)
        lock = FileLock(releases / ".lock")
        try:
            lock.acquire(timeout=wait)
        except Timeout:
            raise Refused(f"proses lain masih membangun {site.name}; tunggu sampai selesai, lalu coba lagi") from None
        try:
            _finish_swap(site, releases)
            for leftover in sorted(releases.glob(".stage-*")):
                # What cannot be removed now, because somebody has it open, is tried again by the next build.
                shutil.rmtree(leftover, ignore_errors=True)
            return cls(site, Path(tempfile.mkdtemp(prefix=".stage-", dir=releases)), lock)
        except OSError:
            lock.release()
            raise

    def write(self, path: PurePosixPath, data: bytes) -> None:
        """Writes one file of the release. Raises: ValueError for a path that leads out of it or is taken."""
        if path.is_absolute() or ".." in path.parts:
            raise ValueError(f"not a path inside the site: {path}")
        target = self.stage / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(data)

    def publish(self, date: str) -> Path:
        """Swaps the release in and returns its directory; the last few stay for a roll-back, older ones go.

        Raises: OSError, when it cannot be swapped in; the site and the other releases are then as they were.
        """
        digest = _digest(self.stage)
        manifest = {"date": date, "digest": digest}
        self.write(PurePosixPath(MANIFEST), (json.dumps(manifest, indent=1) + "\n").encode())
        releases = self.stage.parent
        before = set(releases.iterdir())
        release = _settle(self.stage, releases, f"{date.replace('-', '')}-{digest[:12]}", digest)
        try:
            _show(release)
            _sync(release)
            _swap(self.site, release)
        except OSError:
            if release not in before:
                release.rename(self.stage)
            raise
        _prune(self.site, releases)
        self.lock.release()
        return release

    def abandon(self) -> None:
        """Removes the stage; the site stays as it was."""
        shutil.rmtree(self.stage, ignore_errors=True)
        self.lock.release()


def _refuse_foreign(site: Path) -> None:
    if not site.exists():
        return
    if not site.is_dir():
        raise Refused(f"{site} bukan folder; pilih tempat lain dengan --site")
    if any(site.iterdir()) and not (site / MANIFEST).is_file():
        raise Refused(f"{site} berisi berkas yang bukan hasil bangunan Rantau; pilih folder lain dengan --site")


def _digest(root: Path) -> str:
    """The digest of every file's path and bytes, the manifest's own left out."""
    whole = hashlib.sha256()
    for path in _files(root):
        if path.as_posix() != MANIFEST:
            whole.update(f"{path.as_posix()}\0".encode())
            whole.update(hashlib.sha256((root / path).read_bytes()).digest())
    return whole.hexdigest()


def _files(root: Path) -> Iterator[PurePosixPath]:
    found = (PurePosixPath(p.relative_to(root).as_posix()) for p in root.rglob("*") if p.is_file())
    yield from sorted(found)


def _settle(stage: Path, releases: Path, name: str, digest: str) -> Path:
    """The stage under its final name; a release of the same content that is still whole takes its place."""
    number = 0
    while True:
        release = releases / (f"{name}-{number}" if number else name)
        if not release.exists():
            stage.rename(release)
            return release
        if _digest(release) == digest:
            shutil.rmtree(stage)
            os.utime(release)
            return release
        number += 1


def _show(root: Path) -> None:
    """Lets everybody read a directory, as a web server must, even under a strict umask; who may write stays as it was."""
    for path in (root, *root.rglob("*")):
        mode = path.stat().st_mode
        shown = mode | (0o555 if stat.S_ISDIR(mode) else 0o444)
        if shown != mode:
            path.chmod(shown)


def _sync(release: Path) -> None:
    """Makes the disk hold the release before anything points to it."""
    if hasattr(os, "sync"):
        os.sync()


def _swap(site: Path, release: Path) -> None:
    if (site.is_symlink() or not site.exists()) and _link(site, release):
        return
    journal = release.parent / ".swap"
    try:
        journal.write_text(release.name, "utf-8")
    except OSError:
        journal.unlink(missing_ok=True)
        raise
    _finish_swap(site, release.parent)


def _link(site: Path, release: Path) -> bool:
    """Makes `site` a link to the release in one rename; False where the system makes no links.

    Raises: OSError, when the disk is full or may only be read.
    """
    beside = site.with_name(f".{site.name}.link")
    beside.unlink(missing_ok=True)
    try:
        beside.symlink_to(os.path.relpath(release, site.parent), target_is_directory=True)
    except OSError as error:
        if error.errno in _FULL or error.errno == errno.EROFS:
            raise
        return False
    try:
        beside.replace(site)
    except OSError:
        beside.unlink()
        raise
    return True


def _finish_swap(site: Path, releases: Path) -> None:
    """Carries out, or completes, the exchange of two directories that `.swap` announces; undoes it when that fails."""
    journal = releases / ".swap"
    if not journal.is_file():
        return
    release = releases / journal.read_text("utf-8").strip()
    if release.is_dir() and release.parent == releases:
        old = releases / f"{release.name}-before"
        moved = False
        try:
            if site.exists() and not site.is_symlink():
                shutil.rmtree(old, ignore_errors=True)
                site.rename(old)
                moved = True
            if not _link(site, release):
                site.unlink(missing_ok=True)
                release.rename(site)
        except OSError:
            if moved:
                old.rename(site)
            journal.unlink()
            raise
    journal.unlink()


def _prune(site: Path, releases: Path) -> None:
    """Removes all but the newest releases; never one that a link beside the site still points to."""
    used = {link.resolve() for link in site.parent.iterdir() if link.is_symlink()}
    found = [r for r in releases.iterdir() if r.is_dir() and not r.name.startswith(".") and r.resolve() not in used]
    for old in sorted(found, key=lambda r: r.stat().st_mtime_ns, reverse=True)[KEPT_RELEASES - 1 :]:
        # Renamed first: a removal that is cut short must not leave half a release to roll back to. One that
        # cannot be renamed is in use, and the next build tries again; the site is published all the same.
        with suppress(OSError):
            shutil.rmtree(old.rename(old.with_name(f".stage-{old.name}")))
