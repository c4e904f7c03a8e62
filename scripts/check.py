"""Checks the content and says what is wrong, where, and what to do."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import environment

environment.enter()

from rantau import desk
from rantau.arguments import Parser


def main() -> int:
    """Exit code: 0 no errors, 1 errors, 2 the tool failed."""
    parser = Parser("Memeriksa isi. / Checks the content.")
    parser.add_argument("paths", nargs="*", type=Path, metavar="BERKAS", help="hanya berkas atau folder ini")
    parser.add_content(environment.ROOT / "content")
    parser.add_argument("--format", choices=desk.formats(), default="text", help="bentuk laporan; html: kesehatan seluruh isi")
    parser.add_argument("--output", type=Path, metavar="BERKAS", help="tulis laporan ke berkas ini")
    parser.add_argument("--lang", choices=("id", "en"), default="id", help="bahasa laporan")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="warna (auto: hanya di terminal)")
    parser.add_date("tanggal pemeriksaan")
    parser.add_argument("--explain", nargs="?", const="", metavar="ATURAN", help="jelaskan satu aturan, atau sebut semuanya")
    parser.add_argument("--fix", action="store_true", help="perbaiki yang hanya punya satu jawaban benar: isi, nama, foto besar")
    parser.add_argument("--dry-run", action="store_true", help="tunjukkan saja apa yang akan diubah --fix, tanpa mengubahnya")
    parser.add_argument("--diff", action="store_true", help="tunjukkan juga baris yang diubah --fix")
    a = parser.parse_args()
    if a.explain is not None:
        code, lines = desk.explain(a.explain, a.lang)
    else:
        colour = _coloured(a.color, a.output)
        code, lines = desk.check(
            a.content,
            a.paths,
            a.format,
            a.lang,
            a.date,
            fix=a.fix,
            rehearse=a.dry_run,
            difference=a.diff,
            output=a.output,
            colour=colour,
        )
    _print(lines)
    return code


def _coloured(wish: str, output: Path | None) -> bool:
    """Whether the report is in colour; the wish of the command line comes before that of the environment."""
    if wish != "auto":
        return wish == "always"
    # Sources: https://no-color.org and https://force-color.org; an empty variable says nothing.
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return output is None
    # An old Windows console shows the codes themselves.
    knows = os.environ.get("TERM", "") != "dumb" if os.name != "nt" else bool({"WT_SESSION", "TERM", "ANSICON"} & set(os.environ))
    return output is None and knows and sys.stdout.isatty()


def _print(lines: Iterable[str]) -> None:
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except OSError:
        # Nobody reads on. What Python still wants to write on leaving must not fail either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
