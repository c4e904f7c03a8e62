"""The search index: what its files hold, read as the browser reads them, beside indexes that are computed in plain ways."""

import json
import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rantau import pages, pipeline
from rantau.benches import _lunr
from rantau.model import LANGUAGES
from rantau.outputs import search
from rantau.scene import Settings
from rantau.search import index, memory, postings, records, shards, vocabulary
from rantau.search.analysis import Analyzer, Vocabulary
from rantau.search.index import Index
from rantau.search.records import Entry, Section
from rantau.search.words import is_cjk, split
from tests.search_files import Counts, Posting, Reader, numbers
from tests.shell import ROOT, SAMPLE
from tests.trees import DATE

QUICK = settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
Files = dict[str, bytes]


# --- shards

NAMES = st.lists(st.text("abcd語", min_size=1, max_size=8), unique=True, max_size=80)


def cut(sizes: Mapping[str, int], limit: int = 100) -> dict[str, list[str]]:
    found = list(shards.cut(sorted(sizes.items()), limit))
    assert len({beginning for beginning, _ in found}) == len(found)
    return dict(found)


def sized(names: Sequence[str], dice: random.Random) -> dict[str, int]:
    return {name: dice.choice((1, 5, 20, 60, 140)) for name in names}


@QUICK
@given(NAMES, st.randoms(use_true_random=False))
def test_every_name_lies_in_the_shard_with_the_longest_beginning_that_fits_and_in_no_other(names: list[str], dice: random.Random) -> None:
    found = cut(sized(names, dice))
    assert sorted(name for inside in found.values() for name in inside) == sorted(names)
    for name in names:
        longest = max((b for b in found if name.startswith(b)), key=len)
        assert name in found[longest]
    assert all(inside == sorted(inside) for inside in found.values())


@QUICK
@given(NAMES, st.randoms(use_true_random=False))
def test_a_shard_is_larger_than_the_limit_only_when_one_entry_is(names: list[str], dice: random.Random) -> None:
    sizes = sized(names, dice)
    for inside in cut(sizes).values():
        assert len(inside) <= 1 or sum(sizes[name] for name in inside) <= 100


@QUICK
@given(NAMES.filter(bool), st.randoms(use_true_random=False), st.integers(1, 100))
def test_an_entry_that_grows_touches_its_own_beginnings_and_their_neighbours_alone(names: list[str], dice: random.Random, more: int) -> None:
    sizes = sized(names, dice)
    grown = dice.choice(names)
    before, after = cut(sizes), cut({**sizes, grown: sizes[grown] + more})
    changed = {beginning for beginning in before.keys() | after.keys() if before.get(beginning) != after.get(beginning)}
    assert all(grown.startswith(beginning[:-1]) for beginning in changed)


def test_a_little_growth_touches_no_other_shard() -> None:
    dice = random.Random(3)
    names = {"".join(dice.choices("abcdefghij", k=6)) for _ in range(2000)}
    sizes = {name: dice.randint(5, 30) for name in sorted(names)}
    before, other = cut(sizes, 1000), 0
    for name in sorted(names)[::20]:
        after = cut({**sizes, name: sizes[name] + 3}, 1000)
        other += after != before
    assert len(before) > 50
    assert other <= 3


def test_nothing_lies_in_one_empty_shard() -> None:
    assert cut({}) == {"": []}


@QUICK
@given(st.lists(st.text(), unique=True, max_size=30))
def test_files_of_shards_are_ascii_and_differ_in_more_than_case(beginnings: list[str]) -> None:
    files = [shards.file_name(beginning.lower(), "abcd") for beginning in set(map(str.lower, beginnings))]
    assert len({name.lower() for name in files}) == len(files)
    for name in files:
        assert name.isascii() and name.isprintable()
        assert not set(name) & set('/\\:*?"<>|% ') and not name.startswith(".")


def test_a_version_is_of_the_data_and_of_nothing_else() -> None:
    assert shards.digest(b"a") == shards.digest(b"a") != shards.digest(b"b")
    assert all(c in "abcdefghijklmnopqrstuvwxyz234567" for c in shards.digest(b""))


