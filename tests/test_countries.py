"""Country pages: money and clocks, the map, and the contacts, each with its source and day."""

import datetime
import gzip
import re
from pathlib import Path

import pytest

from rantau import atlas, contacts, nations, pages
from rantau.scene import Scene
from rantau.text import dates
from rantau.views import Anchor, PlainView, TaxonomyView, TermView, View, WorldMap
from tests import trees

DAY = datetime.date(2026, 11, 22)
CONTACTS = """\
- key: kbri
  name: {id: KBRI Tokyo, en: Embassy in Tokyo}
  kind: perwakilan
  country: JP
  channels:
    - {phone: +81-80-0000-0000, source: Berita, source_url: https://berita.example/a, verified_on: 2026-10-01}
    - {whatsapp: +62 800 0000 000, source: Berita, verified_on: 2011}
- key: kementerian
  name: Kementerian
  kind: pemerintah
  country: ID
  channels: [{url: https://www.kementerian.example/aduan/, source: Berita, verified_on: 2026-09}]
"""
HELP = "---\ntitle: Butuh bantuan\n---\n\nKalimat pembuka.\n\n## Sesudahnya\n\nKalimat lain.\n"


def view(scene: Scene, address: str) -> View:
    return next(page.view() for page in pages.every(scene) if page.address == address)


def country(scene: Scene, address: str = "/negara/jepang/") -> TermView:
    found = view(scene, address)
    assert isinstance(found, TermView)
    return found


# --- money and clocks ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "language", "words"),
    [
        ("JP", "id", "2 jam lebih cepat dari WIB"),
        ("JP", "ja", "WIB（ジャカルタ時間）より2時間早い"),
        ("HK", "en", "1 hour ahead of Jakarta (WIB)"),
        ("KH", "id", "sama dengan WIB"),
        ("SA", "id", "4 jam lebih lambat dari WIB"),
        ("MM", "id", "30 menit lebih lambat dari WIB"),
        ("NP", "id", "1 jam 15 menit lebih lambat dari WIB"),
        ("DE", "id", "6 jam lebih lambat dari WIB (musim panas 5 jam)"),
        # Its law calls the winter the exception; a reader does not.
        ("IE", "id", "7 jam lebih lambat dari WIB (musim panas 6 jam)"),
        ("BR", "id", "9 sampai 12 jam lebih lambat dari WIB, tergantung daerahnya"),
        ("US", "id", "12 sampai 17 jam lebih lambat dari WIB, tergantung daerahnya (musim panas 11 sampai 17 jam)"),
        ("RU", "id", "dari 5 jam lebih lambat dari WIB sampai 5 jam lebih cepat dari WIB, tergantung daerahnya"),
        ("CN", "id", "1 jam lebih cepat dari WIB"),
        ("BV", "id", ""),
    ],
)
def test_clocks_of_a_country_are_told_beside_those_of_jakarta(code: str, language: str, words: str) -> None:
    assert nations.time_difference(code, DAY, language) == words


@pytest.mark.parametrize("day", [datetime.date(2026, 1, 15), datetime.date(2026, 7, 15), DAY])
def test_clocks_are_told_alike_in_winter_and_in_summer(day: datetime.date) -> None:
    assert nations.time_difference("DE", day, "id") == "6 jam lebih lambat dari WIB (musim panas 5 jam)"


def test_a_country_that_changes_its_clocks_for_a_month_has_no_summer_time() -> None:
    assert nations.time_difference("MA", datetime.date(2024, 1, 1), "id") == "6 jam lebih lambat dari WIB (sebagian tahun 7 jam)"


def test_money_has_its_name_and_code() -> None:
    assert nations.currencies("JP", DAY, "id") == (("Yen Jepang", "JPY"),)
    assert nations.currencies("TW", DAY, "ja") == (("新台湾ドル", "TWD"),)
    assert nations.currencies("BG", datetime.date(2020, 1, 1), "id") == (("Lev Bulgaria", "BGN"),)
    assert nations.currencies("AQ", DAY, "id") == ()


# --- the map ------------------------------------------------------------------------------------


def drawn(*codes: str) -> WorldMap:
    found = atlas.draw({code: Anchor(code, f"{code.lower()}/") for code in codes})
    assert found is not None
    return found


def test_map_has_a_marker_for_every_country_and_for_those_too_small_for_a_shape() -> None:
    made = drawn("JP", "SG", "HK", "TW", "MO", "BH")
    assert [pin.link.label for pin in made.pins] == ["JP", "SG", "HK", "TW", "MO", "BH"]
    assert [bool(pin.shape) for pin in made.pins] == [True, False, False, True, False, False]


