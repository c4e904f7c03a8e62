"""Turns foreign files into drafts: old sites, exports, saved pages, copied texts."""

import sys
from pathlib import Path

import environment

environment.enter()

from rantau import imports
from rantau.arguments import Parser


def main() -> int:
    """Exit code: 0 drafts made, 1 some files gave none, 2 the tool failed."""
    labels = imports.labels()
    parser = Parser(
        "Menjadikan tulisan lama draf. / Turns old texts into drafts.",
        "\n".join(["bentuk asal (--format):", *(f"  {name:12} {label.id}" for name, label in labels.items())]),
    )
    parser.add_argument("sources", nargs="+", type=Path, metavar="BERKAS", help="berkas atau folder yang diambil")
    parser.add_argument("--into", type=Path, metavar="FOLDER", default=environment.ROOT / "drafts", help="folder draf (drafts/)")
    parser.add_content(environment.ROOT / "content")
    parser.add_argument("--format", choices=tuple(labels), default="", help="bentuk asal; biasanya dikenali sendiri")
    parser.add_argument("--images", type=Path, metavar="FOLDER", help="folder gambar situs lama, bila terpisah")
    parser.add_argument("--dry-run", action="store_true", help="tunjukkan saja apa yang akan dibuat, tanpa menulis apa pun")
    a = parser.parse_args()
    code, lines = imports.run(a.sources, a.into, a.content, format_=a.format, images=a.images, rehearse=a.dry_run)
    for line in lines:
        print(line)
    return code


if __name__ == "__main__":
    sys.exit(main())
