"""For code scanners: one document in the Static Analysis Results Interchange Format 2.1.0 (OASIS).

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; section numbers below are of that text.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from rantau.model import Diagnostic, Edit, Report, Rule, Span
from rantau.text.excerpts import ordered

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# GitHub takes this name for the top of the repository.
_BASE = "%SRCROOT%"
_ABSOLUTE = re.compile(r"/|[A-Za-z]:/")
_TITLES = {"id": ("Salah:", "Benar:"), "en": ("Wrong:", "Right:")}
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def render(report: Report) -> Iterator[str]:
    """The lines of the report."""
    unknown = {d.rule: None for d in report.diagnostics if d.rule not in report.rules}
    rules = [*(_rule(rule, report.language) for rule in report.rules.values()), *({"id": name} for name in unknown)]
    places = {name: number for number, name in enumerate((*report.rules, *unknown))}
    base, folder = _base(report.root)
    run = {
        "tool": {"driver": {"name": "Rantau", "language": report.language, "rules": rules}},
        "language": report.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: base},
        "results": [_result(found, report.language, places, folder) for found in report.diagnostics],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield from json.dumps(document, ensure_ascii=False, indent=1).split("\n")


def _rule(rule: Rule, language: str) -> dict[str, object]:
    explanation = rule.explanation.speak(language)
    examples = [(title, text) for title, text in zip(_TITLES[language], (rule.wrong, rule.right), strict=True) if text]
    words = "\n\n".join((explanation, *(f"{title}\n\n{text}" for title, text in examples)))
    markdown = "\n\n".join((_escaped(explanation), *(_fenced(title, text) for title, text in examples)))
    return {
        "id": rule.name,
        "shortDescription": _words(rule.sense.speak(language)),
        "fullDescription": _words(explanation),
        "help": {**_words(words), "markdown": _braces(markdown)},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _fenced(title: str, text: str) -> str:
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", text))])
    return f"{title}\n\n{fence}\n{text}\n{fence}"


def _escaped(text: str) -> str:
    # Messages may hold no HTML (3.11.4.2), and an address between angle brackets is none of ours.
    return re.sub(r"([\\`*_\[\]<>#|!~])", r"\\\1", text)


def _words(text: str) -> dict[str, str]:
    # 3.11.6: what looks like a link in a plain message would be one.
    return {"text": _braces(_LINK.sub(r"\\[", text))}


def _braces(text: str) -> str:
    # 3.11.5: single ones stand for arguments.
    return text.replace("{", "{{").replace("}", "}}")


def _result(found: Diagnostic, language: str, places: Mapping[str, int], folder: str) -> dict[str, object]:
    where = {"uri": _uri(folder + str(found.path)), "uriBaseId": _BASE}
    result: dict[str, object] = {
        "ruleId": found.rule,
        "ruleIndex": places[found.rule],
        "level": str(found.severity),
        "message": _words(f"{found.message.speak(language)}.\n{found.help.speak(language)}"),
        "locations": [{"physicalLocation": {"artifactLocation": where, "region": _region(found.span)}}],
    }
    if found.fix:
        changes = {"artifactLocation": where, "replacements": list(_replacements(found.fix))}
        result["fixes"] = [{"description": _words(found.help.speak(language)), "artifactChanges": [changes]}]
    return result


def _replacements(fix: Iterable[Edit]) -> Iterator[dict[str, object]]:
    for edit in fix:
        yield {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}


def _region(span: Span) -> dict[str, int]:
    span = ordered(span)
    return {"startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}


def _base(root: str) -> tuple[dict[str, object], str]:
    """What addresses are relative to, and what stands before each path: an absolute root is the one, a relative the other."""
    if _ABSOLUTE.match(root):
        slash = "" if root.startswith("/") else "/"
        return {"uri": f"file://{slash}{_uri(root.rstrip('/'), '/:' if slash else '/')}/"}, ""
    folder = "" if root in ("", ".") else f"{root.rstrip('/')}/"
    return {"description": {"text": "The folder in which the check was started."}}, folder


def _uri(path: str, safe: str = "/") -> str:
    try:
        return quote(path, safe, errors="surrogateescape")
    except UnicodeEncodeError:
        return quote(path, safe, errors="replace")
