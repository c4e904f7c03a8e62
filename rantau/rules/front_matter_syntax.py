r"""Front matter, or a registry file, cannot be read.

One unclosed quote changes the meaning of all that follows, so nothing is guessed. The module is long because every mistake has
its own words, and each of them its examples.

Bad:
    path: tentang.md
    ---
    title: "Tentang Rantau
    ---
    at: 2:8

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    at: 1:1

Bad:
    path: tentang.md
    ---
    title: Jepang: negara tujuan
    ---
    at: 2:14

Bad:
    path: tentang.md
    ---
    title: &a Tentang Rantau
    ---
    at: 2:8

Bad:
    path: tentang.md
    ---
    title: Cara #1 mengurus visa
    ---
    at: 2:13

Bad:
    path: tentang.md
    ---
    title: "Tentang Rantau"
    description:"Situs ini memuat informasi kerja ke luar negeri untuk pekerja migran."
    ---
    at: 3:13

Bad:
    path: tentang.md
    ---
    title: “Jepang: negara tujuan”
    ---
    at: 2:8

Bad:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    img: visa.jpg
    alt: - gunung
    ---
    at: 6:6

Bad:
    path: tentang.md
    ---
    title: 'Jum'at berkah'
    ---
    at: 2:13

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---
    status: draft
    ---
    at: 3:1

Bad:
    path: _data/tags.yml
    - {key: visa, aliases: [izin tinggal]
    - {key: paspor}
    at: 1:3

Bad:
    path: _data/tags.yml
    - {key: visa, name: visa: izin tinggal}
    at: 1:25

Good:
    path: tentang.md
    ---
    title: "Jepang: negara tujuan"
    ---

Good:
    path: tentang.md
    ---
    title: "Cara #1 mengurus visa"
    # catatan: judul dari redaksi
    ---

Good:
    path: tentang.md
    ---
    title: C# dan KaburAjaDulu# itu apa? # dari redaksi
    ---

Good:
    path: tentang.md
    ---
    title: Apa itu “Negeri Sakura” dan 'calo'?
    description: “Resmi” berarti tercatat, dan kata “sponsor” di iklan lowongan hampir selalu berarti calo.
    ---

Good:
    path: tentang.md
    ---
    title: 'Folder C:\visa'
    ---

Good:
    path: tentang.md
    ---
    title: “Tentang Rantau”
    ---

    Catatan: bagian ini tulisan biasa.

    ---

Good:
    path: tentang.md
    ---
    title: Jam 08:30, biaya -5 persen, 100% resmi, a*b & c!
    ---

Good:
    path: tentang.md
    ---
    title: 'Kata "resmi" dan artinya'
    ---

Good:
    path: tentang.md
    ---
    title: Rantau, tanya-jawab (2025)
    description: >
      Situs ini memuat informasi kerja ke luar negeri
      untuk pekerja migran dan keluarganya.
    ---

Good:
    ---
    title: Surat untuk visa kerja
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    # catatan redaksi: tanpa gambar
    tags: [visa]
    countries:
      - JP
    ---

Good:
    path: tentang.md
    ---
    title: 10 langkah & 3 syarat
    ---

Good:
    path: tentang.md
    ---
    title: "Jum'at berkah - dan lain-lain"
    ---

Good:
    ---
    title: 'Jum''at berkah'
    description: Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja.
    date: 2025-03-01
    tags:
    - visa
    ---
"""

import re

from rantau.model import Defect, Localized, Severity
from rantau.text import spoken

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        'Bagian atas di antara dua baris "---" harus ditulis dengan bentuk "nama: nilai", satu isian tiap '
        'baris. Tanda kutip yang dibuka harus ditutup, butir daftar diawali "- ", dan baris yang menjorok memakai '
        "spasi, bukan tombol Tab. Kalau sebuah nilai memuat titik dua, apit seluruh nilainya dengan tanda kutip. "
        "Aturan yang sama berlaku untuk daftar di content/_data."
    ),
    en=(
        'The particulars between the two lines "---" have the form "name: value", one entry a line. A quote that '
        'opens must close, list items start with "- ", and indented lines use spaces, not the Tab key. When a value '
        "holds a colon, put the whole value in quotes. The same goes for the lists in content/_data."
    ),
)

