"""From texts to keys: how the search splits words, and what editors' lists make of them."""

import random
import unicodedata
from collections import Counter
from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rantau import registry
from rantau.model import Registry
from rantau.search import vocabulary
from rantau.search.alike import mistakable
from rantau.search.analysis import Analyzer, Vocabulary
from rantau.search.words import LONGEST, fold, is_cjk, split

QUICK = settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
# Letters of many scripts, digits, marks, and all that stands between words.
AWKWARD = "aAzé'’ʼ`.,0159-_ \t\nßẞİıſΣσςﬁＡ１①½²ªⅣ\u0301\u0345\u200b\u200d\u200e\u202e\u2067\ufeff\0\ud800\udfffカか゛ｶﾞ・ー日本한ᄀ\u1161กำไทยहिन्दीعربי🇮🇩👩‍🔧𠀀"
TEXT = st.text() | st.text(st.sampled_from(AWKWARD), max_size=80)


# --- words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Surat Izin, VISA!", "surat izin visa"),
        ("Rp1.500.000 atau 1,500,000 yen", "rp 1500000 atau 1500000 yen"),
        ("(Rp500) kerp5 _rp7", "rp 500 kerp5 rp 7"),
        ("12.30, 3,5 dan 1.5000", "12 30 3 5 dan 1 5000"),
        ("1,5 juta, 100jt, Rp370 ribu, 370rb", "1500000 100000000 rp 370000 370000"),
        ("0,5 juta 05 JUTA 25-30 juta", "500000 5000000 25 30000000"),
        ("1.500 juta, 3,555 juta, 5 jutaan, jt", "1500 juta 3555 juta 5 jutaan jt"),
        ("0800-1000 08001000 0812 3456 7890", "08001000 08001000 081234567890"),
        ("+62 812-3456-7890, (021) 525-5733, 01-02-2024", "081234567890 021 525 5733 01 02 2024"),
        ("0800-1000 0800-1000", "08001000 08001000"),
        ("Jum'at, Jum’at, Jumʼat", "jumat jumat jumat"),
        ("'kutip' dan ‘kutip’", "kutip dan kutip"),
        ("anak-anak naik snake_case", "anak anak naik snake case"),
        ("Résumé São Ñandú Đà Lạt", "resume sao nandu đa lat"),
        ("e\u0301tude", "etude"),
        ("ＶＩＳＡ １２３ ﬁle №5", "visa 123 file no5"),
        ("a\u200bb c\u202ed e\u2067f \u200eg\u200f", "a b c d e f g"),
        ("a\0b \ud800c\udfff", "a b c"),
        ("在留資格", "在留 留資 資格"),
        ("ＪＬＰＴの試験", "jlpt の試 試験"),
        ("ガｶﾞか\u3099", "ガガ ガが"),
        ("日 本", "日 本"),
        ("한국어 시험", "한국어 시험"),
        ("العربية", "العربية"),
        ("कर्मचारी", "करमचर"),
        ("İstanbul ISPARTA", "istanbul isparta"),
        ("👩‍🔧 🇮🇩 ½ m²", "1 2 m2"),
        ("", ""),
        ("… — !", ""),
    ],
)
def test_words_of_a_text(text: str, words: str) -> None:
    assert split(text) == words.split()


def test_a_word_of_the_longest_length_is_whole_and_a_longer_one_is_cut() -> None:
    for letter in "aЖ":
        assert split(letter.lower() * LONGEST) == [letter.lower() * LONGEST]
        assert split(letter * (LONGEST + 1)) == [letter.lower() * LONGEST]
    assert len(split("語" * 100)) == 99


@QUICK
@given(TEXT)
@example("ΑΣ" * 40)
@example("ᄀ\u0301\u1161")
def test_every_word_is_short_and_of_small_letters_and_digits(text: str) -> None:
    for word in split(text):
        assert 0 < len(word) <= LONGEST
        assert all(c.isalnum() for c in word), word
        assert not any(unicodedata.category(c).startswith(("M", "C")) for c in word), word
        assert not any("A" <= c <= "Z" for c in word), word
        assert len(word) <= 2 or not is_cjk(word), word


