"""The site's one stylesheet: Material's and the theme's own, without what no page can show; and the part that every page holds.

A rule of Material's stays when all names in its selector may stand in a page: the names that the templates and scripts of the
theme hold, and those that the sanitiser lets through. Then go the variables and animations that nothing asks for.

What the first screen of every kind of page needs (theme/critical.txt, which `scripts/bench.py critical --write` makes) stands
in the page itself, so that it is painted before a second answer arrives. The rest follows in a file, and what no page to read
shows (a map, a list of results) in another one, which only the other pages ask for. So that the order of the rules stays
without effect, a later part repeats a declaration that would lose to one that has moved before it.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from itertools import chain
from pathlib import Path

from rantau.body import ALLOWED_ATTRIBUTES, ALLOWED_CLASSES, ALLOWED_TAGS
from rantau.cascade import Rule, grouped, halves, parted, read, said, specificity, text, waits, written

THEME = Path(__file__).resolve().parent.parent / "theme"
CRITICAL = THEME / "critical.txt"
# What was made before, by what it was made of; making it takes half a second, and a check of the names a hundredth.
KEPT = THEME.parent / ".cache"
_MATERIAL = ("main.", "palette.")
# The pages that people come for, and what every page runs.
READING = ("article.html", "page.html")
# What an attribute never says: shell.html gives the one direction, and the sanitiser lets no other through.
_NEVER = {"dir": ("rtl",)}
_SCRIPTS = ("assets/rantau.js", "assets/inline.js")
_NAME = re.compile(r"[A-Za-z_][\w-]*")
_SCHEMED = ":root[data-md-color-scheme]"
_ROOT = re.compile(r"(?::root)?(?:\[data-md-color-(?:scheme|primary|accent)[^\]]*\])*")


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the stylesheet: its name, relative to the site's root, and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The stylesheet in three: `critical` stands in every page, all ask for `rest`, and those that are not READING for `more`."""

    critical: str
    rest: Part
    more: Part


def sheet() -> Sheet:
    """The stylesheet of this theme, as it is now, with this version of Material."""
    return _sheet(_key())


@lru_cache(maxsize=2)
def _sheet(key: str) -> Sheet:
    kept = KEPT / f"styles-{key}.json"
    with suppress(OSError, ValueError, TypeError):
        *parts, check = json.loads(kept.read_text("utf-8"))
        if check == _digest(*parts):
            return _of(*parts)
    first = frozenset(CRITICAL.read_text("utf-8").splitlines())
    critical, rest = halves(whole(), first)
    parts = list(map(written, (critical, *parted(rest, frozenset(_reading(rest, first))))))
    with suppress(OSError):
        KEPT.mkdir(exist_ok=True)
        beside = kept.with_suffix(f".{os.getpid()}")
        beside.write_text(json.dumps([*parts, _digest(*parts)]), "utf-8")
        beside.replace(kept)
    return _of(*parts)


def _reading(rest: Sequence[Rule], first: frozenset[str]) -> Iterator[str]:
    """The selectors of the rest that stand in the file of every page.

    A page to read may match them, or they say again what its first screen has: that must not change when the second file is late.
    """
    names = frozenset(_names(READING))
    for rule in rest:
        again = not any(map(waits, rule.declarations))
        yield from (s for s in rule.selectors if _may_match(s, names) or (again and s in first))


def _of(critical: str, rest: str, more: str) -> Sheet:
    return Sheet(critical, _part("rantau", rest), _part("more", more))


def _part(name: str, text: str) -> Part:
    return Part(f"assets/stylesheets/{name}.{_digest(text)[:8]}.css", text)


def _key() -> str:
    """A digest of everything that the stylesheet is made of."""
    code = (Path(__file__).with_name(name).read_text("utf-8") for name in ("styles.py", "cascade.py"))
    allowed = (sorted(names) for names in (ALLOWED_TAGS, _classes(), _attributes()))
    return _digest(*code, *sources(), CRITICAL.read_text("utf-8"), *chain.from_iterable(allowed), *_texts())


def _digest(*texts: str) -> str:
    return sha256("\0".join(texts).encode()).hexdigest()


def sources() -> tuple[str, ...]:
    """Material's stylesheets and the theme's own as they are, in the order in which they hold."""
    folder = files("material") / "templates" / "assets" / "stylesheets"
    found = {f.name: f for f in folder.iterdir() if f.name.startswith(_MATERIAL) and f.name.endswith(".css")}
    material = (found[name].read_text("utf-8") for name in sorted(found))
    return (*material, (THEME / "assets" / "rantau.css").read_text("utf-8"))


def whole() -> tuple[Rule, ...]:
    """The rules of the stylesheet in their order."""
    return _whole(_key())


@lru_cache(maxsize=2)
def _whole(_: str) -> tuple[Rule, ...]:
    *material, own = sources()
    names = frozenset(_names())
    rules = [kept for text in material for rule in read(text) if (kept := purged(rule, names)) is not None]
    rules = _outdone([*_repainted(rules, tuple(read(own))), *read(own)])
    # Variables may be made of variables, so one round is not enough.
    while (lean := _lean(rules)) != rules:
        rules = lean
    return tuple(rules)


# --- what no page can show


