"""Work in processes that can be killed: what hangs or dies costs its own result and nothing else."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rantau import workers
from rantau.workers import Lost
from tests.shell import ROOT

# Far more than an innocent task needs, also on a machine that is busy with other things.
SECONDS = 2.0


def work(task: str) -> str:
    """What the task's word says."""
    if task.startswith("hang"):
        time.sleep(600)
    if task.startswith("loop"):
        while True:
            pass
    if task.startswith("die"):
        os.kill(os.getpid(), signal.SIGKILL)
    if task.startswith("exit"):
        os._exit(0)
    if task.startswith("memory"):
        return str(len(bytearray(workers.MEMORY_LIMIT)))
    if task.startswith("fail"):
        raise ValueError(task)
    return task.upper()


def test_results_stand_in_the_order_of_the_tasks() -> None:
    tasks = [f"t{n}" for n in range(50)]
    assert workers.each(work, tasks, seconds=SECONDS, processes=2) == [f"T{n}" for n in range(50)]


def test_nothing_to_do_starts_no_process() -> None:
    assert workers.each(work, [], seconds=SECONDS) == []


@pytest.mark.parametrize(("word", "reason"), [("hang", "time"), ("loop", "time"), ("die", "crash"), ("exit", "crash")])
def test_task_that_hangs_or_dies_is_lost_alone(word: str, reason: str) -> None:
    tasks = [*(f"a{n}" for n in range(11)), word, *(f"b{n}" for n in range(11))]
    expected: list[str | Lost[str]] = [*(f"A{n}" for n in range(11)), Lost(word, reason), *(f"B{n}" for n in range(11))]
    assert workers.each(work, tasks, seconds=SECONDS if reason == "time" else 60.0, processes=2) == expected


class Sparing:
    """Work that may take a fifth of a second of the processor's time, unless the task is called slow."""

    def cpu_seconds(self, task: str) -> float:
        return 600.0 if task.startswith("slow") else 0.2

    def __call__(self, task: str) -> str:
        if task.startswith(("slow", "loop")):
            # A loop ends some time as well: a limit that does not hold is to fail the test and not to hang it.
            end = time.process_time() + (0.4 if task.startswith("slow") else 10.0)
            while time.process_time() < end:
                pass
            return task.upper()
        if task.startswith("sleep"):
            time.sleep(0.4)
        return work(task)


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such clock")
def test_task_that_uses_up_its_processor_time_is_lost_alone() -> None:
    tasks = [*(f"a{n}" for n in range(11)), "loop1", "loop2", *(f"b{n}" for n in range(11)), "loop3"]
    expected = [Lost(task, "time") if task.startswith("loop") else task.upper() for task in tasks]
    # The wall time is none that a test would wait for: it is the other clock that ends the loops.
    assert workers.each(Sparing(), tasks, seconds=3600.0, processes=2) == expected


def test_processor_time_is_allowed_by_the_task_and_not_used_up_by_the_ones_before_nor_by_waiting() -> None:
    tasks = ["slow1", "a", "sleep", "slow2", "b", "slow3", "die", "sleep"]
    expected = [Lost("die", "crash") if task == "die" else task.upper() for task in tasks]
    assert workers.each(Sparing(), tasks, seconds=3600.0, processes=1) == expected


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such clock")
def test_processor_time_ends_a_task_also_where_the_parent_listens_to_that_clock() -> None:
    before = signal.signal(signal.SIGPROF, lambda number, frame: None)
    try:
        assert workers.each(Sparing(), ["a", "loop", "b"], seconds=3600.0, processes=1) == ["A", Lost("loop", "time"), "B"]
    finally:
        signal.signal(signal.SIGPROF, before)


def test_every_task_of_one_batch_may_die() -> None:
    tasks = [f"die{n}" for n in range(workers.BATCH + 1)]
    assert workers.each(work, tasks, seconds=60.0, processes=1) == [Lost(task, "crash") for task in tasks]


def test_first_and_last_task_may_die() -> None:
    assert workers.each(work, ["die", "a", "die"], seconds=60.0, processes=3) == [Lost("die", "crash"), "A", Lost("die", "crash")]


def test_exception_of_our_own_is_raised_where_the_work_was_asked_for() -> None:
    with pytest.raises(ValueError, match="fail1"):
        workers.each(work, ["a", "fail1", "b"], seconds=60.0, processes=1)


def test_memory_beyond_the_limit_is_an_exception_and_not_the_end_of_the_machine() -> None:
    with pytest.raises(MemoryError):
        workers.each(work, ["memory"], seconds=60.0, processes=1)


def test_no_process_is_left_behind() -> None:
    import multiprocessing

    workers.each(work, ["a", "die", "b"], seconds=60.0, processes=2)
    with pytest.raises(ValueError, match="fail"):
        workers.each(work, ["fail"], seconds=60.0, processes=2)
    assert multiprocessing.active_children() == []


def test_beside_another_thread_processes_are_spawned_and_do_the_same() -> None:
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        assert workers.each(work, ["a", "die", "b"], seconds=60.0, processes=1) == ["A", Lost("die", "crash"), "B"]
    finally:
        stop.set()
        other.join()


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(["a", "b", "die", "exit"]), max_size=30), st.integers(1, 3))
def test_whatever_dies_the_others_keep_their_results_and_order(tasks: list[str], processes: int) -> None:
    expected = [Lost(task, "crash") if task in ("die", "exit") else task.upper() for task in tasks]
    assert workers.each(work, tasks, seconds=60.0, processes=processes) == expected


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_workers_of_a_killed_process_end_with_it(tmp_path: Path) -> None:
    code = "import time\nfrom pathlib import Path\nfrom rantau import workers\n"
    code += "def work(task):\n    Path(task).write_text(str(__import__('os').getpid()))\n    time.sleep(0.2)\n"
    code += f"workers.each(work, [{str(tmp_path)!r} + f'/{{n}}' for n in range(400)], seconds=60, processes=2)\n"
    main = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT)
    while len(list(tmp_path.iterdir())) < 3:
        time.sleep(0.05)
    main.kill()
    main.wait()
    pids = {int(text) for path in tmp_path.iterdir() if (text := path.read_text())}
    deadline = time.monotonic() + 60
    while (alive := {pid for pid in pids if _runs(pid)}) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert alive == set()


def _runs(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"
