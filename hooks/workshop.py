"""A process without threads that starts the workers, for a server that has some: forking beside threads is not safe, and a
worker that starts from nothing takes longer than what it is asked for."""

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from rantau import workers
from rantau.workers import Lost, Result, Task

# Seconds until it is killed instead of asked.
PATIENCE = 3.0


class Workshop:
    """Keeps the promises of `workers.each` in another process. Made before any thread it is cheapest."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._work: object = None
        self._closed = False
        self._start()

    def each(self, work: Callable[[Task], Result], tasks: Sequence[Task], /, *, seconds: float) -> list[Result | Lost[Task]]:
        """The result of the work for every task. Raises: RuntimeError, when the process ends twice in between or was closed."""
        if not tasks:
            return []
        with self._lock:
            for _ in range(2):
                if self._closed:
                    break
                try:
                    # The work is large and nearly always the same.
                    same = self._work is not None and work == self._work
                    self._pipe.send((None if same else work, tasks, seconds))
                    self._work = work
                    outcome, value = self._pipe.recv()
                except (EOFError, OSError):
                    self._stop()
                    self._start()
                    continue
                if outcome == "failed":
                    raise value
                found: list[Result | Lost[Task]] = value
                return found
        raise RuntimeError("the process that reads files has ended")

    def close(self) -> None:
        """Ends the process with its workers, also one that is at work."""
        self._closed = True
        self._stop()

    def _start(self) -> None:
        method = "fork" if threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods() else "spawn"
        context = multiprocessing.get_context(method)
        self._work = None
        self._pipe, theirs = context.Pipe()
        # No daemon: those may not have children.
        process: BaseProcess = context.Process(target=_live, args=(theirs, self._pipe if method == "fork" else None))  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        self._process = process

    def _stop(self) -> None:
        self._process.terminate()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        with suppress(OSError):
            self._pipe.close()


def _live(pipe: Connection, other: Connection | None) -> None:
    """Takes works and tasks until the one that asks is gone."""
    # Ctrl-C reaches every process of a terminal; this one ends when it is told so.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    if other is not None:
        other.close()
    parent = multiprocessing.parent_process()
    watched: list[Any] = [pipe] if parent is None else [pipe, parent.sentinel]
    work: Any = None
    while True:
        try:
            if pipe not in wait(watched):
                return
            given, tasks, seconds = pipe.recv()
        except (EOFError, OSError):
            return
        work = work if given is None else given
        answer: tuple[str, object]
        try:
            answer = ("done", workers.each(work, tasks, seconds=seconds))
        except Exception as error:  # whoever asked raises it
            answer = ("failed", error)
        try:
            pipe.send(answer)
        except OSError:
            return
