"""The search beside Pagefind and beside a full lunr index, on the same articles, in one run."""

import gzip
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rantau.benches import _articles, _client, _lunr
from rantau.benches._costs import measure
from rantau.benches._lists import registries
from rantau.benches._refuse import Refused
from rantau.search.index import Index
from rantau.search.records import Entry
from rantau.search.vocabulary import analyzer

SUMMARY = "search [ARTICLES] [--without-pagefind] [--without-lunr]: ukuran, waktu, memori, hasil, di samping Pagefind dan lunr"
QUERIES = 200
_OPTIONS = ("--without-pagefind", "--without-lunr")
# With fewer there are not enough words to draw slips from.
_FEWEST = 20


def run(arguments: Sequence[str]) -> Iterator[str]:
    """Build costs, sizes, bytes of queries in chromium, agreement with lunr, slips solved.

    Raises: Refused for arguments that are none, and without a browser, before anything is measured.
    """
    count = _count(arguments)
    if problem := _client.missing():
        raise Refused(problem)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _builds(folder, count, "--without-pagefind" not in arguments)
        yield from _sizes(folder / "ours")
        yield from _edited(folder, count)
        queries = list(_queries(count))
        analyzed = analyzer("id", registries())
        for article in _articles.entries(min(count, 1000)):
            analyzed.count(" ".join(s.text for s in article.sections))
        concepts = analyzed.vocabulary.concepts
        plain = [q for q in queries if all((w,) not in concepts and len(analyzed.target(w)) == 1 for w in q.split())]
        yield from _client.bytes_of_queries(folder / "ours", queries)
        if "--without-lunr" not in arguments:
            yield from _lunr.agreement(folder / "ours", _articles.entries(count), analyzer("id", registries()), plain)
        yield from _client.warm(folder / "ours", queries[:60])
        yield from _client.slips(folder / "ours", list(analyzed.seen))


def _count(arguments: Sequence[str]) -> int:
    """How many articles; 1000 unless the arguments say otherwise."""
    numbers = [a for a in arguments if a not in _OPTIONS]
    if len(numbers) > 1 or not all(n.isascii() and n.isdigit() and int(n) >= _FEWEST for n in numbers):
        raise Refused(f'"{" ".join(numbers)}" bukan jumlah artikel; tulis satu angka mulai dari {_FEWEST}\n{SUMMARY}')
    return int(numbers[0]) if numbers else 1000


def write(folder: Path, articles: Iterator[Entry], store: Path | None = None) -> None:
    """Writes the index of the articles below `folder`, as the output does, one file after the other; `store` keeps its state."""
    index = Index(analyzer("id", registries()), store)
    (folder / "r").mkdir(parents=True, exist_ok=True)
    for number, article in enumerate(articles):
        (folder / "r" / f"{number}.json").write_bytes(index.add(article))
    for name, data in index.files():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def edited(count: int) -> Iterator[Entry]:
    """The same articles, the one in the middle with other words in its first section."""
    for number, article in enumerate(_articles.entries(count)):
        if number != count // 2:
            yield article
            continue
        first = article.sections[0]
        changed = replace(first, text=" ".join((*first.text.split()[5:], "kata", "barusaja")))
        yield replace(article, sections=(changed, *article.sections[1:]))


def _builds(folder: Path, count: int, with_pagefind: bool) -> Iterator[str]:
    own = "from pathlib import Path; from rantau.benches import _articles, search; "
    code = own + "search.write(Path({!r}), _articles.entries({}))"
    making = own + "sum(len(a.title) for a in _articles.entries({}))"
    drawn = measure([sys.executable, "-c", making.format(count)])
    ours = measure([sys.executable, "-c", code.format(str(folder / "ours"), count)])
    cpu = ours.cpu - drawn.cpu
    yield f"index rantau: CPU {cpu:.2f} s (tanpa {drawn.cpu:.2f} s untuk membuat artikelnya), puncak {ours.peak:.0f} MB"
    if not with_pagefind:
        return
    pages = folder / "pages"
    pages.mkdir()
    for number, article in enumerate(_articles.entries(count)):
        (pages / f"{number}.html").write_text(_articles.page(article), "utf-8")
    try:
        theirs = measure([sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(folder / "theirs")])
    except RuntimeError as error:
        yield f"pagefind tidak terukur; pasang dengan: pip install 'pagefind[bin]' ({str(error).splitlines()[-1][:100]})"
        return
    yield f"index pagefind: {theirs}"
    yield f"ratio cpu {cpu / theirs.cpu:.2f}"
    yield f"ratio wall {(ours.wall - drawn.wall) / theirs.wall:.2f}"
    yield f"ratio peak {ours.peak / theirs.peak:.2f}"
    yield f"pagefind: {_size(folder / 'theirs')}"


def _sizes(folder: Path) -> Iterator[str]:
    for part in ("manifest.json", "words", "ends", "posts", "tiers", "r"):
        if (folder / part).exists():
            yield f"{part}: {_size(folder / part)}"


def _size(path: Path) -> str:
    found = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    sizes = sorted(len(gzip.compress(p.read_bytes(), 6)) for p in found)
    middle = sizes[len(sizes) // 2]
    return f"{len(sizes)} berkas, {sum(sizes) / 1000:.0f} kB terkompresi, median {middle}, terbesar {sizes[-1]} bita"


def _edited(folder: Path, count: int) -> Iterator[str]:
    """What one edited article costs where the state of the last build is kept, and how many files it changes."""
    code = "from pathlib import Path; from rantau.benches import _articles, search; "
    drawn = measure([sys.executable, "-c", code + f"sum(len(a.title) for a in _articles.entries({count}))"])
    ours, after, store = folder / "ours", folder / "edited", folder / "state.sqlite"
    costs = []
    for articles in (f"_articles.entries({count})", f"search.edited({count})"):
        call = f"search.write(Path({str(after)!r}), {articles}, Path({str(store)!r}))"
        costs.append(measure([sys.executable, "-c", code + call]))
    cold, warm = (cost.cpu - drawn.cpu for cost in costs)
    yield f"satu artikel disunting: CPU {warm:.2f} s, semuanya dari awal {cold:.2f} s, puncak {costs[1].peak:.0f} MB"
    yield f"ratio edited {warm / cold:.3f}"
    # Names carry the digest of what is in them, so the files of the first build still lie beside those of the second.
    before, now = ({p.relative_to(place).as_posix() for p in place.rglob("*.json")} for place in (ours, after))
    rewritten = sum((ours / name).read_bytes() != (after / name).read_bytes() for name in before & now)
    yield f"satu artikel disunting: {len(now - before)} berkas baru, {rewritten} ditulis ulang, dari {len(before)}"


def _queries(count: int) -> Iterator[str]:
    """Queries of one to three words that stand together in an article, the seed's choice."""
    dice = random.Random(_articles.SEED + 1)
    articles = list(_articles.entries(min(count, 1000)))
    for _ in range(QUERIES):
        text = dice.choice(dice.choice(articles).sections).text.split()
        yield " ".join(dice.sample(text, min(len(text), dice.randint(1, 3))))
