"""Starts a new article, ready to fill in."""

import argparse
import sys
from pathlib import Path

import environment

environment.enter()

from rantau import desk


def main() -> int:
    """Exit code: 0 written, 1 not written because something is there, 2 the tool failed."""
    parser = argparse.ArgumentParser(description="Membuat artikel baru. / Starts a new article.")
    parser.add_argument("title", nargs="+", help="judul artikel")
    parser.add_argument("--content", type=Path, default=environment.ROOT / "content", help="folder isi (content/)")
    parser.add_argument("--date", type=environment.day, help="tanggal, YYYY-MM-DD (hari ini di Jakarta)")
    arguments = parser.parse_args()
    code, lines = desk.new(arguments.content, " ".join(arguments.title), arguments.date)
    for line in lines:
        print(line)
    return code


if __name__ == "__main__":
    sys.exit(main())
