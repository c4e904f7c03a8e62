"""Slugs, anchors, and the folded form of names."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rantau.model import Localized, Registry, Term
from rantau.text import names
from rantau.text.addresses import file_of, old_address
from rantau.text.slugs import anchor, slugify

QUICK = settings(max_examples=300, deadline=None, derandomize=True)


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Côte d'Ivoire", "cote-d-ivoire"),
        ("GOES  JAPAN!", "goes-japan"),
        ("Straße", "strasse"),
        ("Ærø Łódź", "aero-lodz"),
        ("Þórður", "thordur"),
        ("İstanbul", "istanbul"),
        ("C++", "c"),
        ("ｆｕｌｌ　ｗｉｄｔｈ", "full-width"),
        ("½ hari", "1-2-hari"),
        ("日本", ""),
        ("🏠", ""),
        ("..", ""),
        ("--a--", "a"),
        ("Jum'at", "jum-at"),
    ],
)
def test_slug_of(words: str, slug: str) -> None:
    assert slugify(words) == slug


def test_composed_and_decomposed_letters_have_one_slug() -> None:
    assert slugify("cafe\u0301") == slugify("caf\u00e9") == "cafe"


@QUICK
@given(st.text())
def test_slug_is_ascii_and_stays_itself(words: str) -> None:
    slug = slugify(words)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert slugify(slug) == slug


@pytest.mark.parametrize(
    ("words", "name"),
    [("Biaya & lama", "biaya-lama"), ("書類の準備", "書類の準備"), ("C# dan C++", "c-dan-c"), ("Café", "café"), ("_x_", "x"), ("???", "")],
)
def test_anchor_of(words: str, name: str) -> None:
    assert anchor(words) == name


@QUICK
@given(st.text())
def test_anchor_stays_itself_and_needs_no_escape_in_html(words: str) -> None:
    name = anchor(words)
    assert anchor(name) == name
    assert not re.search(r"[\s\"'<>&#]", name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GOES JAPAN", "goes-japan"),
        ("GOES  JAPAN", " Goes_Japan "),
        ("ＳＳＷ", "ssw"),
        ("Pra‐penempatan", "pra penempatan"),
        ("G – G", "g-g"),
        ("STRASSE", "straße"),
    ],
)
def test_spellings_that_are_one_name(one: str, other: str) -> None:
    assert names.fold(one) == names.fold(other)


def test_names_that_differ_in_a_sign_are_two() -> None:
    assert len({names.fold(name) for name in ("C", "C#", "C++")}) == 3


@QUICK
@given(st.text())
def test_folded_name_stays_itself(name: str) -> None:
    assert names.fold(names.fold(name)) == names.fold(name)


def test_name_means_its_term() -> None:
    term = Term("tags", "visa", "visa", Localized("Visa kerja"))
    registry = Registry("tags", {"visa": term}, {"visa": "visa", "visa kerja": "visa"})
    assert names.lookup(registry, "VISA-Kerja") == term
    assert names.lookup(registry, "paspor") is None


@pytest.mark.parametrize(
    ("word", "likeness", "found"),
    [("titel", 0.6, "title"), ("TITLE ", 0.6, "title"), ("tag", 0.6, "tags"), ("xyz", 0.6, ""), ("titel", 0.95, ""), ("", 0.6, "")],
)
def test_nearest_name(word: str, likeness: float, found: str) -> None:
    assert names.nearest(word, ["title", "tags", "date"], likeness) == found


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("berita/visa.html", "/berita/visa.html"),
        ("/lama", "/lama/"),
        ("/lama/", "/lama/"),
        ("https://lama.example/berita/visa?id=1#atas", "/berita/visa/"),
        ("//ganda//garis", "/ganda/garis/"),
        ("/berita/visa%20kerja", "/berita/visa kerja/"),
        ("/berita/ビザ", "/berita/ビザ/"),
        ("", ""),
        ("/", ""),
        ("../rahasia", ""),
        ("/a/%2e%2e/b", ""),
        ("/a\\b", ""),
        ("/a\x00b", ""),
        ("/a:b", ""),
    ],
)
def test_old_address_that_was_meant(written: str, address: str) -> None:
    assert old_address(written) == address


def test_file_that_answers_an_address() -> None:
    assert str(file_of("/visa/")) == "visa/index.html"
    assert str(file_of("/")) == "index.html"
    assert str(file_of("/lama.html")) == "lama.html"
