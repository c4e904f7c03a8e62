"""Articles made for measuring a search: as many different words as long texts have, distributed as words are (Zipf).

The commonest words are the portal's own; behind them stand the roots of the Indonesian dictionary in several of their
forms, in an order that the seed decides. The texts mean nothing.
"""

import html
import itertools
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rantau.search.conflate import dictionary
from rantau.search.records import Entry, Section

ROOT = Path(__file__).resolve().parent.parent.parent
SEED = 20261122
_BEFORE = ("", "", "", "di", "ber", "ter", "ke", "se")
_BEHIND = ("", "", "kan", "an", "i", "nya")
_COUNTRIES = ("jepang", "korea-selatan", "taiwan", "hong-kong", "malaysia", "jerman")
_TOPICS = ("visa", "biaya", "penipuan", "dokumen", "bahasa")


def vocabulary(seed: int = SEED) -> list[str]:
    """The words, commonest first."""
    dice = random.Random(seed)
    own = Counter(
        word.lower()
        for path in sorted((ROOT / "content" / "artikel").rglob("*.md"))
        for word in path.read_text("utf-8").split("---", 2)[2].split()
        if word.isalpha()
    )
    roots = sorted(dictionary())
    dice.shuffle(roots)
    forms = (dice.choice(_BEFORE) + root + dice.choice(_BEHIND) for root in roots for _ in range(2))
    return list(dict.fromkeys((*(word for word, _ in own.most_common()), *forms)))


def entries(count: int, seed: int = SEED) -> Iterator[Entry]:
    """`count` articles of 300 to 900 words in four sections, oldest first, from 2018 on."""
    dice = random.Random(seed)
    words = vocabulary(seed)
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    for number in range(count):
        drawn = dice.choices(words, cum_weights=weights, k=dice.randint(300, 900))
        yield entry(number, count, drawn, dice)


def entry(number: int, count: int, drawn: list[str], dice: random.Random) -> Entry:
    """The article of these words."""
    quarter = len(drawn) // 4
    parts = [drawn[at * quarter : (at + 1) * quarter] for at in range(4)]
    sections = tuple(Section(f"bagian-{at}", " ".join(part[:4]), " ".join(part[4:])) for at, part in enumerate(parts))
    facets = {"negara": (dice.choice(_COUNTRIES),), "topik": (dice.choice(_TOPICS),)}
    day = f"{2018 + number * 8 // count}-03-01"
    return Entry(f"artikel/a-{number}/", " ".join(dice.sample(drawn, 7)), " ".join(drawn[:18]), sections, (), day, facets)


def page(article: Entry) -> str:
    """The article as a plain page for other search tools: the same title, headings and words."""
    body = "".join(f"<h2 id={s.anchor}>{html.escape(s.heading)}</h2><p>{html.escape(s.text)}</p>" for s in article.sections)
    title, description = html.escape(article.title), html.escape(article.description)
    return f"<!doctype html><html lang=id><title>{title}</title><main><h1>{title}</h1><p>{description}</p>{body}</main></html>"
