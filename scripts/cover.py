"""Draws a cover image for an article."""

import sys
from pathlib import Path

import environment

environment.enter()

from rantau.text.failures import reason
from rantau import covers
from rantau.arguments import Parser
from rantau.covers import words
from rantau.text.commands import called

ENDINGS = (".jpg", ".jpeg")


def main() -> int:
    """Exit code: 0 drawn, or shown what can be drawn, 2 the picture could not be saved."""
    parser = Parser("Menggambar sampul artikel: pilih motif dan warnanya. / Draws a cover image.", _choices())
    parser.add_argument("motif", choices=covers.MOTIFS, metavar="MOTIF", help="yang digambar; lihat daftar di bawah")
    parser.add_argument("palette", choices=covers.PALETTES, metavar="WARNA", help="paduan warnanya; lihat daftar di bawah")
    parser.add_argument("file", type=Path, metavar="BERKAS", help="tempat menyimpannya, misalnya content/images/sampul.jpg")
    if len(sys.argv) == 1:
        parser.print_help()
        return 0
    arguments = parser.parse_args()
    if arguments.file.suffix.lower() not in ENDINGS:
        parser.error(f'nama "{arguments.file}" harus berakhiran .jpg, misalnya {arguments.file.with_suffix(".jpg")}')
    try:
        covers.draw(arguments.motif, arguments.palette).save(arguments.file, quality=82)
    except OSError as error:
        parser.error(f'"{arguments.file}" tidak dapat ditulis: {reason(error)}')
    print(f"sampul digambar: {arguments.file}")
    return 0


def _choices() -> str:
    """The motifs and palettes with their words, and an example."""
    lists = (("MOTIF", words.MOTIFS), ("WARNA", words.PALETTES))
    told = [line for title, of in lists for line in (f"{title}:", *(f"  {name:10} {said}" for name, said in of.items()), "")]
    return "\n".join((*told, f"contoh: {called('cover', 'ship', 'sea', 'content/images/sampul-kapal.jpg')}"))


if __name__ == "__main__":
    sys.exit(main())
