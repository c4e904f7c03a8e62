"""Anybody's files in every place of a content tree: what is accepted does no harm, what is refused is told where and why."""

import argparse
import multiprocessing
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from rantau.arguments import Parser
from rantau.benches import _browser
from rantau.benches._inputs import Input, corpora
from rantau.benches._slots import MAIN, OTHERS, Case, cases, turns
from rantau.benches._trial import KINDS, Outcome, attempt
from rantau.text.commands import called

SUMMARY = "hostile FOLDER ...: berkas siapa pun di setiap tempat: tak boleh jebol, macet, atau ditolak tanpa alamat"
SHOWN = 10
_COLUMNS = ("inputs", "cases", "accepted", "rejected", *KINDS, "pages")


@dataclass(slots=True)
class _Corpus:
    counts: Counter[str] = field(default_factory=Counter)
    each: int = 0
    # Paths that a tree holds already, for every tree with room.
    trees: list[tuple[set[str], list[Case]]] = field(default_factory=list)


def run(arguments: Sequence[str]) -> Iterator[str]:
    """The counters of every corpus and of all, as `name value` lines and as a table, and the first offenders of each kind.

    Needs POSIX (process groups), and chromium with playwright unless `--without-browser` is given.
    """
    asked = _parse(arguments)
    if not asked.without_browser and (problem := _browser.available()):
        yield problem
        return
    try:
        found = corpora(asked.folders)
    except NotADirectoryError as error:
        yield f'"{error}" bukan folder'
        return
    found = {name: inputs[:: asked.every] for name, inputs in found.items()}
    each, every = _each(found, asked), not asked.each
    planned = {name: _plan(inputs, turns(len(inputs), each, every), asked.tree) for name, inputs in found.items()}
    for name, corpus in planned.items():
        whole = len(MAIN) + len(OTHERS)
        places = "every place" if corpus.each >= whole else f"{corpus.each} of {whole} places in turn"
        yield f"{name}: {corpus.counts['inputs']} inputs, each in {places}: {corpus.counts['cases']} cases"
    start = time.monotonic()
    outcomes: dict[str, list[Outcome]] = {name: [] for name in planned}
    for name, outcome in _attempts(planned, asked):
        outcomes[name].append(outcome)
        planned[name].counts.update(outcome.counts)
        done, whole = sum(map(len, outcomes.values())), sum(len(c.trees) for c in planned.values())
        yield f"{done}/{whole} {name}: {_brief(outcome.counts)}"
    counts = {name: corpus.counts for name, corpus in planned.items()}
    yield from _report(counts)
    yield f"seconds {time.monotonic() - start:.0f}"
    yield from _offenders(outcomes)


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser(SUMMARY, command=called("bench", "hostile"))
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="folder berisi kumpulan berkas")
    parser.add_argument("--cases", type=int, default=30_000, help="jumlah percobaan yang dituju (30000)")
    parser.add_argument("--each", type=int, default=0, help="tempat per masukan; 0: menurut --cases, semua tempat terpakai")
    parser.add_argument("--every", type=int, default=1, help="setiap berapa masukan satu dicoba (1: semua)")
    parser.add_argument("--tree", type=int, default=1000, help="percobaan per pohon isi (1000)")
    parser.add_argument("--processes", type=int, default=0, help="banyak pohon sekaligus; 0 satu per prosesor")
    parser.add_argument("--without-browser", action="store_true", help="tanpa chromium: halaman tidak dibuka")
    return parser.parse_args(arguments)


def _each(found: dict[str, tuple[Input, ...]], asked: argparse.Namespace) -> int:
    """In how many places every input goes, so that all together keep to the number of cases."""
    return int(asked.each) or max(1, int(asked.cases) // max(1, sum(map(len, found.values()))))


def _plan(inputs: Sequence[Input], each: int, size: int) -> _Corpus:
    """The cases of a corpus, spread over trees in which no two want the same path."""
    corpus = _Corpus(each=each)
    full = 0
    for case in cases(inputs, each):
        corpus.counts["cases"] += 1
        paths = {path.casefold() for path in case.files}
        for taken, members in corpus.trees[full:]:
            if len(members) < size and not paths & taken:
                break
        else:
            taken, members = set(), []
            corpus.trees.append((taken, members))
        members.append(case)
        if not case.alone:
            taken |= paths
        while full < len(corpus.trees) and len(corpus.trees[full][1]) >= size:
            full += 1
    corpus.counts["inputs"] = len(inputs)
    return corpus


def _attempts(planned: dict[str, _Corpus], asked: argparse.Namespace) -> Iterator[tuple[str, Outcome]]:
    context = multiprocessing.get_context("spawn")
    workers = asked.processes or os.cpu_count() or 1
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        ProcessPoolExecutor(workers, mp_context=context) as pool,
    ):
        waiting: dict[Future[Outcome], str] = {}
        for name, corpus in planned.items():
            for _, members in corpus.trees:
                job = pool.submit(attempt, members, Path(folder, str(len(waiting))), not asked.without_browser)
                waiting[job] = name
        try:
            for job in as_completed(waiting):
                yield waiting[job], job.result()
        finally:
            # A mistake of the bench itself must show at once, and not after all the others are done.
            pool.shutdown(wait=False, cancel_futures=True)


def _report(counts: dict[str, Counter[str]]) -> Iterator[str]:
    total = sum(counts.values(), Counter[str]())
    whole = {**counts, "total": total}
    for name, counted in whole.items():
        yield ""
        yield f"corpus {name}"
        yield from (f"{column} {counted[column]}" for column in _COLUMNS)
    if total["unwritable"]:
        yield f"unwritable {total['unwritable']}"
    widest = max(len(name) for name in whole)
    yield ""
    yield " ".join([" " * widest, *_COLUMNS])
    for name, counted in whole.items():
        yield " ".join([f"{name:<{widest}}", *(f"{counted[column]:>{len(column)}}" for column in _COLUMNS)])


def _offenders(outcomes: dict[str, list[Outcome]]) -> Iterator[str]:
    """The first of each kind, over all corpora."""
    for kind in KINDS:
        found = [(name, o) for name, all_ in outcomes.items() for outcome in all_ for o in outcome.offences if o.kind == kind]
        if found:
            yield ""
            yield f"{kind}, {min(SHOWN, len(found))} of {len(found)}:"
        for name, offence in found[:SHOWN]:
            yield f"- {name}: {offence.where}"
            yield f"  {offence.detail}"


def _brief(counts: Counter[str]) -> str:
    bad = {kind: counts[kind] for kind in KINDS if counts[kind]}
    return f"{counts['accepted']} accepted, {counts['rejected']} rejected" + "".join(f", {n} {k}" for k, n in bad.items())
