"""Whom to tell of a hole in the site's security, for those who look for it in the place that is agreed upon."""

import datetime
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from rantau.model import Edition

# Less than a year after the build, so that a site that nobody builds any more stops promising an answer.
_DAYS = 360
_PATH = PurePosixPath(".well-known/security.txt")


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """.well-known/security.txt; left out where the configuration names no address that can be one. Source: RFC 9116."""
    contact = urlsplit(edition.report)
    usable = (contact.scheme == "https" and contact.netloc) or (contact.scheme in ("mailto", "tel") and contact.path)
    if not usable or any(c.isspace() for c in edition.report):
        return
    end = edition.library.date + datetime.timedelta(days=_DAYS)
    lines = [f"Contact: {edition.report}", f"Expires: {end.isoformat()}T00:00:00+07:00", "Preferred-Languages: id, en"]
    if edition.url.startswith("https://"):
        lines.append(f"Canonical: {edition.url.rstrip('/')}/{_PATH}")
    yield _PATH, "\n".join([*lines, ""]).encode()
