"""Work on many things in processes that can be killed: one that takes too long costs its own result and nothing else."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, Protocol, TypeVar, runtime_checkable

Task = TypeVar("Task")
Result = TypeVar("Result")

BATCH = 8
MEMORY_LIMIT = 2 * 1024**3


@dataclass(frozen=True, slots=True)
class Lost(Generic[Task]):
    """A task that gave no result: its worker was killed for taking too long ("time"), or died ("crash")."""

    task: Task
    reason: str


@runtime_checkable
class Limited(Protocol):
    """Work that says itself how many seconds of processor time a task may take."""

    def cpu_seconds(self, task: Any, /) -> float:
        """More than 0; asked in the worker, before each task."""


@runtime_checkable
class Prepared(Protocol):
    """Work that can be made ready once, for all processes that are forked afterwards."""

    def prepare(self) -> None:
        """Makes what every task needs. Raises: nothing."""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    waiting: deque[int] = field(default_factory=deque)
    since: float = 0.0


def each(
    work: Callable[[Task], Result], tasks: Sequence[Task], *, seconds: float, processes: int = 0
) -> list[Result | Lost[Task]]:
    """The result of `work` for every task, in the order of the tasks.

    A task may take `seconds` of wall time, and what `work` allows it of processor time if it is `Limited`: what
    else the machine does makes no task late then. Windows knows the wall time alone. `processes` 0 means one for
    each processor, but no more than there are batches. `work` and the tasks must be picklable where the system
    cannot fork.
    """
    count = processes or min(os.cpu_count() or 1, (len(tasks) + BATCH - 1) // BATCH)
    results: dict[int, Result | Lost[Task]] = {}
    queue = deque(range(len(tasks)))
    if tasks and isinstance(work, Prepared) and _method() == "fork":
        work.prepare()
    workers = [_start(work) for _ in range(count)]
    try:
        while len(results) < len(tasks):
            for worker in workers:
                _feed(worker, queue, tasks)
            busy = [w for w in workers if w.waiting]
            deadline = min(w.since for w in busy) + seconds
            ready = wait([w.pipe for w in busy], max(0.0, deadline - time.monotonic()))
            for number, worker in enumerate(workers):
                if worker.pipe in ready:
                    reason = _receive(worker, results)
                else:
                    late = worker.waiting and time.monotonic() - worker.since >= seconds
                    reason = "time" if late else ""
                if reason:
                    workers[number] = _replace(worker, work, reason, queue, tasks, results)
    finally:
        for worker in workers:
            _stop(worker)
    return [results[number] for number in range(len(tasks))]


def _feed(worker: _Worker, queue: deque[int], tasks: Sequence[Task]) -> None:
    if worker.waiting or not queue:
        return
    numbers = [queue.popleft() for _ in range(min(BATCH, len(queue)))]
    worker.waiting.extend(numbers)
    worker.since = time.monotonic()
    try:
        worker.pipe.send([tasks[n] for n in numbers])
    except OSError:
        # A worker that died idle is noticed when its pipe is read.
        return


def _receive(worker: _Worker, results: dict[int, Any]) -> str:
    try:
        outcome, value = worker.pipe.recv()
    except (EOFError, OSError):
        return "crash"
    if outcome == "failed":
        raise value
    results[worker.waiting.popleft()] = value
    worker.since = time.monotonic()
    return ""


def _replace(
    worker: _Worker,
    work: Callable[[Task], Result],
    reason: str,
    queue: deque[int],
    tasks: Sequence[Task],
    results: dict[int, Any],
) -> _Worker:
    """A fresh worker in the place of one that is stuck or dead; its other tasks go back to the queue."""
    _stop(worker)
    if _used_up(worker.process):
        reason = "time"
    if worker.waiting:
        lost = worker.waiting.popleft()
        results[lost] = Lost(tasks[lost], reason)
        queue.extendleft(reversed(worker.waiting))
    return _start(work)


def _start(work: Callable[[Any], Any]) -> _Worker:
    context = multiprocessing.get_context(_method())
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(work, theirs), daemon=True)  # type: ignore[attr-defined]
    process.start()
    theirs.close()
    return _Worker(process, ours, since=time.monotonic())


def _method() -> str:
    # Forking is cheap, but unsafe beside other threads (the preview server has some).
    can_fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    return "fork" if can_fork else "spawn"


def _stop(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()


def _serve(work: Callable[[Any], Any], pipe: Connection) -> None:
    """The life of a worker: batches in, results out one by one, until the pipe closes."""
    # Documents hold no reference cycles worth looking for after every few hundred objects.
    gc.set_threshold(50_000, 20, 50)
    _limit_memory()
    limited = isinstance(work, Limited)
    parent = multiprocessing.parent_process()
    watched: list[Any] = [pipe] if parent is None else [pipe, parent.sentinel]
    while True:
        try:
            # A fork holds the other end of its own pipe, which so never closes when the parent is killed.
            if pipe not in wait(watched):
                return
            batch = pipe.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        for task in batch:
            try:
                if limited:
                    _allow(work.cpu_seconds(task))  # type: ignore[attr-defined]
                answer = ("done", work(task))
            except Exception as error:  # the parent raises it where the work was asked for
                answer = ("failed", error)
            # Between two tasks the clock stands still: who is killed there would be taken for the next task.
            _allow(0)
            pipe.send(answer)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _allow(seconds: float) -> None:
    """Lets this process live for so much more of processor time; 0 for as long as it likes."""
    if sys.platform != "win32":
        if seconds:
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _used_up(process: BaseProcess) -> bool:
    """Whether a process has ended because its processor time was over."""
    return sys.platform != "win32" and process.exitcode == -signal.SIGPROF
