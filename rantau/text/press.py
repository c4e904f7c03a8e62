"""What stands around the story on a newspaper's page: the paper, the day, the people, the place it was sent from.

Every form here was met on pages of Indonesian publishers.
"""

import datetime
import re
from collections.abc import Iterator

from rantau.text.dates import MONTH_NUMBERS

# --- papers ------------------------------------------------------------------------------------

# How publishers write themselves, by what their domain ends with.
DOMAINS = {
    "antaranews.com": "ANTARA",
    "bbc.com": "BBC News Indonesia",
    "beritasatu.com": "BeritaSatu",
    "bisnis.com": "Bisnis.com",
    "bp2mi.go.id": "BP2MI",
    "cnbcindonesia.com": "CNBC Indonesia",
    "cnnindonesia.com": "CNN Indonesia",
    "detik.com": "detikcom",
    "disway.id": "Disway",
    "gatra.com": "Gatra.com",
    "grid.id": "Grid.ID",
    "idntimes.com": "IDN Times",
    "indonesia.go.id": "Indonesia.go.id",
    "inews.id": "iNews.id",
    "jawapos.com": "JawaPos.com",
    "jpnn.com": "JPNN.com",
    "kemlu.go.id": "Kementerian Luar Negeri",
    "kemnaker.go.id": "Kementerian Ketenagakerjaan",
    "kompas.com": "Kompas.com",
    "kompas.id": "Kompas.id",
    "kompas.tv": "Kompas TV",
    "kompasiana.com": "Kompasiana",
    "kontan.co.id": "Kontan.co.id",
    "kp2mi.go.id": "KP2MI",
    "kumparan.com": "kumparan",
    "liputan6.com": "Liputan6.com",
    "mediaindonesia.com": "Media Indonesia",
    "medcom.id": "Medcom.id",
    "merdeka.com": "Merdeka.com",
    "metrotvnews.com": "Metrotvnews.com",
    "okezone.com": "Okezone",
    "pikiran-rakyat.com": "Pikiran Rakyat",
    "republika.co.id": "Republika",
    "rmol.id": "RMOL",
    "rri.co.id": "RRI",
    "sindonews.com": "SINDOnews",
    "suara.com": "Suara.com",
    "tempo.co": "Tempo",
    "tirto.id": "Tirto.id",
    "tribunnews.com": "Tribunnews.com",
    "tvonenews.com": "tvOnenews.com",
    "viva.co.id": "VIVA",
    "voaindonesia.com": "VOA Indonesia",
}
_NAMES = {
    **{name.casefold(): name for name in DOMAINS.values()},
    "antara": "ANTARA",
    "antara news": "ANTARA",
    "antaranews": "ANTARA",
    "bbc indonesia": "BBC News Indonesia",
    "bbc news indonesia": "BBC News Indonesia",
    "detik": "detikcom",
    "detikcom": "detikcom",
    "kompas": "Kompas",
    "tempo": "Tempo",
    "tribun": "Tribunnews.com",
    "metro tv": "Metro TV",
    "kemnaker": "Kementerian Ketenagakerjaan",
    "bp2mi": "BP2MI",
    "kp2mi": "KP2MI",
    "kemlu": "Kementerian Luar Negeri",
    "kumparannews": "kumparan",
    "kumparanbisnis": "kumparan",
    "berita ilo": "ILO",
    "the conversation": "The Conversation",
}
_REGIONAL = frozenset(("antara", "antaranews"))
_HOST = re.compile(
    r"(?<![@\w.-])(?:[a-z0-9-]+\.){1,4}(?:com|co\.id|go\.id|or\.id|ac\.id|id|co|net|org|news|tv|info)\b(?!@)", re.IGNORECASE
)
URL = re.compile(r"https?://[^\s<>\"“”'’)\]]+[^\s<>\"“”'’)\].,;:!?]", re.IGNORECASE)


def publisher(words: str) -> str:
    """The paper or office that some words name by its domain or its name; "" for none."""
    plain = words.strip(" \t,;:()[]-–—|")
    if plain.casefold() in _NAMES:
        return _NAMES[plain.casefold()]
    # A paper's own office in a region: "Antaranews Papua".
    first, _, region = plain.partition(" ")
    if first.casefold() in _REGIONAL and region.isalpha() and region.istitle():
        return _NAMES[first.casefold()]
    host = _HOST.search(plain)
    if host is not None:
        return of_host(host[0])
    if plain.casefold().startswith("detik") and len(plain) < 20 and " " not in plain:
        return "detikcom"
    return ""


