"""Builds the site: check, build, verify, swap. The main job."""

import sys
from pathlib import Path

import environment

environment.enter()

from rich.console import Console
from rich.live import Live

from hooks.engine import build
from rantau.arguments import Parser


def main() -> int:
    """Exit code: 0 built, 1 the content has errors, 2 the tool failed."""
    parser = Parser("Memeriksa isi lalu membangun situs. / Checks the content and builds the site.")
    parser.add_content(environment.ROOT / "content")
    parser.add_argument(
        "--site", type=Path, metavar="FOLDER", default=environment.ROOT / "site", help="tempat situs dibangun (site/)"
    )
    parser.add_argument("--url", metavar="ALAMAT", default="", help="alamat web situs, misalnya https://contoh.example/portal/")
    parser.add_date("tanggal bangunan")
    arguments = parser.parse_args()
    console = Console(stderr=True)
    # Live without a thread of its own: beside other threads the workers could not be forked.
    with Live(console=console, auto_refresh=False, transient=True) as live:

        def say(step: str) -> None:
            if console.is_terminal:
                live.update(step, refresh=True)
            else:
                console.print(step)

        code, lines = build(arguments.content, arguments.site, arguments.url, arguments.date, say)
    for line in lines:
        print(line)
    return code


if __name__ == "__main__":
    sys.exit(main())
