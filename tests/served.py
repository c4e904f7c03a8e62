"""A built site as hosts serve it: what its own files say of the headers of a path, and a server on loopback that says the same."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote, urlsplit

from rantau.benches import _chromium

# What Netlify and Cloudflare Pages send for a file that no rule keeps.
OF_THEMSELVES = {"Cache-Control": "public, max-age=0, must-revalidate"}

_PATH = re.compile(r"/[^\s*]*(?:\*[^\s*]*)?")
_HEADER = re.compile(r"  ([A-Z][A-Za-z-]+): (\S.*\S)")
_TAKEN_BACK = re.compile(r"  (! [A-Z][A-Za-z-]+)")


def rules(text: str) -> list[tuple[str, dict[str, str]]]:
    """The rules of a `_headers` file. Fails at a line that not every host reads, or at more of them than a host takes."""
    found: list[tuple[str, dict[str, str]]] = []
    for line in text.splitlines():
        assert len(line) <= 2000, line[:80]
        if line.startswith("#"):
            continue
        if header := _HEADER.fullmatch(line):
            assert header[1] not in found[-1][1], line
            found[-1][1][header[1]] = header[2]
        elif taken := _TAKEN_BACK.fullmatch(line):
            found[-1][1][taken[1]] = ""
        else:
            assert _PATH.fullmatch(line), line
            found.append((line, {}))
    assert len(found) <= 100
    assert all(headers for _, headers in found)
    return found


def matching(text: str, path: str) -> list[dict[str, str]]:
    """The headers of each rule of a `_headers` file that is about a path ("/images/a.svg"), in their order."""
    return [said for pattern, said in rules(text) if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path)]


def by_headers(text: str, path: str, *, joined: bool) -> dict[str, str]:
    """What a `_headers` file makes a host say of a path: Cloudflare joins what is said twice, Netlify takes the last.

    "! Name" takes a header back at Cloudflare; Netlify, which takes the last anyhow, passes over such a line.
    """
    result: dict[str, str] = {}
    for said in matching(text, path):
        for name, value in said.items():
            if name.startswith("! "):
                if joined:
                    result.pop(name[2:], None)
                continue
            result[name] = f"{result[name]}, {value}" if joined and name in result else value
    return {**OF_THEMSELVES, **result}


def by_nginx(text: str, path: str) -> dict[str, str]:
    """What an nginx snippet makes a server say of a path: of the innermost location, which inherits no header."""
    said: dict[str, dict[str, str]] = {}
    stack: list[str] = []
    for line in text.splitlines():
        if opened := re.fullmatch(r"\s*location (.*) \{", line):
            stack.append(opened[1])
        elif line.strip() == "}":
            stack.pop()
        elif kind := re.fullmatch(r'\s*types \{ \} default_type "([^"$]*)";', line):
            said.setdefault(" > ".join(stack), {})["Content-Type"] = kind[1]
        elif header := re.fullmatch(r'\s*add_header (\S+) "([^"$]*)" always;', line):
            said.setdefault(" > ".join(stack), {})[header[1]] = header[2]
    assert not stack
    found = [where for where in said if all(_nginx_covers(part, path) for part in where.split(" > "))]
    depths = [where.count(" > ") for where in found]
    assert len(set(depths)) == len(depths), f"two locations claim {path}: {found}"
    return said[found[depths.index(max(depths))]] if found else {}


def _nginx_covers(where: str, path: str) -> bool:
    kind, _, pattern = where.rpartition(" ")
    return re.search(pattern, path) is not None if kind == "~" else path == pattern if kind == "=" else path.startswith(pattern)


def by_caddy(text: str, path: str) -> dict[str, str]:
    """What a Caddy snippet makes a server say of a path that has a file."""
    result: dict[str, str] = {}
    matchers: dict[str, str] = {}
    handled, taken = "", False
    for line in text.partition("handle_errors")[0].splitlines():
        word, *more = line.split()
        if word == "handle":
            handled = more[0]
        elif word.startswith("@"):
            matchers[word] = more[1]
        elif word == "header":
            taken = all(_caddy_covers(p, path) for p in (handled, *(matchers[m] for m in more[:-1])))
        elif taken and (header := re.fullmatch(r'\t+([A-Z]\S+) "([^"]*)"', line)):
            result[header[1]] = header[2]
    return result


def _caddy_covers(pattern: str, path: str) -> bool:
    """Source: https://caddyserver.com/docs/caddyfile/matchers#path"""
    inner = pattern.strip("*")
    assert "*" not in inner, pattern
    return path.endswith(inner) if pattern.startswith("*") else path.startswith(inner)


class _Handler(SimpleHTTPRequestHandler):
    """Static files with the headers that `_headers` asks for; "" for a host that reads no such file."""

    def __init__(self, *arguments: object, rules: str, more: Mapping[str, str], **named: object) -> None:
        self.rules, self.more = rules, more
        super().__init__(*arguments, **named)  # type: ignore[arg-type]

    def end_headers(self) -> None:
        said = by_headers(self.rules, unquote(urlsplit(self.path).path), joined=True) if self.rules else {}
        for name, value in {**said, **self.more}.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(site: Path, rules: str = "", more: Mapping[str, str] = {}) -> Iterator[str]:
    """The address, without a slash at its end, of a server of a site with the rules of a `_headers` file and `more` headers."""
    handler = partial(_Handler, directory=str(site), rules=rules, more=more)
    with _chromium.served(handler) as address:
        yield address.rstrip("/")