def paper_among(words: str) -> str:
    """The paper that is named somewhere in a line, by one word or two; "" for none. Addresses in it name nobody."""
    plain = [w.strip("\"'“”(),:!") for w in words.split() if "/" not in w]
    pairs = (" ".join(plain[i : i + size]) for size in (2, 1) for i in range(len(plain) - size + 1))
    return next(filter(None, map(publisher, pairs)), "")


def of_host(host: str) -> str:
    """The name of a host's publisher: the known one, or the domain as it is written."""
    known = next((name for end, name in DOMAINS.items() if f".{host.casefold()}".endswith(f".{end}")), "")
    return known or re.sub(r"^(?:www\d?|m|amp)\.", "", host, flags=re.IGNORECASE)


# --- days --------------------------------------------------------------------------------------

_MONTH = r"(?:[^\W\d_]{3,9})"
_DAY = re.compile(
    rf"(?<![\d/.-])(?:(?P<iso>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})|(?P<day>\d{{1,2}})(?:\s?[-/.]\s?|\s)(?P<month>\d{{1,2}}|{_MONTH})\.?"
    rf"(?:\s?[-/.]\s?|,?\s)(?P<year>\d{{4}})|(?P<name>{_MONTH})\.?\s(?P<nth>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<late>\d{{4}}))(?![\d])",
    re.IGNORECASE,
)


def days(text: str) -> Iterator[tuple[datetime.date, re.Match[str]]]:
    """Every day that a text names with its year, in order.

    "4 Des 2025", "04/12/2025" (day first, unless no calendar has that), "2025-12-04", "December 4, 2025".
    """
    for match in _DAY.finditer(text):
        if match["iso"]:
            year, month, day = (int(part) for part in re.split(r"[-/.]", match["iso"]))
        else:
            year = int(match["year"] or match["late"])
            day = int(match["day"] or match["nth"])
            month = _month(match["month"] or match["name"])
            if month > 12 and day <= 12 and match["month"].isdigit():
                # No calendar has that month, so it is written as Americans do.
                day, month = month, day
        try:
            found = datetime.date(year, month, day)
        except ValueError:
            continue
        if 1900 <= year <= 2200:
            yield found, match


def _month(written: str) -> int:
    return int(written) if written.isdigit() else MONTH_NUMBERS.get(written.casefold(), 0)


_WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|mon|tue|wednes|thurs|fri|satur|sun)(?:day|s)?"
# What stands around the date in the line of a page that says when the story came out.
_DATELESS = re.compile(
    rf"\b(?:{_WEEKDAY}|wib|wita|wit|gmt|utc|pukul|jam|pkl|tanggal|tgl|diperbarui|diperbaharui|update[d]?|terakhir|last|on|at|pada|"
    rf"terbit|diterbitkan|dipublikasikan|dipublikasi|publikasi|published|posted|tayang|ditayangkan|diunggah|dibuat|dirilis|rilis|"
    rf"press|release|siaran|pers|news|berita|date|waktu baca|menit|baca|am|pm|min|read)\b"
    rf"|\b\d{{1,2}}[.:]\d{{2}}(?:[.:]\d{{2}})?\b|\b\d+\b|[\W_]+",
    re.IGNORECASE,
)
_SMALL = frozenset("oleh by di dan and bin binti detik kumparan antara baca menit".split())
UPDATED = re.compile(r"\b(?:diperbarui|diperbaharui|update[d]?|last modified|pembaruan)\b", re.IGNORECASE)
_AGO = re.compile(
    r"(?:\W|\b(?:diperbarui|update[d]?|terbit|published|posted|tayang)\b)*(?:\d+|satu|sebuah|a|an|one|se)\s?"
    r"(?:detik|menit|jam|hari|minggu|pekan|bulan|tahun|sec\w*|min\w*|hours?|days?|weeks?|months?|years?|h|d|mo|yr)s?\s+(?:yang\s)?(?:lalu|ago)"
    r"(?:[\W\d]|\b(?:baca|menit|oleh)\b)*",
    re.IGNORECASE,
)
_TIME_ALONE = re.compile(r"(?:pukul\s)?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?(?:wib|wita|wit|am|pm))?", re.IGNORECASE)


