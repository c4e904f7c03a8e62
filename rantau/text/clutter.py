"""Lines of a newspaper's page that are no part of the story: counters, links to other stories, advertising, imprints.

The patterns are those of Indonesian publishers, nearly all met on their pages. A line that fits none of them belongs to the
story: what is left in is seen by an editor, and what is taken out by mistake may not be.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from rantau.model import Localized
from rantau.text import debris
from rantau.text.press import ago, initials, paper_among, publisher

SHARE = Localized("tombol atau hitungan situs asal", "a button or a counter of the site")
RELATED = Localized("tautan ke tulisan lain", "a link to another story")
VIDEO = Localized("tautan ke video", "a link to a video")
ADVERTISEMENT = Localized("iklan atau penyela bacaan", "advertising or an interruption")
FOLLOW = Localized("ajakan mengikuti atau berlangganan", "an invitation to follow or subscribe")
IMPRINT = Localized("keterangan tentang penerbit", "the publisher's imprint")
MENU = Localized("menu, rubrik, tagar, atau garis pemisah", "a menu, a section, tags or a rule")
PHOTO = Localized("keterangan foto", "the caption or credit of a photo")
PEOPLE = Localized("nama atau inisial penulis dan redaksi", "names or initials of authors and editors")
WHEN = Localized("waktu terbit di situs asal", "the time of publication on the site")
COMMENTS = Localized("komentar pembaca", "readers' comments")
ATTRIBUTION = Localized("keterangan asal salinan", "where the copy was taken from")
DATELINE = Localized("penanda tempat dan media", "the dateline")
REPEATED = Localized("pengulangan", "a repetition")

# Longer lines are paragraphs.
_LONGEST = 420


@dataclass(frozen=True, slots=True)
class Clutter:
    """What a line is if it is no part of the story.

    `follows`: the next line is the title of another story, or a list of them. `rest`: titles of other stories come until the
    story goes on. `end`: nothing of the story comes any more.
    """

    why: Localized
    follows: bool = False
    rest: bool = False
    end: bool = False


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Lines to know by their words: `paper` only with the name of a publisher in them, `told` only behind some of the story.

    With `one`, two whole sentences in a line show that it is a paragraph of the story after all. With `own` the line speaks of
    the paper's own things ("kami", or a publisher's name) and is nobody's quoted words: an office may invite as well.
    """

    words: re.Pattern[str]
    clutter: Clutter
    paper: bool = False
    told: bool | None = None
    one: bool = True
    own: bool = False


def _is(
    why: Localized,
    *words: str,
    paper: bool = False,
    told: bool | None = None,
    one: bool = True,
    own: bool = False,
    **more: bool,
) -> _Pattern:
    return _Pattern(re.compile(rf"\W*(?:{'|'.join(words)})\W*", re.IGNORECASE), Clutter(why, **more), paper, told, one, own)


_SITE = (
    r"(?:facebook|twitter|x|whats\s?app|wa|telegram|line|instagram|tiktok|youtube|linkedin|pinterest|threads|e-?mail|google news"
    r"|copy link|salin (?:link|tautan|artikel)|print|cetak|messenger)"
)
_CHANNEL = r"(?:google news|whats\s?app|telegram|instagram|facebook|twitter|tiktok|youtube|channel|saluran|kanal|akun|aplikasi)"
_NEWS = r"(?:berita|artikel|update|breaking|news|konten|informasi terkini)"
_COUNT = r"[\d.,]+\s?(?:rb|ribu|jt|k|m)?"
_THING = (
    r"(?:comments?|komentar|shares?|views?|likes?|suka|dilihat|dibaca|kali dibaca|x dibaca|pembaca|kali dilihat|tayangan"
    r"|reactions?|replies)"
)
_ALSO = r"(?:baca|lihat|simak|tonton|read|see|cek)\s?(?:juga|pula|also)"
_STORIES = r"(?:artikel|berita|tulisan|topik|konten|news)"