# --- numbers


def test_numbers_are_read_as_they_were_written_and_end_by_themselves() -> None:
    dice = random.Random(2)
    drawn = [*range(3000), 45**2 + 44, 45**2 + 45, 45**3 + 45**2 + 44, 45**3 + 45**2 + 45, *(dice.randrange(2**40) for _ in range(500))]
    dice.shuffle(drawn)
    text = "".join(map(postings.symbol, drawn))
    assert list(numbers(text)) == drawn
    assert json.dumps(text, ensure_ascii=False) == f'"{text}"'


def test_greater_numbers_are_never_shorter_and_no_two_are_equal() -> None:
    written = [postings.symbol(number) for number in range(5000)]
    assert all(len(one) <= len(other) for one, other in pairwise(written))
    assert len(set(written)) == 5000
    assert [len(postings.symbol(n)) for n in (44, 45, 2069, 2070)] == [1, 2, 2, 3]


def test_a_posting_keeps_its_order_and_cuts_what_no_page_has() -> None:
    packed = [postings.pack(*p) for p in ((1, 0, 0, 1), (1, 0, 1, 0x1_0000), (1, 0x1000, 0x2000, 0x2_0000), (2, 0, 0, 0))]
    assert packed == sorted(packed)
    assert packed[2] == postings.pack(1, 0xFFF, 0xFFF, 0xFFFF)


# --- a whole index

LISTS = Vocabulary(
    spellings={"ijin": ("izin",), "hongkong": ("hong", "kong")},
    concepts={("pmi",): "=pmi", ("pekerja", "migran"): "=pmi", ("hong", "kong"): "=negara-hk", ("mars",): "=negara-mars"},
    related={"=pmi": ("=negara-hk",), "=negara-mars": ("=nowhere",)},
    stopwords=frozenset({"di", "dan"}),
)
WORDS = "surat suratnya izin ijin visa visanya pekerja migran pmi hong kong hongkong di dan dana danau 日本語 本語 ひ été 1.000 ж".split()


class Counting(Analyzer):
    """An analyser that says how many texts it was given."""

    texts = 0

    def count(self, text: str, sign: int = 1) -> dict[str, int]:
        self.texts += 1
        return super().count(text, sign)


def analyzer(lists: Vocabulary = LISTS) -> Counting:
    return Counting(lambda word: word.removesuffix("nya"), lists, "1")


def entry(number: int, dice: random.Random, words: Sequence[str] = WORDS, longest: int = 40) -> Entry:
    def some(most: int) -> str:
        return " ".join(dice.choices(words, k=dice.randint(0, most)))

    sections = tuple(Section(f"b-{at}" if at else "", some(3) if at else "", some(longest)) for at in range(dice.randint(0, 3)))
    facets = {"negara": tuple(dice.sample(["jp", "kr", "hk"], dice.randint(0, 2))), "topik": (dice.choice(["visa", "dana"]),)}
    day = f"{2018 + number // 20}-03-01" if number > 3 else ""
    return Entry(f"artikel/a-{number}/", some(6), some(12), sections, (some(2),), day, facets)


def entries(count: int, seed: int = 1, words: Sequence[str] = WORDS, longest: int = 40) -> list[Entry]:
    dice = random.Random(seed)
    return [entry(number, dice, words, longest) for number in range(count)]


def made(listed: Sequence[Entry], store: Path | None = None, by: Analyzer | None = None) -> Files:
    """The files of an index of these pages."""
    built = Index(by or analyzer(), store)
    found = {f"r/{number}.json": built.add(e) for number, e in enumerate(listed)}
    for path, data in built.files([{"name": "negara", "title": "Negara", "values": [["jp", "Jepang", 3]]}]):
        assert path not in found, path
        found[path] = data
    assert len({path.lower() for path in found}) == len(found)
    return found


@contextmanager
def small() -> Iterator[None]:
    """Limits so low that a few pages have tiers, many shards, and parts of manifests."""
    with (
        patch.multiple(index, FIRST_TIER=4, WORDS_LIMIT=60, POSTS_LIMIT=90, INLINE=8, PARTS_LIMIT=60),
        patch.object(postings, "FIRST_TIER", 4),
    ):
        yield


