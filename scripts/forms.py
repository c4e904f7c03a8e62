"""Rewrites what is derived from the fields and the registries: schemas/, the completions of VS Code, the table in the guide."""

import sys

import environment

environment.enter()

from rantau import derived
from rantau.arguments import Parser


def main() -> int:
    """Exit code: 0 written, or nothing to write."""
    Parser("Menulis ulang yang diturunkan dari isian dan daftar. / Rewrites what is derived from fields and lists.").parse_args()
    changed = derived.write(environment.ROOT / "content", environment.ROOT)
    for path in changed:
        print(f"ditulis: {path}")
    if not changed:
        print("semua sudah sesuai")
    return 0


if __name__ == "__main__":
    sys.exit(main())
