"""A text uses a fact that is over, is due for a new check, or was never verified.

Its page says so beside the value; somebody should look for the new one.

Bad:
    path: _data/facts.yml
    - key: kuota
      label: Kuota
      value: "4.000"
      source: {publisher: Kementerian, url: https://kementerian.example/kuota}
      verified_on: 2025-05
      expires: 2025-12-31
    - {key: biaya, label: Biaya, value: "330.000", source: {publisher: Kementerian, url: https://kementerian.example/biaya}}
    path: artikel/2025/contoh.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Kuotanya {{ fakta: kuota }} orang dan biayanya {{ fakta: biaya }}.
    at: 7:20
    at: 7:58

Bad:
    path: _data/facts.yml
    - key: upah
      label: Upah
      value: "10.320"
      source: {publisher: Kementerian, url: https://kementerian.example/upah}
      verified_on: 2025-08-05
      review_by: 2026-11-22
    path: artikel/2025/contoh.md
    ---
    title: Surat untuk visa kerja
    description: "Surat untuk visa kerja, dan upah {{ fakta: upah }} yang tertulis di dalam perjanjian kerja."
    date: 2025-03-01
    ---

    Siapkan suratnya.
    at: 3:58

Good:
    path: _data/facts.yml
    - key: kuota
      label: Kuota
      value: "4.000"
      source: {publisher: Kementerian, url: https://kementerian.example/kuota}
      verified_on: 2026-05
      expires: 2026-11-22
    path: artikel/2025/contoh.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Kuotanya {{ fakta: kuota }} orang.

Good:
    path: _data/facts.yml
    - key: kuota
      label: Kuota
      value: "4.000"
      source: {publisher: Kementerian, url: https://kementerian.example/kuota}
      verified_on: 2025-05
      expires: 2025-12-31
    path: artikel/2025/contoh.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Tulisan ini tidak memakainya; `{{ fakta: kuota }}` hanya contoh.

Good:
    path: _data/facts.yml
    - key: upah
      label: Upah
      value: "10.320"
      source: {publisher: Kementerian, url: https://kementerian.example/upah}
      verified_on: 2025-08-05
      review_by: 2026-11-23
    path: artikel/2025/contoh.md
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    ---

    Upahnya {{ fakta: upah }} won.
"""

from collections.abc import Iterator

from rantau.model import Document, Fact, Finding, Library, Localized, Severity
from rantau.text import facts, spoken

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        "Fakta di content/_data/facts.yml punya verified_on (kapan cocok dengan sumbernya), dan boleh punya expires (hari "
        "terakhir berlaku) dan review_by (kapan harus diperiksa lagi). Yang sudah lewat atau belum diverifikasi tetap tampil, "
        "tetapi dengan tanda, bukan sebagai keadaan sekarang. Cari keterangan terbarunya lalu ubah di daftar itu: semua "
        "tulisan yang memakainya ikut berubah. Ini hanya peringatan; tulisan tetap bisa terbit."
    ),
    en=(
        "Facts of content/_data/facts.yml have verified_on (when they agreed with their source), and may have expires (the "
        "last day they hold) and review_by (when to check them again). What is over or was never verified is still shown, but "
        "with a mark and not as current. Look for the newest and change it in that list: every text that uses it follows. "
        "This is only a warning; the text can be published."
    ),
)

_ACTION = Localized(
    id="cocokkan dengan sumbernya, lalu ubah nilai dan verified_on di content/_data/facts.yml",
    en="compare it with its source, then change value and verified_on in content/_data/facts.yml",
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Facts in the title, the summary or the body that are not current on the day of the build."""
    for use, whole, _ in facts.named_in(document):
        fact = library.facts.get(use.key) if use.right else None
        state = facts.state(fact, library.date) if fact is not None else "verified"
        if fact is not None and state != "verified":
            yield Finding(document.path, facts.key_place(use, whole), _told(fact, state), _ACTION)


def _told(fact: Fact, state: str) -> Localized:
    if state == "unverified":
        return Localized(id=f'fakta "{fact.key}" belum diverifikasi', en=f'the fact "{fact.key}" was never verified')
    last = fact.expires if state == "expired" else fact.review_by
    day = spoken.day(last) if last is not None else Localized("")
    if state == "expired":
        return Localized(
            id=f'fakta "{fact.key}" hanya berlaku sampai {day.id}', en=f'the fact "{fact.key}" held only until {day.en}'
        )
    return Localized(
        id=f'fakta "{fact.key}" harus diperiksa lagi sejak {day.id}',
        en=f'the fact "{fact.key}" has been due for a new check since {day.en}',
    )
