"""A heading is more than one level below the one before it.

Screen readers jump from level to level; a missing one sounds like a lost part of the text.

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ## Siapa kami

    #### Redaksi

    Kami menulis.
    at: 7:1

Bad:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ### Siapa kami

    Kami menulis.

    ### Dari mana isinya

    Dari sumber resmi.
    at: 5:1

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    ## Siapa kami

    ### Redaksi

    #### Penulis

    ## Dari mana isinya

    ### Sumber

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    # Rantau

    ## Siapa kami

    # Isinya

Good:
    path: tentang.md
    ---
    title: Tentang Rantau
    ---

    Siapa kami
    ----------

    ### Redaksi

    ```
    ##### komentar
    ```

    #### Penulis
"""

import re
from collections.abc import Iterator

from rantau.model import Document, Edit, Finding, Library, Localized, Severity
from rantau.text import spoken
from rantau.text.commands import FIX
from rantau.text.positions import Positions, body_start

SEVERITY = Severity.WARNING
EXPLANATION = Localized(
    id=(
        'Subjudul dimulai dari "## ", dan bagian di dalamnya satu pagar lebih banyak: "### ", lalu "#### ". Kalau satu '
        "tingkat terlewati, pembaca layar mengira ada bagian yang hilang. Kalau seluruh tulisan mulai dari tingkat yang "
        f"salah, perintah {FIX} menggeser semuanya."
    ),
    en=(
        'Headings start with "## ", and what is inside of them has one number sign more: "### ", then "#### ". Where a '
        "level is left out, screen readers take a part for missing. Where the whole text starts at the wrong level, the "
        f"command {FIX} moves all of them."
    ),
)

# Signs without a blank are a heading for the renderer; a single one is mostly a hashtag.
_HEADING = re.compile(r"\n(?P<signs>#{1,6})(?!#)(?P<words>[^\n]*)")
_UNDERLINE = re.compile(r"\n(?P<line>=+|-+)[ \t\r]*(?=\n|$)")


def check(document: Document, library: Library) -> Iterator[Finding]:
    """Headings of the body that are too deep for the one before them; the title of the page is the first level."""
    if document.body is None or "\n###" not in document.prose:
        return
    prose = document.prose
    start = max(0, body_start(document) - 1)
    found = [(m.start("signs"), len(m["signs"]), m["words"]) for m in _HEADING.finditer(prose, start) if _is_heading(m)]
    found += [
        (m.start(), 1 if m["line"][0] == "=" else 2, "") for m in _UNDERLINE.finditer(prose, start) if _underlines(prose, m)
    ]
    found.sort()
    lift = any(level == 1 for _, level, _ in found)
    levels = [level + lift for _, level, _ in found]
    last = 1
    skips = []
    for number, level in enumerate(levels):
        if level > last + 1 and found[number][1] > 2:
            skips.append((number, last + 1 - lift))
        last = level
    if not skips:
        return
    positions = Positions(document.text)
    right = {level: rank for rank, level in enumerate(sorted(set(levels)), start=2)}
    # A level that no heading has can be left out without changing what is inside of what.
    edits = tuple(
        Edit(positions.span(place, place + level - right[level]), "")
        for (place, _, _), level in zip(found, levels, strict=True)
        if right[level] < level
    )
    for number, meant in skips:
        place, signs, words = found[number]
        above = found[number - 1][1]
        before = (
            Localized(f"judul sebelumnya memakai {above}", f"the one before it has {above}")
            if number
            else Localized("ini judul yang pertama", "this is the first one")
        )
        shown = spoken.brief(words.strip().strip("#").strip())
        yield Finding(
            document.path,
            positions.span(place, place + signs),
            Localized(
                id=f'judul "{shown}" memakai {signs} tanda pagar, padahal {before.id}',
                en=f'the heading "{shown}" has {signs} number signs, but {before.en}',
            ),
            Localized(
                id=f'tulis dengan {meant} tanda pagar: "{"#" * meant} {shown}"',
                en=f'write it with {meant} number signs: "{"#" * meant} {shown}"',
            ),
            edits,
        )
        edits = ()


def _is_heading(match: re.Match[str]) -> bool:
    words = match["words"]
    return bool(words.strip("# \t\r")) and (len(match["signs"]) > 1 or words[0] in " \t")


def _underlines(prose: str, match: re.Match[str]) -> bool:
    """Whether a line of signs makes a heading of the one above it, which then is a block's first line."""
    line = prose.rfind("\n", 0, match.start())
    words = prose[line + 1 : match.start()].strip()
    return (
        bool(words) and words[0] not in "#>|" and not prose[max(0, prose.rfind("\n", 0, max(0, line)) + 1) : max(0, line)].strip()
    )
