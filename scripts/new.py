"""Starts a new article, program sheet, introduction or translation; asks on a terminal what is missing."""

import argparse
import sys
from pathlib import Path

import environment

environment.enter()

from rantau import starting
from rantau.arguments import Parser
from rantau.model import DEFAULT_LANGUAGE, LANGUAGES

# The options, and the fields they fill.
LISTS = {"tag": "tags", "country": "countries", "program": "programs", "sector": "sectors", "author": "authors"}
TEXTS = {
    "description": "description",
    "stage": "stage",
    "image": "img",
    "alt": "alt",
    "slug": "slug",
    "name": "name",
    "official": "official",
}


def main() -> int:
    """Exit code: 0 written, 1 not written because of what was asked for or is there, 2 the tool failed."""
    a = _arguments()
    try:
        code, lines = _translated(a) if a.translate else _started(a)
    except (KeyboardInterrupt, EOFError):
        code, lines = 1, ("", "dibatalkan; tidak ada yang ditulis")
    for line in lines:
        print(line)
    return code


def _arguments() -> argparse.Namespace:
    parser = Parser("Membuat tulisan baru. / Starts a new text.")
    parser.add_argument("title", nargs="*", metavar="JUDUL", help="judul; untuk pengantar: nama negara, topik, tahap, ...")
    parser.add_argument("--kind", choices=tuple(starting.KINDS), default="artikel", help="jenis tulisan (artikel)")
    parser.add_content(environment.ROOT / "content")
    parser.add_date("tanggal terbit")
    for option in LISTS:
        parser.add_argument(
            f"--{option}", action="append", metavar="NAMA", help=f"{starting.SAID[LISTS[option]]}; boleh berkali-kali"
        )
    for option in TEXTS:
        parser.add_argument(f"--{option}", metavar="TEKS", help=starting.SAID[TEXTS[option]])
    parser.add_argument("--translate", type=Path, metavar="BERKAS", help="kerangka terjemahan dari artikel ini")
    others = tuple(language for language in LANGUAGES if language != DEFAULT_LANGUAGE)
    parser.add_argument("--to", choices=others, help="bahasa terjemahan")
    a = parser.parse_args()
    if bool(a.translate) != bool(a.to):
        parser.error("--translate dan --to dipakai bersama")
    a.title = " ".join(" ".join(a.title).split())
    if not a.title and not a.translate and not sys.stdin.isatty():
        parser.error(starting.NO_TITLE)
    return a


def _translated(a: argparse.Namespace) -> starting.Answer:
    return starting.translate(a.content, a.translate, a.to)


def _started(a: argparse.Namespace) -> starting.Answer:
    asking = sys.stdin.isatty()
    if asking:
        print(starting.GREETING)
    title = a.title or input("Judul: ").strip()
    while not title:
        print(f"  {starting.NO_TITLE}")
        title = input("Judul: ").strip()
    start = starting.begin(a.content, a.kind, title, a.date)
    if not isinstance(start, starting.Start):
        return start
    given = {field: ", ".join(getattr(a, option) or ()) for option, field in LISTS.items()}
    given |= {field: getattr(a, option) or "" for option, field in TEXTS.items()}
    given = {field: text for field, text in given.items() if text}
    if problems := [said for field, text in given.items() if (said := starting.take(start, field, text))]:
        return 1, tuple(problems)
    if asking:
        _ask(start, frozenset(given) | ({"date"} if a.date else frozenset()))
    return starting.finish(start)


def _ask(start: starting.Start, given: frozenset[str]) -> None:
    for question in starting.questions(start, given):
        *shown, prompt = starting.lines(question)
        print(*shown, sep="\n", end="\n" if shown else "")
        while said := starting.answer(start, question, input(prompt)):
            print(f"  {said}")


if __name__ == "__main__":
    sys.exit(main())