def plain(listed: Sequence[Entry]) -> tuple[dict[str, dict[int, Counts]], list[tuple[int, ...]], Counter[str]]:
    """The inverted index of these pages, their lengths, and how often each word stands."""
    by, inverted, lengths = analyzer(), dict[str, dict[int, Counts]](), []
    for number, e in enumerate(listed):
        title, heads, body = (by.count(text) for text in records.fields(e))
        for key in title.keys() | heads.keys() | body.keys():
            inverted.setdefault(key, {})[number] = title.get(key, 0), heads.get(key, 0), body.get(key, 0)
        lengths.append(tuple(sum(found.values()) for found in (title, heads, body)))
    return inverted, lengths, Counter(by.seen)


@pytest.mark.parametrize("limits", ["small", "real"])
def test_the_files_hold_the_inverted_index_and_nothing_else(limits: str) -> None:
    listed = entries(120)
    inverted, lengths, _ = plain(listed)
    if limits == "small":
        with small():
            reader = Reader(made(listed))
        assert "posts_parts" in reader.manifest and "words_parts" in reader.manifest
    else:
        reader = Reader(made(listed))
    assert {key for key in reader.all_keys() if not key.startswith("@")} == set(inverted)
    for key, pages_ in inverted.items():
        found = reader.posting(key)
        assert found is not None
        assert found.counts == pages_
        assert found.holders == sum(n > 0 for counts in pages_.values() for n in counts)
        for tier in found.tiers:
            for page, sizes in tier.lengths.items():
                assert sizes == tuple(size if n else 0 for n, size in zip(pages_[page], lengths[page], strict=True))
    assert reader.posting("takada") is None
    sums = [sum(size) / 120 for size in zip(*lengths, strict=True)]
    assert reader.manifest["average"] == pytest.approx(sums, abs=1e-4)
    assert (reader.manifest["count"], reader.manifest["fields"], reader.manifest["boosts"]) == (120, ["title", "heads", "body"], [10, 3, 1])


@pytest.mark.parametrize("limits", ["small", "real"])
def test_the_words_lead_to_their_keys_and_say_how_often_they_stand(limits: str) -> None:
    listed = entries(120)
    _, _, seen = plain(listed)
    with small() if limits == "small" else patch.object(index, "INLINE", 600):
        reader = Reader(made(listed))
    assert reader.keys("suratnya") == reader.keys("surat") == ("surat",)
    assert reader.keys("ijin") == ("izin",)
    assert reader.keys("hongkong") == ("hong", "kong")
    assert reader.keys("di") == ()
    assert reader.absent("mars") and not reader.absent("takada") and not reader.absent("di")
    assert reader.keys("takada") is None and reader.keys("日本") is None
    for word, times in seen.items():
        if word[0] < "\u3040":
            assert reader.often(word) == min(25, times.bit_length())
            backwards = reader.words("ends", word[::-1])
            assert (word[::-1] in backwards) == (len(word) > 2 and not word.isdigit() and word not in LISTS.stopwords)
    # Every file but the pages' own records can be reached from the manifest.
    for key in reader.all_keys():
        reader.pages(key) if key.startswith("@") else reader.posting(key)
    assert {path for path in reader.files if not path.startswith("r/")} == reader.used


def test_facets_and_years_give_their_pages() -> None:
    listed = entries(90)
    with small():
        reader = Reader(made(listed))
    for value in ("jp", "kr", "hk"):
        assert reader.pages(f"@negara:{value}") == [n for n, e in enumerate(listed) if value in e.facets["negara"]]
    assert reader.pages("@tahun:2019") == list(range(20, 40))
    assert reader.manifest["years"] == [[0, 0], [2018, 4], [2019, 20], [2020, 40], [2021, 60], [2022, 80]]
    assert reader.manifest["facets"] == [{"name": "negara", "title": "Negara", "values": [["jp", "Jepang", 3]]}]


