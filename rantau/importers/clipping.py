"""A text copied from a newspaper's page and pasted into a file: title, day, publisher and story, without what stood around it.

A line is left out only if it is known to be no part of the story; everything else is kept word for word. Sentences that were
broken over lines become whole again. The text is somebody else's, so the draft says `rights: third-party`.

The module is long because a page is read in one pass, and every step asks what the page has said of itself before.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

import yaml

from rantau.drafts import Draft, Dropped, Guess, Place, Problem, Result, Sources
from rantau.model import Localized
from rantau.text import clutter as kinds
from rantau.text import paragraphs
from rantau.text.charsets import decode
from rantau.text.clutter import INLINE, Clutter, clutter, titled, two_sentences
from rantau.text.failures import reason
from rantau.text.names import fold
from rantau.text.paragraphs import Piece
from rantau.text.press import (
    URL,
    byline,
    city,
    credit,
    credited,
    dated,
    dateline,
    days,
    initials,
    label,
    names,
    paper_among,
    publisher,
    signature,
    signed,
)
from rantau.text.slugs import slugify

LABEL = Localized("klipping berita (teks yang disalin)", "press clippings (copied text)")

_SUFFIXES = frozenset({".txt", ".text", ".md"})
# Texts that programs read, and what stands beside them in every project.
_NO_NEWS = re.compile(
    r"robots|humans|ads|requirements.*|licen[cs]e.*|readme.*|changelog.*|contributing.*|laporan-impor.*", re.IGNORECASE
)
# An article may have a quarter of it.
LIMIT = 256 * 1024
_SAMPLED = 40
_FOREIGN = (
    (re.compile(r"\s*<(?:!doctype html|html|head|body|meta)\b", re.IGNORECASE), "halaman web", "a web page", ".html"),
    (re.compile(r"\{\\rtf"), "dokumen RTF", "an RTF document", ".rtf"),
    (re.compile(r"\s*<\?xml\b", re.IGNORECASE), "berkas XML", "an XML file", ".xml"),
)
_BINARY = (
    (b"%PDF", "PDF", "PDF"),
    (b"PK\x03\x04", "dokumen Word atau arsip ZIP", "a Word document or a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "dokumen Word lama", "an old Word document"),
    (b"\x89PNG", "gambar", "an image"),
    (b"\xff\xd8\xff", "gambar", "an image"),
)
# Characters that are not seen, and those that some editors end lines with.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]"
)
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ADS = re.compile(r"(ADVERTISEMENT|SCROLL TO (?:CONTINUE|RESUME)(?: WITH)? CONTENT|\[Gambas:[^\]]{0,80}\])")
_QUOTED_TITLE = re.compile(r"(?:judul|artikel[^,]{2,30},)\s*[\"“](?P<title>[^\"“”]{10,250})[\"”]", re.IGNORECASE)
_SOURCE = re.compile(r"(?:sumber|source)\s*:\s*(?P<paper>.{2,60})", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.…]$")
_OWN = re.compile(r"\s*---[ \t]*\r?\n(?P<fields>(?:[A-Za-z_]\w*:|[ #-]).*?\n)---[ \t]*(?:\r?\n|$)(?P<body>.*)", re.DOTALL)
_FIELDS = re.compile(r"\s*(?:---|\+\+\+)[ \t]*\r?\n")
_ENDED = re.compile(r"(?<!\.\.)[.][\"”']?$")
_BEHIND_TITLE = re.compile(r"\s+(?:[|–—-])\s+(?P<paper>[^|–—]{2,40})$")
# What stands beside a name on a page and is none.
_NO_PERSON = re.compile(
    r"\b(?:photo|foto|image|author|editor|penulis|reporter|admin|redaksi|writer|contributor)\b", re.IGNORECASE
)
_TAG = re.compile(r"#?\s?\w[\w '’&-]{1,34}")
_SECTIONED = re.compile(r"(?P<name>[^|]{5,40}\s[^|]{2,40}?)\s\|\s[A-ZÀ-Þ]\w+")
_AGENCIES = frozenset({"ANTARA"})
_TITLE = 200
_STORY = 120
_SENTENCE = 60
_HEAD = 12
_MENU = 40
_SLUG = 90


def recognise(sources: Sources) -> int:
    """How sure it is, from 0 to 100, that these are pasted texts."""
    mine = [path for path in sorted(sources.files) if _may_be(path)]
    texts = [path for path in mine if path.suffix.lower() != ".md"]
    if texts:
        return 60 if len(texts) == len(sources.files) else 40
    bare = [path for path in mine[:_SAMPLED] if not _starts_with_fields(sources, path)]
    return 30 if bare and len(bare) == len(mine[:_SAMPLED]) else 0


def read(sources: Sources) -> Iterator[Result]:
    """A draft for each text, in the order of the paths, or why there is none."""
    for path in sorted(sources.files):
        if not _may_be(path):
            continue
        try:
            yield from _read_one(sources, path)
        except OSError as error:
            why = error.strerror or str(error)
            yield _problem(
                path,
                f"berkas tidak dapat dibaca: {reason(error)}",
                f"the file cannot be read: {why}",
                "periksa berkasnya",
                "look at the file",
            )
        except Exception as error:  # the one boundary where a failure on a foreign file becomes its report
            why = f"{type(error).__name__}: {error}"[:200]
            help_id = "ini kesalahan program; laporkan dengan berkas ini"
            yield _problem(
                path, f"gagal membaca: {why}", f"reading failed: {why}", help_id, "this is our mistake; report it with this file"
            )


def _may_be(path: PurePosixPath) -> bool:
    return path.suffix.lower() in _SUFFIXES and _NO_NEWS.fullmatch(path.stem) is None


def _starts_with_fields(sources: Sources, path: PurePosixPath) -> bool:
    if sources.files[path] > LIMIT:
        return False
    try:
        return sources.read(path).removeprefix(b"\xef\xbb\xbf").lstrip()[:4].rstrip() in (b"---", b"+++", b"{")
    except OSError:
        return False


def _problem(path: PurePosixPath, what: str, english: str, help_: str, help_en: str, line: int = 0) -> Problem:
    return Problem(Localized(what, english), Localized(help_, help_en), Place(path, line))


def _read_one(sources: Sources, path: PurePosixPath) -> Iterator[Result]:
    if sources.files[path] > LIMIT:
        split = "simpan setiap berita di berkas sendiri"
        yield _problem(
            path,
            "terlalu panjang untuk satu klipping (paling besar 256 KB)",
            "too long for one clipping (256 KB at most)",
            split,
            "save each story in a file of its own",
        )
        return
    data = sources.read(path)
    decoded = decode(data)
    if decoded is None or not data.strip():
        yield _no_text(path, data)
        return
    text, charset = decoded
    if path.suffix.lower() != ".md" and (own := _OWN.match(text)) is not None:
        yield _own(path, own, charset)
        return
    if path.suffix.lower() == ".md" and _FIELDS.match(text):
        why = ("berkas ini sudah punya bagian atas (front matter)", "the file has front matter already")
        yield _problem(
            path, *why, "impor foldernya dengan bentuk lain, atau salin ke content/", "import its folder in another format"
        )
        return
    foreign = next((kind for kind in _FOREIGN if kind[0].match(text)), None)
    if foreign is not None:
        yield _problem(
            path,
            f"isinya {foreign[1]}, bukan teks biasa",
            f"holds {foreign[2]}, not plain text",
            f"beri nama berakhiran {foreign[3]}, atau salin teksnya ke berkas baru",
            f"name it {foreign[3]}, or copy its text into a new file",
        )
        return
    page = _Page(path, path.suffix.lower() == ".md")
    page.take(text)
    if not page.story:
        yield _problem(
            path,
            "tidak ada isi berita di berkas ini",
            "there is no story in this file",
            "salin beritanya sekali lagi, judul beserta isinya",
            "copy the story again, its title and its text",
        )
        return
    if charset != "utf-8":
        page.guesses.append(Guess("charset", charset, "byte berkas", Place(path)))
    if not page.title and "title" not in page.said:
        yield _problem(
            path,
            "judulnya tidak ditemukan; draf dinamai menurut kata-kata pertamanya",
            "it has no title; the draft is named after its first words",
            "tulis judul pada isian title di drafnya",
            "write the title into the draft's entry title",
            page.story[0].number,
        )
    yield page.draft()


def _own(path: PurePosixPath, parts: re.Match[str], charset: str) -> Result:
    """The draft of an article that was saved with its front matter as a text; its words and what it declares stay."""
    try:
        # An alias could stand for more than any memory holds.
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(parts["fields"], Loader=yaml.CSafeLoader)):
            raise yaml.YAMLError("alias")
        fields = yaml.load(parts["fields"], Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", -1) + 2
        return _problem(
            path,
            "bagian atasnya (front matter) tidak dapat dibaca",
            "its front matter cannot be read",
            "perbaiki bagian di antara dua baris ---, atau hapus",
            "mend what stands between the two lines ---, or delete it",
            line,
        )
    if not isinstance(fields, dict):
        fields = {}
    title, date = str(fields.get("title", "")), str(fields.get("date", ""))
    slug = _cut(slugify(title)) or _cut(slugify(path.stem)) or "artikel"
    year = date[:4] if re.match(r"\d{4}-", date) else "tanpa-tahun"
    guesses = [Guess("charset", charset, "byte berkas", Place(path))] if charset != "utf-8" else []
    if not fields.get("rights"):
        # Whose words these are the file does not say; until somebody does they are not ours.
        fields = {**fields, "rights": "third-party"}
        guesses.append(Guess("rights", "third-party", "tidak ada keterangan siapa penulisnya", Place(path)))
    body = _BREAKS.sub("\n", parts["body"])
    return Draft(PurePosixPath("artikel", year, f"{slug}.md"), fields, body, Place(path), guesses=tuple(guesses))


def _no_text(path: PurePosixPath, data: bytes) -> Problem:
    if not data.strip():
        return _problem(
            path,
            "berkas ini kosong",
            "the file is empty",
            "salin beritanya sekali lagi, lalu simpan",
            "copy the story again and save it",
        )
    kind = next(((name, english) for magic, name, english in _BINARY if data.startswith(magic)), ("data biner", "binary data"))
    return _problem(
        path,
        f"isinya {kind[0]}, bukan teks",
        f"holds {kind[1]}, not text",
        "buka dengan programnya, lalu simpan sebagai teks (.txt)",
        "open it in its program and save it as text (.txt)",
    )


@dataclass(slots=True)
class _Page:
    """One pasted page while it is read, line by line."""

    path: PurePosixPath
    markdown: bool
    title: str = ""
    story: list[Piece] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    # What the page says of itself, by the entry of `sources` it fills: the first word counts.
    said: dict[str, str] = field(default_factory=dict)
    lines: list[Piece] = field(default_factory=list)
    captions: set[str] = field(default_factory=set)
    # How often a line stands above the story.
    heads: Counter[str] = field(default_factory=Counter)
    # The story lies between these lines; what the page says of itself stands before and behind.
    first_story: int = 0
    last_story: int = -1
    # The last line above the story that says when, or who.
    last_fact: int = -1
    width: int = 0
    weak: frozenset[str] = frozenset()
    # Lines below the story that are its tags.
    tags: frozenset[int] = frozenset()

    # --- reading

    def take(self, text: str) -> None:
        """Sorts every line of the page: title, story, or left out with a reason."""
        self.lines = list(_lines(text))
        self.width = paragraphs.wrapped(self.lines)
        self._measure()
        state: Clutter | None = None
        waiting = ""
        tail: list[str] = []
        index = 0
        while index < len(self.lines):
            line = self.lines[index]
            told = index >= self.first_story
            if state is not None and (state.end or not _long(line.text)):
                if state.end:
                    tail.append(line.text)
                else:
                    ending = clutter(line.text, told)
                    state = ending if ending is not None and ending.end else state
                    self._drop(line, state.why)
            elif waiting == "title" and not two_sentences(line.text) and not _paragraph_ended(line.text):
                self._drop(line, kinds.RELATED)
                # A list of stories goes on with its next bullet; a single story is one line.
                waiting = "title" if paragraphs.item(line.text) or self._listed(index) else ""
            elif waiting == "name" and (names(line.text) or len(line.text) < 60) and not _SENTENCE_END.search(line.text):
                self._name(line.text, line)
                self._drop(line, kinds.PEOPLE)
                waiting = ""
            else:
                found = self._sort(index, line, told)
                state, waiting = None, ""
                if isinstance(found, Clutter):
                    state = found if found.end or found.rest else None
                    waiting = "title" if found.follows else ""
                    index += self._rest_of(index, found)
                elif found == "label":
                    waiting = "name"
                elif found == "title":
                    index += self._title_from(index)
            index += 1
        if tail and self.dropped:
            # What comes behind the end of the story stands in the account in one piece.
            last = self.dropped.pop()
            self.dropped.append(Dropped("\n".join((last.text, *tail)), last.why, last.place))
        self._finish()

    def _measure(self) -> None:
        """Finds where the story starts and ends: at its dateline or its first paragraph, and at its last long one."""
        told = [i for i, line in enumerate(self.lines) if _paragraph(line.text) and clutter(line.text, True) is None]
        self.last_story = told[-1] if told else len(self.lines) - 1
        plain = [i for i, line in enumerate(self.lines) if self._plain(line.text)]
        # The first words may be a title however long they are, as long as they are no sentence.
        titles = [i for i in plain[:1] if len(self.lines[i].text) <= _TITLE and not _ENDED.search(self.lines[i].text)]
        whole = [i for i in plain if _paragraph(self.lines[i].text) and i not in titles]
        behind = next((i for i in plain if i not in titles), len(self.lines) if titles else 0)
        first = whole[0] if whole else behind
        for index, line in enumerate(self.lines[: first + _HEAD]):
            place = dateline(f"{line.text} {self.lines[index + 1].text}" if self._goes_on(index) else line.text)
            if place is not None and (place[1] or index == first) and not self._says_facts(line.text) and self._plain(line.text):
                first = index
                break
        near = enumerate(self.lines[: first + _HEAD])
        head = [i for i, line in near if self._says_facts(line.text) and not self._goes_on(i)]
        close = [i for i in head if i < first or (i <= first + 4 and not _long(self.lines[first].text))]
        self.last_fact = close[-1] if close else -1
        self.first_story = max(first, self.last_fact + 1)
        self.heads = Counter(fold(line.text) for line in self.lines[: self.first_story])
        self.tags = frozenset(self._tags())

    def _tags(self) -> Iterator[int]:
        """The lines below the story that are nothing but tags: a few words each, beside debris, and one that the story has."""
        words = fold(" ".join(line.text for line in self.lines[: self.last_story + 1]))
        run: list[int] = []
        for index in range(self.last_story + 1, len(self.lines) + 1):
            text = self.lines[index].text if index < len(self.lines) else ""
            if _TAG.fullmatch(text) and len(text.split()) <= 4 and clutter(text, True) is None and not label(text):
                run.append(index)
                continue
            if run and self._frame(run[0] - 1, len(run)) | self._frame(index, len(run)):
                known = any(fold(self.lines[i].text) in words for i in run)
                yield from run if known and not self._lists(run[0] - 1) else ()
            run = []

    def _frame(self, index: int, tags: int) -> bool:
        """Whether a line beside tags is the page's; one tag alone needs the signs of a newsroom."""
        text = self.lines[index].text if index < len(self.lines) else ""
        found = clutter(text, True) if text else None
        source = _SOURCE.fullmatch(text) is not None
        return initials(text) or (tags > 1 and (source or (found is not None and not found.follows)))

    def _lists(self, index: int) -> bool:
        """Whether a line announces the ones below it."""
        return self.lines[index].text.endswith((":", ","))

    def _says_facts(self, text: str) -> bool:
        return dated(text) is not None or (byline(text) is not None and not text.startswith("("))

    def _sort(self, index: int, line: Piece, told: bool) -> Clutter | str:
        """What one line is, after it was put where it belongs."""
        text = line.text
        if self._goes_on_from(index) and (told or byline(text) is None):
            self.story.append(line)
            return "story"
        edge = not told or index > self.last_story
        if not told and self._is_caption(index):
            return self._left_out(line, kinds.PHOTO)
        if self.title and fold(self.title) in (fold(text), fold(_named(text))):
            return self._left_out(line, kinds.REPEATED)
        if fold(text) in self.captions or (not told and (credited(text) or _doubled(text))):
            return self._left_out(line, kinds.PHOTO)
        if told and edge and len(text.split()) > 1 and fold(text) == fold(self.said.get("author", "")):
            return self._left_out(line, kinds.PEOPLE)
        if index in self.tags:
            return self._left_out(line, kinds.MENU)
        if edge and credit(text) and not self._goes_on(index):
            return self._left_out(line, kinds.PEOPLE if told else kinds.PHOTO)
        if not told and (place := dateline(text)) is not None and not place[2] and not self._goes_on(index):
            self._dateline(line, *place)
            return "dateline"
        found = clutter(text, told)
        if found is not None and not (found.why is kinds.PEOPLE and self._goes_on(index) and not initials(text)):
            self._attribution(line, found)
            self._drop(line, found.why)
            return found
        if not edge and signature(text) and not self._goes_on(index):
            self._name(byline(text) or "", line)
            return self._left_out(line, kinds.PEOPLE)
        if edge:
            if (day := dated(text)) is not None:
                self._day(line, *day)
                return self._left_out(line, kinds.WHEN)
            # "Balai Membuka Kelas Baru | Tempo.co" is no name beside a paper.
            headline = not self.title and len(text.split()) > 5 and re.search(r"\s[|–—-]\s", text) is not None
            if (name := byline(text)) is not None and not headline and not self._goes_on(index):
                self._name(name, line)
                return self._left_out(line, kinds.PEOPLE)
            if (named := _SOURCE.fullmatch(text)) is not None and publisher(named["paper"]):
                paper = publisher(named["paper"])
                # A paper that took its story from an agency is the one that printed it.
                self._say("publisher", paper, line, weak=paper in _AGENCIES)
                return self._left_out(line, kinds.ATTRIBUTION)
            if label(text):
                self._drop(line, kinds.PEOPLE)
                return "label"
            if re.fullmatch(r"\w|\d{1,4}", text):
                return self._left_out(line, kinds.SHARE)
            paper = publisher(text) if len(text) < 40 and len(text.split()) < 4 and not self._goes_on(index) else ""
            if paper and (self.title or "." in text):
                # The name of an agency alone says whose the picture is.
                if paper not in _AGENCIES:
                    self._say("publisher", paper, line, weak=True)
                return self._left_out(line, kinds.ATTRIBUTION)
            if not told and (sectioned := _SECTIONED.fullmatch(text)) is not None and names(sectioned["name"]):
                self._name(sectioned["name"], line)
                return self._left_out(line, kinds.PEOPLE)
        if not self.title and not told and self._is_title(index):
            return "title"
        if not told and not self.title and self._is_breadcrumb(index):
            return self._left_out(line, kinds.MENU)
        if not told and (self._is_rubric(index) or self._is_fact(index)):
            if not self.title:
                self._say("publisher", publisher(text), line, weak=True)
            words = re.sub(r"\s*\|\s*", ", ", text.rstrip(" ,"))
            person = names(words) and bool(self.title) and all(len(part.split()) > 1 for part in words.split(","))
            person = person and _NO_PERSON.search(words) is None
            if person:
                self._name(words, line)
            return self._left_out(line, kinds.PEOPLE if person else kinds.MENU)
        self.story.append(line)
        return "story"

    def _left_out(self, line: Piece, why: Localized) -> str:
        self._drop(line, why)
        return "dropped"

    def _drop(self, line: Piece, why: Localized) -> None:
        if why is kinds.PHOTO:
            self.captions.add(fold(line.text))
        self.dropped.append(Dropped(line.text, why, Place(self.path, line.number)))

    def _goes_on(self, index: int) -> bool:
        """Whether the next line is the rest of this one's sentence."""
        following = self.lines[index + 1] if index + 1 < len(self.lines) else None
        if following is None or following.gap or not paragraphs.continues(following.text):
            return False
        if (place := dateline(following.text)) is not None and place[1]:
            return False
        # "detikNews" is a line of a menu.
        if " " not in following.text and publisher(following.text) and _ENDED.search(following.text) is None:
            return False
        return byline(following.text) is None and clutter(following.text, False) is None

    def _goes_on_from(self, index: int) -> bool:
        """Whether a line is the rest of a sentence of the story that the line above it began."""
        line, before = self.lines[index], self.lines[index - 1]
        if not index or line.gap or not self.story or self.story[-1] is not before or paragraphs.closed(before.text):
            return False
        return paragraphs.continues(line.text) or bool(self.width and paragraphs.full(before.text, line.text, self.width))

    def _listed(self, index: int) -> bool:
        """Whether the line below a story's title is the last title of a list, which an empty line or debris ends."""
        if index + 2 >= len(self.lines):
            return False
        following = self.lines[index + 1]
        behind = self.lines[index + 2]
        apart = not self.lines[index].gap and not following.gap and (behind.gap or clutter(behind.text, True) is not None)
        return apart and len(following.text) <= _TITLE and titled(following.text) and not _SENTENCE_END.search(following.text)

    def _rest_of(self, index: int, found: Clutter) -> int:
        """Drops the lines over which the debris of a wrapped text goes on; their number."""
        count = 0
        while self.width and index + count + 1 < len(self.lines):
            line, following = self.lines[index + count], self.lines[index + count + 1]
            if following.gap or not paragraphs.full(line.text, following.text, self.width):
                break
            self._drop(following, found.why)
            count += 1
        return count

    # --- the title

    def _is_title(self, index: int) -> bool:
        text = self.lines[index].text.lstrip("# ")
        if len(text) > _TITLE or paragraphs.item(text) or (self._goes_on(index) and not self.width):
            return False
        if (_SENTENCE_END.search(text) and len(text.split()) > 7) or two_sentences(text):
            return False
        place = dateline(text)
        if place is not None and (place[1] or len(place[2]) > _STORY or not place[2]):
            return False
        return not self._is_rubric(index) and not self._is_breadcrumb(index)

    def _is_breadcrumb(self, index: int) -> bool:
        """Whether a line above the story yields to the title below it: the same words come again, or these are cut or few."""
        text = self.lines[index].text
        cut, few = text.endswith(("...", "…")), len(text.split()) <= 5 and len(text) < 40
        for number in range(index + 1, min(index + 5, self.first_story)):
            below = self.lines[number].text
            if len(below) > 30 and len(below) < len(text) and text.endswith(below):
                return True
            sentence = _SENTENCE_END.search(below) is not None or len(below) > _TITLE or not self._plain(below)
            above_facts = number + 1 < len(self.lines) and self._says_facts(self.lines[number + 1].text)
            if not sentence and (cut or (few and above_facts and len(below.split()) >= 7)):
                return True
        return False

    def _is_rubric(self, index: int) -> bool:
        """Whether a few words above the story are a section or a name: they say nothing, and a title or a date comes next."""
        text = self.lines[index].text
        if (
            len(text) > 40
            or len(text.split()) > 4
            or re.search(r"[.?!:,\"”\d]", text)
            or text.startswith("#")
            or self._goes_on(index)
        ):
            return False
        following = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        if not self.title:
            # The title of a page with a section above it is longer, and is no paragraph.
            near = (p.text for p in self.lines[index + 1 : max(index + 8, min(self.first_story, index + _MENU))])
            ahead = next((t for t in near if self._plain(t) and len(t.split()) > 3), "")
            short = len(text.split()) <= 3 and len(text) <= 30
            return short and bool(ahead) and len(ahead) <= 200 and not _SENTENCE_END.search(ahead) and dateline(ahead) is None
        return not self._plain(following) and bool(following)

    def _is_fact(self, index: int) -> bool:
        """Whether a few words stand below the title and above the last line that says when or who."""
        text = self.lines[index].text
        if not self.title or index >= self.last_fact or paragraphs.continues(text) or self._goes_on(index):
            return False
        return len(text) <= 60 and not re.search(r"[.!?:]$", text)

    def _is_caption(self, index: int) -> bool:
        """Whether a line above the story stands there twice, as captions do below a picture and beside it."""
        text = fold(self.lines[index].text)
        # Several such lines one below the other are a paragraph that was broken over them.
        near = [self.lines[i].text for i in (index - 1, index + 1) if 0 <= i < len(self.lines)]
        beside = any((found := clutter(t, False)) is not None and found.why is kinds.PHOTO for t in near)
        if not self.title or len(text) < (15 if beside else 40) or text == fold(self.title):
            return False
        return self.heads[text] > 1 and not any(len(t) >= 40 and self.heads[fold(t)] > 1 for t in near)

    def _plain(self, text: str) -> bool:
        if clutter(text, False) is not None or credit(text) or credited(text) or _doubled(text):
            return False
        return dated(text) is None and byline(text) is None and not label(text)

    def _title_from(self, index: int) -> int:
        """Takes the title that starts on a line of a wrapped or an unwrapped page; the number of further lines it takes."""
        words = [self.lines[index].text.lstrip("# ")]
        for line in self.lines[index + 1 : index + 3]:
            whole = len(" ".join((*words, line.text))) <= _TITLE
            broken = bool(self.width) and paragraphs.full(words[-1], line.text, self.width)
            if line.gap or not whole or not broken or not self._plain(line.text):
                break
            words.append(line.text)
        self.title = " ".join(words)
        self._without_paper(self.lines[index])
        return len(words) - 1

    def _without_paper(self, line: Piece) -> None:
        """Takes the paper's name off the end of the title, where browsers put it."""
        match = _BEHIND_TITLE.search(self.title)
        paper = publisher(match["paper"]) if match is not None else ""
        if match is not None and paper and len(match["paper"].split()) < 4:
            self._say("publisher", paper, line)
            self._drop(Piece(line.number, match[0].strip()), kinds.ATTRIBUTION)
            self.title = self.title[: match.start()]

    # --- what the page says of itself

    def _say(self, what: str, value: str, line: Piece, *, weak: bool = False) -> None:
        """Notes a fact; the first word counts, but a weak one yields to the next that is not."""
        if value and (what not in self.said or (what in self.weak and not weak)):
            name = {"author": "author", "changed": "updated"}.get(what, f"sources.0.{what}")
            self.guesses = [guess for guess in self.guesses if guess.field != name]
            self.weak = self.weak | {what} if weak else self.weak - {what}
            self.said[what] = value
            self.guesses.append(Guess(name, value, line.text[:160], Place(self.path, line.number)))

    def _name(self, name: str, line: Piece) -> None:
        self._say("author", name, line)
        for part in re.split(r"\s[-|–—]\s|,\s|\bby\s|-\s", line.text):
            self._say("publisher", publisher(part), line, weak=True)

    def _day(self, line: Piece, published: object, changed: object, others: str) -> None:
        if published is not None:
            self._say("date", str(published), line)
        elif changed is not None:
            self._say("changed", str(changed), line)
        for part in re.split(r"\s[-|–—•·]\s|,\s|\|", others):
            self._say("publisher", publisher(part), line)
            if (name := byline(part)) or (names(part) and not publisher(part) and len(part.split()) > 1 and (name := part)):
                self._say("author", name, line)

    def _attribution(self, line: Piece, found: Clutter) -> None:
        """What a line about the copy says: "Artikel ini telah tayang di Kompas.com dengan judul ..., Klik untuk baca: https://..."."""
        if found.why not in (kinds.ATTRIBUTION, kinds.IMPRINT, kinds.FOLLOW):
            return
        url = URL.search(line.text)
        if url is not None and found.why is kinds.ATTRIBUTION and not re.search(r"//(?:app|apps|play|subscribe)\.", url[0]):
            self._say("url", url[0], line)
        if (quoted := _QUOTED_TITLE.search(line.text)) is not None:
            self.said.setdefault("title", quoted["title"])
        known = re.search(
            r"(?:©|copyright|tentang|di|artikel|news)\W*(?P<paper>[\w.]{3,30}(?: [A-Z]\w+)?)", line.text, re.IGNORECASE
        )
        paper = (publisher(known["paper"]) or publisher(known["paper"].split(" ")[0])) if known is not None else ""
        if not paper:
            # A channel's address names the network and not the paper.
            named = found.why is kinds.FOLLOW or (found.why is kinds.IMPRINT and url is None)
            paper = paper_among(line.text) if named else publisher(url[0]) if url is not None else ""
        self._say("publisher", paper, line)

    def _dateline(self, line: Piece, words: str, paper: str, rest: str) -> None:
        self._say("publisher", paper, line)
        self._drop(Piece(line.number, words), kinds.DATELINE)

    # --- the draft

    def _finish(self) -> None:
        """Makes whole paragraphs of the story's lines, and takes dateline and signs off them."""
        self.story = paragraphs.join(self.story, self.width)
        for number, piece in enumerate(self.story[:6]):
            place = dateline(piece.text)
            # Behind a summary and a caption only a paper's name is sure.
            if place is None or not place[2] or (number > 2 and not place[1]):
                continue
            self._dateline(piece, *place)
            words = place[2]
            # "jpnn.com - JAKARTA - ..."
            if (second := dateline(words)) is not None and second[2]:
                self._dateline(piece, *second)
                words = second[2]
            elif place[1] and (stop := city(words)):
                self._drop(Piece(piece.number, stop.strip()), kinds.DATELINE)
                words = words[len(stop) :]
            self.story[number] = Piece(piece.number, words, piece.gap)
            break
        for number in range(max(0, len(self.story) - 2), len(self.story)):
            piece = self.story[number]
            words, signs = signed(piece.text)
            if signs:
                self._drop(Piece(piece.number, signs), kinds.PEOPLE)
                self.story[number] = Piece(piece.number, words, piece.gap)

    def draft(self) -> Draft:
        """The page as a draft."""
        title = self.title or self.said.get("title", "")
        date = self.said.get("date") or self.said.get("changed", "")
        source = {"title": title, "publisher": self.said.get("publisher", ""), "url": self.said.get("url", ""), "date": date}
        fields: dict[str, object] = {"title": title, "date": date}
        fields |= {"sources": [{k: v for k, v in source.items() if v}], "rights": "third-party", "status": "draft"}
        first = " ".join(self.story[0].text.split()[:8])
        slug = _cut(slugify(title or first)) or _cut(slugify(self.path.stem)) or "klipping"
        year = date[:4] or next((str(day.year) for piece in self.story for day, _ in days(piece.text)), "tanpa-tahun")
        return Draft(
            PurePosixPath("artikel", year, f"{slug}.md"),
            {name: value for name, value in fields.items() if value and value != [{}]},
            paragraphs.markdown(self.story, escape=not self.markdown),
            Place(self.path),
            dropped=tuple(sorted(self.dropped, key=lambda d: d.place.line)),
            guesses=tuple(self.guesses),
        )


