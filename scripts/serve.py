"""Live preview of the content on this machine; every save is checked and shown."""

import argparse
import sys
from pathlib import Path

import environment

environment.enter()

from hooks.engine import serve


def main() -> int:
    """Runs until Ctrl-C. Exit code: 0 ended, 1 the content has errors at the start, 2 the tool failed."""
    parser = argparse.ArgumentParser(description="Pratinjau di komputer ini. / Live preview.")
    parser.add_argument("--content", type=Path, default=environment.ROOT / "content", help="folder isi (content/)")
    parser.add_argument("--port", type=int, default=8000, help="nomor port (8000)")
    arguments = parser.parse_args()
    code, lines = serve(arguments.content, arguments.port)
    for line in lines:
        print(line)
    return code


if __name__ == "__main__":
    sys.exit(main())