def _names(templates: Iterable[str] = ()) -> Iterator[str]:
    """Every name of an element, a class or an identifier that a page may hold, and many more words.

    With `templates` only of pages that these make, with all that they take in.
    """
    yield from ("html", "head", "body", "class", *ALLOWED_TAGS, *_classes(), *_attributes())
    for source in _taken(templates) if templates else _texts():
        yield from _NAME.findall(source)
        # A script writes `dataset.someName` for the attribute data-some-name.
        data = re.findall(r"dataset\.(\w+)", source)
        yield from ("data-" + re.sub("[A-Z]", lambda capital: f"-{capital[0].lower()}", name) for name in data)


def _taken(templates: Iterable[str]) -> Iterator[str]:
    """The texts of templates, of the templates that they name, and of the scripts that every page runs."""
    todo, seen = [*templates, *_SCRIPTS], set[str]()
    while todo:
        if (name := todo.pop()) not in seen:
            seen.add(name)
            text = (THEME / name).read_text("utf-8")
            yield text
            todo += re.findall(r"{%-?\s*(?:extends|include|import|from)\s+\"([^\"]+)\"", text)


def _classes() -> Iterator[str]:
    return (name for names in ALLOWED_CLASSES.values() for name in names)


def _attributes() -> Iterator[str]:
    return (name for names in ALLOWED_ATTRIBUTES.values() for name in names)


def _texts() -> Iterator[str]:
    """The templates and scripts of the theme."""
    paths = sorted({*THEME.glob("*.html"), *THEME.rglob("assets/**/*.js")})
    return (path.read_text("utf-8") for path in paths)


def purged(rule: Rule, names: frozenset[str]) -> Rule | None:
    """The rule with the selectors that may match something in a page whose elements, classes and identifiers have these names."""
    kept = tuple(selector for selector in rule.selectors if _may_match(selector, names))
    return replace(rule, selectors=kept) if kept or rule.raw else None


def _may_match(selector: str, names: frozenset[str]) -> bool:
    # What stands in `:not(...)` may be absent, and an attribute may have any value but another direction.
    bare = re.sub(r":not\((?:[^()]|\([^()]*\))*\)", "", selector)
    asked = re.findall(r"\[([\w-]+)([^\]]*)\]", bare)
    if not all(name in names and value.removeprefix("=") not in _NEVER.get(name, ()) for name, value in asked):
        return False
    bare = re.sub(r"\[[^\]]*\]", "", bare)
    while group := re.search(r":(?:is|where|has|host|host-context)\(([^()]*)\)", bare):
        if not any(_may_match(part, names) for part in group[1].split(",")):
            return False
        bare = bare[: group.start()] + bare[group.end() :]
    bare = re.sub(r"::?[\w-]+(?:\([^()]*\))?", "", bare).replace("\\", "")
    # A template that writes "tint-{{ number }}" may say any name with this beginning.
    return all(name in names or name.startswith(_begun(names)) for name in re.findall(r"[\w-]*[A-Za-z_][\w-]*", bare))


@lru_cache(maxsize=4)
def _begun(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(name for name in names if name.endswith("-")))


def _repainted(material: Sequence[Rule], own: Sequence[Rule]) -> Iterator[Rule]:
    """Material's rules without the variables that the theme sets anew for every color scheme.

    Only the root element carries a scheme, and no selector of Material's for it weighs more than the theme's.
    """
    anew = {said(d) for rule in own if not rule.groups and _SCHEMED in rule.selectors for d in rule.declarations}
    for rule in material:
        if rule.raw or not all(_ROOT.fullmatch(s) and specificity(s) <= specificity(_SCHEMED) for s in rule.selectors):
            yield rule
        elif kept := tuple(d for d in rule.declarations if said(d) not in anew):
            yield replace(rule, declarations=kept)


def _outdone(rules: Sequence[Rule]) -> list[Rule]:
    """The rules without declarations that a later rule of the same selector always replaces."""
    # (selector, property, important) -> the groups under which it is said again further down.
    later: dict[tuple[str, str, bool], set[tuple[str, ...]]] = {}
    found: list[Rule] = []
    for rule in reversed(rules):
        alive = {
            s: tuple(d for d in rule.declarations if not later.get((s, *said(d)), set()) & {(), rule.groups})
            for s in rule.selectors
        }
        for selector in rule.selectors:
            for declaration in rule.declarations:
                name, important = said(declaration)
                for weight in {important, False}:
                    later.setdefault((selector, name, weight), set()).add(rule.groups)
        parts = [Rule(rule.groups, tuple(same), kept) for kept, same in grouped(alive) if kept]
        split = [part for part in parts if part.selectors]
        whole_ = replace(rule, declarations=tuple(d for d in rule.declarations if any(d in kept for kept in alive.values())))
        shorter = sum(map(len, map(text, split))) < len(text(whole_))
        found += [rule] if rule.raw else reversed(split) if shorter else [whole_] if whole_.declarations else []
    return found[::-1]


def _lean(rules: Sequence[Rule]) -> list[Rule]:
    """The rules without variables that nothing uses and animations that nothing runs."""
    text = written(rules)
    used = frozenset(re.findall(r"var\(\s*(--[\w-]+)", text))
    run = frozenset(name for value in re.findall(r"animation(?:-name)?:([^;}]*)", text) for name in _NAME.findall(value))
    found: list[Rule] = []
    for rule in rules:
        if rule.raw:
            keyframes = re.match(r"@(?:-webkit-)?keyframes ([\w-]+)", rule.raw)
            found += [rule] if keyframes is None or keyframes[1] in run else []
            continue
        kept = tuple(d for d in rule.declarations if not d.startswith("--") or d.partition(":")[0] in used)
        found += [replace(rule, declarations=kept)] if kept else []
    return found