_PLACE = re.compile(r"\{(detail|field|quoted|item|right)\}")
# problem -> message (id, en), help (id, en); "{detail}" is what stands at the place, "{quoted}" the same in quotes
_WORDS = {
    "unclosed": (
        'bagian atas dibuka dengan "---" tetapi tidak ditutup',
        'the particulars are opened with "---" but never closed',
        'tulis baris berisi tepat tiga tanda hubung, "---", di bawah isian terakhir, sebelum isi tulisan',
        'write a line of exactly three hyphens, "---", below the last entry, before the text',
    ),
    "quote": (
        "tanda kutip dibuka di sini tetapi tidak ditutup",
        "a quote opens here and never closes",
        "tutup dengan tanda kutip yang sama di akhir nilai, atau hapus tanda kutip pembukanya",
        "close it with the same quote at the end of the value, or delete the opening quote",
    ),
    "quote-inside": (
        "ada tulisan sesudah tanda kutip penutup",
        "there is text after the closing quote",
        "apit seluruh nilai dengan tanda kutip yang tidak ada di dalamnya",
        "put the whole value in quotes of a kind that it does not hold",
    ),
    "indent": (
        "baris ini tidak sejajar dengan isian di atasnya",
        "this line is not aligned with the entries above it",
        "mulai isian utama di tepi kiri, dan isian dari satu butir daftar tepat di bawah huruf pertama isian di atasnya",
        "start main entries at the left edge, and those of one list item right below the first letter of the entry above",
    ),
    "tab": (
        "baris ini digeser ke kanan dengan tombol Tab",
        "this line is indented with the Tab key",
        "ganti Tab dengan spasi, sebanyak yang ada di depan baris yang sejajar di atasnya",
        "replace the Tab by as many blanks as stand before the line above that it belongs beside",
    ),
    "colon": (
        "nilai ini memuat titik dua sehingga terbaca sebagai dua isian",
        "this value holds a colon, so it reads as two entries",
        "apit seluruh nilai dengan tanda kutip",
        "put the whole value in quotes",
    ),
    "no-colon": (
        'baris ini tidak berbentuk "nama: nilai"',
        'this line does not have the form "name: value"',
        "tulis titik dua dan satu spasi sesudah nama isian, atau geser baris ini ke kanan dengan dua spasi kalau masih "
        "bagian nilai di atasnya",
        "write a colon and a blank after the entry's name, or indent the line when it belongs to the value above",
    ),
    "alias": (
        'nilai yang diawali tanda "&" atau "*" harus diapit tanda kutip',
        'a value that starts with "&" or "*" must be in quotes',
        "apit nilainya dengan tanda kutip",
        "put the value in quotes",
    ),
    "tag": (
        'nilai yang diawali tanda seru "!" harus diapit tanda kutip',
        'a value that starts with "!" must be in quotes',
        "apit nilainya dengan tanda kutip",
        "put the value in quotes",
    ),
    "hash": (
        'tulisan sesudah tanda # tidak terbaca: "{detail}"',
        'what follows the # sign is not read: "{detail}"',
        "apit seluruh nilai dengan tanda kutip",
        "put the whole value in quotes",
    ),
    "value-start": (
        'nilai ini diawali tanda yang punya arti lain di sini: "{detail}"',
        'this value starts with a character that means something else here: "{detail}"',
        "apit seluruh nilai dengan tanda kutip: {quoted}",
        "put the whole value in quotes: {quoted}",
    ),
    "missing-space": (
        "belum ada spasi sesudah titik dua yang mengikuti nama isian",
        "there is no blank after the colon that follows the entry's name",
        "tulis satu spasi sesudah titik dua, misalnya {field}: isinya",
        "write a blank after the colon, such as {field}: its value",
    ),
    "wide-colon": (
        "titik dua di belakang nama isian ini titik dua lebar (：), yang tidak terbaca sebagai titik dua",
        "the colon behind this entry's name is a full-width one (：), which does not read as a colon",
        "tulis titik dua biasa dan satu spasi, misalnya {field}: isinya",
        "write a plain colon and a blank, such as {field}: its value",
    ),
    "special-space": (
        "di baris ini ada spasi khusus, yang tidak terbaca sebagai spasi biasa",
        "this line holds a special blank, which does not read as a plain one",
        "hapus spasi itu lalu ketik spasi biasa; spasi khusus biasanya terbawa dari Word atau situs lain",
        "delete it and type a plain blank; special ones mostly come with text copied from Word or another site",
    ),
    "backslash": (
        "garis miring terbalik (\\) punya arti lain di dalam tanda kutip ganda",
        "a backslash (\\) means something else within double quotes",
        "pakai kutip tunggal, atau hapus tanda \\ itu",
        "use single quotes, or delete the \\ sign",
    ),
    "dash-space": (
        'belum ada spasi sesudah tanda hubung: "{detail}"',
        'there is no blank after the hyphen: "{detail}"',
        'tulis satu spasi sesudah tanda hubung: "- {item}"',
        'write a blank after the hyphen: "- {item}"',
    ),
    "curly-quote": (
        "nilai ini memuat titik dua, sedangkan tanda kutip lengkung (“ ”) tidak terbaca sebagai pengapit",
        "this value holds a colon, and curly quotes (“ ”) do not count as quotes here",
        "ganti dengan tanda kutip lurus",
        "write straight quotes instead",
    ),
    "closed-early": (
        'bagian atas ditutup oleh baris "---" ini, padahal masih ada isian di bawahnya',
        'this line "---" closes the particulars, yet more entries follow below it',
        'hapus baris "---" ini, sehingga semua isian berada di antara dua baris "---"',
        'delete this line "---", so that all entries stand between two lines "---"',
    ),
    "merge": (
        'isian bernama "<<" tidak dipakai di situs ini',
        'an entry named "<<" is not used on this site',
        "hapus baris ini dan tulis isiannya satu per satu",
        "delete this line and write the entries one by one",
    ),
    "depth": (
        "isian ini menjorok terlalu dalam, lebih dari {detail} tingkat",
        "this entry is nested too deeply, more than {detail} levels",
        "tulis isian sejajar di tepi kiri; daftar cukup satu tingkat di bawahnya",
        "write entries at the left edge; a list needs only one level below",
    ),
    "not-a-mapping": (
        'bagian atas tidak berisi isian berbentuk "nama: nilai"',
        'the particulars hold no entries of the form "name: value"',
        'tulis setiap isian di barisnya sendiri, misalnya "title: Judul tulisan"',
        'write each entry on a line of its own, such as "title: A title"',
    ),
    "bracket": (
        "tanda kurung dibuka di sini tetapi tidak ditutup",
        "a bracket opens here and never closes",
        "tutup daftar dengan tanda kurung siku di akhir butir terakhirnya",
        "close the list with a bracket behind its last item",
    ),
    "brace": (
        "kurung kurawal dibuka di sini tetapi tidak ditutup",
        "a curly bracket opens here and never closes",
        "tutup butir ini dengan kurung kurawal, misalnya {key: kk, name: kartu keluarga}",
        "close the item with a curly bracket, such as {key: kk, name: family card}",
    ),
    "dash-value": (
        'nilai ini diawali tanda hubung, yang di sini berarti butir daftar: "{detail}"',
        'this value starts with a hyphen, which means an item of a list here: "{detail}"',
        'tulis setiap butir di barisnya sendiri di bawah nama isian, mulai dari "{detail}"',
        'write each item on a line of its own below the entry\'s name, from "{detail}" on',
    ),
    "closing": (
        "kurung ditutup di sini padahal belum dibuka",
        "a bracket closes here that was never opened",
        "tulis kurung pembukanya, misalnya aliases: [visa, paspor], atau hapus kurung penutup ini",
        "write the opening bracket, such as aliases: [visa, passport], or delete this closing one",
    ),
    "comma": (
        'sebelum isian ini belum ada koma: "{detail}"',
        'there is no comma before this entry: "{detail}"',
        "tulis koma di antara dua isian, misalnya {key: kk, name: kartu keluarga}",
        "write a comma between two entries, such as {key: kk, name: family card}",
    ),
    "character": (
        'di sini ada tanda yang tidak dapat dibaca: "{detail}"',
        'there is a character here that cannot be read: "{detail}"',
        "hapus tanda itu, atau ketik ulang baris ini",
        "delete the character, or type this line again",
    ),
    "other": (
        'bagian ini tidak terbaca sebagai isian "nama: nilai": "{detail}"',
        'this part cannot be read as entries "name: value": "{detail}"',
        "bandingkan dengan artikel lain, atau apit nilai di baris ini dengan tanda kutip",
        "compare it with another article, or put the value on this line in quotes",
    ),
}


