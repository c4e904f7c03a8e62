"""A cost's amount is no plain number, or has no currency.

"Sekitar 5 juta" is what a broker says. A number with its currency can be compared and checked.

Bad:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    verified_on: 2025-03-01
    sources: [{key: kp2mi-2025, title: Pengumuman pendaftaran}]
    costs:
      - {item: Ujian, amount: sekitar 5 juta, currency: idr, source: kp2mi-2025}
    #                         ^^^^^^^^^^^^^^
    ---
    at: 8:27

Bad:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    verified_on: 2025-03-01
    sources: [{key: kp2mi-2025, title: Pengumuman pendaftaran}]
    costs:
      - {item: Ujian, amount: 28, source: kp2mi-2025}
    #                         ^^
    ---
    at: 8:27

Bad:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    verified_on: 2025-03-01
    sources: [{key: kp2mi-2025, title: Pengumuman pendaftaran}]
    costs:
      - {amount: 28, currency: usd, source: kp2mi-2025}
    ---
    at: 8:14

Good:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    verified_on: 2025-03-01
    sources: [{key: kp2mi-2025, title: Pengumuman pendaftaran}]
    costs:
      - {item: Ujian, amount: 28, currency: USD, payer: pekerja, source: kp2mi-2025}
      - {item: Visa, amount: 330.000, currency: idr, payer: pemberi-kerja, source: kp2mi-2025}
    ---

Good:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    verified_on: 2025-03-01
    sources: [{key: kp2mi-2025, title: Pengumuman pendaftaran}]
    costs:
      - {item: Paspor, payer: pekerja, source: kp2mi-2025}
    ---

Good:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    verified_on: 2025-03-01
    sources: [{key: kp2mi-2025, title: Pengumuman pendaftaran}]
    costs:
      - {item: Pendaftaran, amount: 0, currency: idr, source: kp2mi-2025}
      - {item: Asuransi, amount: "1.250,50", currency: twd, source: kp2mi-2025}
    ---

Good:
    path: program/gtog.md
    ---
    title: G to G ke Korea Selatan
    name: G to G
    description: Penempatan oleh pemerintah dengan pemerintah, tanpa perusahaan perantara.
    costs:
    ---
"""

from collections.abc import Iterator

from rantau.model import Cost, Document, Finding, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.amounts import parse

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Jumlah pada isian costs ditulis sebagai angka saja, misalnya amount: 330.000 atau 28,50, dan mata uangnya sendiri, "
        "misalnya currency: idr. Kata seperti sekitar, juta, atau rentang 5-10 juta tidak dapat dibandingkan. Kalau sumber "
        "tidak menyebut jumlah, kosongkan amount dan currency; biayanya tetap tampil, tanpa angka. Isian item mengatakan "
        "biaya untuk apa."
    ),
    en=(
        "An amount in costs is a number alone, such as amount: 330.000 or 28,50, and its currency stands by itself, such as "
        "currency: idr. Words such as about, or a range, cannot be compared. Where the source has no amount, leave amount "
        "and currency empty; the cost is still shown, without a number. The entry item says what is paid for."
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Costs whose amount cannot be read, has no currency or belongs to nothing."""
    for number, cost in enumerate(document.fields.costs if document.fields is not None else ()):
        problem = _problem(cost)
        if problem is not None:
            field, message, action = problem
            yield Finding(document.path, document.span(f"costs.{number}.{field}"), message, action)


def _problem(cost: Cost) -> tuple[str, Localized, Localized] | None:
    amount = spoken.brief(cost.amount, 40)
    if cost.amount and parse(cost.amount) is None:
        return (
            "amount",
            Localized(f'"{amount}" bukan satu angka', f'"{amount}" is not one number'),
            Localized(
                "tulis angkanya saja, misalnya 330.000; kalau sumber tidak menyebut jumlah, kosongkan",
                "write the number alone, such as 330.000; leave it empty if the source has none",
            ),
        )
    if cost.amount and not cost.currency:
        return (
            "amount",
            Localized(f'jumlah "{amount}" tidak punya mata uang', f'the amount "{amount}" has no currency'),
            Localized("tambahkan di bawahnya currency: idr, atau mata uang lain", "add below it currency: idr, or another one"),
        )
    if cost.amount and not cost.item:
        return (
            "amount",
            Localized(
                f'jumlah "{amount}" tidak mengatakan biaya untuk apa', f'the amount "{amount}" does not say what it is for'
            ),
            Localized("tambahkan item: diikuti nama biayanya, misalnya item: Visa", "add item: and its name, such as item: Visa"),
        )
    return None