def dated(line: str) -> tuple[datetime.date | None, datetime.date | None, str] | None:
    """(day of publication, day of the last change, other words) of a line whose business is a date; None for every other line."""
    if len(line) > 140 or line[:1].islower() or line.endswith((".", "!", "?", '"', "”")) or _AGO.fullmatch(line):
        return None
    found = list(days(line))
    if not found:
        return None
    rest = line
    for _, match in reversed(found):
        rest = f"{rest[: match.start()]} \n {rest[match.end() :]}"
    others = " ".join(part for piece in rest.split("\n") if (part := _strip_time(piece)))
    # A sentence has small words in it, which names and places have not; signs between the parts make none.
    parted = re.search(r"[|•·]", line) is not None
    if len(others.split()) > 6 or any(not parted and w.islower() and "." not in w and w not in _SMALL for w in others.split()):
        return None
    published = changed = None
    done = 0
    for day, match in found:
        if UPDATED.search(line, done, match.start()):
            changed = changed or day
        else:
            published = published or day
        done = match.end()
    return published, changed, others


def _strip_time(piece: str) -> str:
    """The words of a line about a date that are not about the time; names keep their marks."""
    if not re.search(r"[^\W\d_]", _DATELESS.sub("", piece)):
        return ""
    words = re.sub(
        rf"\b(?:{_WEEKDAY}|wib|wita|wit|gmt|pukul|diperbarui|update[d]?|diterbitkan|dipublikasikan|published|posted|tayang|pada|on)\b",
        " ",
        piece,
        flags=re.IGNORECASE,
    )
    return re.sub(r"\s+", " ", re.sub(r"\b\d{1,2}[.:]\d{2}\b", " ", words)).strip(" ,;:|/()•·–—-")


# --- people ------------------------------------------------------------------------------------

