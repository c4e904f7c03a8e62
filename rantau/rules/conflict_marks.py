"""Git left two versions of a text and the marks between them.

Readers see both versions, one below the other, and the marks as headings and quotations; in front matter nothing can be read.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    <<<<<<< HEAD
    Kami menulis untuk pekerja migran.
    =======
    Kami menulis untuk keluarga pekerja migran.
    >>>>>>> main
    at: 5:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    <<<<<<< HEAD
    stage: persiapan
    =======
    stage: penempatan
    >>>>>>> main
    ---

    Kami menulis untuk pekerja migran.
    at: 3:1

Bad:
    path: tentang.md
    <<<<<<< HEAD
    ---
    title: Tentang Rantau
    ||||||| 3f1c2aa
    ---
    title: Tentang
    =======
    ---
    title: Tentang kami
    >>>>>>> main
    ---

    Kami menulis untuk pekerja migran.
    at: 1:1

Bad:
    path: _data/tags.yml
    - {key: visa, name: Visa}
    <<<<<<< HEAD
    - {key: paspor, name: Paspor}
    =======
    - {key: uang, name: Uang}
    >>>>>>> main
    at: 2:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    <<<<<<< Updated upstream
    Kami menulis untuk pekerja migran.
    >>>>>>> Stashed changes

    Kami menulis untuk keluarganya.

    <<<<<<< HEAD
    =======
    Kami menulis juga untuk calon pekerja.
    >>>>>>> main
    at: 5:1
    at: 11:1

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Tentang kami
    =======

    Kami menulis untuk pekerja migran.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Kalau Git menemukan dua versi, ia menulis:

    ```
    <<<<<<< HEAD
    Versi kita.
    =======
    Versi mereka.
    >>>>>>> main
    ```

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Git menulis:

        <<<<<<< HEAD
        Versi kita.
        =======
        Versi mereka.
        >>>>>>> main

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Baris `<<<<<<< HEAD` dan ======= ditulis oleh Git.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Tentang kami
    =======

    >>>>>>> Kutipan dari surat yang diteruskan tujuh kali.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    <<<<<<< Tanda ini berdiri sendiri.
"""

from rantau.model import Defect, Localized, Severity

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Kalau dua orang mengubah baris yang sama, Git menulis kedua versinya ke dalam berkas, di antara baris yang diawali "
        "<<<<<<<, =======, dan >>>>>>>. Yang di atas ======= biasanya versi Anda, yang di bawahnya versi orang lain. Pilih satu, "
        "atau gabungkan keduanya, lalu hapus semua baris tanda itu; Git tidak menghapusnya sendiri."
    ),
    en=(
        "When two people change the same line, Git writes both versions into the file, between lines that start with <<<<<<<, "
        "======= and >>>>>>>. What stands above ======= is mostly your version, what stands below is the other one. Choose one, "
        "or join them, and delete all the marker lines; Git does not delete them itself."
    ),
)


def describe(defect: Defect) -> tuple[Localized, Localized]:
    """What to tell the editor, and what to do next."""
    first, _, last = defect.values.get("lines", "").rpartition(", ")
    return Localized(
        id="Git meninggalkan dua versi di sini, karena dua orang mengubah bagian yang sama",
        en="Git left two versions here, because two people changed the same part",
    ), Localized(
        id=f"pilih satu versi dan hapus yang lain, lalu hapus juga baris tandanya, yaitu baris {first} dan {last}",
        en=f"choose one version and delete the other, then delete the marker lines as well: lines {first} and {last}",
    )
