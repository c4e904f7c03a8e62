"""Numbers that belong to one person: what an identity card, a passport and a bank account carry, as Indonesia writes them."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

# Source of the form of a NIK: Permendagri 72/2022 and the codes of Kemendagri: province, regency, district, day of birth
# (40 more for women), month, year, serial number.
_PROVINCES = frozenset(
    "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96 97".split()
)
# What a year follows is the number of a letter or a contract.
# Looking back comes after the first digit: a pattern that begins with a set of characters is looked for far more quickly.
_SIXTEEN = re.compile(r"[0-9](?<![\w./=&?#-][0-9])(?:[ .-]?[0-9]){15}(?![\w-]|[.,][0-9]|/(?:19|20)[0-9]{2}(?![0-9]))")
_PASSPORT = re.compile(r"[A-Z](?<![\w/=-][A-Z])(?:[A-Z]? ?[0-9]{7}|[0-9]{6})(?![\w-])")
_NAMED_PASSPORT = ("paspor", "passport")
_OWNER = re.compile(
    r"(?<![\w.])(?:[Aa]\. ?[Nn]\.?|[Aa][Nn]\.|[Aa]/[Nn]|[Aa]tas [Nn]ama|ATAS NAMA)[ :]{1,3}"
    r"(?P<name>[^\s\d][\w.'’]{0,30}(?: [A-Z][\w.'’]{0,30})?)"
)
_ACCOUNT = re.compile(r"(?<![\w./=+-])\d(?:[ .-]?\d){7,17}(?![\w-])")
# A part of one that was cut off still says much.
_LONG_NUMBER = re.compile(r"[0-9](?:[ .-]?[0-9]){5,}")
_BANK = re.compile(
    r"rek(?:ening)?\b|norek"
    r"|\b(?:bca|bri|bni|btn|bsi|mandiri|cimb|danamon|permata|jago|seabank|dana|ovo|gopay|transfer)\b",
    re.IGNORECASE,
)
# What the names of bodies begin with that collect money in their own name.
ORGANISATIONS = (
    r"(?:serikat|persatuan|perkumpulan|perhimpunan|himpunan|ikatan|asosiasi|aliansi|federasi|forum|jaringan|komunitas|paguyuban|"
    r"organisasi|gerakan|solidaritas|pusat|posko|balai|upt|klinik|puskesmas|rs|rsud|desa|kelurahan|bumdes|kedutaan|konsulat|"
    r"perwakilan|imigrasi|lbh|lsm|migrant|migran|peduli|sbmi|baznas|dompet)"
)
# Owners that are no persons, and people in general.
_NOT_A_PERSON = re.compile(
    r"(?:pt|cv|ud|yayasan|perum|perusahaan|koperasi|bendahara|kementerian|dinas|badan|lembaga|kantor|kbri|kjri|kdei|bank|kas|"
    r"rekening|panitia|lpk|bp\d*mi|kp\d*mi|bnp|bpjs|masjid|gereja|sekolah|universitas|rumah|pemerintah|negara|polri|polda|polres|"
    r"anda|kamu|saya|sendiri|pekerja|pmi|cpmi|calon|pemilik|pemberi|penerima|peserta|orang|korban|pribadi|majikan|"
    rf"nama|x|xxx|siapa|kepala|direktur|\w*\*|{ORGANISATIONS}\b)",
    re.IGNORECASE,
)
_VICTIM = re.compile(
    r"\b(?:(?:nomor|no\.?|telepon|telp\.?|hp|ponsel|wa|whatsapp|kontak|surel|email|e-mail|alamat)[ \t]{1,3}){1,3}"
    r"(?:milik |keluarga |si )?korban\b"
    r"[^\d@\n]{0,30}?(?P<what>(?:\+?62|0)[ .-]?8\d(?:[ .-]?\d){7,11}|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63})",
    re.IGNORECASE,
)
_NUMBER_NEAR = re.compile("[0-9@]")
_OFFICE = re.compile(r"kekerasan|tppo|perdagangan|penipuan|pengaduan|layanan|hotline|posko|lembaga|satgas|kantor", re.IGNORECASE)
_OWNED = ("a.n", " an. ", "a/n", "atas nama", "a. n")
_SERIAL = "01234567890123456789"


@dataclass(frozen=True, slots=True)
class Identity:
    """A number found: "nik", "passport", "account" or "victim", from `start` up to `end`."""

    kind: str
    start: int
    end: int


def find(text: str) -> Iterator[Identity]:
    """The numbers of persons in a text, in the order of their kinds; numbers made up for an example are none."""
    for match in _SIXTEEN.finditer(text):
        if nik(re.sub(r"\D", "", match[0])) and "://" not in text[text.rfind(" ", 0, match.start()) + 1 : match.start()][-300:]:
            yield Identity("nik", *match.span())
    low = text.lower()
    if any(name in low for name in _NAMED_PASSPORT):
        for match in _PASSPORT.finditer(text):
            around = text[max(0, match.start() - 60) : match.end() + 30].lower()
            if any(name in around for name in _NAMED_PASSPORT) and not _made_up(re.sub(r"\D", "", match[0])):
                yield Identity("passport", *match.span())
    if any(mark in low for mark in _OWNED):
        yield from _accounts(text)
    at = low.find("korban")
    while at >= 0 and len(low) == len(text):
        near = _NUMBER_NEAR.search(text, at, at + 100) is not None
        told = _VICTIM.search(text, max(0, at - 60), at + 140) if near else None
        if told is not None and _OFFICE.search(told[0]) is None:
            yield Identity("victim", *told.span("what"))
        at = low.find("korban", max(at, told.end() if told is not None else 0) + 1)


def nik(digits: str) -> bool:
    """Whether sixteen digits can be a NIK: a province, a regency, a district, a day and a month of birth, a serial number."""
    day, month = int(digits[6:8]), int(digits[8:10])
    return (
        digits[:2] in _PROVINCES
        and "01" <= digits[2:4] <= "79"
        and digits[4:6] != "00"
        and (1 <= day <= 31 or 41 <= day <= 71)
        and 1 <= month <= 12
        and digits[12:] != "0000"
        and not _made_up(digits)
    )


def masked(number: str) -> str:
    """The first four characters, and a dot for each further one."""
    return number[:4] + "·" * (len(number) - 4)


def discreet(text: str, secrets: Collection[str]) -> str:
    """A text, as long as before, without the numbers that are secret, whatever separates or cuts off their digits there."""
    hidden = [digits for secret in secrets if (digits := _digits(secret))]

    def cover(found: re.Match[str]) -> str:
        digits = _digits(found[0])
        return masked(found[0]) if any(digits in secret or secret in digits for secret in hidden) else found[0]

    return _LONG_NUMBER.sub(cover, text)


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _accounts(text: str) -> Iterator[Identity]:
    done = 0
    for owner in _OWNER.finditer(text):
        if _NOT_A_PERSON.match(owner["name"]) or not owner["name"][:1].isupper():
            continue
        line = text.rfind("\n", max(0, owner.start() - 90), owner.start()) + 1 or max(0, owner.start() - 90)
        before = text[line : owner.start()]
        after = text[owner.end() : owner.end() + 40].split("\n")[0]
        numbers = [(line + m.start(), line + m.end()) for m in _ACCOUNT.finditer(before)]
        numbers += [(owner.end() + m.start(), owner.end() + m.end()) for m in _ACCOUNT.finditer(after)][:1]
        wanted = numbers[-1:] if numbers and numbers[-1][1] <= owner.start() else numbers[:1]
        for start, end in wanted:
            digits = re.sub(r"\D", "", text[start:end])
            if start >= done and _BANK.search(before + after) and not _made_up(digits) and not digits.startswith("628"):
                done = end
                yield Identity("account", start, end)


def _made_up(digits: str) -> bool:
    """Whether digits are those of an example: all alike, or counted up."""
    return len(set(digits)) <= 2 or digits in _SERIAL or digits in _SERIAL[::-1]
