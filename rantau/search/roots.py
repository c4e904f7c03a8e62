"""Which roots there are, which of two possible ones is meant, and what to do with a word whose root no list has."""

import re
from collections.abc import Iterator, Mapping

from rantau.search.morphology import VOWELS, Reading, readings

# Entries of the list that are formed from another one or that nobody writes, and that would take words from a living family.
REMOVED = frozenset(
    """
    adakan agens akuan antari asali ayahan babatan badani bangsai barangan belian belikan bentangkan berambang berangan
    beranta berentang berongkos beru bisai boyongan budian candai centangan cowokan dar deritaan duai enas gera geraman
    gudangan hayati ikhtiari imani jaran jujuran kacauan kafiri katai kayai kedikit keduduk kekawin kelalang kelambai
    kelantang kelaras kelari kelawan kelayang kelayu kelelap keletak kelibat kelicik kelintang kelipat kelulus kelunak
    kemandoran kerahi kerancang kerasan kerawat kerendang kerepot kerobek kerumit kerumus kesiap kesusu ketambak ketapak
    ketegar ketemu ketilang ketimbul ketinjau ketumbu ketumpang khayali kirai kondangan kotai kritisi kudai kunduran langkai
    lempari leta masakan melambang mendak mensiang mentaruh merakan merawan mikat mungut pabrikan pajuan pekarang pelancar
    pelantar pelebat pelekat pelekuk pematah pemetikan peminggir pendak pengalasan penganak pengawinan penjaruman pepaku
    perambut perangin perasukan perata perawas perbatin pergola perian perinci perlambang peroman persisi peruang petan
    petuding petuduh peturun pulasan rambuti rasai sahkan sair sapai sarangan sebasah sebaur seburu sedingin seganda segani
    seguna sejari sekata sekebun sekira selaju selibat selindung selingkup sepenuh sepulih serahi serangkak serapat serasa
    serendah sesaing setebal setiga setinggi surati tambakan tekaan temak teracak terasul teratap terenang terentang tering
    terusi unsuri
    """.split()
)

# Words that Indonesian texts inflect and the list lacks.
ADDED = frozenset(
    """
    agensi agrikultur akomodir aktivasi apostille asesmen autorisasi beritahu bitcoin blusuk budidaya bully caregiver curhat
    daring deaktivasi deportan detil diklat disabilitas dormitori download follow hoaks ikutserta input instal interview
    jualbeli kinerja komen koordinir latarbelakang legalisir lipatganda literasi lockdown luring medikal meriah milenial
    minimalisir mitigasi monitoring netralisir nonprosedural ombudsman online otopsi output overstay password pemilu pengen
    perpres persebaya pesangon phishing posting print ranking reaktivasi realisir relawan remitansi remiten resign respon
    rinci salahguna scan sebarluas selfie server setting setuju share spam stigmatisasi streaming support tandatangan
    tanggungjawab tenagakerja tindaklanjut titikberat transgender update upgrade upload validasi viral vokasi warganegara
    webinar wirausaha
    """.split()
)

# After meng-, ber-, mem-, men-, meny- and before -kan more than one root is possible. The usual one is assumed (urus rather
# than kurus, ubah rather than rubah, masuk rather than pasuk, tolak rather than nolak, saring rather than nyaring, kata rather
# than katak); these are the roots that win against it.
_K = frozenset(
    """
    kabar kabur kacau kaji kalung kambing kambuh kandang kantuk kapak kapas karam karang karung kasar kasih kawal kawat kawin
    kayuh kekang kemas kembar kembung kencang kepak kerik kering ketik kibul kilat kira kobar kode kokok koyak kuak kucek
    kulit kumur kunjung kuras kurung
    """.split()
)
_R = frozenset(
    """
    raba racau racik radang raga ragam raja rajuk ramah ramal rambah rampai rampas rancang rangkak ranjang rapel rapuh rasa
    ratap ratus raung rawat rayap rayu rekor rela relatif remas renggang rentak rente renyah rerata revolusi ribu rinci
    rindang rindu rokok rombak royong rubung rujuk rumbai rumpun rumput runtut rupa rusak rusuk
    """.split()
)
_P = frozenset(
    """
    padam padat padu paket palak paling panah pancing pancung pandai panggil pangkas pangkat pantik paras parut pas pasir
    payung pejam pelintir pelotot pencar pentas perang perih perut pesan peta pikat pilu pinggir pintal pola poles polos
    pondok puas pulas pungut pupuk pupus purba putih
    """.split()
)
_N = frozenset("nanti nalar nobat nekat nakal naung nebeng nongol nukil nimbrung niaga".split())
_NG = frozenset("ngeri nganga ngilu".split())
_NY = frozenset("nyala nyaman nyali nyeri nyawa".split())
# One syllable takes menge-, penge- before it.
_SHORT = frozenset("bom bor cap cat cek cor dok dor gas gol klik kop lap las lem pak pel pos rem sah set sol tap tes".split())
_FINAL_K = frozenset(
    """
    ajak arak bacok bajak bentak buruk cekik culik dadak derak desak gerak gunduk ketik ketuk kontrak kutuk lawak lekuk letak
    longok masak peluk petak petik pokok pupuk rentak retak rusak sentak sidik sogok suntik tampik tanduk tapak tarik tegak
    tepuk ternak titik tumbuk tumpuk undak
    """.split()
)


