"""A contact in _data/contacts.yml cannot be shown.

Readers in trouble call these numbers, so each has its source and the day of that source.

Bad:
    path: _data/contacts.yml
    - key: kbri-tokyo
      name: KBRI Tokyo
      kind: perwakilan
      country: JP
      channels:
        - {phone: +81-80-0000-0000, verified_on: 2025-12-09}
    at: 6:7

Bad:
    path: _data/contacts.yml
    - key: kbri-tokyo
      name: KBRI Tokyo
      kind: perwakilan
      country: JP
      channels:
        - {phone: +81-80-0000-0000, source: Berita Contoh}
    at: 6:7

Bad:
    path: _data/contacts.yml
    - key: kbri-tokyo
      name: KBRI Tokyo
      kind: kedutaan
      country: Jepang
      channels:
        - {phone: nomor rahasia, source: Berita Contoh, verified_on: Desember 2025}
    at: 3:9
    at: 4:12
    at: 6:15
    at: 6:66

Good:
    path: _data/contacts.yml
    - key: kbri-tokyo
      name: {id: KBRI Tokyo, en: Embassy in Tokyo}
      kind: perwakilan
      country: JP
      channels:
        - {phone: +81-80-0000-0000, source: Berita Contoh, source_url: https://berita.example/a, verified_on: 2025-12-09}
        - phone: "110"
          note: Polisi
          source: Berita Contoh
          verified_on: 2025-12
        - {url: https://kedutaan.example/tokyo, source: Berita Contoh, verified_on: 2025}

Good:
    path: _data/contacts.yml
    # belum ada kontak

Good:
    path: _data/contacts.yml
    - key: posko
      name: Posko Korea
      kind: setempat
      country: KR
      note: Buka siang hari.
      channels: [{phone: "1234", source: Berita Contoh, verified_on: 2011}]

Good:
    path: _data/contacts.yml
    - key: kementerian
      name: Kementerian
      kind: pemerintah
      country: ID
      channels:
        - {whatsapp: +62 800 0000 000, source: Berita Contoh, verified_on: 2025-04-10}
        - {address: Jalan Contoh 1, source: Berita Contoh, verified_on: 2025-04-10}
"""

from rantau.model import Defect, Localized, Severity
from rantau.text import spoken

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Kontak di content/_data/contacts.yml tampil di halaman bantuan dan halaman negaranya. Setiap kontak punya key, name, "
        "kind, country (kode dua huruf, ID untuk Indonesia), dan channels. Setiap nomor atau alamat di channels wajib punya "
        "source (siapa yang menulisnya) dan verified_on (tanggal sumber itu: 2025-12-09, 2025-12, atau 2025). Nomor tanpa "
        "sumber atau tanggal tidak ditampilkan, karena nomor lama dan nomor penipu beredar bertahun-tahun."
    ),
    en=(
        "The contacts in content/_data/contacts.yml are shown on the help page and on the page of their country. Each has a key, "
        "a name, a kind, a country (two letters, ID for Indonesia) and channels. Each number or address among the channels needs "
        "a source (who wrote it) and verified_on (the day of that source: 2025-12-09, 2025-12 or 2025). A number without them "
        "is not shown, because old numbers and numbers of swindlers go round for years."
    ),
)

