"""What stands behind a command, read as argparse reads it; what is wrong with it is told in Indonesian first."""

import argparse
import datetime
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from rantau.text import dates
from rantau.text.commands import called
from rantau.text.names import nearest

# argparse's sentences, and ours with what stands in brackets there.
_TOLD = (
    (r"the following arguments are required: (.+)", "yang wajib belum ditulis: {}"),
    (r"one of the arguments (.+) is required", "tulis salah satu dari: {}"),
    (r"argument (.+?): not allowed with argument (.+)", "{} dan {} tidak dapat dipakai bersama"),
    (r"argument (.+?): expected (?:one|at least one) argument", "sesudah {} harus ada nilainya"),
    (r"argument (.+?): expected at most one argument", "sesudah {} paling banyak ada satu nilai"),
    (r"argument (.+?): expected (\d+) arguments?", "sesudah {} harus ada {} nilai"),
    (r"argument (.+?): invalid int value: '(.*)'", '{}: "{}" bukan bilangan'),
    (r"argument (.+?): invalid \w+ value: '(.*)'", '{}: "{}" tidak dapat dipakai'),
    (r"argument (.+?): ignored explicit argument '(.*)'", '{} ditulis tanpa nilai, jadi "{}" tidak dapat dipakai'),
    (r"ambiguous option: (.+?) could match (.+)", "{} dapat berarti beberapa pilihan: {}"),
)
# Newer Pythons write the choices without quotes.
_CHOICE = re.compile(r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)", re.DOTALL)
_UNKNOWN = re.compile(r"unrecognized arguments: (.+)", re.DOTALL)
_OURS = re.compile(r"argument (.+?): (.+)", re.DOTALL)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose first word is Indonesian; descriptions keep their lines."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "pemakaian: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser whose own words are Indonesian; a wrong call ends the program with code 2.

    `epilog` stands below the help, line by line; `command` is what is typed, if that is not the script alone.
    """

    def __init__(self, description: str, epilog: str = "", command: str = "") -> None:
        prog = command or called(Path(sys.argv[0]).stem)
        super().__init__(prog=prog, description=description, epilog=epilog, formatter_class=_Formatter, add_help=False)
        self._positionals.title = "yang ditulis sesudah perintah"
        self._optionals.title = "pilihan"
        self.add_argument("-h", "--help", action="help", help="tunjukkan keterangan ini / show this help")

    def add_content(self, folder: Path) -> None:
        """The option that names another folder of content than this one."""
        self.add_argument("--content", type=Path, metavar="FOLDER", default=folder, help=f"folder isi ({folder.name}/)")

    def add_date(self, what: str) -> None:
        """The option that names another day than today in Jakarta."""
        self.add_argument("--date", type=day, metavar="TANGGAL", help=f"{what}, misalnya 2026-11-22 atau 22/11/2026 (hari ini)")

    def error(self, message: str) -> NoReturn:
        """Ends the program with what is wrong about its arguments, in argparse's words or in the project's own."""
        told = self._told(message)
        ours = _OURS.fullmatch(message)
        english = f"(error: {message})\n" if told else ""
        said = told or (f"{ours[1]}: {ours[2]}" if ours else message)
        self.exit(2, f"kesalahan: {said}\n{english}semua pilihan: {self.prog} --help\n")

    def _told(self, message: str) -> str:
        """A sentence of argparse in Indonesian, with what may have been meant; "" for a sentence of the project."""
        if match := _UNKNOWN.fullmatch(message):
            known = [option for action in self._actions for option in action.option_strings]
            close = [near for word in match[1].split() if word.startswith("-") and (near := nearest(word.split("=")[0], known))]
            return f"{match[1]} tidak dikenal" + (f"; maksud Anda {', '.join(close)}?" if close else "")
        if match := _CHOICE.fullmatch(message):
            choices = [choice.strip(" '") for choice in match[3].split(",")]
            near = nearest(match[2], choices)
            advice = f"maksud Anda {near}?" if near else f"pilihannya: {', '.join(choices)}"
            return f'{match[1]}: "{match[2]}" tidak ada; {advice}'
        found = ((re.fullmatch(english, message, re.DOTALL), told) for english, told in _TOLD)
        return next((told.format(*match.groups()) for match, told in found if match), "")


def day(text: str) -> datetime.date:
    """The date of an argument, in any notation that can mean one day only. Raises: argparse.ArgumentTypeError."""
    found = dates.meant(text)
    if isinstance(found, str):
        raise argparse.ArgumentTypeError(found)
    return found