_PATTERNS = (
    _is(
        RELATED,
        rf"{_STORIES} (?:terkait|terpopuler|lainnya|lain|terbaru|terkini|pilihan|populer|serupa|rekomendasi|sebelumnya)",
        r"topik berita terkait",
        r"rekomendasi(?: (?:untuk anda|berita|redaksi))?|baca berita lainnya|terpopuler|terbaru|terkini|populer|most popular",
        r"related (?:articles?|news|posts?|stories)|you may (?:also )?like.{0,20}|recommended.{0,20}|latest (?:news|video)",
        r"orang (?:lain )?juga (?:bertanya|mencari|membaca)",
        r"video lainnya|berita foto|update|indeks berita|pilihan untuk anda|foto terkait|trending(?: now)?|populer hari ini",
        r"tags?|topik|tag terkait|topik terkait|topik artikel|kategori|next article|artikel selanjutnya",
        told=True,
        rest=True,
    ),
    _is(
        IMPRINT, r"read entire article|continue reading|baca artikel aslinya|view (?:full|original) article", told=True, end=True
    ),
    _is(IMPRINT, r"kantor (?:redaksi|iklan)|redaksi (?:&|dan) iklan", told=True, end=True),
    _is(IMPRINT, r"editorial \S{3,40}|tentang kami|about us|hubungi kami|contact us|susunan redaksi", told=True, end=True),
    _is(
        IMPRINT,
        r"pedoman (?:media siber|pemberitaan).{0,60}|kebijakan privasi|privacy policy|disclaimer|info iklan|site index",
        r"alamat redaksi.{0,80}",
        told=True,
        end=True,
    ),
    _is(IMPRINT, r"tentang \S.{2,40}", told=True, end=True, paper=True),
    _is(
        COMMENTS,
        r"tinggalkan (?:balasan|komentar)|leave a (?:reply|comment)|(?:beri|tulis|kirim) komentar(?: anda)?.{0,40}",
        r"pos(?:ting|kan) komentar|post a comment",
        r"komentar(?: pembaca)?|comments?|kolom komentar|one comment|.{0,40}masuk untuk (?:ber)?komentar.{0,40}",
        told=True,
        end=True,
    ),
    _is(
        SHARE,
        rf"{_COUNT}\s?{_THING}(?:\s{_COUNT}\s?{_THING})*|{_THING}\s*:?\s*{_COUNT}(?:\s?kali)?",
        r"bagaimana (?:tanggapan|reaksi|pendapat) (?:anda|kamu).{0,60}|(?:belum ada|no|tidak ada) (?:komentar|comments?).{0,60}",
        r"(?:a\s?[+-]?\s?){2,4}(?:reset)?|reset|(?:ukuran )?(?:font|huruf)(?: size)?|text size|a[+-]",
        r"dengarkan(?: artikel| berita)?|listen|simpan|bookmark|tweet|url telah (?:ter)?copy|batalkan|follow|ikuti",
        r"(?:tautan|link) (?:telah|berhasil) (?:di)?salin|link copied|lewati .{2,40} dan lanjutkan membaca|akhir dari .{2,40}",
        rf"(?:bagikan|share|sebarkan)(?:\s(?:ke|on|via|artikel|berita|this|ini|to|article|di))*\s?:?\s?(?:{_SITE}[\s,|/]*)*",
        rf"{_SITE}(?:[\s,|/&]+{_SITE})*",
    ),
    _is(
        VIDEO,
        r"(?:simak|saksikan|tonton|lihat|watch|nonton)!?(?: juga| pula)?\s(?:video|vidio|live|tayangan).{0,160}",
        r"no media source currently available|\[?gambas\s?:.{0,80}|video\s?:.{3,160}|video terkait.{0,80}",
    ),
    _is(RELATED, rf"{_ALSO}\s?[:：]?|also read\s?:?|pilihan editor\s?:?|(?:baca|lihat)\s?:|artikel lainnya\s?:", follows=True),
    _is(
        RELATED, rf"{_ALSO}\b\s?[:：|–-]?\s?.{{3,240}}|also read\s?:.{{3,200}}|pilihan editor\s?:.{{3,240}}|baca\s?:\s?.{{3,240}}"
    ),
    _is(RELATED, r"pilihan redaksi\s?:?", told=True, follows=True),
    _is(
        RELATED,
        r"(?:artikel|berita) terkait\s?:\s?.{3,240}",
        r"baca (?:artikel|berita|tulisan)(?: \w+)? (?:lain|lainnya|selengkapnya)\b[^.]{0,120}",
        told=True,
    ),
    _is(
        RELATED,
        r"(?:selengkapnya\s)?(?:baca|klik|lihat)(?: di sini| selengkapnya)?\s?:\s.{3,240}",
        r"selengkapnya (?:baca|klik|di sini|lihat).{0,200}|(?:baca|lihat) selengkapnya.{0,160}",
    ),
    _is(
        ADVERTISEMENT,
        r"advertisement|advertorial|ads?|iklan(?: google)?|sponsored(?: content)?|promoted(?: content)?|iklan\s?[-–].{0,60}",
        r"scroll (?:to|untuk|down).{0,60}|gulir (?:untuk|ke).{0,60}|loading|memuat",
        r"(?:geser|lanjut|lanjutkan|klik) (?:untuk )?(?:membaca|ke bawah|selengkapnya).{0,60}",
        r"baca berita (?:tanpa|dengan sedikit) iklan.{0,80}|nyaman tanpa iklan.{0,60}|kompascom\+.{0,160}",
        r"konten (?:premium|berbayar).{0,80}|artikel ini khusus pelanggan.{0,80}|lihat galeri.{0,40}",
        r"halaman\s?:?\s?\d+(?:\s?(?:/|dari|of)\s?\d+)?",
        r"halaman\s?:?(?:\s?\d+)+(?:\s(?:next|selanjutnya|berikutnya|semua|show all))?",
        r"(?:halaman )?(?:selanjutnya|berikutnya|sebelumnya)|next|prev(?:ious)?|(?:\d+\s)+(?:next|selanjutnya)",
        r"(?:lihat|tampilkan|show) (?:semua|all|foto|lebih banyak|komentar)|perbesar|zoom",
        one=False,
    ),
    _is(
        FOLLOW,
        r"(?:jangan lupa|yuks?|ayo|mari|silakan|silahkan|(?:kamu|anda) (?:juga )?(?:bisa|dapat))\b.{0,60}"
        rf"\b(?:ikuti|follow|gabung|bergabung|subscribe|langganan)\b.{{0,120}}\b(?:{_CHANNEL}|{_NEWS})\b.{{0,160}}",
        rf"(?:ikuti|follow|temukan|gabung|bergabung|cek|simak|dapatkan|baca|akses)\b.{{0,120}}\b{_NEWS}\b.{{0,160}}"
        rf"\b{_CHANNEL}\b.{{0,200}}",
        rf"(?:silakan|silahkan) (?:baca|simak|cek)\b.{{0,120}}\b(?:di|lewat|melalui) {_CHANNEL}",
        rf"(?:ikuti|follow|gabung)\b.{{0,60}}\b(?:channel|saluran|kanal|akun)\b.{{0,40}}\b{_NEWS}\b.{{0,100}}",
        r"follow\s\S.{0,50}|ikuti kami.{0,80}|subscribe.{0,80}|berlangganan.{0,80}|google news\b.{0,60}|gabung .{1,30}\+",
        r"dapatkan (?:update|berita).{0,240}|mohon tunggu|akun resmi kami.{0,40}|fakta atau hoaks\?.{0,200}",
        one=False,
    ),
    _is(
        FOLLOW,
        r"(?:ikuti|follow|gabung|bergabung(?:lah)?|join)\b.{0,60}\b(?:whats\s?app|telegram|channel|saluran|kanal)\b.{0,200}",
        r"(?:jangan (?:lewatkan|ketinggalan)|nikmati|dapatkan)\b.{0,60}\bberita\b.{0,160}",
        own=True,
    ),
    _is(
        FOLLOW,
        r"klik (?:di\s?sini|(?:tautan|link) (?:ini|berikut)) untuk (?:ber)?gabung\b[^.]{0,120}",
        rf"jangan (?:lewatkan|ketinggalan)\b[^.]{{0,60}}\b(?:berita|artikel)\b[^.]{{0,80}}\b{_CHANNEL}\b[^.]{{0,60}}",
        r"untuk (?:berita|artikel)(?: \w+)? ?(?:lain|lainnya|terkini|terbaru),? (?:silakan )?(?:ikuti|follow|kunjungi)\b.{0,120}",
        r"ikuti terus (?:berita|perkembangan)\w*\b[^.]{0,120}|terima kasih (?:telah|sudah) membaca\b.{0,80}",
        r"(?:saluran|channel|kanal) (?:whats\s?app|telegram)|(?:whats\s?app channel|saluran whats\s?app)\s?:?\s?https?://\S+",
        told=True,
    ),
    _is(IMPRINT, r".{2,60}\badalah media yang menyediakan platform\b.{0,300}", own=True, one=False),
    _is(FOLLOW, r"selalu update (?:info|berita)\b.{0,300}", own=True, one=False),
    _is(FOLLOW, r"(?:download|unduh|install)\b.{0,30}\b(?:apps?|aplikasi)\b.{0,200}|langganan .{0,60}", paper=True, one=False),
    _is(FOLLOW, r"(?:download|unduh) (?:aplikasi|apps?)\s?:\s?https?://\S+", one=False),
    _is(
        ATTRIBUTION,
        r"(?:artikel|berita|tulisan|konten) ini (?:telah|sudah|pernah|juga)?\s?"
        r"(?:tayang|terbit|dimuat|ditayangkan|diterbitkan|dipublikasikan).{0,400}",
        r"baca artikel .{2,40}[,\"“].{3,300}https?://\S+.{0,160}|versi cetak artikel ini.{0,200}",
        r"(?:artikel|berita|tulisan|konten) ini (?:dibuat|disempurnakan|disusun|diterjemahkan|dihasilkan)\b.{0,120}"
        r"\b(?:ai|kecerdasan (?:buatan|artifisial))\b.{0,60}",
        r"sumber artikel\s?:?.{0,200}|artikel asli.{0,200}|view original.{0,80}",
        r"klik (?:untuk baca|selengkapnya di sini)\s?:.{0,200}",
        r"(?:sumber|source|link|tautan|url)?\s?:?\s?https?://\S{4,400}",
        one=False,
    ),
    _is(
        IMPRINT,
        r"(?:copyright|hak cipta|©|\(c\)).{0,200}|.{0,80}\ball rights reserved\b.{0,60}|powered by .{2,40}|logo[-_ ].{2,80}|logo",
        r"dilarang (?:keras )?(?:mengambil|meng-?copy|menyalin|mengutip|memperbanyak|menggandakan).{0,300}",
        r"(?:isi|tulisan|konten) .{0,40}\btanggung jawab (?:penulis|sepenuhnya).{0,200}|laporkan (?:konten|tulisan|akun).{0,60}",
        r"tulisan (?:dari|ini).{0,60}tidak mewakili.{0,100}",
        one=False,
    ),
    _is(
        MENU,
        r"(?:tags?|topik(?: artikel| terkait)?|tag terkait|kategori|kata kunci|keywords?|category|categories)\s?:.{0,240}",
        r"(?:home|beranda|depan)\s?(?:[>»/›|]|β€Ί).{0,160}|headline|artikel utama|berita utama|kanal|navigasi|menu",
        r"skip to content|.{0,60} rendering in [\d.]+ seconds.{0,20}",
        r"\d+ menit baca|(?:waktu baca|dibaca normal)\W+\d+ menit|\d+ min(?:ute)?s? read",
    ),
    _is(PEOPLE, r"laporan (?:wartawan|reporter|kontributor|jurnalis) (?:[\w.]+\.\w+,? )?[^.]{3,60}"),
    _is(PEOPLE, r"biro (?:humas|hubungan masyarakat|komunikasi)(?: [^.]{0,60})?|sumber", told=True),
    _is(MENU, r"siaran pers|press release|berita pers|(?:nomor|no\.?)\s?:\s?\S*/\S*", told=False),
    _is(
        MENU,
        r"(?:mode|tema) (?:gelap|terang)|(?:dark|light) mode|(?:artikel )?teks (?:besar|kecil)|better experience in .{3,30}",
        r"\d{1,2}(?:[.,]\d)?\s?°?\s?[cf]|(?:tanggal|date|diterbitkan|published)\s?:?|comments?|komentar",
        r"[\w&]+(?: [\w&]+){0,3} \(\d{1,5}\)",
        told=False,
    ),
    _is(
        RELATED,
        r"related (?:articles?|news|posts?|stories)|(?:artikel|berita) terkait",
        told=False,
        rest=True,
    ),
    _is(
        PHOTO,
        r"(?:foto|kredit(?: foto| gambar)?)\s?[:/].{0,300}|(?:sumber|keterangan) (?:gambar|foto)\s?[:,/].{0,300}",
        r"image (?:caption|source|credit)\s?[:,/].{0,300}|photo(?: by| credit)?\s?[:/].{0,300}",
        r"dok(?:umentasi)?\.?\s?[:/].{0,200}|(?:foto )?ilustrasi(?: [^.]{0,80})?|(?:foto|photo) dok\.? .{2,60}",
        r"[^\s/]*/\S{3,300}\.(?:jpe?g|png|webp|gif)",
        one=False,
    ),
)
_CREDIT = re.compile(
    r"\((?:foto|photo|sumber|dok|dokumentasi|ist|istimewa|antara foto|afp|reuters|getty|shutterstock|freepik|unsplash|pexels"
    r"|istockphoto|ilustrasi|antara/|kompas\.com/|tribun)\b[^()]{0,120}\)\W*$"
    r"|(?:antara foto|getty images|shutterstock|freepik(?:\.com)?|unsplash|afp photo)/?[^.]{0,60}$"
    r"|/(?:istimewa|foto\s?:?.{0,40})\W*$|©\s?(?:\d{4}\s)?[\w.]{3,30}/[^.]{2,60}$"
    r"|\bsumber (?:gambar|foto)\s?:.{0,80}$|-\s?foto\s?:.{0,80}$",
    re.IGNORECASE,
)
# Above the story an agency and a name in brackets end a caption; below its start as well where the agency is a known paper.
_AGENCY = re.compile(r"[(\[](?P<paper>[^()\[\]/]{2,40})/[^()\[\]\d]{2,60}[)\]]$")
_ANTARA_FOTO = re.compile(r"\bANTARA FOTO/[^.]{2,60}\.?$")
# Tags in one line, under a word in capitals and without a colon.
_TAGGED = re.compile(r"TAGS? [^.!?:]{3,200}")
# "(tirto.id - Gaya Hidup)".
_PAPER_AND_SECTION = re.compile(r"\((?P<paper>[\w.]{3,30}) - [^().]{2,40}\)")
_CREDITED = re.compile(
    r"\b(?:KOMPAS|TRIBUN|ANTARA|TEMPO|REPUBLIKA|KONTAN|DETIK)(?:\.com)?/[A-Z][\w ./]{2,60}\W*$|(?:^|[.!?]\s)Foto/[A-Z][^.]{2,60}$"
)
# What a page calls its drawings: "copy-link-circle", "spot_img".
_ICON = re.compile(r"[a-z]{2,}(?:[-_][a-z]{2,}){1,4}")
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*){1,20}")
_MENU_LINE = re.compile(r"(?:[^|.]{0,40}\|){2,}[^|.]{0,40}|(?:[^>»›.]{1,40}[>»›]){1,6}[^>»›.]{1,80}")
# Titles end with a question or an exclamation too, but not with a full stop.
_TWO_SENTENCES = re.compile(r"[.!?][”\"’']?\s+[A-ZÀ-Þ“\"].*(?:[.…][”\"’']?|[!?][”\"])$")
# Words that titles write small, among the longer ones.
_SMALL = frozenset({"agar", "akan", "atau", "bagi", "dari", "dengan", "hingga", "oleh", "pada", "saat", "untuk", "yang"})
# "Baca juga" without a colon and up to a full stop is a sentence, unless what follows is written as titles are.
_ADVICE = re.compile(rf"\W*{_ALSO}\s+(?P<words>[^\W_].*\.)[\"”]?", re.IGNORECASE)
# Where clutter starts inside a line.
INLINE = re.compile(
    r"(?<=[.!?”\"])\s*(?=(?:BACA JUGA|Baca [Jj]uga\s?[:：]|SCROLL TO (?:CONTINUE|RESUME)|ADVERTISEMENT|\[Gambas:|Iklan - Scroll"
    r"|(?:Penulis|Editor|Reporter|Pewarta) ?:|Ikuti (?:saluran|channel|Saluran|Channel) WhatsApp)(?:\b|(?<=[:：])))"
)


