"""The search in a real browser: what a reader finds, what the page says when something is missing, and lunr as its judge."""

import datetime
import json
import random
import re
import shutil
import unicodedata
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lunr import get_default_builder
from lunr.index import Index as Whole
from lunr.query import QueryPresence
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from rantau import pages, pipeline
from rantau.benches._chromium import launched, served
from rantau.model import Edition, Published
from rantau.outputs import search as output
from rantau.scene import Settings
from rantau.search import postings
from rantau.search.index import Index
from rantau.search.postings import BOOSTS, FIELDS
from rantau.search.records import Entry, fields
from rantau.search.words import split
from tests.shell import DATE, ROOT, SAMPLE, build, write
from tests.test_browser import PHONE, Watch

ARTICLE = """\
---
title: {title}
description: Contoh ringkasan yang panjangnya lebih dari lima puluh huruf, seperti yang diminta.
tags: [dokumen]
countries: [{country}]
date: {day}
---

{body}
"""
MORE = {
    f"artikel/2026/urut-{n}.md": ARTICLE.format(
        title=f"Contoh urutan ke-{n}",
        country="KR" if n % 4 else "JP",
        day=f"2026-02-{n:02}",
        body=f"Kalimat berderet {'berderet ' * n}.",
    )
    for n in range(1, 13)
} | {
    "artikel/2024/latih.md": ARTICLE.format(
        title="Sekolah bahasa",
        country="JP",
        day="2024-03-01",
        body="Pelatihan di Hong Kong untuk pekerja migran Indonesia.\n\n## Surat perizinan\n\nRisiko usaha, jarak 1.500.000 meter, hari Jum'at.",
    ),
    "artikel/2024/guru.md": ARTICLE.format(
        title="Guru", country="KR", day="2024-03-02", body="Guru melatih calon perawat. Kata tunggalika. Telepon 0899-7000."
    ),
}
LANGUAGES = ("id", "en", "ja")


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@dataclass
class Oracle:
    """A whole lunr.py index of the same pages with the same counts, and words that have neither concept nor spelling."""

    whole: Whole
    words: list[str]
    keys: dict[str, str]

    def best(self, words: list[str]) -> tuple[dict[int, float], list[float]]:
        """Every page's score, and the ten best scores: of pages with all words, then of others where too few have all."""
        keys = sorted({self.keys[word] for word in words})
        full, some = (self._hits(keys, presence) for presence in (QueryPresence.REQUIRED, QueryPresence.OPTIONAL))
        best = sorted(full.values(), reverse=True)
        if len(full) < 3 and len(keys) > 1:
            best += sorted((score for page, score in some.items() if page not in full), reverse=True)
        return some, best[:10]

    def _hits(self, keys: list[str], presence: QueryPresence) -> dict[int, float]:
        query = self.whole.create_query()
        for key in keys:
            query.term(key, presence=presence, use_pipeline=False)
        return {int(hit["ref"]): hit["score"] for hit in self.whole.query(query)}


def oracle(index: Index, entries: list[Entry]) -> Oracle:
    """lunr.py over the pages of an index."""
    builder = get_default_builder()
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    builder.ref("number")
    for name, boost in zip(FIELDS, BOOSTS, strict=True):
        builder.field(name, boost=boost)
    newest = max(int(entry.day[:4] or 0) for entry in entries)
    analyzer = index.analyzer
    for number, entry in enumerate(entries):
        counted = (analyzer.count(text) for text in fields(entry))
        tokens = {name: [k for k, n in counts.items() for _ in range(n)] for name, counts in zip(FIELDS, counted, strict=True)}
        age = newest - int(entry.day[:4]) if entry.day else 2
        builder.add({"number": number, **tokens}, {"boost": 1 + 0.1 * max(0, 1 - age / 5)})
    targets = {w: analyzer.target(w) for w in analyzer.seen if (w,) not in analyzer.vocabulary.concepts and len(w) > 1}
    single = {word: keys[0] for word, keys in sorted(targets.items()) if len(keys) == 1}
    return Oracle(builder.build(), list(single), single)


def publish(content: Path, folder: Path, tier: int) -> list[tuple[Index, list[Entry]]]:
    """Writes the indices of a content directory with first tiers of so many pages; returns each and its pages."""
    made: list[tuple[Index, list[Entry]]] = []

    class Watched(Index):
        def add(self, entry: Entry) -> bytes:
            if not made or made[-1][0] is not self:
                made.append((self, []))
            made[-1][1].append(entry)
            return super().add(entry)

    scene = pipeline.stage(pipeline.load(content, datetime.date.fromisoformat(DATE)), Settings("Rantau"))
    listed = tuple(Published(p.address, p.language, p.title, None, p.document, p.searchable) for p in pages.every(scene))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(output, "Index", Watched)
        patch.setattr(postings, "FIRST_TIER", tier)
        for path, data in output.publish(Edition(scene.library, listed, "Rantau", "", lambda _: b"", None)):
            write(folder, {path.as_posix(): data})
    return made


