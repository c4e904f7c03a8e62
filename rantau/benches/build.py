"""Building many articles, beside stock Material for MkDocs on the same articles, in one run."""

import random
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from rantau.benches._costs import Cost, measure
from rantau.benches._refuse import counts

SUMMARY = "build [ARTICLES] [RUNS]: CPU, waktu dan memori, di samping Material polos"
ROOT = Path(__file__).resolve().parent.parent.parent
SEED = 20261122
_COUNTRIES = ("JP", "KR", "TW", "HK", "MY", "SG", "DE", "AU", "SA", "TR")
_TAGS = ("visa", "biaya", "kur", "penipuan", "dokumen", "bahasa")
_STAGES = ("persiapan", "pra-penempatan", "penempatan", "purna-penempatan")
_STOCK = """site_name: Stock
nav: [index.md, artikel/2018/artikel-0.md]
theme: {name: material, font: false}
plugins: [search]
"""


def run(arguments: Sequence[str]) -> Iterator[str]:
    """The costs of both builds, in turn, and their ratio. Needs POSIX (os.wait4)."""
    count, runs = counts(arguments, 1000, 3)
    with tempfile.TemporaryDirectory() as folder:
        ours, stock = Path(folder, "ours"), Path(folder, "stock")
        write(ours / "content", count, terms=True)
        write(stock / "docs", count, terms=False)
        (stock / "mkdocs.yml").write_text(_STOCK, "utf-8")
        builds = {
            "rantau": [str(ROOT / "scripts" / "build.py"), "--content", str(ours / "content"), "--site", str(ours / "site")],
            "stock": ["-m", "mkdocs", "build", "-q", "-f", str(stock / "mkdocs.yml")],
        }
        costs: dict[str, list[Cost]] = {name: [] for name in builds}
        for number in range(runs):
            for name, arguments_ in builds.items():
                costs[name].append(measure([sys.executable, *arguments_]))
                yield f"{number + 1}. {name}: {costs[name][-1]}"
    medians = {name: statistics.median(c.cpu for c in found) for name, found in costs.items()}
    yield f"{count} artikel: CPU rantau {medians['rantau']:.2f} s, stock {medians['stock']:.2f} s"
    yield f"ratio {medians['rantau'] / medians['stock']:.2f}"
    yield f"peak {max(c.peak for c in costs['rantau']):.0f} MB"


def write(folder: Path, count: int, *, terms: bool) -> None:
    """Writes `count` articles of about 600 words, made of the portal's own words; `terms` with tags, countries and stages."""
    source = sorted((ROOT / "content" / "artikel").rglob("*.md"))
    words = [w for path in source for w in path.read_text("utf-8").split("---", 2)[2].split() if w.isalpha()]
    dice = random.Random(SEED)

    def some(number: int) -> str:
        return " ".join(dice.choices(words, k=number)).capitalize()

    for number in range(count):
        year = 2018 + number % 9
        parts = [f"---\ntitle: {some(6)} {number}\ndescription: {some(14):<60}\n"]
        parts.append(f"date: {year}-{1 + number % 12:02}-{1 + number % 28:02}\n")
        if terms:
            parts.append(f"tags: [{', '.join(dice.sample(_TAGS, 2))}]\ncountries: [{', '.join(dice.sample(_COUNTRIES, 2))}]\n")
            parts.append(f"stage: {dice.choice(_STAGES)}\nauthors: [redaksi]\n")
        parts.append("---\n\n")
        for _ in range(4):
            parts.append(f"## {some(4)}\n\n" + "".join(f"{some(45)}.\n\n" for _ in range(3)))
            parts.append("".join(f"- {some(6)}\n" for _ in range(3)) + "\n")
        path = folder / "artikel" / str(year) / f"artikel-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(parts), "utf-8")
    (folder / "index.md").write_text("---\ntitle: Beranda\n---\n\nHalo.\n", "utf-8")
    if terms:
        (folder / "_data").mkdir()
        for registry in sorted((ROOT / "content" / "_data").glob("*.yml")):
            (folder / "_data" / registry.name).write_bytes(registry.read_bytes())