def _lines(text: str) -> Iterator[Piece]:
    """The lines of a page that hold something, with advertising that sits inside a line on lines of its own."""
    gap = False
    for number, raw in enumerate(_BREAKS.sub("\n", text).split("\n"), 1):
        whole = " ".join(_UNSEEN.sub("", raw).split())
        parts = [part for piece in _ADS.split(whole) for part in INLINE.split(piece)]
        if not whole:
            gap = True
        for part in parts:
            if part.strip():
                yield Piece(number, part.strip(), gap)
                gap = False


def _named(text: str) -> str:
    """A line without the paper's name that browsers put behind a title."""
    match = _BEHIND_TITLE.search(text)
    return text[: match.start()] if match is not None and publisher(match["paper"]) else text


def _cut(slug: str) -> str:
    """A slug short enough for a file's name, without half a word at its end."""
    return slug if len(slug) <= _SLUG else slug[: _SLUG + 1].rpartition("-")[0][:_SLUG] or slug[:_SLUG]


def _paragraph(text: str) -> bool:
    """Whether a line is a whole sentence at least; questions and exclamations may be titles."""
    return _long(text) or _paragraph_ended(text)


def _paragraph_ended(text: str) -> bool:
    """Whether a line is a sentence that no title is: it ends with a full stop and is long."""
    return len(text) >= _SENTENCE and _ENDED.search(text) is not None


def _doubled(text: str) -> bool:
    """Whether a line is a caption that was copied twice, with its credit between: "Kapal tiba. Dok. KBRIKapal tiba."."""
    again = text.rfind(text[:40])
    return len(text) > 100 and again >= 40 and text.startswith(text[again:]) and len(text) <= 2 * (len(text) - again) + 80


def _long(text: str) -> bool:
    """Whether a line can only be a paragraph of a story."""
    return len(text) >= _STORY or (two_sentences(text) and len(text) > 60)