def test_the_manifest_names_the_phrases_that_lead_somewhere() -> None:
    reader = Reader(made([Entry("a/", "Hong Kong", "", ())]))
    assert reader.manifest["phrases"] == [["hong kong", "=negara-hk"], ["pekerja migran", "=pmi"], ["pmi", "=pmi"]]
    assert reader.manifest["related"] == {"=pmi": ["=negara-hk"]}


def test_the_words_of_a_key_are_told_for_the_marks() -> None:
    reader = Reader(made([Entry("a/", "surat suratnya visanya visa", "izin ijin ijin", ())]))
    assert [posting.forms for key in ("surat", "visa", "izin") if (posting := reader.posting(key))] == [("suratnya",), ("visanya",), ("ijin",)]
    many = " ".join(f"k{chr(97 + n) * 2} " * (n + 1) for n in range(20))
    one = Reader(made([Entry("a/", many, "", ())], by=Analyzer(lambda _: "k", Vocabulary()))).posting("k")
    assert one is not None and one.forms == tuple(f"k{chr(97 + n) * 2}" for n in range(8, 20))


@pytest.mark.parametrize("limits", ["small", "real"])
def test_shards_keep_to_their_sizes_in_bytes(limits: str) -> None:
    words = [*WORDS, *("".join(random.Random(n).choices("абвгдежз日本語学", k=5)) for n in range(2000))]
    with small() if limits == "small" else patch.object(index, "INLINE", 600):
        files = made(entries(150, words=words))
        most = {"words": index.WORDS_LIMIT, "ends": index.WORDS_LIMIT, "posts": index.POSTS_LIMIT}
        parts = index.PARTS_LIMIT
    for path, data in files.items():
        kind = path.partition("/")[0]
        held = json.loads(data) if kind in most else ()
        if len(held.split("\n") if isinstance(held, str) else held) > 1:
            # The braces or quotes around a file.
            assert len(data) <= (parts if "/parts/" in path else most[kind]) + 2, path


def test_an_index_without_pages_can_be_asked() -> None:
    reader = Reader(made([], by=Analyzer(str, Vocabulary())))
    assert (reader.keys("surat"), reader.posting("surat"), reader.manifest["count"]) == (None, None, 0)


def test_two_writers_give_the_same_bytes_in_the_same_order() -> None:
    with small():
        assert list(made(entries(60)).items()) == list(made(entries(60)).items())


# --- tiers


def weight(reader: Reader, posting: Posting, page: int) -> float:
    """lunr's weight of a page without idf, summed over the fields."""
    m, tier = reader.manifest, next(t for t in posting.tiers if page in t.counts)
    total = 0.0
    for field, (times, size) in enumerate(zip(tier.counts[page], tier.lengths[page], strict=True)):
        if times:
            total += m["boosts"][field] * (m["k1"] + 1) * times / (m["k1"] * (1 - m["b"] + m["b"] * size / m["average"][field]) + times)
    return total


def test_two_thousand_of_the_heaviest_postings_come_first_and_no_later_one_weighs_more_than_its_bound() -> None:
    dice = random.Random(5)
    listed = [Entry("a/", "visa" if n % 50 == 0 else "", "", (Section("", "", "visa " * dice.randint(1, 60) + "lain " * dice.randint(0, 90)),)) for n in range(7000)]
    reader = Reader(made(listed))
    posting = reader.posting("visa")
    assert posting is not None
    assert [len(tier.counts) for tier in posting.tiers] == [2000, 4000, 1000]
    assert posting.sizes == (4000, 1000)
    weights = [[weight(reader, posting, page) for page in tier.counts] for tier in posting.tiers]
    # Tiers are sorted by rough averages; each exact one may differ by half of its first digit.
    for bound, later in zip(posting.bounds, weights[1:], strict=True):
        rough = max(1.0, *(a / max(1.0, float(f"{a:.1g}")) for a in reader.manifest["average"]))
        assert max(later) <= bound * rough
        assert bound <= max(later) * 1.5
    assert set(range(0, 7000, 50)) <= set(posting.tiers[0].counts)
    assert sum(weights[0]) / 2000 > sum(weights[1]) / 4000 > sum(weights[2]) / 1000


