"""The pages of each term as data, beside the term's page. The schema stands in docs/decisions/0018-what-others-read.md."""

import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from rantau.model import Document, Edition
from rantau.text.addresses import DATA, file_of


def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    """negara/jepang/index.json and the like: the term's names and all its pages, newest first."""
    for page in edition.pages:
        if page.term is None or page.taxonomy is None:
            continue
        names = {language: page.term.name.speak(language) for language in ("id", "en", "ja")}
        term = {"taxonomy": page.taxonomy.segment, "slug": page.term.slug, "names": names, "aliases": list(page.term.aliases)}
        found = {
            "term": term,
            "language": page.language,
            "address": page.address,
            "pages": [_said(document) for document in page.about],
            "mentioned": [_said(document) for document in page.mentioned],
        }
        data = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
        yield file_of(page.address).with_name(DATA), f"{data}\n".encode()


def _said(document: Document) -> dict[str, str | None]:
    fields = document.fields
    if fields is None:
        return {"title": "", "description": "", "address": document.address, "date": None}
    day = fields.date.isoformat() if fields.date is not None else None
    return {"title": fields.title or "", "description": fields.description or "", "address": document.address, "date": day}
