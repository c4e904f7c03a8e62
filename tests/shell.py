"""Runs the project's commands as an editor does, on content trees that tests make."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "tests" / "site"
DATE = "2026-11-22"
# No command of a test takes a fraction of this; a hang must end the test and not the machine.
LIMIT = 120

REGISTRIES = {
    "_data/countries.yml": "- {key: JP, slug: jepang}\n- {key: KR, slug: korea-selatan, aliases: [Korsel]}\n",
    "_data/tags.yml": "- {key: visa, name: Visa}\n",
}
ARTICLE = """\
---
title: Contoh judul
description: Contoh ringkasan yang panjangnya lebih dari lima puluh huruf, seperti diminta.
tags: [visa]
countries: [JP]
date: 2025-01-02
---

Contoh kalimat.
"""
SMALL: Mapping[str, str] = {**REGISTRIES, "artikel/2025/contoh.md": ARTICLE}


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """The directory `root` holding the files, which are given by their paths."""
    root.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def command(script: str, *arguments: str | Path) -> list[str]:
    """The command line of one of the project's scripts."""
    return [sys.executable, str(ROOT / "scripts" / script), *map(str, arguments)]


def run(
    line: list[str], cwd: Path, environment: Mapping[str, str] | None = None, umask: int = -1
) -> subprocess.CompletedProcess[str]:
    """What a command line did; its output is text."""
    return subprocess.run(
        line,
        cwd=cwd,
        env=clean(environment or {}),
        umask=umask,
        text=True,
        encoding="utf-8",
        capture_output=True,
        timeout=LIMIT,
        check=False,
    )


def clean(changes: Mapping[str, str]) -> dict[str, str]:
    """This process's environment with the changes, and without what would name another day or another place."""
    kept = {k: v for k, v in os.environ.items() if k not in ("SOURCE_DATE_EPOCH", "PYTHONPATH")}
    # A run leaves nothing behind in the original.
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1", **changes}


def check(content: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """What scripts/check.py says about a content directory, from the directory above it."""
    return run(command("check.py", "--content", content, "--date", DATE, *arguments), content.parent)


def build(content: Path, site: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """What scripts/build.py does with a content directory, from the directory above it."""
    return run(command("build.py", "--content", content, "--site", site, "--date", DATE, *arguments), content.parent)


def tree(root: Path) -> dict[str, bytes]:
    """The bytes of every file below a directory by its path."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def project(root: Path, content: Path = SAMPLE) -> Path:
    """A copy of the whole project below `root`, with another content directory.

    What is compiled comes along, because each run would compile it again; Python knows by the sources' times whether it is theirs.
    """
    for name in ("rantau", "hooks", "theme", "scripts"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("mkdocs.yml", "requirements.txt"):
        shutil.copy(ROOT / name, root / name)
    shutil.copytree(content, root / "content")
    return root


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