@QUICK
@given(st.integers(0, 10_000))
def test_bounds_hold_for_every_key(seed: int) -> None:
    with small():
        reader = Reader(made(entries(40, seed)))
    rough = max(1.0, *(a / max(1.0, float(f"{a:.1g}")) for a in reader.manifest["average"]))
    for key in reader.all_keys():
        if not key.startswith("@") and (posting := reader.posting(key)):
            for bound, tier in zip(posting.bounds, posting.tiers[1:], strict=True):
                assert max(weight(reader, posting, page) for page in tier.counts) <= bound * rough


# --- records


def test_a_record_holds_what_a_result_shows() -> None:
    sections = (Section("", "", "Pembuka."), Section("biaya", "Biaya", "Rp1.000 " * 100))
    listed = Entry("artikel/a/", "Judul <b>", "Ringkasan", sections, ("Jepang",), "2025-01-02", {"negara": ("jp",)})
    record = Reader(made([listed])).record(0)
    pieces = record.pop("p")
    assert record == {"a": "artikel/a/", "t": "Judul <b>", "d": "Ringkasan", "y": "2025-01-02"}
    assert pieces[0] == ["", "", "Pembuka."]
    assert pieces[1][:2] == ["biaya", "Biaya"]
    assert pieces[1][2] == "Rp1.000 " * 27 + "…"


@QUICK
@given(st.text(st.sampled_from("aé語 .,;"), max_size=300), st.integers(1, 250))
def test_a_clipped_text_is_a_beginning_of_whole_words(text: str, room: int) -> None:
    found = records.clip(text, room)
    if len(text) <= room:
        assert found == text
    else:
        kept = found.removesuffix(" …")
        assert text.startswith(kept) and len(kept) <= room
        assert found.endswith(" …") and not kept.endswith((" ", ",", ";", ":", "."))


@pytest.mark.parametrize(("text", "clipped"), [("satu dua tiga", "satu dua …"), ("satuduatigaempat", "satuduatig …"), ("satu, dua.", "satu, dua.")])
def test_words_are_not_cut_unless_they_are_long(text: str, clipped: str) -> None:
    assert records.clip(text, 10) == clipped


@pytest.mark.parametrize("count", [1, 5, 40, 400])
def test_pieces_of_a_long_page_are_short_and_every_heading_is_there(count: int) -> None:
    sections = tuple(Section(f"b{n}", f"Bagian {n}", "kata " * 300) for n in range(count))
    pieces = records.record(Entry("a/", "A", "", sections))["p"]
    assert isinstance(pieces, list)
    assert [piece[1] for piece in pieces] == [f"Bagian {n}" for n in range(count)]
    assert sum(len(piece[2]) for piece in pieces) <= 1402


# --- lunr as the oracle


def published(content: Path) -> dict[str, tuple[Files, list[Entry]]]:
    """For each language the files of its index in a site, and the pages that were put in."""
    entries_: dict[str, list[Entry]] = {}

    class Recording(Index):
        def add(self, entry: Entry) -> bytes:
            entries_.setdefault(self.analyzer.version.split()[0], []).append(entry)
            return super().add(entry)

    scene = pipeline.stage(pipeline.load(content, DATE), Settings("Contoh"))
    with patch.object(search, "Index", Recording):
        files = {path.as_posix(): data for path, data in pipeline.publish(scene, tuple(pages.every(scene)), content)}
    assert set(entries_) <= set(LANGUAGES)
    return {
        language: ({path.removeprefix(f"search/{language}/"): data for path, data in files.items() if path.startswith(f"search/{language}/")}, found)
        for language, found in entries_.items()
    }


