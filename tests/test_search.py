"""The search index holds what readers look for; lunr.py, as the oracle of lunr.js, finds it there."""

import json
from html import unescape
from pathlib import Path

from lunr import get_default_builder
from lunr.index import Index

from rantau import pages, pipeline
from rantau.scene import Settings
from tests.trees import DATE

SITE = Path(__file__).parent / "site"


def _index(language: str) -> tuple[Index, dict[str, str]]:
    loaded = pipeline.load(SITE, DATE)
    scene = pipeline.stage(loaded, Settings("Contoh"))
    files = dict(pipeline.publish(scene, tuple(pages.every(scene)), SITE))
    name = next(path for path in files if path.as_posix() == f"search/{language}.json")
    records = json.loads(files[name])["docs"]
    builder = get_default_builder()
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    builder.ref("location")
    builder.field("title", boost=10)
    builder.field("text")
    for record in records:
        builder.add(record)
    return builder.build(), {r["location"]: unescape(r["title"]) for r in records}


def test_words_of_a_title_lead_to_its_article_first() -> None:
    index, titles = _index("id")
    for location, title in titles.items():
        if location.startswith("artikel/") and _words(title):
            best = index.search(" ".join(f"+{word}" for word in _words(title)))
            assert location in [hit["ref"] for hit in best[:3]], title


def test_every_language_finds_its_own_pages_only() -> None:
    for language in ("ja", "en"):
        _, titles = _index(language)
        assert titles
        assert all(location.startswith(f"{language}/") for location in titles)


def test_drafts_and_archived_articles_are_not_found() -> None:
    _, titles = _index("id")
    assert not [location for location in titles if location.endswith(("/rancangan/", "/arsip/"))]


def _words(title: str) -> list[str]:
    return [word for word in title.lower().split() if word.isalnum()]
