"""Live preview of the content on this machine; every save is checked and shown."""

import functools
import sys

import environment

environment.enter()

from hooks.preview import serve
from rantau.arguments import Parser


def main() -> int:
    """Runs until Ctrl-C. Exit code: 0 ended, 2 the tool failed."""
    parser = Parser("Pratinjau di komputer ini. / Live preview.")
    parser.add_content(environment.ROOT / "content")
    parser.add_argument("--port", type=int, metavar="NOMOR", help="nomor port (8000, atau yang bebas sesudahnya)")
    parser.add_argument("--lang", choices=("id", "en"), default="id", help="bahasa temuan (id)")
    arguments = parser.parse_args()
    code, lines = serve(arguments.content, arguments.port, arguments.lang, functools.partial(print, flush=True))
    for line in lines:
        print(line)
    return code


if __name__ == "__main__":
    sys.exit(main())
