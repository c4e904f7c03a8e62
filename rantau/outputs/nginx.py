"""The policy for nginx: what stands between the braces of a server."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from rantau.model import Edition
from rantau.outputs import _form
from rantau.policy import TYPE, Rule, base, places, rules

_HEAD = """\
# Made by the build from rantau/policy.py, for the `server` of this site. When the build writes to {site}:
#
#     root {root};
#     include {site}/_server/nginx.conf;
#
# After a build that changed this file: nginx -t, then nginx -s reload."""


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """_server/nginx.conf. Source: https://nginx.org/en/docs/http/ngx_http_core_module.html#location"""
    root, site = places(edition.url)
    lines = [
        _HEAD.format(root=root, site=site),
        *_around(base(edition.url)),
        *_site(base(edition.url), *rules(edition.url, _form.hosts(edition.backend))),
    ]
    yield PurePosixPath("_server/nginx.conf"), ("\n".join(lines) + "\n").encode()


def _around(below: str) -> Iterator[str]:
    """What a site below a path needs beside itself: its name without the slash, and its releases closed."""
    if below != "/":
        yield f"location = {below.rstrip('/')} {{ absolute_redirect off; return 301 {below}$is_args$args; }}"
        yield f"location ^~ {PurePosixPath(below).parent.as_posix().rstrip('/')}/.releases/ {{ return 404; }}"


def _site(below: str, common: Rule, *others: Rule) -> Iterator[str]:
    # Where the site has neighbours, their patterns must not reach into it.
    yield f"location {'' if below == '/' else '^~ '}{below} {{"
    yield "    index index.html;"
    yield "    charset utf-8;"
    yield "    charset_types text/css text/plain text/xml application/javascript application/json image/svg+xml;"
    # Behind a proxy nginx knows neither the name nor the port that a reader sees.
    yield "    absolute_redirect off;"
    # To nginx a folder without a page is forbidden; to a reader nothing is there.
    yield f"    error_page 403 404 =404 {below}404.html;"
    yield from _said(common.headers, "    ")
    for rule in others:
        where = "~ " + rule.end.replace(".", r"\.") + "$" if rule.end else f"^~ {below}{rule.start}"
        yield f"    location {where} {{"
        # A location with headers of its own inherits none.
        said = {**common.headers, **rule.headers}
        if kind := said.pop(TYPE, ""):
            # A header that is added would stand beside the one that nginx makes of its own table.
            yield f'        types {{ }} default_type "{kind}";'
        yield from _said(said, "        ")
        yield "    }"
    yield "}"


def _said(headers: Mapping[str, str], indent: str) -> Iterator[str]:
    yield from (f'{indent}add_header {name} "{value}" always;' for name, value in headers.items())