@QUICK
@given(TEXT)
def test_a_word_is_its_own_only_word(text: str) -> None:
    for word in split(text):
        # The apostrophe that Unicode takes for a letter stays where it does not stand between two letters.
        if "ʼ" not in word:
            assert split(word) == [word]


@QUICK
@given(st.lists(TEXT, max_size=4))
def test_a_blank_line_always_parts_words(texts: list[str]) -> None:
    assert split("\n\n".join(texts)) == [word for text in texts for word in split(text)]


@QUICK
@given(TEXT)
def test_case_and_compatibility_forms_make_no_difference(text: str) -> None:
    assert split(unicodedata.normalize("NFKC", text)) == split(text)
    plain = "".join(c for c in text if c.isascii())
    assert split(plain.upper()) == split(plain.lower())


def test_folding_keeps_what_stands_between_words() -> None:
    assert fold("Café – Jum’at (1.000)") == "cafe – jumat (1000)"


# --- keys


def ending(word: str) -> str:
    return word.removesuffix("nya")


LISTS = Vocabulary(
    spellings={"ijin": ("izin",), "hongkong": ("hong", "kong"), "dirumah": ("di", "rumah")},
    concepts={
        ("pmi",): "=pmi",
        ("tki",): "=pmi",
        ("pekerja", "migran"): "=migran",
        ("pekerja", "migran", "indonesia"): "=pmi",
        ("indonesia",): "=negara-indonesia",
        ("hong", "kong"): "=negara-hong-kong",
    },
    related={"=pmi": ("=migran",)},
    stopwords=frozenset({"di", "dan", "nya"}),
)


def analyzer() -> Analyzer:
    return Analyzer(ending, LISTS)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("suratnya dan surat", {"surat": 2}),
        ("di dan", {}),
        ("IJIN izinnya", {"izin": 2}),
        ("Hongkong", {"hong": 1, "kong": 1}),
        ("Hong Kong", {"hong": 1, "kong": 1, "=negara-hong-kong": 1}),
        ("dirumah", {"rumah": 1}),
        ("PMI atau TKI", {"pmi": 1, "tki": 1, "atau": 1, "=pmi": 2}),
        ("pekerja migran", {"pekerja": 1, "migran": 1, "=migran": 1}),
        (
            "pekerja migran Indonesia, migran Indonesia, pekerja Indonesia",
            {"pekerja": 2, "migran": 2, "indonesia": 3, "=pmi": 1, "=negara-indonesia": 3},
        ),
        ("pekerja pekerja migran migran", {"pekerja": 2, "migran": 2, "=migran": 1}),
        ("在留資格", {"在留": 1, "留資": 1, "資格": 1}),
        ("", {}),
    ],
)
def test_keys_of_a_text(text: str, keys: Mapping[str, int]) -> None:
    assert analyzer().count(text) == keys


PIECES = st.lists(
    st.sampled_from("pekerja migran indonesia pmi tki ijin hongkong hong kong di dan surat suratnya 日本語 1.000".split()), max_size=12
).map(" ".join)


@QUICK
@given(PIECES, PIECES)
def test_keys_of_two_texts_are_those_of_both(one: str, other: str) -> None:
    # A word between them that begins no phrase.
    assert Counter(analyzer().count(f"{one} dan {other}")) == Counter(analyzer().count(one)) + Counter(analyzer().count(other))


@QUICK
@given(st.lists(PIECES, min_size=1, max_size=8), st.data())
def test_what_is_taken_back_was_never_there(texts: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(texts)))
    kept, gone = texts[:number], texts[number:]
    busy, calm = analyzer(), analyzer()
    for text in data.draw(st.permutations(texts)):
        busy.count(text)
    for text in gone:
        assert busy.count(text, -1) == analyzer().count(text)
    for text in kept:
        calm.count(text)
    assert busy.seen == calm.seen
    assert busy.lexicon() == calm.lexicon()
    assert busy.touched == {word for text in texts for word in split(text)}


