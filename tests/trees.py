"""A small valid content tree, and ways to look at what the library makes of one."""

import datetime
import io
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from PIL import Image

from rantau import pipeline
from rantau.model import Diagnostic, Document, Library
from rantau.pipeline import Loaded
from rantau.scene import Scene, Settings

DATE = datetime.date(2026, 11, 22)
DESCRIPTION = "Surat yang perlu disiapkan pekerja migran sebelum mengajukan visa kerja."
BASE: Mapping[str, str] = {
    "_data/countries.yml": """\
- {key: JP, slug: jepang, aliases: [Negeri Sakura]}
- {key: KR, slug: korea-selatan, aliases: [Korsel]}
- {key: TW, slug: taiwan}
- {key: DE, slug: jerman}
""",
    "_data/regions.yml": """\
- {key: uni-eropa, name: {id: Uni Eropa, en: European Union}, members: [DE]}
- {key: asia-timur, name: {id: Asia Timur, en: East Asia}, members: [JP, KR, TW]}
""",
    "_data/tags.yml": """\
- {key: goes-japan, name: GOES JAPAN, aliases: [Goes Jepang]}
- {key: visa, name: Visa}
- {key: c-sharp, name: "C#"}
""",
    "_data/authors.yml": "- {key: redaksi, name: Redaksi Rantau}\n- {key: siti, name: Siti Aminah, img: siti.png}\n",
    "_data/stages.yml": """\
- {key: persiapan, name: Persiapan}
- {key: pra-penempatan, name: Pra-penempatan}
- {key: penempatan, name: Penempatan}
- {key: purna-penempatan, name: Purna-penempatan}
""",
    "_data/sectors.yml": "- {key: kesehatan, name: Kesehatan}\n- {key: manufaktur, name: Manufaktur}\n",
    "program/ssw.md": """\
---
title: Specified Skilled Worker
name: SSW
description: Visa kerja bagi pekerja berketerampilan, dengan ujian bahasa dan ujian bidang kerja.
countries: [JP]
---

Lembar ini menjelaskan programnya.
""",
    "artikel/2025/paspor.md": """\
---
title: Cara membuat paspor
description: Langkah membuat paspor bagi calon pekerja migran, dengan biaya dan lama pengurusannya.
date: 2025-01-15
sources: [{title: Panduan paspor}]
---

## Biaya

Biaya dibayar di bank.
""",
    "artikel/2025/naskah.md": """\
---
title: Naskah yang belum terbit
description: Naskah yang belum terbit bagi calon pekerja migran, untuk menguji tautan ke sana.
date: 2025-01-16
status: draft
---

Belum selesai.
""",
}


def photo(width: int = 600, height: int = 400, kind: str = "JPEG", **more: object) -> bytes:
    """An image of one colour."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), (200, 120, 40)).save(buffer, kind, **more)
    return buffer.getvalue()


def article(body: str = "Siapkan surat dari desa.\n", title: str = "Surat untuk visa kerja", **fields: str) -> str:
    """An article; `fields` are further lines of its front matter, as YAML."""
    given = {"title": title, "description": DESCRIPTION, "date": "2025-03-01"} | fields | {"sources": fields.get("sources", "[{title: Panduan visa}]")}
    lines = "".join(f"{name}: {value}\n".replace(": \n", ":\n", 1) for name, value in given.items() if value)
    return f"---\n{lines}---\n\n{body}"


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """The content directory below `root`: the base tree with the files added, and two images."""
    content = root / "content"
    everything: dict[str, str | bytes] = {"images/visa.jpg": photo(), "images/siti.png": photo(80, 80, "PNG"), **BASE, **files}
    for path, data in everything.items():
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data if isinstance(data, bytes) else data.encode())
    return content


def check(root: Path, files: Mapping[str, str | bytes]) -> tuple[Diagnostic, ...]:
    """The findings in the tree."""
    return pipeline.check(write(root, files), DATE)


def load(root: Path, files: Mapping[str, str | bytes]) -> Loaded:
    """The library of the tree, and its indices."""
    return pipeline.load(write(root, files), DATE)


def scene(root: Path, files: Mapping[str, str | bytes], url: str = "", edit: str = "") -> Scene:
    """The scene of the tree."""
    return pipeline.stage(load(root, files), Settings("Rantau", url, edit))


def document(library: Library, path: str) -> Document:
    """The document at the path."""
    return library.by_path[PurePosixPath(path)]
