"""Word families: how well forms of one word get one key, and what must never be taken apart."""

import json
import re
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rantau.benches import _client, families, search
from rantau.benches._lists import registries
from rantau.benches._refuse import Refused
from rantau.search.conflate import Conflator, dictionary
from rantau.search.roots import ADDED, REMOVED
from rantau.search.vocabulary import conflator
from tests.shell import ROOT, command, run

DATA = ROOT / "content" / "_data"
FAMILIES = ROOT / "tests" / "families"
KEY = conflator(registries())
BARE = Conflator({}, ())

STEMS: list[dict[str, Any]] = yaml.safe_load((DATA / "stems.yml").read_text("utf-8"))
NAMES: list[str] = [n for kind in yaml.safe_load((DATA / "places.yml").read_text("utf-8")) for n in kind["aliases"]]


def keys(words: str) -> set[str]:
    return {KEY(word) for word in words.split()}


# --- families


@pytest.mark.parametrize("name", ["dev", "held_out", "second", "third"])
def test_pairs_of_forms_get_one_key_where_they_are_of_one_family(name: str) -> None:
    found = families.score(families.load(FAMILIES / f"{name}.json"), families.keys())
    assert found.precision >= 0.99, found.merged
    assert found.recall >= 0.98, found.split


def test_the_families_are_many_and_no_form_stands_in_two_of_a_file() -> None:
    total = {"families": 0, "forms": 0, "distractors": 0}
    for path in FAMILIES.glob("*.json"):
        read = json.loads(path.read_text("utf-8"))
        forms = [f for family in read["families"] for f in family["forms"]] + read["distractors"]
        assert [f for f, times in Counter(forms).items() if times > 1] == [], path
        total["families"] += len(read["families"])
        total["forms"] += sum(len(family["forms"]) for family in read["families"])
        total["distractors"] += len(read["distractors"])
    assert total["families"] >= 300
    assert total["forms"] >= 2500
    assert total["distractors"] >= 300


@pytest.mark.parametrize(
    "words",
    [
        "latih melatih dilatih pelatihan berlatih terlatih latihan pelatihannya latihan-latihan melatihkan kulatih",
        "kirim mengirim dikirimkan pengiriman terkirim kirimanku",
        "tahu mengetahui diketahui pengetahuan sepengetahuan ketidaktahuan berpengetahuan",
        "laku memberlakukan pemberlakuan diberlakukan memperlakukan berlakunya",
        "sedia ketersediaan ketidaktersediaan menyediakan penyedia",
        "daya pemberdayaan ketidakberdayaan memberdayakan",
        "ajar belajar pelajar pelajar-pelajar mempelajari pembelajaran mengajarkan",
        "kerja bekerja pekerjaannya dipekerjakan mempekerjakan bekerjalah",
        "cek mengecek pengecekan dicek ceknya",
        "bom mengebom pengeboman dibom",
        "program memprogram memrogram pemrograman pemrogram",
        "syukur mensyukuri bersyukur disyukuri",
        "tunjuk menunjukkan menunjukan ditunjukan petunjuk",
        "anak anak-anak anak-anaknya anakku",
        "takut menakuti menakut-nakuti ketakutan",
        "izin mengizinkan ijin mengijinkan perijinan",
        "digitalisasi mendigitalisasi didigitalisasi pendigitalisasian digitalisasinya",
        "publikasi memublikasikan mempublikasikan dipublikasikan",
        "konversi mengonversi mengkonversi dikonversi",
    ],
)
def test_every_shape_of_word_formation_is_undone(words: str) -> None:
    assert len(keys(words)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mengurus diurus pengurus", "kurus mengkurus"),
        ("memasak dimasak pemasak", "pasak"),
        ("menari penari tarian", "tarik menarik penarik tarikan"),
        ("mengatakan katakan dikatakan", "katak"),
        ("memulai dimulai", "pulai"),
        ("berubah perubahan mengubah", "ubi"),
        ("berikan memberikan pemberian", "ikan perikanan"),
        ("terpaku memaku", "terpa menerpa"),
        ("alam alamnya", "alami mengalami pengalaman"),
        ("serta menyertai", "peserta kepesertaan"),
        ("keluar pengeluaran", "luar terluar"),
        ("angkat mengangkat", "berangkat keberangkatan memberangkatkan"),
        ("kerusakan merusak", "rusa"),
        ("penggunaan kegunaan", "gunung"),
        ("perbankan", "perban"),
        ("keburukan buruk", "keburu"),
        ("pendapatan dapat mendapatkan", "pendapat berpendapat"),
        ("setuju persetujuan", "tuju menuju"),
    ],
)
def test_words_that_look_alike_stay_apart(one: str, other: str) -> None:
    assert len(keys(one)) == 1
    assert keys(one) & keys(other) == set()


