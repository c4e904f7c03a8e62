"""Draws a cover image for an article."""

import argparse
import sys
from pathlib import Path

import environment

environment.enter()

from rantau import covers


def main() -> int:
    """Exit code: 0 drawn."""
    parser = argparse.ArgumentParser(description="Menggambar sampul artikel. / Draws a cover image.")
    parser.add_argument("motif", choices=covers.MOTIFS)
    parser.add_argument("palette", choices=covers.PALETTES)
    parser.add_argument("file", type=Path, help="berkas .jpg yang ditulis")
    arguments = parser.parse_args()
    covers.draw(arguments.motif, arguments.palette).save(arguments.file, quality=82)
    return 0


if __name__ == "__main__":
    sys.exit(main())
