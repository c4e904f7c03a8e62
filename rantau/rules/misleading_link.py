"""The words of a link name another host than the link leads to.

This is how fake recruiters send people to their site: what reads "bp2mi.go.id" opens somewhere else.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Daftar di [bp2mi.go.id](https://evil.example/).
    at: 5:25

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Daftar di [siskop2mi.bp2mi.go.id](https://bp2mi.go.id/).
    at: 5:35

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Daftar di [situs resmi https://kp2mi.go.id](https://kp2mi.go.id@evil.example/).
    at: 5:45

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Tulis ke [halo@kp2mi.go.id](mailto:halo@surat.example).
    at: 5:29

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Daftar di [kp2mi.go.id](https://www.kp2mi.go.id/daftar), [www.kp2mi.go.id](http://kp2mi.go.id/).

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Daftar di [bp2mi.go.id](https://siskop2mi.bp2mi.go.id/) atau [Siskop2MI](https://siskop2mi.bp2mi.go.id/).

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Lihat [visa.md](https://kp2mi.go.id/visa), [Rp5.000.000](https://kp2mi.go.id/biaya), [U.S.](https://usa.example/),
    [pukul 12.30](https://kp2mi.go.id/jam), [Budi, S.Kom., M.Si.](https://kp2mi.go.id/budi).

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Tulis ke [halo@kp2mi.go.id](mailto:halo@kp2mi.go.id) atau <https://kp2mi.go.id/>.

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Lihat [cara membuat paspor](artikel/2025/paspor.md).

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Alamat dengan huruf Jepang ditulis dua cara: [日本語.jp](https://xn--wgv71a119e.jp/) dan
    [xn--wgv71a119e.jp](https://日本語.jp/).
"""

from collections.abc import Iterator

from rantau.model import Document, Finding, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.links import belongs, host_of, named_hosts

SEVERITY = Severity.ERROR
EXPLANATION = Localized(
    id=(
        "Teks tautan ini menyebut nama situs, tetapi tautannya membuka situs lain. Penipu lowongan kerja memakai cara "
        "ini, jadi situs kita tidak boleh memuatnya, walaupun tidak disengaja. Samakan teks dengan tujuannya, atau "
        "tulis teks yang tidak menyebut nama situs."
    ),
    en=(
        "The words of this link name a site, but the link opens another one. Fake recruiters do that, so our site "
        "must not, not even by accident. Make the words agree with the destination, or write words that name no site."
    ),
)


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Links of the body whose words name a host that they do not lead to."""
    for link in document.body.links if document.body is not None else ():
        host = "" if link.image else host_of(link.destination)
        other = next((name for name in named_hosts(link.label) if host and not belongs(host, name)), "")
        if other:
            yield Finding(
                document.path,
                link.span,
                Localized(
                    id=f'teks tautan menyebut "{spoken.brief(other)}", tetapi tautannya menuju "{spoken.brief(host)}"',
                    en=f'the words of the link name "{spoken.brief(other)}", but it leads to "{spoken.brief(host)}"',
                ),
                Localized(
                    id="samakan teks dan tujuannya, atau tulis teks tanpa nama situs, misalnya [halaman pendaftaran](...)",
                    en="make words and destination agree, or write words without a site's name, such as [registration page](...)",
                ),
            )
