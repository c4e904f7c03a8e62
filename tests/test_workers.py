"""Work in processes that can be killed: what hangs or dies costs its own result and nothing else."""

import os
import signal
import threading
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rantau import workers
from rantau.workers import Lost

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