def test_the_lexicon_holds_what_was_seen_and_what_is_listed_but_no_pieces_of_japanese() -> None:
    found = analyzer()
    found.count("Suratnya dan 日本語")
    assert found.lexicon() == {
        "suratnya": ("surat",),
        "dan": (),
        "di": (),
        "nya": (),
        "ijin": ("izin",),
        "hongkong": ("hong", "kong"),
        "dirumah": ("rumah",),
        "pmi": ("pmi", "=pmi"),
        "tki": ("tki", "=pmi"),
        "indonesia": ("indonesia", "=negara-indonesia"),
    }


def test_a_known_word_is_in_the_lexicon_and_a_stop_word_stays_one() -> None:
    found = Analyzer(ending, Vocabulary(stopwords=frozenset({"di"}), known=frozenset({"hamil", "di", "suratnya"}))).lexicon()
    assert found == {"hamil": ("hamil",), "di": (), "suratnya": ("surat",)}


def test_spellings_that_go_round_in_a_circle_end() -> None:
    circle = Vocabulary(spellings={"a": ("b",), "b": ("a",), "c": ("c",), "hong": ("hong", "kong"), "kong": ("hong", "kong")})
    found = Analyzer(str, circle)
    assert [found.target(word) for word in "a b c hong kong".split()] == [("b",), ("a",), ("c",), ("hong", "kong"), ("hong", "kong")]


# --- what editors list

FILES = {
    "countries": "- {key: JP, aliases: [Negeri Sakura]}\n- {key: KR, aliases: [Korsel]}\n- {key: US, aliases: [AS]}\n",
    "synonyms": """\
- {key: pmi, name: pekerja migran Indonesia, aliases: [PMI, TKI], related: [p3mi, hilang]}
- {key: p3mi, name: penempatan pekerja migran, aliases: [P3MI, 斡旋]}
""",
    "spellings": "- {key: izin, aliases: [Ijin, on-line]}\n- {key: hong-kong, name: Hong Kong, aliases: [hongkong]}\n",
    "stopwords": "- {key: kata-depan, aliases: [di, ke]}\n",
    "stems": "- {key: akui, aliases: [mengaku, pengakuan]}\n",
    "places": "- {key: kota, aliases: [Kediri, bekasi]}\n",
}


def registries(**changed: str) -> Mapping[str, Registry]:
    read = {n: registry.read(PurePosixPath("_data", f"{n}.yml"), t.encode())[0] for n, t in {**FILES, **changed}.items()}
    return registry.assemble(read, ())


def test_countries_are_concepts_under_every_name_but_their_codes() -> None:
    concepts = vocabulary.vocabulary("id", registries()).concepts
    for form in ("jepang", "japan", "negeri sakura", "korea selatan", "korsel", "amerika serikat"):
        assert form in {" ".join(f) for f in concepts}
    assert concepts["jepang",] == concepts["negeri", "sakura"] == "=negara-jp"
    assert not {("as",), ("us",), ("jp",)} & set(concepts)


def test_synonyms_are_concepts_of_every_language_and_know_their_neighbours() -> None:
    for language in ("id", "en", "ja"):
        found = vocabulary.vocabulary(language, registries())
        assert found.concepts["tki",] == found.concepts["pekerja", "migran", "indonesia"] == "=pmi"
        assert found.related == {"=pmi": ("=p3mi",)}
        assert not [form for form in found.concepts if any(is_cjk(word) for word in form)]


def test_synonyms_go_before_countries_of_the_same_name() -> None:
    assert vocabulary.vocabulary("id", registries(countries="- {key: JP, aliases: [TKI]}\n")).concepts["tki",] == "=pmi"


def test_spellings_and_stop_words_are_those_of_the_language() -> None:
    found = vocabulary.vocabulary("id", registries())
    assert found.spellings == {"ijin": ("izin",), "hongkong": ("hong", "kong")}
    # "kata-depan" is the name of the group.
    assert found.stopwords == {"di", "ke"}
    assert vocabulary.vocabulary("id", registries(stopwords="- {key: yang}\n")).stopwords == {"yang"}
    english = vocabulary.vocabulary("en", registries())
    assert english.spellings == {} and {"the", "and"} <= english.stopwords and "di" not in english.stopwords
    assert vocabulary.vocabulary("ja", registries()).stopwords == frozenset()