def test_fingers_find_every_marker_alone_and_on_the_map() -> None:
    made = drawn(*"JP KR CN TW HK MO VN KH TH MM LA MY SG BN PH AU NZ SA AE QA KW BH OM JO TR DE PL IT GB US CA".split())
    half = atlas.TARGET / 2
    for number, pin in enumerate(made.pins):
        assert half - 1 <= pin.at_x <= made.width - half + 1
        assert half - 1 <= pin.at_y <= made.height - half + 1
        for other in made.pins[:number]:
            apart = max(abs(pin.at_x - other.at_x), abs(pin.at_y - other.at_y))
            assert apart >= atlas.TARGET - 2, (pin.link.label, other.link.label)


def test_names_are_left_out_when_there_is_no_room_for_them() -> None:
    assert drawn("JP", "KR").worded
    assert not drawn(*sorted(code for code in atlas._data()["middles"] if code != "ID")[:100]).worded


def test_the_map_shows_the_part_of_the_world_where_the_countries_lie() -> None:
    near, far = drawn("JP", "MY"), drawn("JP", "US")
    assert len(near.land) < len(far.land)
    assert near.pins[0].x > near.pins[1].x
    assert far.pins[1].x < far.pins[0].x


@pytest.mark.parametrize("codes", ["JP", "JP DE AU", "US JP", "FJ NZ RU"])
def test_no_line_of_the_map_runs_across_the_world(codes: str) -> None:
    for path in (made := drawn(*codes.split())).land, made.own:
        for ring in path.split("M")[1:]:
            points = [(int(x), int(y)) for x, y in [re.findall(r"-?\d+", ring)[:2]]]
            steps = list(map(int, re.findall(r"-?\d+", ring)[2:]))
            for dx, dy in zip(steps[::2], steps[1::2], strict=True):
                points.append((points[-1][0] + dx, points[-1][1] + dy))
            inner = [p for p in points if 0 <= p[0] <= made.width and 0 <= p[1] <= made.height]
            assert all(abs(dx) < 350 for (x, y), dx in zip(points, steps[::2], strict=False) if (x, y) in inner)


def test_a_map_without_a_known_country_is_none_and_the_whole_world_stays_small() -> None:
    assert atlas.draw({"BV": Anchor("Pulau Bouvet", "x/")}) is None
    every = drawn(*"JP US BR ZA AU DE".split())
    assert len(gzip.compress((every.land + "".join(pin.shape for pin in every.pins)).encode(), 9)) < 9_000


def test_projection_keeps_the_equator_straight_and_the_poles_apart() -> None:
    assert atlas.project(0, 0) == (0, 0)
    assert atlas.project(30, 10)[0] == -atlas.project(-30, 10)[0]
    assert atlas.project(0, 90)[1] == pytest.approx(-1.4224, abs=0.001)
    assert atlas.project(180, 0)[0] == pytest.approx(2.7354, abs=0.001)


# --- contacts -----------------------------------------------------------------------------------


def problems(text: str) -> list[str]:
    return [d.values["problem"] for d in contacts.read(text.encode(), {"JP"}, DAY)[1]]


def test_contacts_are_read_with_their_sources() -> None:
    (embassy, ministry), found = contacts.read(CONTACTS.encode(), {"JP"}, DAY)
    assert found == ()
    assert [(c.kind, c.value, c.source, c.verified_on) for c in embassy.channels] == [
        ("phone", "+81-80-0000-0000", "Berita", "2026-10-01"),
        ("whatsapp", "+62 800 0000 000", "Berita", "2011"),
    ]
    assert (ministry.country, ministry.name.id) == ("ID", "Kementerian")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("source: Berita, verified_on: 2011", "verified_on: 2011", "no-source"),
        (", verified_on: 2011", "", "no-date"),
        ("2011", "2011-13", "bad-date"),
        ("2011", "2026-12", "future"),
        ("+62 800 0000 000", "0800 0000 000", "bad-whatsapp"),
        ("+81-80-0000-0000", "hubungi kami", "bad-phone"),
        ("+81-80-0000-0000", "12", "bad-phone"),
        ("https://www.kementerian", "kementerian", "bad-url"),
        ("https://berita", "javascript:berita", "bad-source"),
        ("kind: perwakilan", "kind: kedutaan", "kind"),
        ("country: JP", "country: Jepang", "country"),
        ("key: kementerian", "key: kbri", "duplicate-key"),
        ("key: kbri", "kunci: kbri", "unknown-field"),
        ("whatsapp: +62 800 0000 000", "surel: x", "unknown-channel-field"),
        ("- {whatsapp: +62 800 0000 000, ", "- {whatsapp: +62 800 0000 000, phone: '110', ", "one-channel"),
        ("name: Kementerian", "name: ''", "missing"),
    ],
)
def test_a_contact_that_cannot_be_trusted_is_a_mistake(old: str, new: str, problem: str) -> None:
    assert old in CONTACTS
    assert problem in problems(CONTACTS.replace(old, new, 1))
    assert len(contacts.read(CONTACTS.replace(old, new, 1).encode(), {"JP"}, DAY)[0]) < 2


