"""What an editor is told about the motifs and palettes of covers, who cannot see them before they are drawn."""

from collections.abc import Mapping

MOTIFS: Mapping[str, str] = {
    "beach": "batu karang merah di belakang pantai, ombak, dan burung laut",
    "chart": "batang-batang diagram yang menjadi menara berjendela",
    "coins": "tumpukan uang logam yang meninggi ke arah bank",
    "contract": "pena yang menandatangani perjanjian",
    "cross": "palang medis dengan garis denyut, di antara dua ranting",
    "document": "surat bercap merah, dan paspor",
    "dunes": "bukit pasir, matahari rendah, dan papan bertanda tanya",
    "factory": "pabrik dengan dua cerobong",
    "fork": "jalan bercabang: ke gunung dan ke kota",
    "gears": "dua roda gigi dan bengkel kecil di kaki gunung",
    "globe": "bola dunia dengan beberapa tempat yang ditandai dan dihubungkan",
    "hands": "dua tangan mengelilingi hati, di depan rumah sakit",
    "harbour": "derek peti kemas di tepi air, dan matahari besar",
    "hospital": "rumah sakit di antara pepohonan",
    "islands": "pesawat di atas deretan pulau",
    "lantern": "lentera di tepi jalan gelap, dan tanda berhenti",
    "ledger": "buku hitungan yang terbuka, dengan uang logam di sampingnya",
    "magnifier": "kaca pembesar di atas perisai bercentang",
    "mountain": "gunung bersalju di belakang laut tenang, dan perahu kecil",
    "night": "kota di malam hari; satu jendela lain warnanya",
    "notice": "pengumuman bersilang merah di dinding, dan segitiga peringatan",
    "scales": "timbangan: uang di satu sisi, jam di sisi lain",
    "ship": "kapal peti kemas di pagi hari",
    "shipyard": "badan kapal di galangan, di bawah derek tinggi",
    "suitcase": "koper dan kartu identitas di dekat jendela pesawat",
    "terraces": "sawah bertingkat, rumah panggung, dan pohon kelapa",
    "train": "kereta cepat di depan kota, dan matahari besar",
    "umbrella": "payung lebar di atas sebuah keluarga saat hujan",
}
PALETTES: Mapping[str, str] = {
    "brick": "merah bata dan krem",
    "dawn": "merah muda dan ungu, seperti fajar",
    "dusk": "ungu dan jingga, seperti senja",
    "indigo": "biru nila",
    "night": "biru gelap dengan cahaya kuning",
    "rice": "hijau sawah",
    "sea": "biru kehijauan, seperti laut",
}