def test_every_word_of_the_lists_and_of_the_dictionary_is_known() -> None:
    found = vocabulary.vocabulary("id", registries())
    known = found.known | found.roots
    assert {"hamil", "kabur", "izin", "ijin", "hong", "hongkong", "akui", "mengaku", "kediri", "pekerja", "tki", "sakura"} <= known
    assert "paspro" not in known
    assert vocabulary.vocabulary("en", registries()).known == frozenset()


def test_capital_letters_in_a_list_make_no_difference() -> None:
    loud = registries(stems="- {key: Akui, aliases: [MENGAKU, Pengakuan]}\n", places="- {key: kota, aliases: [KEDIRI, Bekasi]}\n")
    assert [vocabulary.analyzer("id", loud).target(word) for word in ("pengakuan", "kediri")] == [("akui",), ("kediri",)]


def test_each_language_has_keys_of_its_own() -> None:
    made = {language: vocabulary.analyzer(language, registries()) for language in ("id", "en", "ja")}
    assert [made["id"].target(word) for word in "pelatihan pengakuan kediri bekasi japan ijin".split()] == [
        ("latih",),
        ("akui",),
        ("kediri",),
        ("bekasi",),
        ("japan",),
        ("izin",),
    ]
    assert [made["en"].target(word) for word in "workers working the pelatihan".split()] == [("worker",), ("work",), (), ("pelatihan",)]
    assert [made["ja"].target(word) for word in ("在留", "visas", "the")] == [("在留",), ("visas",), ("the",)]


@pytest.mark.parametrize("name", FILES)
def test_an_edited_list_is_another_version_of_the_analyser(name: str) -> None:
    edited = FILES[name].replace("]}", ", kataasing]}", 1) if "]}" in FILES[name] else FILES[name] + "- {key: baru}\n"
    for language in ("id", "en", "ja"):
        before, after = (vocabulary.analyzer(language, r).version for r in (registries(), registries(**{name: edited})))
        assert before != after
        assert before == vocabulary.analyzer(language, registries()).version
    assert len({vocabulary.analyzer(language, registries()).version for language in ("id", "en", "ja")}) == 3


def test_without_lists_every_word_is_a_word() -> None:
    dice = random.Random(1)
    for language in ("id", "en", "ja", "xx"):
        found = vocabulary.analyzer(language, {})
        words = ["".join(dice.choices("aeikmnpst", k=dice.randint(1, 12))) for _ in range(50)]
        assert all(len(found.target(word)) == 1 for word in words if word not in found.vocabulary.stopwords)


def one_slip(root: str, word: str) -> bool:
    """Whether a letter too many, too few, another one, or two of them swapped makes one of the other."""
    if abs(len(root) - len(word)) == 1:
        short, long = sorted((root, word), key=len)
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    differ = [at for at, (one, other) in enumerate(zip(root, word, strict=False)) if one != other]
    swapped = len(differ) == 2 and differ[1] == differ[0] + 1 and root[differ[0]] == word[differ[1]] and root[differ[1]] == word[differ[0]]
    return len(root) == len(word) and (len(differ) == 1 or swapped)


NEAR = st.text("abkn", min_size=3, max_size=7)


@given(st.sets(NEAR, max_size=12), st.sets(NEAR, max_size=12))
def test_a_root_a_slip_away_from_a_word_of_a_page_is_told(roots: set[str], held: set[str]) -> None:
    told = mistakable(roots - held, held)
    for root in roots - held:
        near = any(one_slip(root, word) for word in held) and len(root) > 3
        beginning = any(word.startswith(root) for word in held)
        formed = root.endswith(("an", "kan"))
        assert (near or beginning) == (root in told) or (formed and root in told), (root, held)


def test_a_root_that_looks_like_a_form_of_a_word_of_a_page_is_told() -> None:
    assert mistakable({"membatu", "batuan", "pengacara", "menarik", "kursi"}, ["batu", "acara", "tarik"]) == {"membatu", "batuan", "pengacara", "menarik"}
