"""What a command costs as a whole process with its children. Needs POSIX (os.wait4)."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process and its children took: CPU and wall in seconds, peak memory of the largest one in MB."""

    cpu: float
    wall: float
    peak: float

    def __str__(self) -> str:
        return f"CPU {self.cpu:.2f} s, wall {self.wall:.2f} s, peak {self.peak:.0f} MB"


def measure(command: Sequence[str]) -> Cost:
    """The costs of a command. Raises: RuntimeError with the end of its messages when it fails."""
    start = time.monotonic()
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=quiet)
    error = process.stderr.read() if process.stderr is not None else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{error.decode(errors='replace')[-2000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024)
