"""Checks the content as it is staged for the next commit; scripts/hooks/pre-commit calls it."""

import sys
from pathlib import Path

import environment

environment.enter()

from rantau import staging
from rantau.arguments import Parser


def main() -> int:
    """Exit code: 0 may be committed, 1 errors, 2 the tool failed."""
    parser = Parser("Memeriksa isi yang akan disimpan ke Git. / Checks the staged content.")
    parser.add_date("tanggal pemeriksaan")
    a = parser.parse_args()
    code, lines = staging.check(environment.ROOT, Path.cwd(), a.date)
    for line in lines:
        # Git shows what a hook says on either; many programs around it show this one alone.
        print(line, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
