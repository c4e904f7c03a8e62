"""What search engines are told: where the sitemap is, and that the editors' form and a preview are nothing for readers."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from rantau.model import Edition
from rantau.policy import FORM, base

# The pages of a preview that somebody has put online; a build never makes any.
_PREVIEW = "_pratinjau/"


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """robots.txt, only when the site's address is known: of a site below a path the paths hold it. Source: RFC 9309."""
    if not edition.url:
        return
    lines = ["User-agent: *", *(f"Disallow: {base(edition.url)}{folder}" for folder in (FORM, _PREVIEW))]
    lines += ["", f"Sitemap: {edition.url.rstrip('/')}/sitemap.xml", ""]
    yield PurePosixPath("robots.txt"), "\n".join(lines).encode()
