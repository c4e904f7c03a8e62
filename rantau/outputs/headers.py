"""The policy for hosts that read a file `_headers`: Netlify, Cloudflare Pages, and others of their kind."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from rantau.model import Edition
from rantau.outputs import _form
from rantau.policy import CACHE, FORM, REVALIDATED, base, rules

_HEAD = """\
# Made by the build from rantau/policy.py. It works where it lies in the root of what is uploaded.
# Where rules meet, some hosts take the last value of a header and others join all. So no header is said twice of a file, but
# for the policy of drawings: joined policies hold together, and for that of the editors' form, which first
# takes back what it replaces. These hosts revalidate of themselves whatever no rule keeps.
"""


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """_headers. Source: https://developers.cloudflare.com/pages/configuration/headers/, https://docs.netlify.com/routing/headers/"""
    lines = [_HEAD.rstrip()]
    common, *_ = found = rules(edition.url, _form.hosts(edition.backend))
    for rule in found:
        said = [f"  {name}: {value}" for name, value in rule.headers.items() if (name, value) != (CACHE, REVALIDATED)]
        if rule.start == FORM:
            # Two policies that both hold would stop the form. Cloudflare takes back what was said; Netlify takes the last anyhow.
            said = [*(f"  ! {name}" for name in rule.headers if name in common.headers), *said]
        for folder in _folders(edition.url, rule.start):
            # One wildcard a path, because some hosts allow no more; it stands for slashes too.
            lines += [f"{folder}{rule.start}*{rule.end}", *said]
    yield PurePosixPath("_headers"), ("\n".join(lines) + "\n").encode()


def _folders(url: str, start: str) -> tuple[str, ...]:
    """Where the site may lie in what is uploaded: in its root, behind a proxy that adds the path, or in a folder of that name."""
    return ("/",) if not start or base(url) == "/" else ("/", base(url))