# problem -> help (id, en) where the line as it should read is known; every other problem says "write" and the line.
_MENDED = {
    "quote": ("tutup dengan tanda kutip yang sama: {right}", "close it with the same quote: {right}"),
    "quote-inside": ("pakai tanda kutip yang lain di luar: {right}", "use other quotes outside: {right}"),
    "missing-space": ("tulis satu spasi sesudah titik dua: {right}", "write a blank after the colon: {right}"),
    "wide-colon": ("tulis titik dua biasa dan satu spasi: {right}", "write a plain colon and a blank: {right}"),
    "dash-space": ('tulis satu spasi sesudah tanda hubung: "{right}"', 'write a blank after the hyphen: "{right}"'),
    "bracket": ("tutup dengan tanda kurung: {right}", "close it with a bracket: {right}"),
    "brace": ("tutup dengan tanda kurung: {right}", "close it with a bracket: {right}"),
    "curly-quote": ("ganti dengan tanda kutip lurus: {right}", "write straight quotes instead: {right}"),
    "dash-value": ("tulis tanpa tanda hubung di depan: {right}", "write it without the hyphen: {right}"),
    "backslash": (
        "pakai kutip tunggal, atau hapus tanda \\ itu: {right}",
        "use single quotes, or delete the \\ sign: {right}",
    ),
} | dict.fromkeys(
    ("colon", "alias", "tag", "hash", "value-start"),
    ("apit seluruh nilai dengan tanda kutip: {right}", "put the whole value in quotes: {right}"),
)