@pytest.mark.parametrize(
    "word", "membership website disney petite berlin kevin sekretariat perdana mentari pentium pelangi beranda".split()
)
def test_foreign_and_whole_words_stay_as_they_are(word: str) -> None:
    assert KEY(word) == word


# --- names


def test_a_name_is_never_taken_apart() -> None:
    assert [name for name in NAMES if KEY(name) != name] == []


@pytest.mark.parametrize(
    "name", ["kediri", "bekasi", "bali", "sukabumi", "ngawi", "indramayu", "brebes", "lombok", "susi", "penajam"]
)
def test_a_name_loses_only_a_pronoun_or_a_particle(name: str) -> None:
    assert KEY(name + "nya") == KEY(name + "lah") == name


def test_every_regency_of_java_with_affixes_by_chance_is_listed() -> None:
    assert {"kediri", "bekasi", "pekalongan", "pemalang", "bangkalan", "pasuruan", "lamongan", "pacitan"} <= set(NAMES)


def test_names_are_in_one_group_each_and_in_order() -> None:
    assert [n for n, times in Counter(NAMES).items() if times > 1] == []
    for kind in yaml.safe_load((DATA / "places.yml").read_text("utf-8")):
        assert kind["aliases"] == sorted(kind["aliases"]), kind["key"]


# --- the editors' exceptions


def test_an_exception_and_what_is_formed_of_it_follow_its_key() -> None:
    key = Conflator({"pengalaman": "alami", "alami": "alami"}, ())
    assert {key(w) for w in ("pengalaman", "pengalamannya", "berpengalaman", "mengalami", "dialami")} == {"alami"}
    assert key("alamnya") == "alam"


def test_chains_and_rings_of_exceptions_end_at_one_key() -> None:
    key = Conflator({"a1": "b1", "b1": "c1", "ring": "rong", "rong": "rung", "rung": "ring"}, ())
    assert key("a1") == key("b1") == key("c1") == "c1"
    assert key("ring") == key("rong") == key("rung") == "ring"


def test_the_key_of_an_exception_is_not_taken_apart() -> None:
    key = Conflator({"pendidik": "pendidikan", "guru": "bekasi"}, ())
    assert [key(w) for w in ("pendidik", "pendidikan", "pendidikannya", "bekasi", "mendidik")] == [
        *["pendidikan"] * 3,
        "bekasi",
        "didik",
    ]


def test_exceptions_are_in_order_and_say_each_form_once() -> None:
    forms = [form for entry in STEMS for form in (str(entry["key"]), *entry.get("aliases", []))]
    assert [form for form, times in Counter(forms).items() if times > 1] == []
    assert [entry["key"] for entry in STEMS] == sorted(str(entry["key"]) for entry in STEMS)
    assert len(forms) <= 600


def test_every_exception_changes_something() -> None:
    """A form that word formation gets right by itself does not need an editor's line."""
    mapping = {form: str(entry["key"]) for entry in STEMS for form in (entry["key"], *entry.get("aliases", []))}
    idle = []
    for entry in STEMS:
        for form in entry.get("aliases", []):
            without = Conflator({f: k for f, k in mapping.items() if f != form}, NAMES)
            if without(form) == entry["key"]:
                idle.append(form)
    assert idle == []


def test_roots_taken_out_are_in_the_dictionary_and_those_put_in_are_not() -> None:
    assert dictionary() >= ADDED
    assert not dictionary() & REMOVED


# --- for any word