@pytest.mark.parametrize("content", [ROOT / "content", SAMPLE], ids=["content", "sample"])
def test_scores_are_those_of_a_whole_lunr_index(content: Path) -> None:
    registries = pipeline.load(content, DATE).library.registries
    found = published(content)
    assert len(found) >= 2
    for language, (files, listed) in found.items():
        reader, by = Reader(files), vocabulary.analyzer(language, registries)
        whole = _lunr.build(listed, by)
        dice, compared = random.Random(7), 0
        words = [word for word in sorted(by.seen) if by.target(word)]
        for _ in range(60):
            text = dice.choice([t for e in listed for t in records.fields(e) if t]).split()
            asked = [w for t in dice.sample(text, min(len(text), dice.randint(1, 3))) for w in split(t)] or dice.choices(words)
            keys = sorted({key for word in asked for key in by.target(word)})
            if not keys:
                continue
            for word in asked:
                assert reader.keys(word) == by.target(word) or is_cjk(word)
            ours, theirs = reader.scores(keys), dict(_lunr.search(whole, keys))
            assert ours == pytest.approx(theirs, abs=0.01), (language, keys)
            compared += len(ours)
        assert compared > 30, language


# --- what the last build knew


def again(listed: Sequence[Entry], store: Path, **changed: Analyzer) -> int:
    """Builds with the store, compares with a build without, and says how many texts were looked at."""
    by = changed.get("by") or analyzer()
    assert made(listed, store, by) == made(listed, by=changed.get("other"))
    return by.texts if isinstance(by, Counting) else 0


TITLES = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
PAGES = st.builds(
    lambda title, head, text, year, jp: Entry("a/", title, "", (Section("x", head, text),), (), f"{year}-01-01" if year else "", {"negara": jp}),
    TITLES,
    TITLES,
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.sampled_from([0, 2024, 2025]),
    st.sampled_from([(), ("jp",), ("jp", "kr")]),
)
EDITS = st.lists(st.tuples(st.sampled_from(["edit", "append", "drop", "insert", "remove", "swap", "nothing"]), st.integers(0, 20), PAGES), max_size=6)


@QUICK
@given(st.lists(PAGES, max_size=12), EDITS)
def test_after_any_edits_the_files_are_those_of_a_first_build(tmp_path_factory: pytest.TempPathFactory, listed: list[Entry], edits: list[tuple[str, int, Entry]]) -> None:
    store = tmp_path_factory.mktemp("kept") / "search.sqlite"
    with small():
        again(listed, store)
        for kind, number, page in edits:
            at = number % max(1, len(listed))
            if kind == "append":
                listed = [*listed, page]
            elif kind == "insert":
                listed = [*listed[:at], page, *listed[at:]]
            elif kind == "drop":
                listed = listed[:-1]
            elif kind == "remove":
                listed = [*listed[:at], *listed[at + 1 :]]
            elif kind == "swap":
                listed = listed[::-1]
            elif kind == "edit" and listed:
                listed = [*listed[:at], page, *listed[at + 1 :]]
            again(listed, store)


def test_an_unchanged_page_is_not_looked_at_again(tmp_path: Path) -> None:
    store, listed = tmp_path / "kept" / "search.sqlite", entries(50)
    assert again(listed, store) == 150
    assert again(listed, store) == 0
    listed[20] = replace(listed[20], title="visa")
    assert again(listed, store) == 6
    assert again([*listed, listed[0]], store) == 3
    assert again(listed, store) == 3
    listed[7] = replace(listed[7], facets={"negara": ("kr",)}, day="2019-12-31")
    assert again(listed, store) == 6
    assert again(listed, store) == 0


def test_other_lists_begin_anew(tmp_path: Path) -> None:
    store, listed = tmp_path / "search.sqlite", entries(30)
    again(listed, store)
    other = replace(LISTS, concepts={("visa",): "=visa"})
    by, first = (Counting(lambda word: word.removesuffix("nya"), other, "2") for _ in range(2))
    assert again(listed, store, by=by, other=first) == 90


def test_other_code_begins_anew(tmp_path: Path) -> None:
    store, listed = tmp_path / "search.sqlite", entries(30)
    again(listed, store)
    with patch.object(memory, "code", lambda: "other"):
        assert again(listed, store) == 90
    assert again(listed, store) == 90


def seal(store: Path) -> Path:
    return store.with_name(store.name + ".sum")


def foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE page (number INTEGER PRIMARY KEY, stamp BLOB, sizes TEXT, texts BLOB)")
        database.execute("INSERT INTO page VALUES (0, 'x', 'y', NULL)")
    database.close()


def emptied(path: Path) -> None:
    """A database of the right shape whose rows are gone, as if somebody had tidied up."""
    with sqlite3.connect(path) as database:
        database.execute("DELETE FROM post")
    database.close()


def as_directory(path: Path) -> None:
    path.unlink()
    (path / "dalam").mkdir(parents=True)


def rewritten(change: Callable[[bytes], bytes], at: Callable[[Path], Path] = lambda path: path) -> Callable[[Path], None]:
    def rewrite(path: Path) -> None:
        place = at(path)
        place.write_bytes(change(place.read_bytes() if place.exists() else b""))

    return rewrite


def flipped(share: float) -> Callable[[Path], None]:
    def flip(data: bytes) -> bytes:
        place = int(len(data) * share)
        return data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :]

    return rewritten(flip)


def journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


DAMAGES: Mapping[str, Callable[[Path], None]] = {
    "missing": Path.unlink,
    "empty": rewritten(lambda _: b""),
    "text": rewritten(lambda _: b"bukan basis data " * 500),
    "truncated": rewritten(lambda data: data[: len(data) // 2]),
    "longer": rewritten(lambda data: data + b"\0" * 4096),
    "a directory": as_directory,
    "foreign": foreign,
    "without rows": emptied,
    "without a seal": lambda path: seal(path).unlink(),
    "an empty seal": rewritten(lambda _: b"", seal),
    "a binary seal": rewritten(lambda _: b"\xff\xfe\0", seal),
    "a directory for a seal": lambda path: as_directory(seal(path)),
    "a journal beside": rewritten(lambda _: b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 600, journal),
    **{f"flipped at {share}": flipped(share) for share in (0.0, 0.01, 0.3, 0.5, 0.7, 0.95, 0.999)},
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_store_costs_time_and_nothing_else(damage: str, tmp_path: Path) -> None:
    store, listed = tmp_path / "search.sqlite", entries(40)
    again(listed, store)
    DAMAGES[damage](store)
    listed[3] = replace(listed[3], title="kata yang baru")
    again(listed, store)
    listed[30] = replace(listed[30], title="kata lain")
    again(listed[:-1], store)


def test_a_place_that_cannot_be_written_costs_time_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("ini bukan folder")
    for _ in range(2):
        assert again(entries(10), tmp_path / "berkas" / "search.sqlite") == 30
    assert (tmp_path / "berkas").read_text() == "ini bukan folder"


def test_a_store_that_is_locked_costs_time_and_nothing_else(tmp_path: Path) -> None:
    store, listed = tmp_path / "search.sqlite", entries(10)
    again(listed, store)
    listed[0] = replace(listed[0], title="kata yang baru")
    connect = sqlite3.connect
    with connect(store) as other, patch.object(sqlite3, "connect", lambda path: connect(path, timeout=0)):
        other.execute("BEGIN EXCLUSIVE")
        again(listed, store)
    other.close()
    again(listed, store)


@pytest.mark.parametrize("moment", [1, 5, 15])
def test_a_build_killed_while_it_saves_costs_time_and_nothing_else(moment: int, tmp_path: Path) -> None:
    store, listed = tmp_path / "search.sqlite", entries(60)
    again(listed, store)
    whole, rows = memory._post, iter(range(moment))

    def dying(key: str, now: memory.Memory) -> tuple[bytes, str, str]:
        if next(rows, None) is None:
            raise KeyboardInterrupt
        return whole(key, now)

    listed = [replace(e, title=f"{e.title} kata yang baru") for e in listed]
    with patch.object(memory, "_post", dying), pytest.raises(KeyboardInterrupt):
        made(listed, store)
    assert again(listed, store) == 180
    assert again(listed, store) == 0


def test_a_file_that_is_newer_than_its_seal_counts_for_nothing(tmp_path: Path) -> None:
    store, listed = tmp_path / "search.sqlite", entries(30)
    again(listed, store)
    old = store.read_bytes(), seal(store).read_bytes()
    again(listed[:20], store)
    new = store.read_bytes(), seal(store).read_bytes()
    for data, sum_ in ((old[0], new[1]), (new[0], old[1]), (old[0][:8192] + new[0][8192:], old[1])):
        store.write_bytes(data)
        seal(store).write_bytes(sum_)
        assert again(listed[:25], store) == 75
    # An old pair is a state of its own, and as good as any.
    store.write_bytes(old[0])
    seal(store).write_bytes(old[1])
    assert again(listed[:25], store) == 15


def keys_of(e: Entry) -> set[str]:
    facets = {f"@{name}:{value}" for name, values in e.facets.items() for value in values}
    return {key for text in records.fields(e) for key in analyzer().count(text)} | facets


def words_of(e: Entry) -> set[str]:
    return {word for text in records.fields(e) for word in split(text)}


def test_one_edited_page_changes_the_shards_of_its_own_keys_alone() -> None:
    dice = random.Random(11)
    words = ["".join(dice.choices("abcdefghijklmnop", k=dice.randint(3, 9))) for _ in range(3000)]
    listed = entries(200, words=words, longest=30)
    edited = list(listed)
    edited[91] = replace(listed[91], title=listed[92].title, sections=listed[91].sections[1:])
    with patch.multiple(index, WORDS_LIMIT=400, POSTS_LIMIT=500, INLINE=30, PARTS_LIMIT=600):
        before, after = made(listed), made(edited)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert {path for path in changed if "/" not in path or path.startswith("r/")} == {"manifest.json", "r/91.json"}
    own = {"posts": keys_of(listed[91]) | keys_of(edited[91]), "words": words_of(listed[91]) | words_of(edited[91])}
    own["ends"] = {word[::-1] for word in own["words"]}
    touched = {path.rpartition("-")[0] for path in changed if path.partition("/")[0] in own and "/parts/" not in path}
    for kind, beginning in (shard.split("/") for shard in touched):
        assert any(name.startswith(beginning) for name in own[kind]), (kind, beginning)
    read, total = Counter(shard.split("/")[0] for shard in touched), Counter(path.split("/")[0] for path in after)
    assert 0 < read["posts"] <= len(own["posts"]) < total["posts"] / 4
    # A word that stands once more keeps its letter, most of the time.
    assert read["words"] < total["words"] / 4


def test_a_listed_form_that_no_text_holds_leads_to_the_pages_of_its_key() -> None:
    lists = Vocabulary(known=frozenset({"rekrutmen", "jenasah"}))
    reader = Reader(made([Entry("a/", "Perekrutan", "", ())], by=Analyzer(lambda w: {"rekrutmen": "rekrut", "perekrutan": "rekrut"}.get(w, w), lists)))
    assert reader.keys("rekrutmen") == ("rekrut",)
    assert reader.absent("jenasah")


@pytest.mark.parametrize(
    ("root", "kept"),
    [("hamil", True), ("hasi", True), ("hassil", True), ("hail", True), ("hsail", True), ("penghasil", True), ("has", True), ("hal", False), ("kabur", False)],
)
def test_a_root_is_told_where_it_might_be_taken_for_a_word_of_a_page(root: str, kept: bool) -> None:
    reader = Reader(made([Entry("a/", "Hasil", "", ())], by=Analyzer(str, Vocabulary(roots=frozenset({root})))))
    assert reader.absent(root) is kept


def test_the_root_of_a_word_is_in_the_lexicon_although_no_text_holds_it() -> None:
    # The browser takes affixes off a word that it does not know ("ditipu") and looks for what is left.
    made = Index(Analyzer({"penipuan": "tipu"}.get, Vocabulary()))  # type: ignore[arg-type]
    made.add(Entry("a/", "Penipuan", "", ()))
    words = next(json.loads(data) for name, data in made.files() if name.startswith("words/"))
    assert words.split("\n") == ["penipuanBtipu", "tipuA"]
