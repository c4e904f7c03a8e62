"""An entry of _data/glossary.yml cannot be shown, or says what another says.

Readers take the glossary's word for what a contract or an office is, so what a term means has a source.

Bad:
    path: _data/glossary.yml
    - key: kur
      abbreviation: KUR
      expansion: Kredit Usaha Rakyat
      meaning: Pinjaman bank dengan bunga yang dibantu pemerintah.
    at: 1:3

Bad:
    path: _data/glossary.yml
    - {key: p3mi, abbreviation: P3MI, expansion: Perusahaan Penempatan Pekerja Migran Indonesia, aliases: [PJTKI]}
    - key: pjtki
      abbreviation: PJTKI
    #               ^^^^^
      expansion: Perusahaan Jasa Tenaga Kerja Indonesia
    at: 3:17

Bad:
    path: _data/glossary.yml
    - {key: KUR, abbreviation: KUR, expansion: Kredit Usaha Rakyat}
    - {key: pmi, abbreviation: PMI}
    - {key: coe, expansion: Certificate of Eligibility}
    - {key: opp, abbreviation: OPP, arti: Orientasi, expansion: Orientasi Pra Pemberangkatan}
    - {key: ssw, abbreviation: SSW, expansion: Specified Skilled Worker, source_url: situs Jepang, source_date: kemarin}
    at: 1:9
    at: 2:3
    at: 3:3
    at: 4:33
    at: 5:82
    at: 5:109

Good:
    path: _data/glossary.yml
    - key: kur
      abbreviation: KUR
      expansion: Kredit Usaha Rakyat
      meaning: {id: Pinjaman bank dengan bunga yang dibantu pemerintah., en: A bank loan with subsidised interest.}
      source: Berita Contoh
      source_url: https://berita.example/kur
      source_date: 2025-09-17

Good:
    path: _data/glossary.yml
    - {key: skck, abbreviation: SKCK, expansion: Surat Keterangan Catatan Kepolisian}
    - key: lapor-diri
      term: {id: lapor diri, en: reporting one's arrival}
      meaning: Memberi tahu perwakilan Indonesia bahwa Anda sudah tiba.
      source: Berita Contoh
      source_date: 2023

Good:
    path: _data/glossary.yml
    - {key: kbri, abbreviation: KBRI, expansion: {id: Kedutaan Besar Republik Indonesia, en: Embassy of Indonesia}}
    - {key: kjri, abbreviation: KJRI, expansion: Konsulat Jenderal Republik Indonesia, aliases: [konjen]}

Good:
    path: _data/glossary.yml
    # belum ada istilah
"""

from rantau.model import Defect, Localized, Severity
from rantau.text import spoken

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Istilah di content/_data/glossary.yml tampil di /glosarium/, dan di setiap halaman istilah itu ditautkan ke sana saat "
        "pertama muncul. Setiap butir punya key, lalu abbreviation (singkatan, ditulis persis) atau term (istilah), dan "
        "expansion (kepanjangan) atau meaning (arti). Arti adalah pernyataan tentang kenyataan, jadi wajib punya source. Dua "
        "butir tidak boleh memakai sebutan yang sama, karena pembaca tidak tahu mana yang dimaksud."
    ),
    en=(
        "The terms in content/_data/glossary.yml are shown on /glosarium/, and each page links a term to it where it first "
        "stands. Each entry has a key, then an abbreviation (written exactly) or a term, and an expansion or a meaning. What a "
        "term means is a statement about the world, so it needs a source. No two entries may share a name, because readers "
        "could not tell which is meant."
    ),
)

# problem -> message (id, en), help (id, en)
_WORDS = {
    "not-a-list": (
        "berkas ini tidak berisi daftar",
        "this file does not hold a list",
        'awali setiap istilah dengan "- key: namapendek"',
        'start every term with "- key: shortname"',
    ),
    "not-a-mapping": (
        'butir ini tidak berisi isian berbentuk "nama: nilai"',
        'this item holds no entries of the form "name: value"',
        "bandingkan dengan istilah lain di berkas ini",
        "compare it with the other terms of this file",
    ),
    "unknown-field": (
        '"{value}" bukan nama isian istilah',
        '"{value}" is not an entry of a term',
        "pakai key, abbreviation atau term, expansion, meaning, aliases, source, source_url, atau source_date",
        "use key, abbreviation or term, expansion, meaning, aliases, source, source_url or source_date",
    ),
    "no-key": (
        'istilah "{value}" tidak punya isian "key"',
        'the term "{value}" has no entry "key"',
        'tulis "key: namapendek" sebagai isian pertama butir ini',
        'write "key: shortname" as the first entry of this item',
    ),
    "bad-key": (
        'key "{value}" tidak dapat menjadi bagian alamat',
        'the key "{value}" cannot be a part of an address',
        "pakai huruf kecil, angka, dan tanda hubung, misalnya eps-topik",
        "use small letters, digits and hyphens, such as eps-topik",
    ),
    "one-name": (
        'istilah "{value}" harus punya abbreviation atau term, salah satu saja',
        'the term "{value}" needs either an abbreviation or a term',
        "tulis abbreviation untuk singkatan (ditulis persis, misalnya KUR), term untuk istilah biasa",
        "write abbreviation for what is written exactly (KUR), term for ordinary words",
    ),
    "no-meaning": (
        'istilah "{value}" belum dijelaskan',
        'the term "{value}" is not explained',
        "tulis expansion (kepanjangannya) atau meaning (artinya)",
        "write its expansion or its meaning",
    ),
    "no-source": (
        'arti istilah "{value}" tidak punya sumber',
        'the meaning of "{value}" has no source',
        "tulis source: siapa yang menjelaskannya; kalau tidak ada sumbernya, hapus meaning dan tulis expansion saja",
        "write source: who explains it; if nobody does, delete the meaning and keep the expansion",
    ),
    "bad-source": (
        'alamat sumber "{value}" bukan alamat web',
        'the address of the source, "{value}", is not a web address',
        "salin alamatnya dari peramban, diawali https://",
        "copy the address from the browser; it starts with https://",
    ),
    "bad-date": (
        'tanggal "{value}" tidak dapat dibaca',
        'the date "{value}" cannot be read',
        "tulis tahun lebih dulu: 2025-12-09, 2025-12, atau 2025",
        "write the year first: 2025-12-09, 2025-12 or 2025",
    ),
    "duplicate-key": (
        'key "{value}" dipakai dua istilah',
        'two terms have the key "{value}"',
        "gabungkan keduanya, atau beri salah satunya key yang lain",
        "merge them, or give one of them another key",
    ),
    "duplicate-name": (
        'sebutan "{value}" sudah dipakai butir "{other}" di baris {line}',
        'the name "{value}" is already used by the item "{other}" on line {line}',
        "hapus sebutan itu dari salah satu butir, atau gabungkan keduanya",
        "delete the name from one of the items, or merge them",
    ),
}


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    return spoken.told((_WORDS | spoken.DATES)[defect.values["problem"]], defect.values)
