"""The editors' form, where its package is installed: what the admin output publishes, and what the policy allows to it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "rantau" / "forms" / "page"
PACKAGES = ROOT / "node_modules"
# The published names of the packages' files.
FILES: Mapping[str, str] = {
    "sveltia-cms.js": "@sveltia/cms/dist/sveltia-cms.js",
    "ja.json": "@sveltia/cms/locales/ja.json",
    "yaml.js": "js-yaml/dist/js-yaml.min.js",
}
# Sveltia loads its fonts from a public server; its package holds the same files.
FONTS: Mapping[str, str] = {
    "material-symbols-outlined": "material-symbols-outlined-latin-wght-normal-*.woff2",
    "noto-mono": "noto-mono-latin-400-normal-*.woff2",
    "source-sans-3": "source-sans-3-latin-wght-normal-*.woff2",
}
# What the published program says otherwise than the package's, which is pinned, so that each of these is in it:
MENDED: tuple[tuple[re.Pattern[bytes], bytes], ...] = (
    # where its fonts are,
    (re.compile(rb"https://[a-z.]+/fontsource/fonts/([a-z0-9-]+)[:@][^\s\"'`)]+\.woff2"), rb"fonts/\1.woff2"),
    # that it speaks Indonesian, too (the words are in forms/page/id.json),
    (re.compile(rb"`(ar,bg,[\w,-]+),it,ja,"), rb"`\1,id,it,ja,"),
    # that a language without a text has no mistakes in it (else a save with mistakes breaks off halfway),
    (re.compile(rb"(Object\.values\(\w\(\w\)\[\w\])(\)\.some\(\(\{valid:)"), rb"\1??{}\2"),
    # and that a new translation lies where its original does, not in the folder of this year.
    (re.compile(rb":h\?(\w+\(h,\{collection:d,locale:t,content:o\[c\],currentSlug:n\}\))"), rb":h?a?.subPath??\1"),
)
FONT_FOLDER = PACKAGES / "@sveltia/cms/npm/assets"
LICENCES = ("@sveltia/cms/LICENSE.txt", "js-yaml/LICENSE", *(f"@sveltia/cms/npm/assets/{name}.LICENSE.txt" for name in FONTS))

# Where the interfaces of the hosts are that Sveltia knows; one that somebody runs himself says so in his configuration.
_HOSTS = {"github": "https://api.github.com", "gitlab": "https://gitlab.com", "gitea": "https://gitea.com"}


@dataclass(frozen=True, slots=True)
class Form:
    """The form that can be published: where it signs in ({}: nowhere), and the hosts it then talks to."""

    backend: Mapping[str, object]

    @property
    def hosts(self) -> tuple[str, ...]:
        """The origins that the form must reach; none without a place to sign in."""
        name = str(self.backend.get("name", ""))
        given = [str(self.backend[key]) for key in ("api_root", "graphql_api_root") if self.backend.get(key)]
        # To GitLab and Gitea `base_url` is where the repository lives, to GitHub the window that asks for the password.
        if name != "github" and self.backend.get("base_url"):
            given.append(str(self.backend["base_url"]))
        origins = [
            f"{parts.scheme}://{parts.netloc}" for url in given if (parts := urlsplit(url)).scheme == "https" and parts.netloc
        ]
        return tuple(dict.fromkeys(origins or [_HOSTS[name]])) if name in _HOSTS else ()


def form(backend: Mapping[str, object]) -> Form | None:
    """The form, None where the pinned packages are not installed: then nothing speaks of it."""
    return Form(backend) if _complete() else None


def hosts(backend: Mapping[str, object]) -> tuple[str, ...] | None:
    """The hosts that the published form talks to, None where no form is published."""
    found = form(backend)
    return None if found is None else found.hosts


@cache
def _complete() -> bool:
    asked = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"] if (ROOT / "package.json").is_file() else {}
    return bool(asked) and all(_installed(name) == version for name, version in asked.items())


def _installed(package: str) -> str:
    manifest = PACKAGES / package / "package.json"
    return str(json.loads(manifest.read_text("utf-8")).get("version", "")) if manifest.is_file() else ""
