"""The project's own Python environment: made on the first call, remade when the locks change. Standard library only."""

import hashlib
import io
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.txt"
TEST_LOCK = ROOT / "tests" / "requirements.txt"
OLDEST = (3, 11)


def enter(*locks: Path) -> None:
    """Returns inside the environment that has the locked packages; otherwise makes it and runs the script again in it.

    Exits with code 2 and a sentence when that cannot be done.
    """
    if sys.version_info < OLDEST:
        _stop(f"Rantau butuh Python {OLDEST[0]}.{OLDEST[1]} atau lebih baru; ini Python {sys.version.split()[0]}.")
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = locks or (LOCK,)
    if not ready(*wanted):
        _make(python, wanted)
    if Path(sys.prefix).resolve() == VENV.resolve():
        sys.path.insert(0, str(ROOT))
        _speak_utf8()
        return
    # The environment's own switches must not leak into another Python.
    os.environ.pop("PYTHONHOME", None)
    sys.stdout.flush()
    if os.name == "nt":
        sys.exit(subprocess.call([str(python), *sys.argv]))
    os.execv(python, [str(python), *sys.argv])


def _speak_utf8() -> None:
    """Lets messages hold every letter, whatever the terminal or the file behind ">" is set to."""
    if hasattr(signal, "SIGPIPE"):
        # "check.py | head" shall end as every command does when nobody reads on.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="backslashreplace")


def _marker(lock: Path) -> Path:
    return VENV / f"installed-{lock.parent.name if lock != LOCK else 'build'}"


def _state(lock: Path) -> str:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return f"{version} {hashlib.sha256(lock.read_bytes()).hexdigest()}\n"


def ready(*locks: Path) -> bool:
    """Whether the environment holds just what these locks name."""
    return all(_marker(lock).is_file() and _marker(lock).read_text("utf-8") == _state(lock) for lock in locks)


def _make(python: Path, locks: tuple[Path, ...]) -> None:
    """Makes the environment; the marker is written last, so a half-made one is made again."""
    if not _whole(python):
        shutil.rmtree(VENV, ignore_errors=True)
        print("Menyiapkan lingkungan Python di .venv (hanya sekali) ...", file=sys.stderr, flush=True)
        try:
            import ensurepip  # noqa: F401  (Debian leaves it out without python3-venv)
            import venv
        except ImportError:
            _stop("Modul venv tidak ada. Di Debian atau Ubuntu: sudo apt-get install python3-venv, lalu jalankan lagi.")
        venv.create(VENV, with_pip=True)
    for lock in locks:
        if ready(lock):
            continue
        print(f"Memasang paket dari {lock.relative_to(ROOT)} ...", file=sys.stderr, flush=True)
        pip = [
            str(python),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            "-r",
            str(lock),
        ]
        if subprocess.call(pip) != 0:
            _stop("Paket tidak dapat dipasang; periksa sambungan internet, lalu jalankan lagi.")
        _marker(lock).write_text(_state(lock), "utf-8")


def _whole(python: Path) -> bool:
    """Whether the environment works and was made by a Python of the same version."""
    try:
        found = subprocess.run(
            [str(python), "-c", "import sys, pip; print('%d.%d' % sys.version_info[:2])"],
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    return found.stdout.strip() == f"{sys.version_info.major}.{sys.version_info.minor}"


def _stop(message: str) -> None:
    print(message, file=sys.stderr)
    sys.exit(2)