# problem -> message (id, en), help (id, en)
_WORDS = {
    "not-a-list": (
        "berkas ini tidak berisi daftar",
        "this file does not hold a list",
        'awali setiap kontak dengan "- key: namapendek"',
        'start every contact with "- key: shortname"',
    ),
    "not-a-mapping": (
        'butir ini tidak berisi isian berbentuk "nama: nilai"',
        'this item holds no entries of the form "name: value"',
        "bandingkan dengan kontak lain di berkas ini",
        "compare it with the other contacts of this file",
    ),
    "missing": (
        'kontak ini tidak punya "{value}"',
        'this contact has no "{value}"',
        'tulis "{value}: ..." pada kontak ini',
        'write "{value}: ..." for this contact',
    ),
    "duplicate-key": (
        'key "{value}" dipakai dua kontak',
        'two contacts have the key "{value}"',
        "beri salah satunya key yang lain",
        "give one of them another key",
    ),
    "unknown-field": (
        '"{value}" bukan nama isian kontak',
        '"{value}" is not an entry of a contact',
        "pakai key, name, kind, country, channels, atau note; nomornya di dalam channels",
        "use key, name, kind, country, channels or note; numbers stand in channels",
    ),
    "unknown-channel-field": (
        '"{value}" bukan nama isian di channels',
        '"{value}" is not an entry of channels',
        "pakai phone, whatsapp, url, atau address, lalu source, source_url, verified_on, atau note",
        "use phone, whatsapp, url or address, then source, source_url, verified_on or note",
    ),
    "kind": (
        'jenis kontak "{value}" tidak dikenal',
        'the kind of contact "{value}" is not known',
        "tulis kind: pemerintah (Indonesia), perwakilan (KBRI, KJRI), setempat (layanan negara tujuan), atau organisasi",
        "write kind: pemerintah (of Indonesia), perwakilan (embassies), setempat (services of the country) or organisasi",
    ),
    "country": (
        'negara "{value}" tidak ada di daftar negara',
        'the country "{value}" is not in the list of countries',
        "tulis kode dua huruf dari content/_data/countries.yml, misalnya JP; ID untuk Indonesia",
        "write the two-letter code of content/_data/countries.yml, such as JP; ID for Indonesia",
    ),
    "no-channel": (
        'kontak "{value}" tidak punya satu pun nomor atau alamat',
        'the contact "{value}" has no number and no address',
        'tulis channels, lalu di bawahnya "- {phone: nomor, source: penerbit, verified_on: 2025-12-09}"',
        'write channels and below it "- {phone: number, source: publisher, verified_on: 2025-12-09}"',
    ),
    "one-channel": (
        "butir ini harus punya satu dari phone, whatsapp, url, atau address",
        "this item needs one of phone, whatsapp, url or address",
        "satu butir untuk satu nomor atau alamat, karena masing-masing punya sumbernya sendiri",
        "one item for one number or address, because each has a source of its own",
    ),
    "no-source": (
        '"{value}" tidak punya sumber',
        '"{value}" has no source',
        "tulis source: siapa yang menulis nomor ini; kalau tidak diketahui, hapus nomornya",
        "write source: who wrote this number; delete the number if nobody knows",
    ),
    "no-date": (
        '"{value}" tidak punya tanggal sumber',
        '"{value}" has no day of its source',
        "tulis verified_on: tanggal sumbernya, misalnya 2025-12-09, 2025-12, atau 2025",
        "write verified_on: the day of its source, such as 2025-12-09, 2025-12 or 2025",
    ),
    "bad-date": (
        'tanggal "{value}" tidak dapat dibaca',
        'the date "{value}" cannot be read',
        "tulis tahun lebih dulu: 2025-12-09, 2025-12, atau 2025",
        "write the year first: 2025-12-09, 2025-12 or 2025",
    ),
    "future": (
        'tanggal "{value}" belum tiba',
        'the date "{value}" is still to come',
        "tulis tanggal sumber yang benar",
        "write the right day of the source",
    ),
    "bad-phone": (
        '"{value}" bukan nomor telepon',
        '"{value}" is not a phone number',
        "tulis nomornya dengan angka, boleh diawali + dan dipisah spasi atau tanda hubung",
        "write it in digits; it may start with + and hold blanks and hyphens",
    ),
    "bad-whatsapp": (
        '"{value}" bukan nomor WhatsApp yang lengkap',
        '"{value}" is not a whole WhatsApp number',
        "awali dengan + dan kode negara, misalnya +62",
        "start it with + and the code of the country, such as +62",
    ),
    "bad-url": (
        '"{value}" bukan alamat web',
        '"{value}" is not a web address',
        "salin alamatnya dari peramban, diawali https://",
        "copy the address from the browser; it starts with https://",
    ),
    "bad-source": (
        'alamat sumber "{value}" bukan alamat web',
        'the address of the source, "{value}", is not a web address',
        "salin alamatnya dari peramban, diawali https://",
        "copy the address from the browser; it starts with https://",
    ),
}


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    return spoken.told((_WORDS | spoken.DATES)[defect.values["problem"]], defect.values)