@pytest.mark.parametrize("text", ["", "# kosong\n", "- [a\n"])
def test_a_list_without_contacts_has_none(text: str) -> None:
    assert contacts.read(text.encode(), (), DAY) == ((), ())


def test_what_is_no_list_of_contacts_is_a_mistake() -> None:
    assert problems("kbri: x\n") == ["not-a-list"]
    assert problems("- kbri\n") == ["not-a-mapping"]
    assert "no-channel" in problems("- {key: a, name: A, kind: perwakilan, country: JP}\n")


@pytest.mark.parametrize(
    ("written", "language", "words"),
    [
        ("2025-12-09", "id", "9 Desember 2025"),
        ("2025-09", "en", "September 2025"),
        ("2025-09", "ja", "2025年9月"),
        ("2011", "id", "2011"),
        ("2011", "ja", "2011年"),
    ],
)
def test_day_of_a_source_is_told_as_exactly_as_it_is_known(written: str, language: str, words: str) -> None:
    assert dates.partial(written, language) == words


# --- the pages ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    number = "[{label: %s, value: '%s', source: Berita}]"
    files: dict[str, str | bytes] = {
        "_data/contacts.yml": CONTACTS,
        "bantuan.md": HELP,
        "artikel/2025/jepang.md": trees.article(title="Upah di sana", countries="[JP]", figures=number % ("Upah", "1.121")),
        "artikel/2025/semua.md": trees.article(title="Semua", countries="[JP]", figures=number % ("Berangkat ke semua negara", "9")),
        "artikel/2025/dua.md": trees.article(
            title="Dua tempat",
            countries="[JP, KR]",
            figures="[{label: Upah di Negeri Sakura, value: '2', source: Berita}, {label: Upah lain, value: '3', source: Berita}]",
        ),
        "artikel/2025/tua.md": trees.article(title="Tua", countries="[JP]", expires="2026-01-01", figures=number % ("Lama", "4")),
    }
    return trees.scene(tmp_path_factory.mktemp("countries"), files)


def test_country_page_has_facts_figures_and_contacts(scene: Scene) -> None:
    portrait = country(scene).portrait
    assert portrait is not None
    assert (portrait.currencies, portrait.time) == ((("Yen Jepang", "JPY"),), "2 jam lebih cepat dari WIB")
    assert sorted(f.value for f in portrait.figures) == ["1.121", "2"]
    assert [c.name for c in portrait.contacts] == ["KBRI Tokyo"]
    assert [(w.href, w.old, w.verified.words) for w in portrait.contacts[0].ways] == [
        ("tel:+818000000000", False, "1 Oktober 2026"),
        ("https://wa.me/628000000000", True, "2011"),
    ]
    assert (portrait.asked, portrait.help) == (True, Anchor("Butuh bantuan sekarang", "../../bantuan/"))


def test_country_without_contacts_says_so_and_leads_to_the_help_page(scene: Scene) -> None:
    portrait = country(scene, "/negara/korea-selatan/").portrait
    assert portrait is not None
    assert (portrait.contacts, portrait.asked) == ((), True)
    assert portrait.help == Anchor("Butuh bantuan sekarang", "../../bantuan/")
    assert [c.name for c in portrait.home] == ["Kementerian"]


def test_a_site_without_contacts_asks_for_none(tmp_path: Path) -> None:
    portrait = country(trees.scene(tmp_path, {"artikel/2025/a.md": trees.article(countries="[JP]")})).portrait
    assert portrait is not None
    assert (portrait.contacts, portrait.asked, portrait.help) == ((), False, None)


def test_a_page_in_another_language_says_that_help_is_in_indonesian(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"bantuan.md": HELP, "en/artikel/2025/a.md": trees.article(countries="[JP]")}
    portrait = country(trees.scene(tmp_path, files), "/en/negara/jepang/").portrait
    assert portrait is not None
    assert portrait.help == Anchor("Help now (Bahasa Indonesia)", "../../../bantuan/", language="id")


def test_other_terms_have_no_portrait_and_no_map(scene: Scene) -> None:
    assert country(scene, "/kawasan/asia-timur/").portrait is None
    regions, countries = view(scene, "/kawasan/"), view(scene, "/negara/")
    assert isinstance(regions, TaxonomyView)
    assert isinstance(countries, TaxonomyView)
    assert regions.map is None
    assert countries.map is not None
    assert {pin.link.label for pin in countries.map.pins} == {anchor.label for anchor in countries.terms}


def test_help_page_shows_every_contact_before_its_first_heading(scene: Scene) -> None:
    page = view(scene, "/bantuan/")
    assert isinstance(page, PlainView)
    assert [c.name for c in page.contacts] == ["Kementerian", "KBRI Tokyo"]
    assert page.contacts[0].ways[0].value == "kementerian.example/aduan"
    assert "pembuka" in page.html
    assert "<h2" not in page.html
    assert page.rest.startswith("<h2")
