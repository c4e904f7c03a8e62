"""Pieces of views: pictures, cards, freshness."""

import datetime
from pathlib import PurePosixPath

import pytest

from rantau.model import Fields, Image
from rantau.scene import Outlook, Scene, Settings
from rantau.views import Card, Day, Picture
from tests import trees


def look(scene: Scene, address: str = "/artikel/2025/a/", language: str = "id") -> Outlook:
    return Outlook(scene, address, language)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    files: dict[str, str | bytes] = {
        "artikel/2025/a.md": trees.article(countries="[JP, KR, TW, DE]", stage="persiapan", img="besar.jpg", alt="Paspor", expires="2026-11-21"),
        "artikel/2025/b.md": trees.article(expires="2026-11-22", date="", img="tidak-ada.jpg"),
        "images/besar.jpg": trees.photo(2000, 1000),
        "images/kecil.jpg": trees.photo(300, 150),
        "images/gambar.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        "images/rusak.jpg": b"rusak",
    }
    return trees.scene(tmp_path_factory.mktemp("views"), files, edit="https://git.example/edit/")


def image(name: str) -> Image:
    return Image(name, PurePosixPath("images", name), "Paspor", "Keterangan", "Kredit")


# --- pictures -----------------------------------------------------------------------------------


def test_picture_is_offered_in_all_widths_up_to_its_own(scene: Scene) -> None:
    assert look(scene, "/tentang/").picture(image("besar.jpg")) == Picture(
        "../images/besar.jpg",
        "../gambar/240/images/besar.jpg.webp 240w, ../gambar/480/images/besar.jpg.webp 480w, ../gambar/720/images/besar.jpg.webp 720w, ../gambar/1280/images/besar.jpg.webp 1280w",
        "image/webp", 1280, 640, "Paspor", "Keterangan", "Kredit"
    )


def test_card_has_the_small_pictures(scene: Scene) -> None:
    assert look(scene, "/").picture(image("besar.jpg"), small=True) == Picture(
        "gambar/720/images/besar.jpg",
        "gambar/240/images/besar.jpg.webp 240w, gambar/480/images/besar.jpg.webp 480w, gambar/720/images/besar.jpg.webp 720w",
        "image/webp",
        720,
        360,
        "Paspor",
        "Keterangan",
        "Kredit",
    )


def test_picture_of_one_width_needs_no_choice(scene: Scene) -> None:
    found = look(scene).picture(image("kecil.jpg"))
    assert found is not None
    assert (found.src, found.srcset, found.width, found.height) == ("../../../images/kecil.jpg", "../../../gambar/300/images/kecil.jpg.webp 300w", 300, 150)


def test_drawing_has_no_size(scene: Scene) -> None:
    found = look(scene).picture(image("gambar.svg"))
    assert found is not None
    assert (found.src, found.srcset, found.width, found.height) == ("../../../images/gambar.svg", "", 0, 0)


@pytest.mark.parametrize("name", ["tidak-ada.jpg", "rusak.jpg"])
def test_picture_that_is_not_published_is_none(scene: Scene, name: str) -> None:
    assert look(scene).picture(image(name)) is None
    assert look(scene).picture(None) is None


# --- cards --------------------------------------------------------------------------------------


def test_card_says_what_a_reader_must_know_before_opening(scene: Scene) -> None:
    card = look(scene, "/").card(trees.document(scene.library, "artikel/2025/a.md"))
    assert card == Card(
        title="Surat untuk visa kerja",
        href="artikel/2025/a/",
        description=trees.DESCRIPTION,
        day=Day("1 Maret 2025", "2025-03-01"),
        picture=look(scene, "/").picture(Image("besar.jpg", PurePosixPath("images/besar.jpg"), "Paspor"), small=True),
        places=("Jepang", "Korea Selatan", "Taiwan"),
        label="Persiapan",
        expired=True,
        tint=card.tint,
    )
    assert card.picture is not None
    assert card.tint in range(6)


def test_card_without_date_or_picture_has_none(scene: Scene) -> None:
    card = look(scene, "/").card(trees.document(scene.library, "artikel/2025/b.md"))
    assert (card.day, card.picture, card.expired) == (None, None, False)


def test_tint_of_a_card_stays_the_same_wherever_it_stands(scene: Scene) -> None:
    document = trees.document(scene.library, "artikel/2025/b.md")
    assert look(scene, "/").card(document).tint == look(scene, "/negara/jepang/").card(document).tint


def test_card_of_a_program_has_its_short_name(scene: Scene) -> None:
    assert look(scene, "/").card(trees.document(scene.library, "program/ssw.md")).title == "SSW"


# --- freshness ----------------------------------------------------------------------------------

PAST, TODAY, AHEAD = (trees.DATE + datetime.timedelta(days) for days in (-1, 0, 1))


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        (Fields(), "unverified"),
        (Fields(verified_on=PAST), "verified"),
        (Fields(verified_on=PAST, review_by=AHEAD), "verified"),
        (Fields(verified_on=PAST, review_by=TODAY), "review-due"),
        (Fields(review_by=PAST), "review-due"),
        (Fields(review_by=AHEAD), "unverified"),
        (Fields(verified_on=PAST, expires=AHEAD), "verified"),
        (Fields(verified_on=PAST, expires=TODAY), "verified"),
        (Fields(verified_on=PAST, expires=PAST), "expired"),
        (Fields(review_by=PAST, expires=PAST), "expired"),
        (Fields(status="archived", expires=PAST, verified_on=PAST), "archived"),
    ],
)
def test_page_says_how_far_it_can_be_trusted_today(scene: Scene, fields: Fields, state: str) -> None:
    assert look(scene).freshness(fields).state == state


def test_freshness_has_its_days_in_words(scene: Scene) -> None:
    found = look(scene, language="ja").freshness(Fields(verified_on=datetime.date(2026, 1, 2), expires=datetime.date(2027, 3, 4)))
    assert (found.verified, found.review, found.expires) == (Day("2026年1月2日", "2026-01-02"), None, Day("2027年3月4日", "2027-03-04"))


# --- links --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("here", "there", "href"),
    [
        ("/", "/", "./"),
        ("/", "/negara/jepang/", "negara/jepang/"),
        ("/cari/", "/", "../"),
        ("/a/b/c/", "/a/", "../../../a/"),
        ("/a/", "/berita/visa kerja.html", "../berita/visa%20kerja.html"),
        ("/a/", "/x:y/", "../x:y/"),
    ],
)
def test_link_leads_from_one_address_to_another(scene: Scene, here: str, there: str, href: str) -> None:
    assert look(scene, here).href(there) == href


def test_absolute_look_holds_the_base_path(scene: Scene) -> None:
    for url, base in (("https://a.example", "/"), ("https://a.example/portal", "/portal/"), ("https://a.example/portal/", "/portal/"), ("", "/")):
        outlook = Outlook(Scene(scene.library, Settings("Rantau", url), ()), "/404.html", "id", absolute=True)
        assert outlook.href("/negara/") == f"{base}negara/"


def test_edit_link_leads_to_the_source_of_the_page(scene: Scene) -> None:
    assert look(scene).edit(trees.document(scene.library, "artikel/2025/a.md")) == "https://git.example/edit/artikel/2025/a.md"


def test_without_a_corrections_page_there_is_nowhere_to_report(scene: Scene) -> None:
    assert look(scene).report() == ""
