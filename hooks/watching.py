"""What has changed below some folders: the system says when to look, and what is found there decides.

The events of the system are a hint only. They come twice or never (network drives, a folder that was replaced), and an editor
that saves makes several; the stamps of the files say what is different now.
"""

import os
import stat
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from watchdog.events import FileClosedNoWriteEvent, FileOpenedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

# Seconds. Without events, as on some network drives, a save is seen after the second; a save in several steps is over when
# nothing moves for the first.
PAUSE = 0.03
LOOK_AGAIN = 1.5
LONGEST_SAVE = 1.5
# A file that has just become empty is most likely being written.
EMPTY_PAUSES = 10

Stamp = tuple[int, ...]


class Watch:
    """Watches folders, which need not exist all the time, until it is closed."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._moved = threading.Event()
        self._closed = False
        self._observer: BaseObserver | None = None
        self._watches: dict[Path, tuple[ObservedWatch | None, Stamp]] = {}
        self._before: Mapping[Path, Stamp] = self._stamps()

    def start(self) -> None:
        """Begins to listen; what changed since the watch was made counts as well."""
        # Without events (too many folders for this system, no such service) it still looks again and again.
        with suppress(OSError, RuntimeError):
            # Made no earlier, because it brings threads, and the first reading wants to fork.
            observer = Observer()
            observer.daemon = True
            observer.start()
            self._observer = observer
        self._listen()

    def close(self) -> None:
        """Ends the watch, also one that waits."""
        self._closed = True
        self._moved.set()
        if self._observer is not None:
            with suppress(RuntimeError):
                self._observer.stop()

    def wait(self) -> frozenset[Path]:
        """The files that are new, different or gone since the last call, as soon as there are any; none when it is closed
        or at times when nothing has changed."""
        self._moved.wait(LOOK_AGAIN)
        if self._closed:
            return frozenset()
        self._moved.clear()
        self._listen()
        now = self._settled()
        before, self._before = self._before, now
        return frozenset(path for path in before.keys() | now.keys() if before.get(path) != now.get(path))

    def _settled(self) -> Mapping[Path, Stamp]:
        """The stamps when a save is over; whoever goes on writing for long is not waited for."""
        pause = threading.Event()
        now = self._stamps()
        for number in range(int(LONGEST_SAVE / PAUSE)):
            changed = [p for p in now if now[p] != self._before.get(p)]
            if not changed and now.keys() == self._before.keys():
                break
            pause.wait(PAUSE)
            still = all(_stamp(p) == now[p] for p in changed)
            emptied = any(now[p][1] == 0 and self._before.get(p, (0, 0))[1] for p in changed)
            if still and not self._moved.is_set() and not (emptied and number < EMPTY_PAUSES):
                break
            self._moved.clear()
            now = self._stamps()
        return now

    def _listen(self) -> None:
        """Asks for the events of each folder, again when it is another one than before."""
        if self._observer is None:
            return
        for folder in self._folders:
            found = _stamp(folder)
            here = found[3:4] if found is not None else ()
            watch, there = self._watches.get(folder, (None, ()))
            if here == there:
                continue
            if watch is not None:
                with suppress(KeyError, OSError):
                    self._observer.unschedule(watch)
            watch = None
            if here:
                with suppress(OSError, RuntimeError):
                    watch = self._observer.schedule(_Listener(self._moved), str(folder), recursive=True)
            self._watches[folder] = watch, here

    def _stamps(self) -> dict[Path, Stamp]:
        return {path: found for folder in self._folders for path, found in _walk(folder)}


class _Listener(FileSystemEventHandler):
    def __init__(self, moved: threading.Event) -> None:
        self._moved = moved

    def on_any_event(self, event: FileSystemEvent) -> None:
        # Reading is no change, and this program reads a lot.
        if not isinstance(event, FileOpenedEvent | FileClosedNoWriteEvent):
            self._moved.set()


def _walk(folder: Path) -> Iterator[tuple[Path, Stamp]]:
    """The files below a folder, but for hidden ones; links are not followed."""
    try:
        with os.scandir(folder) as listing:
            for item in listing:
                if item.name.startswith("."):
                    continue
                if item.is_dir(follow_symlinks=False):
                    yield from _walk(folder / item.name)
                    continue
                try:
                    yield folder / item.name, _values(item.stat(follow_symlinks=False))
                except OSError:  # it has just been removed
                    continue
    except OSError:
        # A folder that is gone or closed has no files.
        return


def _stamp(path: Path) -> Stamp | None:
    try:
        return _values(path.stat(follow_symlinks=False))
    except OSError:
        return None


def _values(found: os.stat_result) -> Stamp:
    # The inode tells a file that took another's place; the time of the inode that it may be read now.
    return found.st_mtime_ns, found.st_size, found.st_ctime_ns if os.name != "nt" else 0, found.st_ino, stat.S_IFMT(found.st_mode)
