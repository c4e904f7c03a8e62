"""Checks the content and says what is wrong, where, and what to do."""

import argparse
import sys
from pathlib import Path

import environment

environment.enter()

from rantau import desk


def main() -> int:
    """Exit code: 0 no errors, 1 errors, 2 the tool failed."""
    parser = argparse.ArgumentParser(description="Memeriksa isi. / Checks the content.")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="hanya berkas atau folder ini")
    parser.add_argument("--content", type=Path, default=environment.ROOT / "content", help="folder isi (content/)")
    parser.add_argument("--format", choices=desk.formats(), default="text", help="bentuk laporan")
    parser.add_argument("--lang", choices=("id", "en"), default="id", help="bahasa laporan")
    parser.add_argument("--date", type=environment.day, help="tanggal pemeriksaan, YYYY-MM-DD (hari ini di Jakarta)")
    parser.add_argument("--explain", metavar="RULE", help="jelaskan satu aturan")
    parser.add_argument("--fix", action="store_true", help="perbaiki yang hanya punya satu jawaban benar: isi, nama, foto besar")
    parser.add_argument("--dry-run", action="store_true", help="tunjukkan saja apa yang akan diubah --fix, tanpa mengubahnya")
    a = parser.parse_args()
    if a.explain:
        code, lines = desk.explain(a.explain, a.lang)
    else:
        code, lines = desk.check(a.content, a.paths, a.format, a.lang, a.date, fix=a.fix, rehearse=a.dry_run)
    for line in lines:
        print(line)
    return code


if __name__ == "__main__":
    sys.exit(main())
