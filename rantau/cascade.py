"""Rules of a stylesheet: read, written, weighed against each other, and parted in two without a change of what they do."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

_GROUPS = frozenset({"media", "supports"})
# Shorthands of what does not begin with their name.
_SHORTHANDS = {
    "font": ("line-height",),
    "inset": ("top", "right", "bottom", "left"),
    "flex-flow": ("flex-direction", "flex-wrap"),
    "gap": ("row-gap", "column-gap"),
    "place-items": ("align-items", "justify-items"),
    "place-content": ("align-content", "justify-content"),
    "text-decoration": ("-webkit-text-decoration",),
    "grid-area": ("grid-row", "grid-column", "grid-row-start", "grid-column-start"),
    "all": ("direction",),
}
_LATER = (
    "transition",
    "animation",
    "outline",
    "cursor",
    "-webkit-tap",
    "backface",
    "will-change",
    "scroll-",
    "touch-action",
    "-webkit-print",
    "color-adjust",
    "box-shadow",
    "filter",
    "pointer-events",
    "-webkit-font-smoothing",
    "-moz-osx-font-smoothing",
    "font-feature-settings",
)
# `:where` counts nothing, a pseudo-element as much as an element.
_SPECIFICITY = (
    re.compile(r"#[\w-]+"),
    re.compile(r"\.[\w-]+|\[[^\]]*\]|(?<!:):(?!:)[\w-]+"),
    re.compile(r"::[\w-]+|(?<![\w.#:-])[A-Za-z][\w-]*"),
)


@dataclass(frozen=True, slots=True)
class Rule:
    """Declarations for what some selectors match, under the conditions of the groups around it ("@media print").

    An at-rule that is no group, such as `@keyframes`, is its text in `raw` and has no selectors.
    """

    groups: tuple[str, ...]
    selectors: tuple[str, ...] = ()
    declarations: tuple[str, ...] = ()
    raw: str = ""


def read(text: str) -> Iterator[Rule]:
    """The rules of a stylesheet."""
    return _read(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), ())


def _read(nodes: Iterable[Node], groups: tuple[str, ...]) -> Iterator[Rule]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            yield Rule(groups, tuple(_selectors(node.prelude)), tuple(_declarations(node.content)))
        elif isinstance(node, AtRule) and node.lower_at_keyword in _GROUPS:
            inner = tinycss2.parse_rule_list(node.content or [], skip_comments=True, skip_whitespace=True)
            yield from _read(inner, (*groups, f"@{node.lower_at_keyword} {_line(node.prelude)}"))
        elif isinstance(node, AtRule) and node.lower_at_keyword not in ("charset", "import"):
            yield Rule(groups, raw=" ".join(tinycss2.serialize([node]).split()))


def _selectors(prelude: Sequence[Node]) -> Iterator[str]:
    parts: list[list[Node]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return (re.sub(r"\s*([>~+])\s*", r"\1", _line(part)) for part in parts)


def _declarations(content: Sequence[Node]) -> Iterator[str]:
    for found in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if found.type == "declaration":
            yield f"{found.name}:{_line(found.value)}{'!important' if found.important else ''}"


def _line(nodes: Sequence[Node]) -> str:
    return " ".join(tinycss2.serialize(nodes).split())


def written(rules: Iterable[Rule]) -> str:
    """The rules as text."""
    return _within(list(rules), 0)


def _within(rules: Sequence[Rule], depth: int) -> str:
    found = []
    for group, part in groupby(rules, lambda rule: rule.groups[depth] if len(rule.groups) > depth else ""):
        if group:
            found.append(f"{group}{{{_within(list(part), depth + 1)}}}")
        else:
            found += map(text, part)
    return "".join(found)


def text(rule: Rule) -> str:
    """One rule as text, without its groups."""
    return rule.raw or f"{','.join(rule.selectors)}{{{';'.join(rule.declarations)}}}"


def said(declaration: str) -> tuple[str, bool]:
    """The property of a declaration, and whether it is important."""
    return declaration.partition(":")[0], declaration.endswith("!important")


def grouped(alive: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Declarations, and the selectors that have just these."""
    same: dict[tuple[str, ...], list[str]] = {}
    for selector, kept in alive.items():
        same.setdefault(kept, []).append(selector)
    return iter(same.items())


# --- what the first screen needs


def halves(rules: Sequence[Rule], wanted: frozenset[str]) -> tuple[list[Rule], list[Rule]]:
    """What a first screen needs of the rules with a wanted selector, and the rest; together they do what all did."""
    first, rest = parted(rules, wanted, screen=True)
    # Variables that only the rest asks for may wait with it.
    used = frozenset(re.findall(r"var\(\s*(--[\w-]+)", written(first)))
    return [kept for rule in first if (kept := _needed(rule, used)).declarations], _behind(first, used) + rest


