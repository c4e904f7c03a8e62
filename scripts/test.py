"""Everything that CI runs: style, types, tests, the content's own check and build."""

import os
import shutil
import subprocess
import sys

import environment

environment.enter(environment.LOCK, environment.TEST_LOCK)

from rantau.arguments import Parser

# The tests of a file share what it builds, so each file has one process. Many tests wait for a browser or a command: three of
# them keep two processors busy.
PARALLEL = ("-n", "3", "--dist", "loadfile", "--no-loadscope-reorder")
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    """Exit code: 0 when everything passed, else that of the first step that failed. Arguments go to pytest."""
    parser = Parser(
        "Menjalankan semua yang dijalankan CI. / Runs what CI runs.",
        "Yang ditulis sesudah perintah diteruskan ke pytest, misalnya tests/test_rules.py.",
    )
    _, passed_on = parser.parse_known_args()
    os.chdir(environment.ROOT)
    if not chromium_ready():
        if os.environ.get("CI") == "true":
            print("Uji peramban wajib di CI, tetapi chromium tidak dapat dipasang.", file=sys.stderr)
            return 2
        print("Dilewati: uji peramban, karena chromium tidak ada. Di Debian: sudo apt-get install chromium", file=sys.stderr)
        os.environ["RANTAU_SKIP_BROWSER"] = "true"
    python = sys.executable
    steps = (
        (python, "-m", "ruff", "check", "."),
        (python, "-m", "ruff", "format", "--check", "rantau", "hooks", "scripts"),
        (python, "-m", "mypy"),
        (python, "scripts/check.py"),
        # Commands under test leave nothing behind, so each of hundreds would compile what no other step has imported.
        (python, "-m", "compileall", "-q", "rantau", "hooks", "scripts"),
        (python, "-m", "pytest", *PARALLEL, *passed_on),
    )
    for step in steps:
        print("$", " ".join("python" if part == python else part for part in step), flush=True)
        code = subprocess.call(step)
        if code:
            return code
    return 0


def chromium_ready() -> bool:
    """Whether a browser is there, installed now if this machine allows it."""
    if any(shutil.which(name) for name in CHROMIUM):
        return True
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        return False
    print("Memasang chromium ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ("apt-get", "update", "-qq"),
        ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"),
    ):
        if subprocess.call(command, env=quiet, stdout=subprocess.DEVNULL) != 0:
            return False
    return any(shutil.which(name) for name in CHROMIUM)


if __name__ == "__main__":
    sys.exit(main())