@lru_cache(2048)
def clutter(line: str, told: bool) -> Clutter | None:
    """What a line is when it is no part of the story, or None; `told` when some of the story stands before it already."""
    if len(line) > _LONGEST:
        return None
    if not any(c.isalnum() for c in line):
        return Clutter(MENU)
    for pattern in _PATTERNS:
        if pattern.told not in (None, told) or pattern.words.fullmatch(line) is None:
            continue
        if (pattern.paper and not publisher(line.split(" ", 1)[-1])) or (pattern.own and not _own(line)):
            continue
        if pattern.clutter.why is RELATED and (advice := _ADVICE.fullmatch(line)) is not None and not titled(advice["words"]):
            continue
        if pattern.one and two_sentences(line) and not (pattern.clutter.why is RELATED and _headlines(line)):
            continue
        return pattern.clutter
    if initials(line):
        return Clutter(PEOPLE)
    if ago(line):
        return Clutter(WHEN)
    if _HASHTAGS.fullmatch(line) or (_MENU_LINE.fullmatch(line) and not re.search(r"\d{4}", line)):
        return Clutter(MENU)
    if told and _TAGGED.fullmatch(line):
        return Clutter(MENU)
    if not told and _ICON.fullmatch(line) and len(set(re.split("[-_]", line))) > 1:
        return Clutter(MENU)
    if len(line) < 300 and (_CREDIT.search(line) or _CREDITED.search(line) or _ANTARA_FOTO.search(line)):
        return Clutter(PHOTO)
    if len(line) < 300 and (agency := _AGENCY.search(line)) is not None:
        plain = not told and line.endswith(")") and not any(c.isdigit() for c in agency["paper"])
        if plain or publisher(agency["paper"]):
            return Clutter(PHOTO)
    if (section := _PAPER_AND_SECTION.fullmatch(line)) is not None and publisher(section["paper"]):
        return Clutter(ATTRIBUTION)
    # What the check is certain of (copied-boilerplate) is none of the story either.
    found = debris.find(line)
    return Clutter(ADVERTISEMENT) if found is not None and found[2] else None


def _own(line: str) -> bool:
    """Whether a line speaks of a paper's own things, in the paper's own words."""
    quoted = line[:1] in "\"“'‘"
    return not quoted and (re.search(r"\bkami\b", line, re.IGNORECASE) is not None or paper_among(line) != "")


def _headlines(line: str) -> bool:
    """Whether the sentences behind a line's colon are titles: every longer word has a capital."""
    return titled(line.partition(":")[2])


def titled(words: str) -> bool:
    """Whether words are titles: every longer one has a capital."""
    long = [w for w in re.findall(r"[^\W\d_]{4,}", words) if w not in _SMALL]
    return len(long) > 1 and all(w[0].isupper() for w in long)


def two_sentences(line: str) -> bool:
    """Whether a line holds two whole sentences or more, as paragraphs do and titles do not."""
    return _TWO_SENTENCES.search(line) is not None