_ROOTS = sorted(dictionary())
_HEADS = [
    "",
    "me",
    "mem",
    "men",
    "meng",
    "meny",
    "menge",
    "pe",
    "pem",
    "pen",
    "peng",
    "di",
    "ter",
    "ber",
    "per",
    "ke",
    "se",
    "ku",
    "memper",
    "keber",
]
_TAILS = ["", "kan", "an", "i", "nya", "kannya", "annya", "lah", "ku", "inya", "nyalah", "pun"]
formed = st.builds("{}{}{}".format, st.sampled_from(_HEADS), st.sampled_from(_ROOTS), st.sampled_from(_TAILS))
letters = st.text(string.ascii_lowercase, max_size=80)
anything = st.one_of(
    formed, letters, st.text(max_size=20), st.builds("{}-{}".format, formed, st.one_of(formed, letters)), st.text("-aenykmu")
)


@settings(max_examples=1500, deadline=None)
@given(anything)
def test_a_key_is_its_own_key_and_never_empty(word: str) -> None:
    assert KEY(KEY(word)) == KEY(word)
    assert bool(KEY(word)) == bool(word)


@settings(deadline=None)
@given(anything)
def test_keys_do_not_depend_on_what_was_asked_before(word: str) -> None:
    assert Conflator({}, ())(word) == BARE(word)


@given(st.text(string.digits, min_size=1))
def test_numbers_stay_as_they_are(number: str) -> None:
    assert KEY(number) == number


@pytest.mark.parametrize("word", ["", "-", "--", "18th", "p3mi", "日本", "élève", "é", "nya" * 30, "me" * 30])
def test_what_is_no_indonesian_word_stays_as_it_is(word: str) -> None:
    assert KEY(word) == word


# --- the benchmark


def lines(path: Path) -> Iterator[str]:
    return families.run([str(path)])


def test_the_benchmark_says_precision_recall_and_the_mistakes(tmp_path: Path) -> None:
    path = tmp_path / "families.json"
    path.write_text(
        json.dumps({"families": [{"root": "latih", "forms": ["latih", "melatih", "foo"]}, {"root": "x", "forms": ["dilatih"]}]})
    )
    assert list(lines(path)) == [
        "precision 0.333",
        "recall 0.333",
        "merged latih: latih, melatih, dilatih",
        "split latih: foo -> foo",
    ]


def test_the_benchmark_without_a_file_says_how_to_call_it() -> None:
    assert list(families.run([])) == [families.SUMMARY]


@pytest.mark.parametrize("text", [None, "bukan JSON", "[]", "{}", '{"families": [{"root": "a"}]}', '{"families": [{"root": "a", "forms": "abc"}]}', "\xff"])
def test_the_benchmark_refuses_a_file_that_is_none_of_families(text: str | None, tmp_path: Path) -> None:
    path = tmp_path / "keluarga.json"
    if text is not None:
        path.write_text(text, "latin-1")
    with pytest.raises(Refused, match=re.escape(f'"{path}"')) as stop:
        list(lines(path))
    assert "\n" not in str(stop.value)


@pytest.mark.parametrize("arguments", [["abc"], ["-5"], ["0"], ["1000", "2000"], ["²"]])
def test_the_benchmark_of_the_search_refuses_what_is_no_number_of_articles(arguments: list[str]) -> None:
    with pytest.raises(Refused, match="bukan jumlah artikel"):
        next(search.run(arguments))


def test_the_benchmark_of_the_search_says_at_once_that_there_is_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_client, "async_playwright", None)
    with pytest.raises(Refused, match=f"^{re.escape(_client.MISSING)}$"):
        next(search.run(["1000"]))


@pytest.mark.parametrize("arguments", [["families", "nope.json"], ["search", "abc"]])
def test_what_cannot_be_measured_ends_with_one_line_and_exit_code_2(arguments: list[str], tmp_path: Path) -> None:
    done = run(command("bench.py", *arguments), tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f'"{arguments[1]}" ') and "Traceback" not in done.stderr


def test_to_die_is_not_to_stay_and_about_is_not_to_be_hit() -> None:
    assert keys("meninggal meninggalnya") == {"meninggal"}
    assert keys("tinggal meninggalkan ditinggalkan peninggalan tertinggal") == {"tinggal"}
    assert keys("mengenai") & keys("kena terkena") == set()
    assert keys("pengacara") & keys("acara") == set()


def test_a_perfect_score_is_one() -> None:
    found = families.score({"a": frozenset("ab"), "b": frozenset("c")}, lambda word: "1" if word in "ab" else "2")
    assert (found.precision, found.recall, found.merged, found.split) == (1.0, 1.0, (), ())
