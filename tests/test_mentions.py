"""Countries and regions that a text names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rantau.model import Localized, Mention, Registry, Span, Term
from rantau.text.mentions import Gazetteer, find, gazetteer, mentions


def term(registry: str, key: str, id_: str, en: str = "", ja: str = "", aliases: tuple[str, ...] = ()) -> Term:
    return Term(registry, key, key.lower(), Localized(id_, en, ja), aliases)


COUNTRIES = Registry(
    "countries",
    {
        t.key: t
        for t in (
            term("countries", "JP", "Jepang", "Japan", "日本", ("Negeri Sakura",)),
            term("countries", "KR", "Korea Selatan", "South Korea", "韓国", ("Korsel", "Korea")),
            term("countries", "KP", "Korea Utara", "North Korea", "北朝鮮"),
            term("countries", "US", "Amerika Serikat", "United States", "アメリカ", ("AS", "A.S.")),
            term("countries", "CI", "Pantai Gading", "", "", ("Côte d’Ivoire",)),
            term("countries", "IN", "India", "India", "インド"),
            term("countries", "CN", "Tiongkok", "China", "中国"),
        )
    },
)
REGIONS = Registry("regions", {"uni-eropa": term("regions", "uni-eropa", "Uni Eropa", "European Union", "EU")})


def book(language: str = "id") -> Gazetteer:
    return gazetteer((COUNTRIES, REGIONS), language)


def keys(text: str, language: str = "id") -> list[str]:
    return [key for _, key, _ in find(text, book(language))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bekerja di Jepang.", ["JP"]),
        ("Jepang, Korsel, dan Jepang", ["JP", "KR", "JP"]),
        ("di Negeri Sakura", ["JP"]),
        ("di Negeri\nSakura", ["JP"]),
        ("Korea Utara bukan Korea Selatan", ["KP", "KR"]),
        ("Korea saja", ["KR"]),
        ("Uni Eropa", ["uni-eropa"]),
        ("ke AS", ["US"]),
        ("ke A.S. lagi", ["US"]),
        ("pas, As, as", []),
        ("(Jepang)", ["JP"]),
        ("\u201cJepang\u201d", ["JP"]),
        ("JEPANG", ["JP"]),
        ("Côte d'Ivoire", ["CI"]),
        ("Pantai Gading", ["CI"]),
        ("pantai Gading", []),
        ("jepang", []),
        ("Jepangan", []),
        ("sub-Jepang", []),
        ("bahasa Jepang", []),
        ("Bahasa  Korea", []),
        ("berbahasa Jepang", []),
        ("huruf Jepang dan kosakata Korea", []),
        ("bahasa Jepang di Jepang", ["JP"]),
        ("Korea, Selatan", ["KR"]),
        ("Indonesia", []),
        ("", []),
    ],
)
def test_names_in_indonesian(text: str, found: list[str]) -> None:
    assert keys(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("日本で働く", ["JP"]),
        ("日本語の試験", []),
        ("インドネシア人", []),
        ("インドで", ["IN"]),
        ("韓国と中国", ["KR", "CN"]),
        ("北朝鮮", ["KP"]),
        ("EU とアメリカ", ["uni-eropa", "US"]),
    ],
)
def test_names_in_japanese(text: str, found: list[str]) -> None:
    assert keys(text, "ja") == found


def test_names_are_those_of_the_language() -> None:
    assert keys("South Korea and Japan", "en") == ["KR", "JP"]
    assert keys("Jepang", "en") == []


def test_mention_counts_all_and_stands_at_the_most_prominent_place() -> None:
    prose = "       \n        \n\nDi Jepang dan Korsel. Ke Jepang.\n"
    texts = {"title": "Visa", "description": "Kerja di Jepang", "body": "Di Jepang dan Korsel. Ke Jepang."}
    places = {"title": Span(2, 8, 2, 12), "description": Span(3, 14, 3, 29)}
    assert mentions(texts, places, prose, book()) == (
        Mention("countries", "JP", 3, "description", Span(3, 14, 3, 29)),
        Mention("countries", "KR", 1, "body", Span(4, 15, 4, 21)),
    )


def test_mention_that_stands_nowhere_in_the_file_is_at_its_start() -> None:
    assert mentions({"body": "Korea Selatan"}, {}, "**Korea** Selatan", book())[0].span == Span(1, 1, 1, 1)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from("Korea|Selatan|Utara|korea|AS|A.S.|Jepang|bahasa | |  |\n|-|'|日本|語|インド|ネシア|.|,|x|Uni|Eropa".split("|"))).map("".join))
def test_what_is_found_stands_in_the_text_in_order(text: str) -> None:
    for language in ("id", "ja"):
        for _, key, surface in find(text, book(language)):
            assert surface in text
            assert key in {"JP", "KR", "KP", "US", "IN", "uni-eropa"}
