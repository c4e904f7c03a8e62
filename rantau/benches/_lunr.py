"""A whole lunr index of the same articles, made by lunr.py: whether the sharded one gives the same ten."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lunr.builder import Builder
from lunr.index import Index as Whole
from lunr.query import QueryPresence

from rantau.benches import _client
from rantau.search.analysis import Analyzer
from rantau.search.postings import BOOSTS, FIELDS, K1, B
from rantau.search.records import Entry, fields

TEN = 10
# Equal scores may stand in any order; these many digits of a score are compared.
_DIGITS = 4


def agreement(folder: Path, articles: Iterator[Entry], analyzer: Analyzer, queries: Sequence[str]) -> Iterator[str]:
    """How many of the queries have the same ten pages, or pages of the same scores."""
    listed = list(articles)
    whole = build(listed, analyzer)
    same = compared = 0
    for query, answer in zip(queries, _client.answers(folder, queries), strict=True):
        keys = sorted({key for word in query.split() for key in analyzer.target(word)})
        hits = search(whole, keys)
        if not keys or len(hits) < 3:
            continue
        compared += 1
        best = [round(score, _DIGITS) for _, score in hits[:TEN]]
        scores = {number: round(score, _DIGITS) for number, score in hits}
        same += [scores.get(number) for number in answer] == best
    yield f"sepuluh teratas sama dengan lunr utuh: {same} dari {compared} kueri"
    yield f"agreement {same / max(1, compared):.3f}"


def build(articles: Sequence[Entry], analyzer: Analyzer) -> Whole:
    """lunr's own index over the same keys with the same boosts."""
    builder = Builder()
    builder.ref("number")
    for name, boost in zip(FIELDS, BOOSTS, strict=True):
        builder.field(name, boost=boost)
    builder.k1(K1)
    builder.b(B)
    newest = max((int(a.day[:4]) for a in articles if a.day), default=0)
    for number, article in enumerate(articles):
        counted = (analyzer.count(text) for text in fields(article))
        tokens = {
            name: [key for key, times in counts.items() for _ in range(times)]
            for name, counts in zip(FIELDS, counted, strict=True)
        }
        age = newest - int(article.day[:4]) if article.day else 2
        builder.add({"number": str(number), **tokens}, {"boost": 1 + 0.1 * max(0.0, 1 - age / 5)})
    return builder.build()


def search(whole: Whole, keys: Sequence[str]) -> list[tuple[int, float]]:
    """The pages that hold all keys with their scores, best first."""
    query = whole.create_query()
    for key in keys:
        query.term(key, presence=QueryPresence.REQUIRED, use_pipeline=False)
    found = [(int(hit["ref"]), float(hit["score"])) for hit in whole.query(query)]
    return sorted(found, key=lambda hit: (-round(hit[1], _DIGITS), -hit[0]))
