"""Arbitrary files become inputs: a list gives one for each line and each block, JSON one for each text in it, all else one."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# Larger than what any slot accepts; the rest of such a file would tell nothing more.
LARGEST = 6 * 1024 * 1024
_LISTS = frozenset({"", ".txt", ".json", ".csv", ".dict", ".lst"})


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to try: `source` says where it comes from ("blns.txt:17"), `ending` is its file's own (".png")."""

    source: str
    data: bytes
    ending: str = ""

    @property
    def text(self) -> str | None:
        """The input as text, lone surrogates included; None for one that is no text."""
        try:
            found = self.data.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            return None
        return None if "\0" in found and self.ending else found


def corpora(folders: Iterable[Path]) -> dict[str, tuple[Input, ...]]:
    """The inputs of each folder by its name: of each folder below a given one, and of the files in the given one itself.

    Raises: NotADirectoryError.
    """
    found: dict[str, tuple[Input, ...]] = {}
    for folder in folders:
        if not folder.is_dir():
            raise NotADirectoryError(str(folder))
        loose = [p for p in sorted(folder.iterdir()) if p.is_file()]
        below = [p for p in sorted(folder.iterdir()) if p.is_dir()]
        groups = [(f"{folder.name}/{sub.name}", sorted(p for p in sub.rglob("*") if p.is_file())) for sub in below]
        for name, paths in [*groups, (folder.name, loose)]:
            inputs = {i.data: i for path in paths for i in read(path) if i.data}
            if inputs:
                found[name] = tuple(inputs.values())
    return found


def read(path: Path) -> Iterator[Input]:
    """The inputs in one file: its content decides. Not UTF-8, or NUL, makes it binary; only a .txt, .json, ... is a list."""
    data = path.read_bytes()[:LARGEST]
    ending = path.suffix.lower()
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text or ending not in _LISTS or text.lstrip().startswith(("<svg", "<?xml")):
        yield Input(path.name, data, ending)
    elif text.lstrip()[:1] in ("[", "{") and (strings := _strings(text)):
        yield from (Input(f"{path.name}#{number}", _bytes(string)) for number, string in enumerate(strings, 1))
    else:
        yield from _listed(path.name, text)


def _listed(name: str, text: str) -> Iterator[Input]:
    """Every line that is no comment, and every run of lines between empty ones that is more than one line."""
    block: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            block.append(line)
            if not line.startswith("# "):
                yield Input(f"{name}:{number}", line.removesuffix("\r").encode())
            continue
        if len(block) > 1:
            yield Input(f"{name}:{number - len(block)}-{number - 1}", "\n".join(block).encode())
        block = []


def _strings(text: str) -> tuple[str, ...]:
    """Every text in a JSON value, names left out; () when it is no JSON."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    found: list[str] = []
    stack: list[object] = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            found.append(item)
        elif isinstance(item, list):
            stack.extend(reversed(item))
        elif isinstance(item, dict):
            stack.extend(reversed(item.values()))
    return tuple(found)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