_ROLES = (
    r"penulis(?: & editor)?|editor|redaktur & reporter|reporter|pewarta|redaktur(?: pelaksana)?|kontributor|rep|red|oleh|by"
    r"|laporan(?: wartawan)?|wartawan|jurnalis|fotografer|produser|uploader|penyunting|penerjemah|penerbit|writer|author"
    r"|written by|tim redaksi|redaksi|publisher|sumber berita|pengarang|foto / video"
)
_LABELLED = re.compile(rf"\W*(?P<role>{_ROLES})\s*[:/]\s*(?P<name>.{{2,80}})", re.IGNORECASE)
_LABEL = re.compile(rf"(?:{_ROLES})\s*:?", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?:[ ,/]+(?:[A-ZÀ-Þ][\w'’.-]*|bin|binti|van|de|der|al|dan|&)){0,7}")
_BY = re.compile(r"(?:(?:(?:artikel|berita|tulisan) ini )?(?:ditulis|written) )?(?:by|oleh)\s+(?P<name>.{3,60})", re.IGNORECASE)
# Roles that nothing but a byline begins with.
_NEWSROOM = re.compile(
    r"\W*(?:penulis|editor|reporter|pewarta|redaktur|kontributor|wartawan|jurnalis|penyunting|uploader)\b[^:.]{0,20}:",
    re.IGNORECASE,
)
_ROLE_AND_NAME = re.compile(r"(?i:penulis|editor|reporter|pewarta|redaktur|kontributor)\s(?P<name>[A-ZÀ-Þ].{2,60})")
_INITIALS = re.compile(
    r"\((?:[A-Za-z]{1,8}|\*)(?:\s?[/-]\s?(?:[A-Za-z]{1,12}|\d{1,3}|\*)){1,4}\)|\(\*+\)|\[[a-z]{2,4}\]"
    r"|\([A-Z]{2,4}\)|\([A-Z]-\d{1,2}\)|\*{3}|\(\s?red\s?\)|\([a-z]{2,5}\)|\([A-Z][a-z]{1,3}\)|\[[a-z]{2,4}(?:/[a-z]{2,4}){1,2}\]"
)
_IN_BRACKETS = re.compile(
    r"\((?:(?:laporan|penulis|editor|reporter)\s*:\s*)?(?P<name>[A-ZÀ-Þ][\w'’.-]+(?:[ /]+[A-ZÀ-Þ][\w'’.-]*){1,6})\)",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[.!?…”\"'’)]$")


def names(words: str) -> bool:
    """Whether some words are the names of people: one to eight words with capitals, and nothing a sentence has."""
    return 3 <= len(words) <= 80 and _NAME.fullmatch(words.strip()) is not None


def byline(line: str) -> str | None:
    """Whom a line names as the author, editor or reporter ("" for nobody); None for a line of another kind.

    "Penulis : Afi | Editor : Budi", "Rep: Afi/ Red: Budi", "Afi - detikFinance", "Oleh Afi", "Tim Redaksi", "(Afi Budi)".
    """
    if len(line) > 160:
        return None
    if line.casefold() in ("tim redaksi", "redaksi", "admin", "author", "oleh tim redaksi"):
        return ""
    parts = [part for part in re.split(r"\s*(?:\||--|•|·|/\s(?=red|editor))\s*", line, flags=re.IGNORECASE) if part]
    found = [_LABELLED.fullmatch(part) for part in parts]
    if found and found[0] is not None and all(m is not None for m in found):
        given = [m for m in found if m is not None]
        # A label at the start of a sentence is no byline.
        if all(len(m["name"].split()) <= 9 and not re.search(r"\w{3}[.!?]\s+\S", m["name"]) for m in given):
            writer = next((m for m in given if not re.match(r"ed|red|prod|foto|up|sumber", m["role"], re.IGNORECASE)), None)
            return writer["name"].strip(" ,/") if writer is not None else ""
    if (match := _ROLE_AND_NAME.fullmatch(line)) is not None and names(match["name"]):
        return "" if re.match(r"ed|red", line, re.IGNORECASE) else match["name"]
    bracketed = _IN_BRACKETS.fullmatch(line)
    if bracketed is not None:
        return bracketed["name"]
    if (match := _BY.fullmatch(line)) is not None and (names(match["name"]) or publisher(match["name"].split("-")[0])):
        return match["name"].split("- ")[-1].strip() if publisher(match["name"].split("-")[0]) else match["name"]
    apart = re.split(r"\s+[-–—|]\s+|,\s+", line)
    if (
        len(apart) == 2
        and names(apart[0])
        and len(apart[1]) < 30
        and (publisher(apart[1]) or re.fullmatch(r"jurnalis|wartawan|editor", apart[1], re.IGNORECASE))
    ):
        return apart[0]
    return None


def signature(line: str) -> bool:
    """Whether a line is a byline wherever it stands: roles with a colon and names, or a name beside its paper."""
    if byline(line) is None:
        return False
    if _NEWSROOM.match(line) is None:
        name, *paper = re.split(r"\s+[-–—|]\s+|,\s+", line)
        return len(paper) == 1 and names(name) and publisher(paper[0]) != ""
    parts = re.split(r"\s*(?:\||--|•|·|\s[-–—/]\s|[,/]\s*(?=\w+\s*:))\s*", line)
    return all((m := _LABELLED.fullmatch(part)) is not None and names(m["name"].strip(" ,")) for part in parts if part)


_CREDIT = re.compile(
    r"(?P<holder>[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*){0,3})\s?/\s?(?P<name>[A-Za-zÀ-Þ][\w.'’]*(?: [A-ZÀ-Þ][\w.'’]*){0,4})"
)


def credit(line: str) -> bool:
    """Whether a line is nothing but whose a picture or a text is: "Warta Desa/Budi Santoso", "Budi/KabarDesa"."""
    return len(line) <= 80 and _CREDIT.fullmatch(line) is not None


def credited(line: str) -> bool:
    """Whether a line ends with the paper that its picture is from: "Kepala Dinas, Budi Santoso/RMOL"."""
    words, mark, paper = line.rpartition("/")
    return bool(mark) and len(words) > 10 and 3 <= len(paper) <= 30 and publisher(paper) != "" and " " not in paper.strip()


def label(line: str) -> bool:
    """Whether a line is a role alone, whose name stands on the next one."""
    return _LABEL.fullmatch(line) is not None


def initials(line: str) -> bool:
    """Whether a line holds nothing but signs of a newsroom: "(dek/wnv)", "(*)", "[cob]", "(WAH)"."""
    return _INITIALS.fullmatch(line) is not None


def signed(line: str) -> tuple[str, str]:
    """A paragraph without the signs of a newsroom at its end, and these: ("... kata dia.", "(sam/jpnn)")."""
    match = re.search(rf"\s*(?P<signs>(?:{_INITIALS.pattern})(?:\s*(?:{_INITIALS.pattern}))*)\s*$", line)
    if match is None or not _CLOSED.search(line[: match.start()]):
        return line, ""
    return line[: match.start()], match["signs"]


# --- the place before the story -----------------------------------------------------------------

_CITIES = frozenset(
    "jakarta bandung surabaya semarang yogyakarta medan makassar denpasar batam palembang malang solo surakarta bogor depok "
    "bekasi tangerang cilacap indramayu cirebon mataram kupang pontianak samarinda balikpapan banjarmasin manado padang "
    "pekanbaru jambi lampung serang banyuwangi ponorogo blitar tulungagung lombok nunukan tarakan entikong sukabumi cianjur "
    "karawang subang kendal brebes tegal pati jember madiun kediri garut tasikmalaya ciamis majalengka sumedang purwakarta "
    "cimahi banjar pangandaran pandeglang cilegon banyumas purwokerto purbalingga banjarnegara kebumen purworejo wonosobo "
    "magelang boyolali klaten sukoharjo wonogiri karanganyar sragen grobogan blora rembang kudus jepara demak temanggung "
    "pekalongan pemalang salatiga sleman bantul kulonprogo gunungkidul pacitan trenggalek lumajang bondowoso situbondo "
    "probolinggo pasuruan sidoarjo mojokerto jombang nganjuk magetan ngawi bojonegoro tuban lamongan gresik bangkalan sampang "
    "pamekasan sumenep aceh binjai padangsidimpuan bukittinggi dumai bengkulu pangkalpinang tanjungpinang bima sumbawa "
    "ende maumere flores ambon ternate sorong jayapura merauke timika kendari palu gorontalo mamuju parepare palopo palangkaraya "
    "banjarbaru bontang singkawang tokyo seoul taipei singapura riyadh jeddah doha dubai "
    "washington london berlin canberra hongkong".split()
)
_CITY_AND_STOP = re.compile(r"(?P<city>[A-Z]{4,20}(?: [A-Z]{4,20})?)\.\s+(?=[A-Z])")
_DASH = r"\s*(?:--+|[–—]|-(?=\s)|(?<=\s)-)\s*"
_PLACE = r"[A-ZÀ-Þa-z][\w.'’-]*(?:[ -][A-ZÀ-Þ][\w.'’-]*){0,4}"
_DATELINE = re.compile(
    rf"(?P<line>(?P<first>{_PLACE})(?P<more>(?:\s?,\s?{_PLACE}){{0,3}}),?(?:\s?\((?P<bracket>[^()]{{2,40}})\))?"
    rf"(?:{_DASH}|\s?:(?:\s+|$)))(?P<rest>.*)",
    re.DOTALL,
)


def dateline(paragraph: str) -> tuple[str, str, str] | None:
    """(the dateline, its publisher or "", the rest) of a paragraph like "JAKARTA, KOMPAS.com - Pemerintah ..."; None of others.

    A place alone counts when it is a known city; a word with a colon behind it is otherwise a label of the story.
    """
    match = _DATELINE.match(paragraph)
    if match is None or len(match["line"]) > 90:
        return None
    segments = [match["first"], *(s.strip() for s in match["more"].split(",") if s.strip())]
    paper = next((name for s in (*segments, match["bracket"] or "") if (name := publisher(s))), "")
    places = [s for s in segments if not publisher(s)]
    city = any(word.casefold() in _CITIES for s in places for word in s.split())
    if not (paper or city) or len(places) > 3 or any(len(s.split()) > 4 for s in places):
        return None
    if not paper and len(places) > 2:
        return None
    return match["line"].strip(), paper, match["rest"].strip()


def city(words: str) -> str:
    """The city with a full stop that some papers put behind their name, "KONTAN.CO.ID - JAKARTA. ..."; "" for none."""
    match = _CITY_AND_STOP.match(words)
    known = match is not None and any(word.casefold() in _CITIES for word in match["city"].split())
    return match[0] if match is not None and known else ""


def ago(line: str) -> bool:
    """Whether a line holds nothing but a time that says no day: "5 hours ago 1", "Diperbarui 2 jam lalu", "21:23 WIB"."""
    return _AGO.fullmatch(line) is not None or _TIME_ALONE.fullmatch(line) is not None