def losers(found: Mapping[str, Reading]) -> Iterator[str]:
    """Those of the roots of one word that yield to another root of the same word."""
    for root, reading in found.items():
        last, first = root[1:], root[0]
        if first in VOWELS and "k" + root in found:  # mengurus: urus, kurus
            yield root if "k" + root in _K else "k" + root
        if first in VOWELS and "r" + root in found:  # perubahan: ubah, rubah
            yield root if "r" + root in _R else "r" + root
        if first == "m" and "p" + last in found:  # memasak: masak, pasak
            yield root if "p" + last in _P else "p" + last
        if root.startswith("ny") and "s" + root[2:] in found:  # menyaring: saring, nyaring
            yield "s" + root[2:] if root in _NY else root
        elif first == "n" and "t" + last in found:  # menanti: nanti, tanti
            yield "t" + last if root in _N else root
        if root.startswith("ng") and len(found) > 1:  # mengerikan: ngeri, keri
            yield from found.keys() - {root} if root in _NG else {root}
        if root.startswith("sy") and "s" + root[2:] in found:  # penyiar: siar, syiar
            yield root
        if first == "e" and last in found:  # mengecek: cek, ecek; pengedar: edar, dar
            yield root if last in _SHORT else last
        if root[:2] == "ke" and root[2:] in _SHORT and root[2:] in found and found[root[2:]].prefixes in (("me",), ("pe",)):
            yield root  # mengelas: las, kelas
        if not reading.prefixes and root + "k" in found:  # katakan: kata, katak
            yield root if root + "k" in _FINAL_K else root + "k"
        if reading.suffix == "an" and reading.prefixes[:1] in (("pe",), ("per",), ("ke",)) and len(root) > 3:
            for other, reading_of_other in found.items():  # pengerasan: keras, kerasan
                if other.endswith("an") and not reading_of_other.suffix and reading_of_other.prefixes[:1] == reading.prefixes[:1]:
                    yield other


# The endings by which a loan word is known.
_LOAN = re.compile(r"[a-z]{3,}(?:[aiu]si|ensi|tas|isme|ifikat|alisir|isir|if|graf|trum|logi|nomi)")
_SYLLABLES = re.compile(r"[a-z]*[aeiou]+[^aeiou]+[aeiou][a-z]*")
_PAIRS = frozenset({("di", "kan"), ("me", "kan"), ("pe", "an")})


def unlisted(word: str) -> str:
    """The likely root of a word none of whose readings has a known root; the word itself where that is not sure.

    A pronoun is always taken off; affixes only where they come in pairs (di-...-kan, peN-...-an) or where what is left ends
    like a loan word (me-digitalisasi), since a foreign word or a name may begin like a prefix by chance.
    """
    if word.endswith("nya") and len(word) > 6:
        return word[:-3]
    best = word
    for reading in readings(word):
        root, prefixes = reading.root, reading.prefixes
        if reading.clitic or len(prefixes) != 1 or len(root) < 5 or not _SYLLABLES.fullmatch(root):
            continue
        paired = (prefixes[0], reading.suffix) in _PAIRS
        if (paired or _LOAN.fullmatch(root)) and (best == word or _openness(word, root) < _openness(word, best)):
            best = root
    return best


def _openness(word: str, root: str) -> tuple[int, int, str]:
    """Orders the roots that meN- and peN- leave open: p, t, s are put back before a vowel, k only in loans in kon-, kom-."""
    restored = root not in word
    if restored and (root[0] in "pts" or root.startswith(("kon", "kom", "kor", "kol"))):
        return 0, len(root), root
    return (2 if restored else 1), len(root), root