@pytest.fixture(scope="module")
def oracles(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Oracle]]:
    """The indices of both sites on disk, one of them in tiers of three pages, and lunr's of the same pages."""
    folder, found = tmp_path_factory.mktemp("indices"), {}
    for name, content, tier in (("contoh", SAMPLE, 2000), ("isi", ROOT / "content", 2000), ("jenjang", ROOT / "content", 3)):
        for index, entries in publish(content, folder / name, tier):
            language = entries[0].address.split("/")[0]
            found[f"{name}/search/{language if language in LANGUAGES else 'id'}/"] = oracle(index, entries)
    return folder, found


@pytest.fixture(scope="module")
def base(oracles: tuple[Path, dict[str, Oracle]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample site with some more articles; the indices of the oracles are below /uji/."""
    folder = tmp_path_factory.mktemp("content")
    shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
    write(folder, MORE)
    site = tmp_path_factory.mktemp("served") / "site"
    done = build(folder, site)
    assert done.returncode == 0, done.stdout
    root = site.parent / "root"
    shutil.copytree(site.resolve(), root)
    shutil.copytree(oracles[0], root / "uji")
    with served(partial(_Handler, directory=str(root))) as address:
        yield address


@pytest.fixture(scope="module")
def browser(base: str) -> Iterator[Browser]:
    with launched() as opened:
        yield opened


@pytest.fixture
def phone(browser: Browser, base: str) -> Iterator[Page]:
    """A page on a phone; whatever went wrong on it fails the test."""
    watch = Watch(base.rstrip("/"))
    context = browser.new_context(viewport=PHONE, locale="id-ID", has_touch=True)
    yield watch.page(context)
    context.close()
    assert watch.taken() == []


@pytest.fixture
def broken(browser: Browser) -> Iterator[BrowserContext]:
    """A context in which requests may fail."""
    context = browser.new_context(viewport=PHONE, locale="id-ID")
    yield context
    context.close()


@pytest.fixture(scope="module")
def bench(browser: Browser, base: str) -> Iterator[Page]:
    """A page in which the modules are called without their interface."""
    page = browser.new_page()
    page.goto(f"{base}cari/", wait_until="load")
    yield page
    page.close()


def status(page: Page) -> str:
    """What the search says about its results, once it has them."""
    line = page.locator("[role=status]")
    # Before the script has begun nothing is busy and nothing is said; from then on it is busy before it says so.
    expect(line).not_to_have_text("")
    expect(page.locator("#hasil")).not_to_have_attribute("aria-busy", "true")
    return line.inner_text()


def results(page: Page) -> list[str]:
    """The titles of the results, once all have come."""
    expect(page.locator(".results__list [aria-busy]")).to_have_count(0)
    return page.locator(".results__list h2").all_inner_texts()


def ask(page: Page, base: str, query: str = "", language: str = "", **given: str) -> str:
    """Opens the search page with a query; returns its status."""
    page.goto(f"{base}{language}cari/?{urlencode({'q': query, **given}, errors='surrogatepass')}")
    return status(page)


def offer_text(page: Page) -> str:
    """The word that the page now looks for."""
    return asked(page)["q"][0]


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


SPLIT = "async (texts) => { const { split } = await import('/assets/search/words.js'); return texts.map(split); }"
# What this Python does not know yet, a newer browser may call a letter.
LETTERS = st.characters(exclude_categories=("Cn", "Cs", "Co"))
AWKWARD = st.sampled_from("aZ09 '’ʼ`.,-_ÉéİıßΣσςǅﬁ①½ｶﾞ゙がー・日本〇々가อ\u0301\u200b\u200e\u00ad\U0001f600𝐀")


@pytest.mark.parametrize("site", [SAMPLE, ROOT / "content"])
def test_the_browser_splits_every_text_of_the_sites_as_python_does(site: Path, bench: Page) -> None:
    texts = [
        line
        for path in sorted(site.rglob("*"))
        if path.suffix in (".md", ".yml")
        for line in path.read_text("utf-8").splitlines()
    ]
    assert bench.evaluate(SPLIT, texts) == [split(text) for text in texts]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(LETTERS | AWKWARD, max_size=90), max_size=60))
def test_the_browser_splits_any_text_as_python_does(bench: Page, texts: list[str]) -> None:
    assert bench.evaluate(SPLIT, texts) == [split(text) for text in texts]


def test_every_letter_counts_as_one_in_the_browser_too(bench: Page) -> None:
    letters = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
    texts = ["-".join(f"a{letter}b" for letter in letters[at : at + 1000]) for at in range(0, len(letters), 1000)]
    found = bench.evaluate(SPLIT.replace("texts.map(split)", "texts.map((text) => split(text).join(' '))"), texts)
    assert found == [" ".join(split(text)) for text in texts]


FIND = """async ([folder, text, options]) => {
  const { search } = await import('/assets/search/search.js');
  const { failures, marks, ...found } = await search(folder, text, options);
  return found;
}"""


@pytest.mark.parametrize(
    "folder", ["contoh/search/id/", "isi/search/id/", "isi/search/ja/", "isi/search/en/", "jenjang/search/id/"]
)
def test_the_ten_best_are_those_of_a_whole_lunr_index(
    folder: str, oracles: tuple[Path, dict[str, Oracle]], bench: Page, base: str
) -> None:
    judge, dice = oracles[1][folder], random.Random(20261122)
    unsure = 0
    for _ in range(70):
        words = dice.sample(judge.words, min(len(judge.words), dice.randint(1, 3)))
        found = bench.evaluate(FIND, [f"{base}uji/{folder}", " ".join(words), {}])
        if found["unsure"]:
            unsure += 1
            continue
        scores, best = judge.best(words)
        assert [round(scores[page], 2) for page in found["ids"]] == [round(score, 2) for score in best], words
    # Only tiers of three pages leave anything open, and of those some.
    assert unsure < 50 if folder.startswith("jenjang") else unsure == 0


def test_equal_pages_are_listed_newest_first(bench: Page, base: str) -> None:
    found = bench.evaluate(FIND, [f"{base}search/id/", "urutan", {"want": 12}])
    assert len(found["ids"]) == 12
    groups: dict[float, list[int]] = {}
    for page, score in zip(found["ids"], found["scores"], strict=True):
        groups.setdefault(round(score, 6), []).append(page)
    assert all(ids == sorted(ids, reverse=True) for ids in groups.values())


# --- what is found


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("melatih", "Sekolah bahasa"),
        ("pelatihan", "Guru"),
        ("TKW", "Sekolah bahasa"),
        ("pekerja migran indonesia hong kong", "Sekolah bahasa"),
        ("ijin", "Sekolah bahasa"),
        ("hongkong", "Sekolah bahasa"),
        ("resiko", "Sekolah bahasa"),
        ("1500000", "Sekolah bahasa"),
        ("jumat", "Sekolah bahasa"),
    ],
)
def test_another_form_name_or_spelling_finds_the_page(query: str, title: str, phone: Page, base: str) -> None:
    said = ask(phone, base, query)
    assert title in results(phone), said


@pytest.mark.parametrize(
    "slip", ["tunggalikka", "tungalika", "tunggailka", "tunggakika", "tungglika", "utnggalika", "tunggalikx"]
)
def test_a_slip_of_the_thumb_is_understood_and_said(slip: str, phone: Page, base: str) -> None:
    ask(phone, base, slip)
    assert results(phone) == ["Guru"]
    assert phone.locator(".results__notes b").inner_text() == "tunggalika"
    phone.get_by_role("link", name=f"Cari “{slip}” saja").click()
    expect(phone.locator("[role=status]")).to_contain_text("Tidak ada halaman")
    assert asked(phone) == {"q": [slip], "persis": ["1"]}
    phone.go_back()
    expect(phone.locator(".results__notes b")).to_have_text("tunggalika")


@pytest.mark.parametrize("form", ["tunggalikanya", "pertunggalikaan", "kelatihan"])
def test_a_form_that_no_page_holds_is_led_back_to_one_that_does_without_a_word_about_it(form: str, phone: Page, base: str) -> None:
    ask(phone, base, form)
    assert "Guru" in results(phone)
    expect(phone.locator(".results__notes")).to_be_hidden()


@pytest.mark.parametrize(("word", "alike"), [("tahan", "tahun"), ("guna", "guru"), ("jarah", "jarak")])
def test_a_right_word_that_no_page_holds_is_not_replaced_by_one_that_looks_like_it(word: str, alike: str, phone: Page, base: str) -> None:
    said = ask(phone, base, word)
    assert said.startswith(f"Tidak ada halaman yang cocok dengan “{word}”.")
    assert results(phone) == []
    offer = phone.locator(".results__notes a")
    if offer.count():
        assert phone.locator(".results__notes").inner_text().startswith("Mungkin maksud Anda: ")
        offer.click()
        expect(phone.locator(".results__list h2").first).to_be_visible()
        expect(phone.locator("#q")).to_have_value(offer_text(phone))


def test_the_whole_query_stands_in_the_note_about_a_correction(phone: Page, base: str) -> None:
    ask(phone, base, "Guru tungalika")
    assert phone.locator(".results__notes").inner_text() == "Menampilkan hasil untuk Guru tunggalika. Cari “Guru tungalika” saja"


@pytest.mark.parametrize("word", ["yagn", "uni", "gur", "smp"])
def test_nothing_is_corrected_to_a_stop_word_and_nothing_short_is_corrected(word: str, phone: Page, base: str) -> None:
    phone.goto(f"{base}cari/")
    found = phone.evaluate(FIND, [f"{base}search/id/", f"{word} guru", {}])
    assert found["corrections"] == [] and found["offers"] == []


def test_a_right_word_that_begins_others_is_said_to_be_in_no_page(phone: Page, base: str) -> None:
    ask(phone, base, "tunggal")
    assert results(phone) == ["Guru"]
    assert phone.locator(".results__notes").inner_text() == (
        "Tidak ada halaman yang memuat “tunggal”; ini halaman dengan kata yang diawali “tunggal”."
    )


def test_an_amount_is_named_as_it_was_typed(phone: Page, base: str) -> None:
    assert ask(phone, base, "Rp8.700.000").startswith("Tidak ada halaman yang cocok dengan “Rp8.700.000”.")
    ask(phone, base, "guru 8,7 juta")
    assert phone.locator(".results__notes").inner_text() == "Tidak ada halaman yang memuat “8,7 juta”; ini hasil untuk kata lainnya."


def test_amounts_and_telephone_numbers_are_found_however_they_are_written(phone: Page, base: str) -> None:
    for query in ("1,5 juta", "1500000", "1.5jt"):
        ask(phone, base, query)
        assert results(phone) == ["Sekolah bahasa"]
    for query in ("0899-7000", "08997000", "0899 7000"):
        ask(phone, base, query)
        assert results(phone) == ["Guru"]
        assert phone.locator(".results__list mark").all_inner_texts() == ["0899-7000"]


def test_a_search_of_other_pages_without_results_leads_to_the_indonesian_one(phone: Page, base: str) -> None:
    ask(phone, base, "tunggalika", "en/")
    phone.get_by_role("link", name="Search the Indonesian pages for “tunggalika”").click()
    phone.wait_for_url(f"{base}cari/?q=tunggalika")
    status(phone)
    assert results(phone) == ["Guru"]


def test_the_last_word_may_still_be_unfinished(phone: Page, base: str) -> None:
    ask(phone, base, "perawat tungga")
    assert results(phone) == ["Guru"]


def test_pages_with_all_words_come_first_and_the_note_says_when_others_follow(phone: Page, base: str) -> None:
    ask(phone, base, "tunggalika perizinan")
    assert sorted(results(phone)) == ["Guru", "Sekolah bahasa"]
    assert (
        phone.locator(".results__notes").inner_text() == "Tidak ada halaman yang memuat semua kata itu; ini yang memuat sebagian."
    )
    ask(phone, base, "pelatihan perizinan")
    assert results(phone)[0] == "Sekolah bahasa"
    assert phone.locator(".results__notes").inner_text().startswith("Hanya 1 halaman memuat semua kata;")


def test_a_word_that_no_page_holds_is_named(phone: Page, base: str) -> None:
    ask(phone, base, "zzqxj perizinan")
    assert results(phone) == ["Sekolah bahasa"]
    assert "“zzqxj”" in phone.locator(".results__notes").inner_text()


def test_no_results_and_words_that_are_everywhere_are_said(phone: Page, base: str) -> None:
    assert ask(phone, base, "zzqxj") == "Tidak ada halaman yang cocok dengan “zzqxj”. Coba kata lain atau lebih sedikit kata."
    assert ask(phone, base, "yang").startswith("Kata itu ada di hampir semua halaman.")
    assert ask(phone, base, "!!!").startswith("Tidak ada halaman yang cocok dengan “!!!”.")


def test_a_result_shows_where_the_words_stand(phone: Page, base: str) -> None:
    ask(phone, base, "usaha")
    item = phone.locator(".results__list li")
    assert item.locator("mark").all_inner_texts() == ["usaha"]
    assert item.locator("time").inner_text() == "1 Maret 2024"
    section = item.get_by_role("link", name="Surat perizinan")
    assert (section.get_attribute("href") or "").endswith("artikel/2024/latih/#surat-perizinan")
    section.click()
    expect(phone.locator("h2#surat-perizinan")).to_be_in_viewport()


def test_ten_results_are_shown_and_then_ten_more(phone: Page, base: str) -> None:
    assert ask(phone, base, "berderet") == "12 halaman ditemukan"
    assert len(results(phone)) == 10
    phone.get_by_role("button", name="Tampilkan lagi").click()
    expect(phone.locator(".results__list li")).to_have_count(12)
    expect(phone.locator(".results__list li").nth(10).locator("a").first).to_be_focused()
    expect(phone.get_by_role("button", name="Tampilkan lagi")).to_be_hidden()
    phone.reload()
    status(phone)
    assert len(results(phone)) == 12


def test_newest_first_is_an_order_of_its_own(phone: Page, base: str) -> None:
    ask(phone, base, "berderet", urut="terbaru")
    assert results(phone) == [f"Contoh urutan ke-{n}" for n in range(12, 2, -1)]


# --- facets and the address


def test_facets_narrow_the_results_and_can_be_taken_away(phone: Page, base: str) -> None:
    ask(phone, base, "berderet")
    phone.locator("#saring > summary").click()
    phone.get_by_role("checkbox", name="Jepang").check()
    expect(phone.locator("[role=status]")).to_have_text("3 halaman ditemukan")
    assert asked(phone) == {"q": ["berderet"], "negara": ["jepang"]}
    phone.get_by_role("checkbox", name="Korea Selatan").check()
    expect(phone.locator("[role=status]")).to_have_text("12 halaman ditemukan")
    phone.get_by_role("button", name="Hapus saringan Korea Selatan").click()
    expect(phone.locator("[role=status]")).to_have_text("3 halaman ditemukan")
    assert not phone.get_by_role("checkbox", name="Korea Selatan").is_checked()
    phone.go_back()
    expect(phone.locator("[role=status]")).to_have_text("12 halaman ditemukan")
    assert phone.get_by_role("checkbox", name="Korea Selatan").is_checked()


def test_a_facet_alone_lists_its_pages_newest_first(phone: Page, base: str) -> None:
    ask(phone, base, negara="jepang", tahun="2024")
    assert results(phone) == ["Sekolah bahasa"]
    assert phone.locator("#hasil .chip").all_inner_texts() == ["Jepang", "2024"]


def test_facets_that_leave_nothing_are_offered_for_removal(phone: Page, base: str) -> None:
    ask(phone, base, "tunggalika", negara="jepang")
    assert results(phone) == []
    assert status(phone) == "Tidak ada halaman tentang “tunggalika” dengan saringan yang dipilih. Tanpa saringan ada 1 halaman."
    phone.get_by_role("button", name="Cari tanpa saringan").click()
    expect(phone.locator(".results__list h2")).to_have_text(["Guru"])
    assert asked(phone) == {"q": ["tunggalika"]}


def test_facets_that_leave_some_of_the_words_alone_are_named_and_offered_for_removal(phone: Page, base: str) -> None:
    ask(phone, base, "guru tunggalika contoh", negara="korea-selatan")
    ask(phone, base, "pelatihan perizinan", negara="korea-selatan")
    assert results(phone) == ["Guru"]
    assert phone.locator(".results__notes").inner_text() == (
        "Dengan saringan yang dipilih tidak ada halaman yang memuat semua kata; tanpa saringan ada 1."
    )
    phone.get_by_role("button", name="Cari tanpa saringan").click()
    expect(phone.locator(".results__list h2").first).to_have_text("Sekolah bahasa")


def test_facets_alone_that_no_page_has_are_said(phone: Page, base: str) -> None:
    assert ask(phone, base, negara="jepang", tahun="1999") == "Tidak ada halaman dengan semua saringan itu."
    assert phone.locator("#hasil .chip").all_inner_texts() == ["Jepang", "“1999” tidak dikenal"]


@pytest.mark.parametrize("written", ["JP", "jp", "Jepang", "JEPANG"])
def test_a_country_may_be_written_as_its_code_or_its_name(written: str, phone: Page, base: str) -> None:
    ask(phone, base, "pelatihan", negara=written)
    expect(phone.locator(".results__list h2")).to_have_text(["Sekolah bahasa"])
    assert asked(phone)["negara"] == ["jepang"]


def test_the_order_has_a_chip_that_takes_it_away(phone: Page, base: str) -> None:
    ask(phone, base, "berderet", urut="terbaru")
    phone.get_by_role("button", name="Hapus saringan Terbaru").click()
    expect(phone.locator("#hasil .chip")).to_have_count(0)
    assert asked(phone) == {"q": ["berderet"]}


def test_numbers_of_pages_stand_beside_facets_only_where_nothing_is_asked(phone: Page, base: str) -> None:
    ask(phone, base)
    phone.locator("#saring > summary").click()
    number = phone.locator("label.chip", has_text="Jepang").locator("b")
    expect(number).to_be_visible()
    phone.locator("#q").fill("berderet")
    expect(phone.locator("[role=status]")).to_have_text("12 halaman ditemukan")
    expect(number).to_be_hidden()


def test_typing_keeps_one_entry_of_the_history_and_submitting_makes_one(phone: Page, base: str) -> None:
    phone.goto(f"{base}tentang/")
    ask(phone, base, "perizinan")
    phone.locator("#q").fill("")
    phone.locator("#q").press_sequentially("tunggalika", delay=30)
    expect(phone.locator(".results__list h2")).to_have_text(["Guru"])
    phone.locator("#q").fill("berderet")
    phone.keyboard.press("Enter")
    expect(phone.locator("[role=status]")).to_have_text("12 halaman ditemukan")
    phone.go_back()
    expect(phone.locator("#q")).to_have_value("tunggalika")
    expect(phone.locator(".results__list h2")).to_have_text(["Guru"])
    phone.go_forward()
    expect(phone.locator("#q")).to_have_value("berderet")
    phone.go_back()
    phone.go_back()
    phone.wait_for_url(f"{base}tentang/")


def test_every_facet_value_has_a_page_to_which_a_suggestion_can_lead(bench: Page, base: str) -> None:
    for language in LANGUAGES:
        manifest = bench.request.get(f"{base}search/{language}/manifest.json").json()
        home = base if language == "id" else f"{base}{language}/"
        for facet in manifest["facets"]:
            for value, *_ in facet["values"]:
                assert bench.request.get(f"{home}{facet['name']}/{value}/").ok, (language, facet["name"], value)


# --- suggestions


def test_suggestions_are_chosen_with_the_keyboard(phone: Page, base: str) -> None:
    phone.goto(base)
    box = phone.locator("main #q")
    box.press_sequentially("guru tung")
    options = phone.get_by_role("listbox").get_by_role("option")
    expect(options).to_have_text(["guru tunggalika"])
    expect(box).to_have_attribute("aria-expanded", "true")
    phone.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
    expect(options.first).to_have_attribute("aria-selected", "true")
    phone.keyboard.press("ArrowDown")
    expect(box).not_to_have_attribute("aria-activedescendant", "x")
    assert box.get_attribute("aria-activedescendant") is None
    phone.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("guru tung")
    phone.keyboard.press("ArrowDown")
    expect(options).to_have_count(1)
    phone.keyboard.press("ArrowUp")
    phone.keyboard.press("Enter")
    phone.wait_for_url(f"{base}cari/?q=guru+tunggalika")
    assert status(phone) == "1 halaman ditemukan"


def test_only_words_that_stand_on_one_page_are_suggested_together(phone: Page, base: str) -> None:
    phone.goto(base)
    box = phone.locator("main #q")
    box.press_sequentially("guru peri")
    phone.wait_for_timeout(600)
    expect(phone.get_by_role("listbox")).to_be_hidden()
    box.fill("")
    box.press_sequentially("sekolah peri")
    expect(phone.get_by_role("listbox").get_by_role("option")).to_have_text(["sekolah perizinan"])


def test_a_suggested_name_leads_to_its_page(phone: Page, base: str) -> None:
    phone.goto(f"{base}cari/")
    phone.locator("#q").press_sequentially("korea s")
    phone.get_by_role("option", name="Korea Selatan").tap()
    phone.wait_for_url(f"{base}negara/korea-selatan/")


def test_suggestions_are_fetched_only_where_a_box_is_used(phone: Page, base: str) -> None:
    seen: list[str] = []
    phone.on("request", lambda request: seen.append(urlsplit(request.url).path))
    phone.goto(base, wait_until="networkidle")
    assert not [path for path in seen if path.startswith(("/search/", "/assets/search/"))]
    phone.locator("main #q").focus()
    expect(phone.locator("main #q")).to_have_attribute("role", "combobox")
    assert not [path for path in seen if path.startswith("/search/")]


def test_a_wide_header_has_a_box_and_a_phone_a_link(browser: Browser, base: str) -> None:
    for width, boxed in ((360, False), (1280, True)):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(f"{base}tentang/")
        assert page.locator("#q-head").is_visible() is boxed
        assert page.locator("header").get_by_role("link", name="Cari").is_visible() is not boxed
        if boxed:
            page.locator("#q-head").fill("tunggalika")
            page.keyboard.press("Enter")
            page.wait_for_url(f"{base}cari/?q=tunggalika")
        page.close()


# --- what fails


def abort(route: Route) -> None:
    route.abort()


def test_a_word_whose_file_does_not_come_is_named_and_the_rest_is_found(broken: BrowserContext, base: str) -> None:
    page = broken.new_page()
    # The portal's own index, because it is large enough for several files of words.
    page.route("**/search/id/**", lambda route: route.continue_(url=route.request.url.replace("/search/", "/uji/isi/search/")))
    page.route("**/search/id/words/p*", abort)
    ask(page, base, "paspor majikan")
    assert len(results(page)) > 0
    notes = page.locator(".results__notes")
    assert notes.inner_text() == "“paspor” belum dapat dicari karena sambungan terputus; ini hasil tanpa kata itu."
    assert page.locator("mark").first.inner_text().lower().endswith("majikan")
    page.unroute("**/search/id/words/p*")
    page.get_by_role("button", name="Coba lagi").click()
    expect(notes).not_to_contain_text("belum dapat dicari")
    assert len(results(page)) > 0


def test_postings_that_do_not_come_are_said_and_can_be_tried_again(broken: BrowserContext, base: str) -> None:
    page = broken.new_page()
    page.route("**/search/id/posts/**", abort)
    assert ask(page, base, "tunggalika") == "Daftar pencarian gagal dimuat. Periksa sambungan internet Anda, lalu coba lagi."
    page.unroute("**/search/id/posts/**")
    page.get_by_role("button", name="Coba lagi").click()
    expect(page.locator(".results__list h2")).to_have_text(["Guru"])
    expect(page.get_by_role("button", name="Coba lagi")).to_be_hidden()


@pytest.mark.parametrize("pattern", ["**/search/id/manifest.json", "**/search/id/words/**", "**/assets/lunr.js"])
def test_a_search_that_fails_says_so_and_can_be_tried_again(pattern: str, broken: BrowserContext, base: str) -> None:
    page = broken.new_page()
    page.route(pattern, abort)
    assert ask(page, base, "tunggalika").startswith("Daftar pencarian gagal dimuat.")
    page.unroute(pattern)
    page.get_by_role("button", name="Coba lagi").click()
    expect(page.locator(".results__list h2")).to_have_text(["Guru"])


def test_an_index_that_comes_before_its_engine_waits_for_it(broken: BrowserContext, base: str) -> None:
    page, held = broken.new_page(), list[Route]()
    page.route("**/assets/lunr.js", lambda route: held.append(route))
    with page.expect_response("**/search/id/posts/**"):
        page.goto(f"{base}cari/?q=tunggalika", wait_until="commit")
    page.wait_for_timeout(500)
    held[0].continue_()
    expect(page.locator(".results__list h2")).to_have_text(["Guru"])


@pytest.mark.parametrize("late", ["**/assets/search/page.js", "**/search/id/manifest.json"])
def test_letters_typed_before_the_search_is_ready_stay_and_are_searched(late: str, broken: BrowserContext, base: str) -> None:
    page, held = broken.new_page(), list[Route]()
    page.route(late, lambda route: held.append(route))
    with page.expect_request(late):
        page.goto(f"{base}cari/", wait_until="commit")
    page.locator("#q").press_sequentially("tunggalika")
    for route in held:
        route.continue_()
    expect(page.locator(".results__list h2")).to_have_text(["Guru"])
    expect(page.locator("#q")).to_have_value("tunggalika")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["tunggalika"]}


def test_without_a_connection_the_page_says_so(broken: BrowserContext, base: str) -> None:
    page = broken.new_page()
    page.goto(f"{base}cari/", wait_until="networkidle")
    broken.set_offline(True)
    page.locator("#q").fill("tunggalika")
    expect(page.locator("[role=status]")).to_have_text(
        "Ponsel Anda sedang tidak tersambung ke internet. Sambungkan, lalu coba lagi."
    )
    broken.set_offline(False)
    expect(page.locator(".results__list h2")).to_have_text(["Guru"])
    expect(page.get_by_role("button", name="Coba lagi")).to_be_hidden()


def test_results_whose_titles_do_not_come_are_said_and_come_by_themselves_when_the_connection_is_back(broken: BrowserContext, base: str) -> None:
    page = broken.new_page()
    ask(page, base, "perizinan")
    page.evaluate(FIND, [f"{base}search/id/", "berderet", {}])
    broken.set_offline(True)
    page.locator("#q").fill("berderet")
    expect(page.locator(".results__list li")).to_have_count(10)
    expect(page.locator(".results__notes")).to_contain_text("Ponsel Anda sedang tidak tersambung ke internet.")
    expect(page.get_by_role("button", name="Coba lagi")).to_be_visible()
    broken.set_offline(False)
    expect(page.locator(".results__list h2")).to_have_count(10)
    expect(page.locator(".results__notes")).to_be_hidden()
    expect(page.get_by_role("button", name="Coba lagi")).to_be_hidden()


def test_one_record_that_does_not_come_leaves_the_others(broken: BrowserContext, base: str) -> None:
    page = broken.new_page()
    page.goto(f"{base}cari/")
    first = page.evaluate(FIND, [f"{base}search/id/", "berderet", {}])["ids"][0]
    page.route(f"**/search/id/r/{first}.json", abort)
    ask(page, base, "berderet")
    assert len(results(page)) == 9
    assert page.locator(".results__list li").first.inner_text() == "Halaman ini ditemukan, tetapi judulnya gagal dimuat."
    page.unroute(f"**/search/id/r/{first}.json")
    page.get_by_role("button", name="Coba lagi").click()
    expect(page.locator(".results__list h2")).to_have_count(10)


def test_a_site_published_anew_in_between_is_read_anew(broken: BrowserContext, base: str) -> None:
    page = broken.new_page()
    old: list[Route] = []

    def stale(route: Route) -> None:
        if old:
            route.continue_()
            return
        old.append(route)
        manifest = route.fetch().json()
        route.fulfill(json={**manifest, "posts": dict.fromkeys(manifest["posts"], "lama")})

    page.route("**/search/id/manifest.json", stale)
    ask(page, base, "tunggalika")
    assert results(page) == ["Guru"]


def test_nothing_is_fetched_twice(phone: Page, base: str) -> None:
    seen: list[str] = []
    phone.on("request", lambda request: seen.append(request.url) if "/search/id/" in request.url else None)
    ask(phone, base, "tunggalika")
    for query in ("perizinan", "tunggalika", "berderet"):
        phone.locator("#q").fill(query)
        phone.keyboard.press("Enter")
        expect(phone.locator(".results__list mark").first).to_be_visible()
    results(phone)
    assert len(seen) == len(set(seen))


# --- where results lead


def test_every_place_that_a_result_leads_to_is_on_its_page(base: str) -> None:
    def read(path: str) -> str:
        text: str = urllib.request.urlopen(base + path).read().decode()
        return text

    for folder in ("search/id/", "search/ja/"):
        for number in range(json.loads(read(f"{folder}manifest.json"))["count"]):
            record = json.loads(read(f"{folder}r/{number}.json"))
            page, _, place = record["a"].partition("#")
            known = set(re.findall(r'id="([^"]*)"', read(quote(page))))
            assert {anchor for anchor in (place, *(piece[0] for piece in record["p"])) if anchor} <= known, record["a"]


def test_a_program_is_found_by_what_its_sheet_says_and_a_term_by_its_meaning(phone: Page, base: str) -> None:
    ask(phone, base, "risiko")
    results(phone)
    leads = [str(link.get_attribute("href")) for link in phone.locator(".results__section a").all()]
    assert "../program/contoh/#lembar-risiko" in leads
    ask(phone, base, "arti lapor diri")
    assert results(phone)[0] == "lapor diri"
    phone.locator(".results__list h2 a").first.click()
    assert phone.url == f"{base}glosarium/#lapor-diri"


# --- what a query cannot do


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</p><script>alert(1)</script>",
    "title:contoh^10~2 +contoh -contoh *",
    '** ~ ^ : + " \\ ( [a-z]+ .* (?=x) $& %s %d',
    "constructor __proto__ toString hasOwnProperty",
    "=pmi @negara:jp = @",
    "a" * 10_000,
    "contoh " * 2000,
    "\0 contoh \0",
    "\u202econtoh\u202c \u200f\u200e\ufeff",
    "👩‍👩‍👧‍👦 🇮🇩 contoh",
    "\u0301\u0301\u0301",
    "日" * 300,
    "'; DROP TABLE -- contoh",
    "../../etc/passwd contoh/../..",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_no_query_breaks_or_injects(query: str, phone: Page, base: str) -> None:
    for language in ("", "ja/"):
        said = ask(phone, base, query, language)
        assert said
        assert phone.locator("#hasil :is(img, script, iframe, svg)").count() == 0
        assert phone.get_by_role("button", name="Coba lagi").count() == 0, phone.locator("#hasil").inner_text()
        assert phone.evaluate("document.documentElement.scrollWidth") == 360


def test_half_a_surrogate_and_unknown_facets_do_no_harm(phone: Page, base: str) -> None:
    phone.goto(f"{base}cari/?q=%ED%A0%80contoh%FF&negara=%3Cimg%20src%3Dx%3E&negara=__proto__&urut=x&persis=2&tahun=")
    assert status(phone).startswith("Tidak ada halaman")
    assert phone.locator("#hasil img").count() == 0
    phone.evaluate(
        "() => { const q = document.getElementById('q'); q.value = '\\ud800contoh\\udc00'; q.dispatchEvent(new Event('input')); }"
    )
    expect(phone.locator("#hasil")).not_to_have_attribute("aria-busy", "true")
    phone.get_by_role("button", name="Cari tanpa saringan").click()
    expect(phone.locator(".results__list h2").first).to_be_visible()


def test_a_hostile_title_stays_text_in_results_and_in_suggestions(phone: Page, base: str) -> None:
    ask(phone, base, "cangkulan")
    assert results(phone) == ['<img src=x onerror="window.terjadi=1"> & "kutip"']
    phone.locator("#q").focus()
    phone.locator("#q").press_sequentially("x")
    assert phone.evaluate("window.terjadi ?? null") is None


# --- other languages, no scripts


def test_each_language_searches_its_own_pages(phone: Page, base: str) -> None:
    assert ask(phone, base, "graftling", "en/") == "1 page found"
    assert ask(phone, base, "graftling").startswith("Tidak ada halaman")
    assert ask(phone, base, "見本の文", "ja/") == "1ページ見つかりました"
    assert results(phone) == ["見本の記事"]
    assert phone.locator(".results__list mark").count() > 0
    assert ask(phone, base, "見", "ja/") == "1ページ見つかりました"


def test_without_scripts_the_page_leads_to_the_lists(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{base}cari/?q={quote('contoh')}")
    expect(page.locator("noscript").get_by_role("paragraph")).to_be_visible()
    expect(page.locator("#saring")).to_be_hidden()
    page.locator("main").get_by_role("link", name="Topik").click()
    assert page.url == f"{base}topik/"
    context.close()
