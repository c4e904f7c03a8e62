"""Pasted newspaper pages become drafts: every sentence of the story whole and in its place, everything else accounted for."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rantau import body, drafting
from rantau.drafts import Draft, Problem, Result, Sources
from rantau.importers import clipping
from rantau.text import charsets, paragraphs, press
from rantau.text.clutter import clutter
from rantau.text.paragraphs import Piece

CASES = Path(__file__).resolve().parent / "imports" / "clippings"
PAGES = sorted(path for path in CASES.iterdir() if path.is_file())
NAMED = [path.name for path in PAGES]


def sources(files: dict[str, bytes]) -> Sources:
    found = {PurePosixPath(name): data for name, data in files.items()}
    return Sources(Path(), {path: len(data) for path, data in found.items()}, lambda path: found[path])


def results(data: bytes, name: str = "berita.txt") -> list[Result]:
    return list(clipping.read(sources({name: data})))


def draft(text: str, name: str = "berita.txt") -> Draft:
    """The one draft of a page."""
    found = [r for r in results(text.encode(), name) if isinstance(r, Draft)]
    assert len(found) == 1
    return found[0]


def problem(data: bytes, name: str = "berita.txt") -> str:
    """The one problem of a page, with no draft beside it."""
    (found,) = results(data, name)
    assert isinstance(found, Problem)
    assert found.help.id and found.place.path == PurePosixPath(name)
    return found.message.id


def source(page: Draft) -> dict[str, str]:
    listed = page.fields["sources"]
    assert isinstance(listed, list)
    return dict(listed[0])


def plain(markdown: str) -> str:
    """The words of a body without the marks of Markdown."""
    lines = (re.sub(r"^(?:#+|-|\d+\.) ", "", line) for line in markdown.split("\n"))
    return " ".join(re.sub(r"\\([\\`*_\[<#>+=!.)|~-])", r"\1", " ".join(lines)).split())


# --- whole pages


@pytest.mark.parametrize("name", NAMED)
def test_a_page_becomes_the_draft_that_an_editor_expects(name: str) -> None:
    path = CASES / name
    page = draft(path.read_text("utf-8"), name)
    fields, strange = drafting.known(page.fields)
    assert strange == {}
    assert drafting.document(fields, page.body).decode() == (CASES / "expected" / f"{path.stem}.md").read_text("utf-8")


@pytest.mark.parametrize("name", NAMED)
def test_every_word_of_a_page_is_in_the_draft_or_in_the_account(name: str) -> None:
    assert missing((CASES / name).read_text("utf-8"), draft((CASES / name).read_text("utf-8"), name)) == []


@pytest.mark.parametrize("name", NAMED)
def test_no_body_holds_anything_that_our_check_refuses(name: str) -> None:
    page = draft((CASES / name).read_text("utf-8"), name)
    rendered, defects = body.render(page.body, 1, body.mask(page.body, 1), "id")
    assert rendered is not None and defects == ()


@pytest.mark.parametrize("name", [n for n in NAMED if n.endswith(".txt")])
def test_readers_see_the_words_of_the_page_and_no_marks(name: str) -> None:
    page = draft((CASES / name).read_text("utf-8"), name)
    rendered, _ = body.render(page.body, 1, body.mask(page.body, 1), "id")
    assert rendered is not None
    shown = [re.sub(r"^\d+\. ", "", plain(line)) for line in page.body.split("\n") if line]
    assert [line for line in shown if line not in " ".join(rendered.text.split())] == []


@pytest.mark.parametrize("name", NAMED)
def test_a_page_is_read_alike_whatever_its_line_ends_and_its_charset(name: str) -> None:
    text = (CASES / name).read_text("utf-8")
    expected = draft(text, name)
    for data in (text.replace("\n", "\r\n").encode("utf-8-sig"), text.replace("\n", "\r").encode("utf-16"), text.encode("utf-32")):
        (found,) = (r for r in results(data, name) if isinstance(r, Draft))
        assert (found.path, found.fields, found.body) == (expected.path, expected.fields, expected.body)


def missing(text: str, page: Draft) -> list[str]:
    """The words of a text that stand, with their neighbours, neither in the draft nor in its account."""
    kept = " ".join((str(page.fields.get("title", "")), plain(page.body), page.body, *(" ".join(d.text.split()) for d in page.dropped)))
    words = [w for w in re.findall(r"\w+", text) if w not in set(re.findall(r"\w+", kept))]
    ends = re.split(r"(?<=[.!?])\s+|\n", text)
    sentences = (s for end in ends if (s := re.sub(r"^(?:[-–*•#]+|\d+[.)])\s+", "", " ".join(end.split()))) and re.search(r"\w", s))
    pieces = (piece for s in sentences for piece in (s, *s.split(" ")[:1]))
    return words + [p for p in pieces if p not in kept and not all(w in kept for w in p.split())]


STORY = (
    "Pendaftaran dibuka sampai akhir bulan di kantor dinas setempat.",
    "Peserta membawa ijazah asli, dua lembar foto, dan surat izin orang tua.",
    '"Kami menunggu lulusan dari desa mana pun," kata kepala balai, Senin (2/3/2026).',
    "Biaya pemeriksaan kesehatan ditanggung peserta. Hasilnya keluar tiga hari kemudian.",
    "Ia baca juga suratnya sekali lagi sebelum menandatangani perjanjian itu.",
    "Unduh aplikasi antrean sebelum datang supaya tidak menunggu terlalu lama di loket pendaftaran.",
    "Hotline kedutaan dapat dihubungi pada jam kerja melalui nomor yang tertera di papan.",
    "Simak penjelasan petugas tentang potongan upah yang sah menurut perjanjian kerja.",
    "Menurut data dinas, 1.250 orang berangkat pada 2025; 19 persen di antaranya perawat.",
    "Iklan lowongan yang meminta uang muka sebaiknya dilaporkan ke posko pengaduan.",
    "Editor buku panduan itu bekerja sebagai relawan di rumah singgah.",
    "Foto paspor diambil di kantor imigrasi dan tidak perlu dibawa dari rumah.",
)
AROUND = (
    "Baca juga: Jadwal Ujian Bahasa Bulan Depan",
    "BACA JUGA:Cara Membuat Surat Izin",
    "Baca Juga:\nKursus Gratis di Balai Latihan",
    "SCROLL TO CONTINUE WITH CONTENT",
    "ADVERTISEMENT",
    "Iklan",
    "[Gambas:Video CNN]",
    "Simak juga Video 'Suasana Pelatihan di Balai':",
    "Lihat Juga :\nTips Lolos Wawancara",
    "12 Komentar",
    "A+A-",
    "Facebook\nTwitter\nWhatsApp",
    "Ikuti berita terbaru lewat saluran WhatsApp kami",
    "Follow WhatsApp Channel Okezone untuk update berita terbaru setiap hari",
    "Halaman 1/3",
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from(STORY), min_size=2, max_size=8, unique=True),
    st.lists(st.sampled_from(AROUND), max_size=8),
    st.randoms(use_true_random=False),
    st.sampled_from(["\n\n", "\n"]),
)
def test_story_and_clutter_are_told_apart_in_any_order(story: list[str], around: list[str], random: object, between: str) -> None:
    blocks: list[str] = list(story[1:])
    for piece in around:
        blocks.insert(random.randint(0, len(blocks)), piece)  # type: ignore[attr-defined]
    text = between.join(["Balai Latihan Membuka Kelas Baru", "3 Maret 2026", f"Jakarta - {story[0]}", *blocks])
    page = draft(text)
    assert page.fields["title"] == "Balai Latihan Membuka Kelas Baru"
    assert plain(page.body) == " ".join(story)
    assert missing(text, page) == []


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(STORY), min_size=2, max_size=6, unique=True), st.integers(50, 90))
def test_sentences_broken_at_any_width_are_whole_again(story: list[str], width: int) -> None:
    text = "Balai Latihan Membuka Kelas\n\n" + "\n\n".join(wrap(" ".join(story[i : i + 2]), width) for i in range(0, len(story), 2))
    assert plain(draft(text).body) == " ".join(story)


def wrap(words: str, width: int) -> str:
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.one_of(st.text(max_size=60), st.sampled_from((*STORY, *AROUND))), max_size=12))
def test_no_page_makes_the_reading_fail_and_none_loses_a_word(lines: list[str]) -> None:
    text = "\n".join(lines)
    for result in results(text.encode("utf-8", "replace")):
        if isinstance(result, Draft):
            seen = clipping._UNSEEN.sub("", text.encode("utf-8", "replace").decode())
            kept = " ".join((str(result.fields.get("title", "")), plain(result.body), result.body, *(d.text for d in result.dropped)))
            assert [w for w in re.findall(r"[a-zA-Z]{2,}", seen) if w not in kept] == []
        else:
            assert not result.message.id.startswith("gagal")


# --- days


@pytest.mark.parametrize(
    "line",
    [
        "Kamis, 4 Des 2025 21:23 WIB",
        "4 December 2025 21:23",
        "04/12/2025",
        "04/12/2025, 21:23 WIB",
        "Kompas.com - 04/12/2025, 21:23 WIB",
        "Kamis 04 Dec 2025 21:23 WIB",
        "Kamis 04-12-2025,21:23 WIB",
        "2025-12-04",
        "2025-12-04T21:23:00+07:00",
        "December 4, 2025",
        "Dec 4th, 2025",
        "Diterbitkan 4 Desember 2025, 21:23 WIB",
        "Tayang: Kamis, 4 Desember 2025 21:23 WIB | Diperbarui: Jumat, 5 Desember 2025 07:00 WIB",
        "Berita daerah | 4 Desember 2025, 21:23 WIB",
        "Kamis, 4 Desember 2025 | 21.23 WIB",
        "Press release | 4 December 2025",
        "4.12.2025",
        "Rina Cahya, Jurnalis - Kamis, 4 Desember 2025 | 09:10 WIB",
    ],
)
def test_the_day_of_publication_is_found_in_every_notation(line: str) -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\n{line}\n\n{STORY[0]}\n\n{STORY[1]}")
    assert (page.fields.get("date"), source(page).get("date")) == ("2025-12-04", "2025-12-04")
    assert plain(page.body) == f"{STORY[0]} {STORY[1]}"


@pytest.mark.parametrize("line", ["Diperbarui 2 jam lalu", "5 hours ago 1", "kemarin", "21:23 WIB", "1 tahun yang lalu", "30/02/2025"])
def test_a_time_that_names_no_day_gives_no_date(line: str) -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\n{line}\n\n{STORY[0]}\n\n{STORY[1]}")
    assert "date" not in page.fields and "date" not in source(page)


def test_a_day_in_the_middle_of_a_sentence_is_no_day_of_publication() -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\nPendaftaran dibuka\nSenin (16/3/2026).\n\n{STORY[0]}")
    assert "date" not in page.fields
    assert "Senin (16/3/2026)." in page.body
    assert page.path.parts[1] == "2026"


def test_american_and_impossible_days_are_told_apart() -> None:
    assert [d for d, _ in press.days("12/25/2025 dan 31/02/2025, 03/04/2025")] == [datetime.date(2025, 12, 25), datetime.date(2025, 4, 3)]


# --- papers and people


@pytest.mark.parametrize(
    ("start", "paper"),
    [
        ("JAKARTA, KOMPAS.com –", "Kompas.com"),
        ("Liputan6.com, Jakarta -", "Liputan6.com"),
        ("Jakarta (ANTARA) -", "ANTARA"),
        ("TEMPO.CO, Jakarta -", "Tempo"),
        ("Jakarta, CNN Indonesia --", "CNN Indonesia"),
        ("REPUBLIKA.CO.ID, JAKARTA --", "Republika"),
        ("TRIBUNNEWS.COM, JAKARTA -", "Tribunnews.com"),
        ("VOICEINDONESIA.CO, Jakarta –", "VOICEINDONESIA.CO"),
        ("Suara.com -", "Suara.com"),
        ("Bisnis.com, JAKARTA —", "Bisnis.com"),
        ("jpnn.com - JAKARTA -", "JPNN.com"),
        ("Jakarta, KP2MI (29/4) --", "KP2MI"),
        ("JAKARTA (Berita ILO):", "ILO"),
        ("Metrotvnews.com, Jakarta:", "Metrotvnews.com"),
        ("Jakarta -", ""),
        ("Surabaya:", ""),
    ],
)
def test_the_dateline_names_the_paper_and_leaves_the_sentence(start: str, paper: str) -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\n{start} {STORY[0]}\n\n{STORY[1]}")
    assert source(page).get("publisher", "") == paper
    assert plain(page.body) == f"{STORY[0]} {STORY[1]}"


@pytest.mark.parametrize("start", ["Syarat:", "Catatan penting:", "Tahap persiapan:", "Pra-penempatan:", "Rabu -", "Kementerian -"])
def test_a_label_of_the_story_is_no_dateline(start: str) -> None:
    assert plain(draft(f"Balai Latihan Membuka Kelas\n\n{start} {STORY[0]}\n\n{STORY[1]}").body).startswith(start)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Penulis : Rina Cahya | Editor : Budi Hadi", "Rina Cahya"),
        ("Rep: Rina Cahya/ Red: Budi Hadi", "Rina Cahya"),
        ("Rina Cahya - detikFinance", "Rina Cahya"),
        ("Oleh Rina Cahya", "Rina Cahya"),
        ("Pewarta: R. Cahya", "R. Cahya"),
        ("by VOICEINDONESIA.CO- Rina", "Rina"),
        ("Penulis\nRina Cahya", "Rina Cahya"),
        ("Laporan Wartawan Tribunnews.com, Rina Cahya", ""),
        ("Editor: Budi Hadi", ""),
        ("Tim Redaksi", ""),
    ],
)
def test_names_of_the_newsroom_are_noted_and_not_published(line: str, name: str) -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n{line}\n\n{STORY[0]}\n\n{STORY[1]}")
    assert plain(page.body) == f"{STORY[0]} {STORY[1]}"
    assert next((g.value for g in page.guesses if g.field == "author"), "") == name
    assert "author" not in page.fields and "authors" not in page.fields


@pytest.mark.parametrize("signs", ["(dek/wnv)", "(sam/jpnn)", "(*)", "[cob]", "(WAH)", "(Z-3)", "(Rina Cahya Dewi)", "(ant/sam)"])
def test_signs_of_the_newsroom_are_left_out_below_and_behind_the_last_sentence(signs: str) -> None:
    for between in ("\n\n", " ") if " " not in signs else ("\n\n",):
        page = draft(f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n\n{STORY[1]}{between}{signs}")
        assert plain(page.body) == f"{STORY[0]} {STORY[1]}"
        assert signs in [d.text for d in page.dropped]


def test_an_abbreviation_in_brackets_stays_in_its_sentence() -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n\nKelas itu diurus oleh Kementerian Contoh (KP2MI)")
    assert page.body.endswith("Kementerian Contoh (KP2MI)\n")


def test_what_a_browser_adds_to_the_title_names_the_paper() -> None:
    page = draft(f"Balai Latihan Membuka Kelas | Tempo.co\n\n{STORY[0]}\n\n{STORY[1]}")
    assert (page.fields["title"], source(page)["publisher"]) == ("Balai Latihan Membuka Kelas", "Tempo")


def test_the_address_of_the_page_is_the_source() -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n\n{STORY[1]}\n\nSumber: https://news.detik.com/berita/d-1/contoh.")
    assert source(page) == {
        "title": "Balai Latihan Membuka Kelas",
        "publisher": "detikcom",
        "url": "https://news.detik.com/berita/d-1/contoh",
    }


def test_a_clipping_is_a_draft_of_somebody_elses_text() -> None:
    fields = draft(f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n\n{STORY[1]}").fields
    assert (fields["rights"], fields["status"]) == ("third-party", "draft")


# --- what is no clutter


@pytest.mark.parametrize("sentence", STORY)
def test_a_sentence_of_a_story_is_no_clutter(sentence: str) -> None:
    assert clutter(sentence, True) is None and clutter(sentence, False) is None


@pytest.mark.parametrize(
    "line",
    [
        "Syarat dan Ketentuan",
        "Kontak",
        "Tentang SSW",
        "Hotline KBRI: +81 00 0000",
        "Nomor: 021-0000000",
        "Baca doa sebelum berangkat.",
        "Lihat kembali perjanjian Anda sebelum menandatanganinya.",
        "Unduh aplikasi Safe Travel sebelum berangkat.",
        "Ikuti petunjuk petugas bandara.",
        "Dapatkan surat rekomendasi dari dinas.",
        "Foto ukuran 4x6 sebanyak dua lembar",
        "Berlaku mulai 3 Maret 2026",
        "Ikuti saluran WhatsApp KBRI Tokyo untuk menerima pengumuman.",
        '"Bergabunglah di grup WhatsApp kami," kata petugas kedutaan.',
        "Baca juga surat perjanjiannya. Tanyakan yang belum jelas kepada petugas.",
        "Baca juga perjanjian kerja sebelum tanda tangan.",
        "Iklan serupa sering menjanjikan gaji lebih besar. Baca juga perjanjian kerja sebelum tanda tangan.",
        "Iklan serupa menjanjikan gaji lebih besar. Baca juga perjanjiannya. Tanyakan yang belum jelas.",
        "Penyalur: Rina Cahya",
        "Telegram: https://t.me/contoh",
    ],
)
def test_what_a_story_may_well_say_stays_in_it(line: str) -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n\n{line}\n\n{STORY[1]} {STORY[3]}")
    assert line in plain(page.body)


@pytest.mark.parametrize(
    "line",
    [
        "Penulis: Rina Cahya",
        "Penulis : Rina Cahya - Editor : Budi Hadi",
        "Reporter: Rina Cahya, Editor: Budi",
        "Rina Cahya - detikNews",
        "Baca juga: Apa Itu SSW? Simak Syaratnya.",
        "Baca juga Cara Membuat Surat Izin Keluarga",
        "Baca juga Cara Membuat Surat Izin Keluarga.",
        "Baca berita lainnya di sini",
        "Berita terkait: Jadwal Ujian Bahasa",
        "Ikuti saluran WhatsApp Kompas.com di sini: https://www.whatsapp.com/channel/contoh",
        "Gabung Grup Telegram kami di t.me/contoh",
        "Klik disini untuk gabung WhatsApp channel",
        "Ikuti terus berita terbaru dari Kabar Desa hanya di sini",
        "Untuk berita lainnya, ikuti kami di Google News",
        "Konten ini disempurnakan menggunakan Kecerdasan Buatan (AI).",
        "Terima kasih telah membaca sampai di sini",
    ],
)
def test_what_the_paper_says_of_itself_is_left_out_in_the_middle_of_the_story_too(line: str) -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n\n{line}\n\n{STORY[1]} {STORY[3]}")
    assert plain(page.body) == f"{STORY[0]} {STORY[1]} {STORY[3]}"
    assert line in [d.text for d in page.dropped]


def test_comments_of_readers_are_left_out_to_the_end() -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n\n{STORY[1]}\n\nTinggalkan Balasan\n\n{STORY[2]}\n\n{STORY[3]}")
    assert plain(page.body) == f"{STORY[0]} {STORY[1]}"
    assert STORY[2] in page.dropped[-1].text and STORY[3] in page.dropped[-1].text


def test_the_story_goes_on_behind_a_box_of_other_stories() -> None:
    box = "Artikel Terkait\nHarga Beras Turun\nJadwal Kereta Ditambah"
    assert plain(draft(f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n\n{box}\n\n{STORY[3]}").body) == f"{STORY[0]} {STORY[3]}"


# --- paragraphs


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("kepala balai,", "Senin."), ["kepala balai, Senin."]),
        (("Peserta membawa", "surat izin."), ["Peserta membawa surat izin."]),
        (("Selesai.", "Berikutnya dibuka."), ["Selesai.", "Berikutnya dibuka."]),
        (("Syarat:", "- paspor", "- foto"), ["Syarat:", "- paspor", "- foto"]),
        (('"Kami siap.', 'Datang saja," katanya.'), ['"Kami siap. Datang saja," katanya.']),
        (('"Kami siap.', '"Datang saja," katanya.'), ['"Kami siap.', '"Datang saja," katanya.']),
        (("orang-", "orang datang."), ["orang-orang datang."]),
        (("a. Paspor", "b. Visa"), ["a. Paspor", "b. Visa"]),
        (("JAKARTA, KOMPAS.com", "– Balai dibuka."), ["JAKARTA, KOMPAS.com – Balai dibuka."]),
        (("Syarat:", "– Paspor", "– Foto"), ["Syarat:", "– Paspor", "– Foto"]),
    ],
)
def test_lines_are_joined_where_a_sentence_goes_on(lines: tuple[str, ...], expected: list[str]) -> None:
    assert [p.text for p in paragraphs.join([Piece(i, line) for i, line in enumerate(lines)], 0)] == expected


def test_marks_of_markdown_in_a_text_stand_for_themselves() -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n\n# bukan judul\n\n> bukan kutipan *bukan miring* `x` [a](b) <script>alert(1)</script> a_b_c\n\n{STORY[1]}")
    rendered, defects = body.render(page.body, 1, body.mask(page.body, 1), "id")
    assert defects == () and rendered is not None
    assert "# bukan judul" in rendered.text
    assert "> bukan kutipan *bukan miring* `x` [a](b) <script>alert(1)</script> a_b_c" in rendered.text
    assert rendered.links == () and len(rendered.headings) == 0


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[a](b)", "\\[a](b)"),
        ("[a [b](c)", "\\[a \\[b](c)"),
        ("[a][b] dan [c]: d", "\\[a][b] dan \\[c]: d"),
        ("[a] dan [^1]", "[a] dan \\[^1]"),
        ("[[[[", "[[[["),
    ],
)
def test_brackets_that_would_make_a_link_stand_for_themselves(written: str, shown: str) -> None:
    assert paragraphs.markdown([Piece(1, written)], escape=True).strip() == shown


# --- what a page says of its paper


@pytest.mark.parametrize(
    ("head", "paper"),
    [
        ("Reporter\n\nAntara\n\nTEMPO.CO, Blitar - ", "Tempo"),
        ("Antara\n\n", ""),
        ("Blitar (Antaranews Jatim) - ", "ANTARA"),
        (f"- Kelas dibuka lagi\n- Kursi terbatas\n- Ada tiga kota\n{STORY[1]}\nBlitar, IDN Times - ", "IDN Times"),
    ],
)
def test_the_paper_of_the_dateline_is_surer_than_an_agency_above_it(head: str, paper: str) -> None:
    page = draft(f"Balai Latihan Membuka Kelas Baru\n\n{head}{STORY[0]}\n\n{STORY[3]}\n")
    assert source(page).get("publisher", "") == paper
    assert STORY[0] in page.body


@pytest.mark.parametrize("line", ["Warta Desa/Budi Santoso", "KabarDesa.id/Rina Cahya Dewi", "Kepala balai, Budi Santoso/RMOL"])
def test_whose_the_picture_is_is_no_title_and_no_heading(line: str) -> None:
    page = draft(f"{line}\n\nBalai Latihan Membuka Kelas Baru di Cilacap\n\n{STORY[0]}\n\n{STORY[3]}\n")
    assert page.fields["title"] == "Balai Latihan Membuka Kelas Baru di Cilacap"
    assert line not in page.body and line in [d.text for d in page.dropped]


def test_a_sentence_behind_a_teaser_without_its_title_stays() -> None:
    page = draft(f"Balai Latihan Membuka Kelas Baru\n\n{STORY[0]}\nBaca juga:\n{STORY[1]}\n{STORY[3]}\n")
    assert STORY[1] in page.body and "Baca juga:" not in page.body


def test_a_paragraph_broken_over_lines_that_comes_twice_is_no_caption() -> None:
    lines = ("Jumlah kursi di balai latihan tahun ini naik lagi", "sampai tiga kali, dan kelas malam sudah dibuka untuk perawat", "yang bekerja pada siang hari di kota")
    twice = "\n".join((*lines, "", *lines))
    page = draft(f"Kelas Malam Bahasa Mandarin Dibuka di Cilacap\n\n{twice}\n\nSenin, 9 Juni 2026 10:11 WIB\n\n{STORY[0]}\n\n{STORY[3]}\n")
    assert "sampai tiga kali" in page.body


# --- around the story


def test_the_title_is_found_below_a_menu_of_any_length() -> None:
    menu = "detikcom\ndetikNews\nBerita\nJawa Timur\nInternasional\nKolom\nFoto\nPemilu 2024\nBola\ndetikJatim\nBerita"
    head = "Balai Latihan di Lumajang Membuka Kelas Malam\nRina Cahya - detikJatim\nSelasa, 07 Mar 2023 19:45 WIB"
    page = draft(f"{menu}\n{head}\n{STORY[0]}\n\n{STORY[1]}\n")
    assert page.fields["title"] == "Balai Latihan di Lumajang Membuka Kelas Malam"
    assert plain(page.body) == f"{STORY[0]} {STORY[1]}"
    assert source(page)["publisher"] == "detikcom" and ("author", "Rina Cahya") in [(g.field, g.value) for g in page.guesses]


@pytest.mark.parametrize("end", ["(rku/hps)\npelatihan\nkelas malam", "pelatihan\nkelas malam\nBagikan ke Facebook", "sumber : Antara\npelatihan\nkelas malam"])
def test_tags_between_the_end_of_the_story_and_the_page_are_left_out(end: str) -> None:
    page = draft(f"Balai Latihan Membuka Kelas Malam untuk Pelatihan Bahasa\n\n{STORY[0]}\n\n{STORY[1]} {STORY[3]}\n\n{end}\n")
    assert plain(page.body) == f"{STORY[0]} {STORY[1]} {STORY[3]}"
    assert {"pelatihan", "kelas malam"} <= {d.text for d in page.dropped}


@pytest.mark.parametrize("end", ["Yang dibawa:\nijazah asli\nsurat izin\n\nBagikan ke Facebook", "Ijazah asli\nSurat izin\nPasfoto"])
def test_a_list_without_signs_at_the_end_of_a_story_is_no_tags(end: str) -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n\n{STORY[1]} {STORY[3]}\n\n{end}\n")
    assert "ijazah asli" in plain(page.body).lower().split("orang tua.")[-1]


def test_all_titles_of_a_box_set_apart_are_left_out_and_a_subheading_is_not() -> None:
    box = f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n\nPilihan Redaksi\nWarga Bangun Dermaga\nSekolah Terapung Dibuka\n\n{STORY[1]} {STORY[3]}\n"
    assert plain(draft(box).body) == f"{STORY[0]} {STORY[1]} {STORY[3]}"
    below = f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\nBaca juga:\nWarga Bangun Dermaga\nSyarat Pendaftaran Kelas\n{STORY[1]} {STORY[3]}\n"
    assert "Syarat Pendaftaran Kelas" in plain(draft(below).body)


@pytest.mark.parametrize(
    "line",
    [
        "Peserta menimbang berkas, Selasa (3/11/2020). ANTARA FOTO/Budi Hadi/aww.",
        "Peserta menimbang berkas di loket. (Liputan6.com/Rina Cahya)",
        "Peserta menimbang berkas di loket. [Suara.com/Rina Cahya]",
        "Selalu update info terkini. Simak breaking news dan berita pilihan dari Tempo.co di kanal Telegram.",
        "(tirto.id - Gaya Hidup)",
        "Peserta menimbang berkas di loket. Foto/SINDOnews/Rina Cahya",
        "Peserta menimbang berkas di loket. ©2022 Merdeka.com/Rina Cahya",
        "ILUSTRASI. Peserta di loket. KONTAN/Budi/14/07/2020",
        "No media source currently available",
        "TAGS pelatihan kelas malam",
        "IDN Times Community adalah media yang menyediakan platform untuk menulis. Semua karya tanggung jawab penulis.",
        "Dibaca Normal 3 menit",
    ],
)
def test_credits_and_calls_of_a_paper_are_left_out_wherever_they_stand(line: str) -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n\n{line}\n\n{STORY[1]} {STORY[3]}")
    assert plain(page.body) == f"{STORY[0]} {STORY[1]} {STORY[3]}"
    assert line in [d.text for d in page.dropped]


@pytest.mark.parametrize("line", ["Berkas diperiksa di loket (KTP/paspor lama).", "Kelas itu gratis (dinas/balai)", "Selalu update data Anda di kantor dinas.", "Bawa paspor dan foto/pasfoto ukuran 4x6"])
def test_a_remark_of_the_story_in_brackets_is_no_credit(line: str) -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n\n{line}\n\n{STORY[1]} {STORY[3]}")
    assert line in plain(page.body)


@pytest.mark.parametrize("signs", ["(msf)", "(Ari)", "(jpnn)", "[pr/em]"])
def test_one_sign_of_a_newsroom_is_left_out_too(signs: str) -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n\n{STORY[1]} {STORY[3]}\n\n{signs}\n")
    assert plain(page.body) == f"{STORY[0]} {STORY[1]} {STORY[3]}"
    page = draft(f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n\n{STORY[1]} {STORY[3]} {signs}\n")
    assert plain(page.body) == f"{STORY[0]} {STORY[1]} {STORY[3]}"


def test_a_title_said_again_with_its_paper_is_not_joined_to_a_dateline_in_small_letters() -> None:
    title = "Balai Latihan Membuka Kelas di Garut"
    page = draft(f"{title}\nSenin, 09 Januari 2023 – 08:30 WIB\n{title} - JPNN.COM\njpnn.com, GARUT - {STORY[0]}\n\n{STORY[1]} {STORY[3]}\n")
    assert plain(page.body) == f"{STORY[0]} {STORY[1]} {STORY[3]}"


@pytest.mark.parametrize("start", ["LUMAJANG - ", "Sukoharjo — ", "KONTAN.CO.ID - JAKARTA. "])
def test_a_city_before_the_first_sentence_is_a_dateline(start: str) -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\n{start}{STORY[0]}\n\n{STORY[1]} {STORY[3]}\n")
    assert plain(page.body) == f"{STORY[0]} {STORY[1]} {STORY[3]}"


def test_a_box_of_titles_ends_at_debris_as_well() -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n{STORY[0]}\n{STORY[1]} {STORY[3]}\nBaca juga:\nTaman Kota Tambah Bangku\nMurid Menanam Bibit\nTopik berita Terkait:\nKupang\n")
    assert plain(page.body) == f"{STORY[0]} {STORY[1]} {STORY[3]}"


def test_a_short_caption_that_stands_on_both_sides_of_its_credit_is_left_out() -> None:
    caption = "Relawan memasak di dapur umum."
    page = draft(f"Dapur Umum Dibuka di Balai Latihan\n{caption}\nFoto: Republika/Budi Hadi\n{caption}\n{STORY[0]}\n\n{STORY[1]}\n")
    assert plain(page.body) == f"{STORY[0]} {STORY[1]}"


def test_the_paper_that_printed_a_story_is_the_publisher_and_not_its_agency() -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\nREPUBLIKA.CO.ID, SEMARANG -- {STORY[0]}\n\n{STORY[1]} {STORY[3]}\n\nsumber : Antara\n")
    assert source(page)["publisher"] == "Republika"
    page = draft(f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n\n{STORY[1]} {STORY[3]}\n\nsumber : Antara\n")
    assert source(page)["publisher"] == "ANTARA"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Rina Cahya,\nBudi Hadi\nTim Redaksi", "Rina Cahya"),
        ("Verified Writer\nRina Cahya\n2 Jun 2024, 09:15 WIB", "Rina Cahya"),
        ("Photo Author\nRina Cahya\n- Kamis, 5 Oktober 2023 | 20:14 WIB", "Rina Cahya"),
        ("Budi Hadi | Rina Cahya\nKamis, 20 Februari 2020 | 17:05 WIB", "Budi Hadi, Rina Cahya"),
    ],
)
def test_the_names_below_the_title_are_those_of_the_writers(head: str, name: str) -> None:
    page = draft(f"Balai Latihan Membuka Kelas Malam untuk Perawat\n{head}\n{STORY[0]}\n\n{STORY[1]}\n")
    assert ("author", name) in [(g.field, g.value) for g in page.guesses]
    assert plain(page.body) == f"{STORY[0]} {STORY[1]}"


def test_a_writers_name_that_comes_again_below_the_story_is_no_heading() -> None:
    page = draft(f"Balai Latihan Membuka Kelas\n\nReporter\nRina Cahya\n\n{STORY[0]}\n\n{STORY[1]}\n\nRINA CAHYA\n\nSelalu update berita kami.\n")
    assert plain(page.body) == f"{STORY[0]} {STORY[1]}"


def test_two_offices_in_a_sentence_are_no_credit() -> None:
    page = draft(f"Balai Latihan Membuka Kelas Baru\n\n{STORY[0]}\n\nDinas/Balai setempat menerima berkas.\n\n{STORY[3]}\n")
    assert "Dinas/Balai setempat menerima berkas." in page.body


# --- what is no page


def test_files_that_are_no_text_say_what_to_do() -> None:
    assert problem(b"") == "berkas ini kosong"
    assert problem(b" \n\t\n") == "berkas ini kosong"
    assert problem(b"%PDF-1.7\n\x00\x01\x02\xff") == "isinya PDF, bukan teks"
    assert problem(b"PK\x03\x04\x00\x00") == "isinya dokumen Word atau arsip ZIP, bukan teks"
    assert problem(bytes(range(256)) * 4) == "isinya data biner, bukan teks"
    assert problem(b"<!DOCTYPE html><html><p>Isi") == "isinya halaman web, bukan teks biasa"
    assert problem(b"{\\rtf1 Isi}") == "isinya dokumen RTF, bukan teks biasa"
    assert problem("﻿<?xml version='1.0'?>".encode()) == "isinya berkas XML, bukan teks biasa"
    assert problem(b"a" * (clipping.LIMIT + 1)) == "terlalu panjang untuk satu klipping (paling besar 256 KB)"
    assert problem(b"Hanya judul tanpa isi") == "tidak ada isi berita di berkas ini"


def test_a_file_that_cannot_be_read_is_reported_and_the_others_go_on() -> None:
    def read(path: PurePosixPath) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return f"Balai Latihan Membuka Kelas\n\n{STORY[0]}\n".encode()

    paths = {PurePosixPath("a.txt"): 10, PurePosixPath("b.txt"): 10}
    first, second = clipping.read(Sources(Path(), paths, read))
    assert isinstance(first, Problem) and first.message.id == "berkas tidak dapat dibaca: tidak diizinkan (Permission denied)"
    assert isinstance(second, Draft)


def test_an_old_windows_text_is_read_with_a_note() -> None:
    (page,) = results("Kelas “baru” dibuka – gratis\n\nPeserta membawa surat izin dari kepala desa — asli. Biayanya 5 € saja.\n".encode("cp1252"))
    assert isinstance(page, Draft)
    assert page.fields["title"] == "Kelas “baru” dibuka – gratis"
    assert [(g.field, g.value) for g in page.guesses] == [("charset", "windows-1252")]


def test_charsets_are_told_apart_by_their_marks() -> None:
    text = "Kelas “baru” é 日本"
    assert charsets.decode(text.encode()) == (text, "utf-8")
    assert charsets.decode(text.encode("utf-8-sig")) == (text, "utf-8")
    assert charsets.decode(text.encode("utf-16")) == (text, "utf-16")
    assert charsets.decode(text.encode("utf-32")) == (text, "utf-32")
    assert charsets.decode("caf\xe9".encode("cp1252")) == ("caf\xe9", "windows-1252")
    assert charsets.decode(b"caf\x81\xe9") == ("caf\x81\xe9", "windows-1252")
    assert charsets.decode(b"\xff\xfea") is None
    assert charsets.decode(b"a\x00b") is None


def test_a_page_without_a_title_is_named_after_its_first_words() -> None:
    first, second = results(f"{STORY[1]} {STORY[3]}\n\n{STORY[0]}\n".encode())
    assert isinstance(first, Problem) and first.message.id == "judulnya tidak ditemukan; draf dinamai menurut kata-kata pertamanya"
    assert isinstance(second, Draft) and "title" not in second.fields
    assert second.path == PurePosixPath("artikel/tanpa-tahun/peserta-membawa-ijazah-asli-dua-lembar-foto-dan.md")


def test_a_title_of_no_latin_letters_gives_a_name_all_the_same() -> None:
    assert draft(f"日本で働く人のための教室\n\n{STORY[0]}\n", "kursus.txt").path == PurePosixPath("artikel/tanpa-tahun/kursus.md")


def test_a_long_title_is_cut_between_words_in_the_file_name() -> None:
    path = draft("Pelatihan " * 12 + f"Dibuka\n\n{STORY[0]}\n").path
    assert path.stem == "-".join(["pelatihan"] * 9)


# --- whose files they are


def these(*names: str) -> Iterator[tuple[str, bytes]]:
    yield from ((name, b"Judul\n\nIsi.\n") for name in names)


def test_pasted_texts_are_recognised_by_their_names_and_starts() -> None:
    assert clipping.recognise(sources(dict(these("a.txt", "b.txt")))) == 60
    assert clipping.recognise(sources(dict(these("a.txt", "b.html")))) == 40
    assert clipping.recognise(sources(dict(these("a.md")))) == 30
    assert clipping.recognise(sources({"a.md": b"---\ntitle: x\n---\n"})) == 0
    assert clipping.recognise(sources(dict(these("robots.txt", "README.md", "LICENSE.txt")))) == 0
    assert clipping.recognise(sources(dict(these("a.html", "b.xml")))) == 0


def test_a_text_that_already_has_fields_is_left_to_others() -> None:
    assert problem(b"---\ntitle: Kelas\n---\n\nIsi kelas.\n", "a.md") == "berkas ini sudah punya bagian atas (front matter)"


def test_an_article_of_the_portal_saved_as_a_text_keeps_its_fields_and_words() -> None:
    text = "---\ntitle: Peluang kerja\nimg: kerja.jpg\nauthor:\n  name: Admin\n  img: admin.svg\ntags:\n  - GOES JAPAN\n---\n\nIsi *apa adanya*.\n"
    page = draft(text.replace("\n", "\r\n"))
    assert page.path == PurePosixPath("artikel/tanpa-tahun/peluang-kerja.md")
    # Whose words they are nobody has said.
    fields = dict(page.fields)
    assert fields.pop("rights") == "third-party"
    assert [(g.field, g.value) for g in page.guesses] == [("rights", "third-party")]
    assert fields == {"title": "Peluang kerja", "img": "kerja.jpg", "author": {"name": "Admin", "img": "admin.svg"}, "tags": ["GOES JAPAN"]}
    assert draft(text.replace("img: kerja.jpg", "rights: own")).fields["rights"] == "own"
    assert page.body.strip() == "Isi *apa adanya*."


@pytest.mark.parametrize("fields", ["title: [a", "a: &x [b]\nc: *x", 'title: "a'])
def test_front_matter_that_cannot_be_read_is_reported(fields: str) -> None:
    assert problem(f"---\n{fields}\n---\n\nIsi.\n".encode()) == "bagian atasnya (front matter) tidak dapat dibaca"
