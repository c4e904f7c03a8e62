"""The policy for Caddy: what stands between the braces of a site."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from rantau.model import Edition
from rantau.outputs import _form
from rantau.policy import Rule, base, places, rules

_HEAD = """\
# Made by the build from rantau/policy.py, for the block of this site. When the build writes to {site}:
#
#     root * {root}
#     import {site}/_server/Caddyfile
#
# After a build that changed this file: caddy reload."""


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """_server/Caddyfile. Source: https://caddyserver.com/docs/caddyfile/directives"""
    root, site = places(edition.url)
    below = base(edition.url)
    common, *others = rules(edition.url, _form.hosts(edition.backend))
    lines = [_HEAD.format(root=root, site=site), *_around(below), *_site(below, common, *others), *_lost(below, common)]
    yield PurePosixPath("_server/Caddyfile"), ("\n".join(lines) + "\n").encode()


def _around(below: str) -> Iterator[str]:
    """What a site below a path needs beside itself: its name without the slash, and its releases closed."""
    if below != "/":
        yield f"redir {below.rstrip('/')} {below} 308"
        yield f"handle {PurePosixPath(below).parent.as_posix().rstrip('/')}/.releases/* {{"
        yield "\terror 404"
        yield "}"


def _site(below: str, common: Rule, *others: Rule) -> Iterator[str]:
    yield f"handle {below}* {{"
    # In a route the order is that of the lines, so that the later value wins.
    yield "\troute {"
    yield from _said("", common.headers)
    for number, rule in enumerate(others, start=1):
        # A star inside a path would stop at slashes.
        path = f"*{rule.end}" if rule.end else f"{below}{rule.start}*"
        yield f"\t\t@rantau{number} path {path}"
        yield from _said(f"@rantau{number} ", rule.headers)
    yield "\t\tfile_server"
    yield "\t}"
    yield "}"


def _lost(below: str, common: Rule) -> Iterator[str]:
    """The error page, with the headers of a page whatever file was asked for."""
    yield "handle_errors {"
    yield "\t@rantau {"
    yield f"\t\tpath {below}*"
    yield "\t\texpression {http.error.status_code} == 404"
    yield "\t}"
    yield "\thandle @rantau {"
    yield from _said("", common.headers)
    yield f"\t\trewrite * {below}404.html"
    yield "\t\tfile_server"
    yield "\t}"
    yield "}"


def _said(matcher: str, headers: Mapping[str, str]) -> Iterator[str]:
    yield f"\t\theader {matcher}{{"
    yield from (f'\t\t\t{name} "{value}"' for name, value in headers.items())
    yield "\t\t}"