def parted(rules: Sequence[Rule], wanted: frozenset[str], *, screen: bool = False) -> tuple[list[Rule], list[Rule]]:
    """The rules with a wanted selector, and the others with what of the former must stand behind them once more.

    Of a first `screen` nothing that is drawn or moves is needed, and nobody prints it.
    """
    first: list[Rule] = []
    rest: list[Rule] = []
    # Of the rest so far: specificity -> (property, important) -> the boxes that it is said of.
    earlier: dict[tuple[int, ...], _Earlier] = {}
    for rule in rules:
        if rule.raw:
            (rest if screen else first).append(rule)
            continue
        skipped = screen and any(group.startswith("@media print") for group in rule.groups)
        soon = tuple(s for s in rule.selectors if not skipped and s in wanted)
        later = tuple(s for s in rule.selectors if s not in soon)
        waiting = tuple(d for d in rule.declarations if screen and waits(d))
        needed = tuple(d for d in rule.declarations if d not in waiting)
        if soon and needed:
            first.append(replace(rule, selectors=soon, declarations=needed))
            losing = {s: _losing(s, needed, earlier.get(specificity(s), {})) for s in soon}
            rest += [Rule(rule.groups, tuple(same), again) for again, same in grouped(losing) if again]
            for selector, again in losing.items():
                _note(selector, again, earlier)
        for selectors, said in ((soon, waiting), (later, rule.declarations)):
            if selectors and said:
                rest.append(replace(rule, selectors=selectors, declarations=said))
            for selector in selectors:
                _note(selector, said, earlier)
    return first, rest


def _needed(rule: Rule, used: frozenset[str]) -> Rule:
    return replace(rule, declarations=tuple(d for d in rule.declarations if not d.startswith("--") or said(d)[0] in used))


def _behind(first: Sequence[Rule], used: frozenset[str]) -> list[Rule]:
    """The variables of the first rules that are not used there."""
    unused = (
        replace(r, declarations=tuple(d for d in r.declarations if d.startswith("--") and said(d)[0] not in used)) for r in first
    )
    return [rule for rule in unused if rule.declarations]


def waits(declaration: str) -> bool:
    """Whether a first screen stands right without it: drawings, shadows, and what shows only when somebody does something."""
    return "url(" in declaration or declaration.startswith(_LATER)


_Earlier = dict[tuple[str, bool], set[tuple[str, str]]]


def _note(selector: str, declarations: Iterable[str], earlier: dict[tuple[int, ...], _Earlier]) -> None:
    for declaration in declarations:
        earlier.setdefault(specificity(selector), {}).setdefault(said(declaration), set()).add(_box(selector))


def _losing(selector: str, declarations: Sequence[str], earlier: _Earlier) -> tuple[str, ...]:
    """Those that must be said again; after a shorthand that is, also what it would take back."""
    again: list[str] = []
    for declaration in declarations:
        name = said(declaration)[0]
        if _loses(selector, declaration, earlier) or any(related(name, said(other)[0]) for other in again):
            again.append(declaration)
    return tuple(again)


def _loses(selector: str, declaration: str, earlier: _Earlier) -> bool:
    """Whether one of the earlier declarations of the same weight may say the same of the same box."""
    (name, important), (tag, pseudo) = said(declaration), _box(selector)
    return any(
        pseudo == other_pseudo and (tag == other_tag or "" in (tag, other_tag))
        for (other, other_important), boxes in earlier.items()
        if important == other_important and related(name, other)
        for other_tag, other_pseudo in boxes
    )


def _box(selector: str) -> tuple[str, str]:
    """The element that a selector is about ("" for any), and its pseudo-element ("" for none)."""
    last = re.split(r"[ >~+]", re.sub(r"\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]", "", selector))[-1]
    tag = re.match(r"[A-Za-z][\w-]*", last)
    pseudo = re.search(r"::?(before|after|marker|placeholder|selection|-webkit-[\w-]+|backdrop)", last)
    return tag[0] if tag else "", pseudo[1] if pseudo else ""


def related(one: str, other: str) -> bool:
    """Whether two properties are the same, or one a shorthand of the other."""
    if one.startswith("--") or other.startswith("--"):
        return one == other
    pairs = ((one, other), (other, one))
    return one == other or any(long.startswith(f"{short}-") or long in _SHORTHANDS.get(short, ()) for short, long in pairs)


def specificity(selector: str) -> tuple[int, ...]:
    """How much a selector weighs: identifiers, then classes, attributes and pseudo-classes, then elements and pseudo-elements."""
    bare = re.sub(r":where\((?:[^()]|\([^()]*\))*\)", "", selector)
    # Its weightiest argument counts for `:is`, `:not` and `:has`, and they themselves nothing.
    heavy = [0, 0, 0]
    while group := re.search(r":(?:is|not|has)\(([^()]*)\)", bare):
        most = max(specificity(part) for part in group[1].split(","))
        heavy = [a + b for a, b in zip(heavy, most, strict=True)]
        bare = bare[: group.start()] + bare[group.end() :]
    bare = re.sub(r"\((?:[^()]|\([^()]*\))*\)", "", bare)
    attributes = re.findall(r"\[[^\]]*\]", bare)
    bare = re.sub(r"\[[^\]]*\]", "", bare)
    counts = [len(pattern.findall(bare)) for pattern in _SPECIFICITY]
    counts[1] += len(attributes)
    return tuple(a + b for a, b in zip(heavy, counts, strict=True))