_UNMARKED = ("tulis tanpa tanda #: {right}", "write it without the # sign: {right}")
_BLANKS = (
    Localized("di tepi kiri, tanpa spasi di depannya", "at the left edge, without a blank before it"),
    Localized("satu spasi di depannya", "one blank before it"),
    *(
        Localized(f"{number_id} spasi", f"{number_en} blanks")
        for number_id, number_en in (
            ("dua", "two"),
            ("tiga", "three"),
            ("empat", "four"),
            ("lima", "five"),
            ("enam", "six"),
            ("tujuh", "seven"),
            ("delapan", "eight"),
            ("sembilan", "nine"),
            ("sepuluh", "ten"),
        )
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    problem, detail = defect.values.get("problem", "other"), spoken.brief(defect.values.get("detail", ""))
    if problem == "character" and detail and not detail.startswith("U+"):
        problem = "value-start"
    if problem == "bracket" and detail.startswith("{"):
        problem = "brace"
    words = _WORDS.get(problem, _WORDS["other"])
    if not detail:
        words = (words[0].removesuffix(': "{detail}"'), words[1].removesuffix(': "{detail}"'), *words[2:])
    right = spoken.brief(defect.values.get("right", ""), 120)
    if right and problem in ("indent", "tab"):
        help_id, help_en = _aligned(defect.values["right"], right.strip(), defect.values.get("below", ""), problem == "tab")
        return Localized(words[0], words[1]), Localized(help_id, help_en)
    if right and problem in _MENDED:
        # A list of names needs no quotes: its hashtags are names with a sign too many.
        unmarked = problem == "hash" and "#" not in right
        words = (*words[:2], *(_UNMARKED if unmarked else _MENDED[problem]))
    named = {"detail": detail, "right": right, "quoted": _quoted(spoken.brief(detail, 50)), "item": detail.lstrip("- ")}
    named["field"] = detail if detail.isidentifier() else "title"
    message_id, message_en, help_id, help_en = (_PLACE.sub(lambda m: named[m[1]], text) for text in words)
    return Localized(id=message_id, en=message_en), Localized(id=help_id, en=help_en)


def _aligned(line: str, shown: str, below: str, tab: bool) -> tuple[str, str]:
    """How to write a line that was out of line: its blanks, counted, and what it stands below."""
    width = len(line) - len(line.lstrip())
    blanks = _BLANKS[width] if width < len(_BLANKS) else Localized(f"{width} spasi", f"{width} blanks")
    where_id = f', di bawah huruf {below[:1]} dari "{below}"'
    where_en = f', below the letter {below[:1]} of "{below}"'
    if below in ("", "-") or not width:
        below = below if below == "-" else ""
        where_id = ", tanda hubungnya di bawah tanda hubung di atasnya" if below else ""
        where_en = ", its hyphen below the hyphen above" if below else ""
    right = f'"{" " * width}{shown}"'
    before_id, before_en = ("ganti Tab dengan spasi: tulis", "replace the Tab by blanks: write") if tab else ("tulis", "write")
    return f"{before_id} {right} ({blanks.id}{where_id})", f"{before_en} {right} ({blanks.en}{where_en})"


def _quoted(value: str) -> str:
    """A value in the quotes that it does not hold itself; an example when it holds both."""
    if '"' not in value:
        return f'"{value}"' if value else '"..."'
    return f"'{value}'" if "'" not in value else '"..."'
