"""The rooms of docs and code: who imports whom, who prints, how long a file may be, and that one thing is one file."""

import ast
import base64
import hashlib
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from packaging.requirements import Requirement
from packaging.version import Version

from tests.shell import DATE, ROOT, SMALL, project, run, tree, write

ROOMS = ("rules", "indices", "outputs", "reporters", "importers")
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for folder in ("rantau", "hooks", "scripts")
    for path in sorted((ROOT / folder).rglob("*.py"))
}
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in MODULES.items()}


def imports(name: str) -> frozenset[str]:
    """The modules that a module imports, by their whole names; what is imported from a package counts as its module."""
    found = set()
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports from a relative place"
            parts = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {part if part in MODULES else str(node.module) for part in parts}
    return frozenset(found)


def own(name: str) -> frozenset[str]:
    """The project's modules among the imports."""
    return frozenset(i for i in imports(name) if i.split(".")[0] in ("rantau", "hooks", "scripts", "environment"))


def inside(package: str) -> list[str]:
    return [name for name in MODULES if name == package or name.startswith(package + ".")]


def test_there_are_rooms_to_look_at() -> None:
    assert {room for room in ROOMS if len(inside(f"rantau.{room}")) > 3} >= {"rules", "indices", "outputs"}
    assert imports("rantau.pipeline") >= {"rantau.rules", "rantau.model", "pathlib"}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_model_and_text(room: str) -> None:
    # Three outputs write down the one declaration of the served policy, two the search, one the stylesheet, three the scripts; those that draw keep
    # what they drew.
    # Importers make drafts, with what foreign formats share.
    allowed = {"outputs": ("rantau.policy", "rantau.search.", "rantau.forms.", "rantau.styles", "rantau.scripts", "rantau.keeping"), "importers": ("rantau.drafts", "rantau.foreign")}
    more = allowed.get(room, ())
    # A module whose name starts with "_" is a part of its neighbour and not a thing of its own.
    known = ("rantau.model", "rantau.text.", f"rantau.{room}._", *more)
    strangers = {name: foreign for name in inside(f"rantau.{room}") if (foreign := {i for i in own(name) if not i.startswith(known)})}
    assert strangers == {}


def test_the_forms_know_the_declaration_and_nothing_that_reads_or_writes() -> None:
    for name in inside("rantau.forms"):
        known = ("rantau.model", "rantau.fields", "rantau.text.", "rantau.forms.")
        assert {i for i in own(name) if not i.startswith(known)} == set(), name
        assert {i.split(".")[0] for i in imports(name)} <= {"rantau", *sys.stdlib_module_names}, name


def test_the_search_knows_values_and_registries_alone() -> None:
    known = {"rantau.model", "rantau.registry", *inside("rantau.search")}
    for name in inside("rantau.search"):
        assert own(name) <= known, name
    # Only what turns lists into words looks at a registry.
    assert [name for name in inside("rantau.search") if "rantau.registry" in own(name)] == ["rantau.search.vocabulary"]


def test_drafts_are_values_that_importers_make_and_the_desk_of_imports_writes() -> None:
    assert own("rantau.drafts") == {"rantau.model"}
    for name in inside("rantau.foreign"):
        assert {i for i in own(name) if not i.startswith(("rantau.model", "rantau.text", "rantau.drafts", "rantau.foreign"))} == set(), name
    assert [name for name in MODULES if "rantau.importers" in imports(name)] == ["rantau.imports"]
    assert [name for name in MODULES if "rantau.imports" in own(name)] == ["scripts.import"]
    makers = {*inside("rantau.importers"), *inside("rantau.foreign")}
    assert {name for name in MODULES if "rantau.drafts" in own(name)} - makers == {"rantau.accounts", "rantau.guesses", "rantau.imports"}


def test_text_imports_only_model_and_text() -> None:
    for name in inside("rantau.text"):
        assert {i for i in own(name) if i != "rantau.model" and not i.startswith("rantau.text.")} == set(), name


def test_the_model_imports_nothing_of_the_project_and_the_policy_the_model_alone() -> None:
    assert own("rantau.model") == frozenset()
    assert own("rantau.policy") <= {"rantau.model"}


def test_machines_are_told_what_a_view_holds_and_what_is_kept_knows_nothing_of_the_content() -> None:
    assert own("rantau.structured") == {"rantau.views"}
    assert own("rantau.keeping") == frozenset()


def test_reading_goes_upwards_only() -> None:
    assert own("rantau.source") <= {"rantau.model", "rantau.fields", "rantau.mistakes", "rantau.text", "rantau.text.slugs", "rantau.text.names"}
    below = ("rantau.model", "rantau.text", "rantau.source", "rantau.fields", "rantau.places", "rantau.mistakes")
    for name in ("rantau.fields", "rantau.schema", "rantau.places", "rantau.body", "rantau.registry"):
        assert {i for i in own(name) if not i.startswith(below)} == set(), name


def test_only_the_pipeline_knows_all_rooms() -> None:
    rooms = {"rantau.rules", "rantau.indices", "rantau.outputs", "rantau.reporters"}
    assert [name for name in MODULES if rooms <= imports(name)] == ["rantau.pipeline"]


def test_no_module_imports_itself_round_a_corner() -> None:
    done: set[str] = set()

    def walk(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join((*path, name))
        if name not in done:
            for other in sorted(own(name) & set(MODULES)):
                walk(other, (*path, name))
            done.add(name)

    for name in MODULES:
        walk(name, ())


def test_the_library_knows_nothing_of_the_engine_and_of_the_hooks() -> None:
    for name in inside("rantau"):
        assert {i for i in imports(name) if i.split(".")[0] in ("mkdocs", "material", "jinja2", "hooks", "scripts")} == set(), name


def test_only_hooks_import_mkdocs() -> None:
    assert {name.split(".")[0] for name in MODULES if any(i.split(".")[0] == "mkdocs" for i in imports(name))} == {"hooks"}


# The parts of the preview, each of which imports only those before it.
PREVIEW = ("watching", "workshop", "showing", "drawing", "making", "server", "preview")


def test_hooks_take_the_library_through_the_engine() -> None:
    for name in inside("hooks"):
        if name not in ("hooks", "hooks.engine", *(f"hooks.{part}" for part in PREVIEW)):
            assert own(name) <= {"hooks.engine"}, name


def test_the_parts_of_the_preview_import_upwards_only_and_no_build_imports_them() -> None:
    for number, part in enumerate(PREVIEW):
        before = {"hooks.engine", *(f"hooks.{other}" for other in PREVIEW[:number])}
        assert {i for i in own(f"hooks.{part}") if i.startswith("hooks")} <= before, part
    assert own("hooks.watching") == frozenset()
    assert own("hooks.workshop") == {"rantau.workers"}
    parts = {f"hooks.{part}" for part in PREVIEW}
    assert [name for name in MODULES if name not in parts and own(name) & parts] == ["scripts.serve"]


def speaks(node: ast.AST) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in ("print", "input")
    streams = ("stdout", "stderr", "__stdout__", "__stderr__")
    return isinstance(node, ast.Attribute) and node.attr in streams and isinstance(node.value, ast.Name) and node.value.id == "sys"


def test_only_scripts_print() -> None:
    talkers = {name for name in MODULES if any(speaks(node) for node in ast.walk(TREES[name]))}
    assert {name.split(".")[0] for name in talkers} == {"scripts"}


def test_rooms_neither_write_nor_look_at_the_clock() -> None:
    forbidden = {"write_text", "write_bytes", "mkdir", "unlink", "rename", "replace_file", "rmtree", "now", "today", "time", "monotonic"}
    for name in [n for room in (*ROOMS, "text") for n in inside(f"rantau.{room}")]:
        used = {n.func.attr for n in ast.walk(TREES[name]) if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)}
        assert used & forbidden == set(), name


def test_the_day_comes_from_the_clock_module_alone() -> None:
    def asks(node: ast.AST) -> bool:
        return isinstance(node, ast.Attribute) and node.attr in ("now", "utcnow", "today") and isinstance(node.value, (ast.Name, ast.Attribute))

    assert [name for name in inside("rantau") if any(asks(node) for node in ast.walk(TREES[name]))] == ["rantau.clock"]


def lazy_imports(tree: ast.Module) -> Iterator[str]:
    for function in ast.walk(tree):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            tried = {id(n) for t in ast.walk(function) if isinstance(t, ast.Try) for n in ast.walk(t)}
            yield from (function.name for n in ast.walk(function) if isinstance(n, (ast.Import, ast.ImportFrom)) and id(n) not in tried)


def test_imports_stand_at_the_top_unless_the_module_may_be_missing() -> None:
    assert {name: found for name, tree in TREES.items() if (found := list(lazy_imports(tree)))} == {}


def test_a_long_module_says_why_it_is_long() -> None:
    """A module of over 400 lines speaks of its length in its docstring, beside the reason."""
    long = {name: tree for name, tree in TREES.items() if len(MODULES[name].read_text("utf-8").splitlines()) > 400}
    assert [name for name, tree in long.items() if not re.search(r"\blong\b.*\bbecause\b", ast.get_docstring(tree) or "", re.DOTALL)] == []


def test_every_module_says_what_it_is() -> None:
    assert [name for name, tree in TREES.items() if not ast.get_docstring(tree)] == []


def test_each_event_of_a_hook_is_one_short_call() -> None:
    events = {
        f"{name}.{node.name}": node
        for name in inside("hooks")
        for node in TREES[name].body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("on_")
    }
    assert len(events) > 5
    assert {name for name, node in events.items() if (node.end_lineno or 0) - node.lineno >= 10} == set()


def test_rules_and_their_files_have_one_name() -> None:
    for name in inside("rantau.rules")[1:]:
        assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", name.removeprefix("rantau.rules.")), name


# --- one thing, one file


def copied(tmp_path: Path, name: str, code: str) -> Path:
    root = project(tmp_path / "proyek", write(tmp_path / "isi", SMALL))
    write(root / "rantau", {name: code})
    return root


def python(root: Path, code: str) -> str:
    """What some code prints that uses the copy of the project at `root`."""
    start = f"import datetime, pathlib, rantau; assert rantau.__file__.startswith({str(root)!r}); day = datetime.date.fromisoformat('{DATE}')\n"
    done = run([sys.executable, "-c", start + code], root, {"PYTHONPATH": str(root)})
    assert done.returncode == 0, done.stderr
    return done.stdout


BUILD = "from hooks.engine import build\nprint(build(pathlib.Path('content'), pathlib.Path('site'), '', day)[0])"


def test_a_new_rule_is_one_new_file(tmp_path: Path) -> None:
    rule = '''"""A title says too little."""
from collections.abc import Iterator
from rantau.model import Document, Finding, Library, Localized, Severity
SEVERITY = Severity.WARNING
EXPLANATION = Localized("Contoh penjelasan aturan.", "A sample explanation.")
def check(document: Document, library: Library) -> Iterator[Finding]:
    yield Finding(document.path, document.span("title"), Localized("judul terlalu pendek"), Localized("tulis lebih panjang"))
'''
    root = copied(tmp_path, "rules/short_title.py", rule)
    report = python(root, "from rantau import desk\nprint(*desk.check(pathlib.Path('content'), [], 'text', 'id', day)[1], sep='\\n')")
    assert report.splitlines()[:4] == [
        "content/artikel/2025/contoh.md:2:8: peringatan[short-title]: judul terlalu pendek",
        "   2 | title: Contoh judul",
        "     |        ^^^^^^^^^^^^",
        "     = bantuan: tulis lebih panjang",
    ]
    assert python(root, "from rantau import desk\nprint(desk.explain('short-title', 'en'))") == (
        "(0, ('short-title (warning)', '', 'A sample explanation.'))\n"
    )


def test_a_new_taxonomy_is_one_new_file(tmp_path: Path) -> None:
    index = '''"""Index pages of the first letters of titles."""
from rantau.model import Document, Library, Localized, Taxonomy, Term
class _Letters(Taxonomy):
    __slots__ = ()
    def terms(self, library: Library) -> tuple[Term, ...]:
        return (Term(self.registry, "c", "c", Localized("Huruf C")),)
    def place(self, document: Document, library: Library) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return ("c",), ()
TAXONOMY = _Letters("huruf", "letters", Localized("Huruf"))
'''
    root = copied(tmp_path, "indices/letters.py", index)
    assert python(root, BUILD) == "0\n"
    assert ">Contoh judul</a>" in (root / "site/huruf/c/index.html").read_text("utf-8")
    assert ">Huruf C<" in (root / "site/huruf/index.html").read_text("utf-8")


def test_a_new_output_is_one_new_file(tmp_path: Path) -> None:
    output = '''"""Titles, one a line."""
from collections.abc import Iterator
from pathlib import PurePosixPath
from rantau.model import Edition
def publish(edition: Edition) -> Iterator[tuple[PurePosixPath, bytes]]:
    yield PurePosixPath("judul/semua.txt"), "\\n".join(p.title for p in edition.pages if p.document).encode()
'''
    root = copied(tmp_path, "outputs/titles.py", output)
    assert python(root, BUILD) == "0\n"
    assert tree(root / "site")["judul/semua.txt"] == b"Contoh judul"


def test_a_new_reporter_is_one_new_file(tmp_path: Path) -> None:
    reporter = '''"""Paths alone."""
from collections.abc import Iterator
from rantau.model import Report
def render(report: Report) -> Iterator[str]:
    for found in report.diagnostics:
        yield f"{report.root}/{found.path}"
'''
    root = copied(tmp_path, "reporters/paths_only.py", reporter)
    write(root / "content", {"artikel/2025/contoh.md": "---\n---\n"})
    code = "from rantau import desk\nprint(*desk.formats())\nprint(*desk.check(pathlib.Path('content'), [], 'paths-only', 'id', day)[1])"
    formats, lines = python(root, code).splitlines()
    assert "paths-only" in formats.split()
    assert set(lines.split()) == {"content/artikel/2025/contoh.md"}


# --- what is pinned

FLOORS = {
    "mkdocs-material": "9.7.7",
    "pymdown-extensions": "11.0.1",
    "markdown": "3.10.1",
    "pillow": "12.3",
    "nh3": "0.3.3",
}


def pins(path: Path) -> dict[str, tuple[str, int]]:
    """Version and number of hashes of each package in a lock file; fails at a line that is neither."""
    found: dict[str, tuple[str, int]] = {}
    name = ""
    for line in path.read_text("utf-8").splitlines():
        pinned = re.fullmatch(r"([a-z0-9][a-z0-9._-]*)(?:\[[a-z,]+\])?==(\S+?)(?: ; .*?)? \\", line)
        if pinned:
            name = pinned[1]
            found[name] = pinned[2], 0
        elif re.fullmatch(r" {4}--hash=sha256:[0-9a-f]{64}(?: \\)?", line):
            found[name] = found[name][0], found[name][1] + 1
        else:
            assert not line.strip() or line.lstrip().startswith("#"), line
    return found


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt"])
def test_every_package_of_a_lock_has_one_version_and_hashes(name: str) -> None:
    locked = pins(ROOT / name)
    assert len(locked) > 20
    assert [package for package, (_, hashes) in locked.items() if not hashes] == []
    assert "frontmatter" not in locked


def test_the_locks_hold_what_the_project_asks_for() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for name, lines in (("requirements.txt", asked["dependencies"]), ("tests/requirements.txt", asked["optional-dependencies"]["test"])):
        locked = pins(ROOT / name)
        for line in lines:
            wanted = Requirement(line)
            assert locked[wanted.name.lower()][0] in wanted.specifier, line


def test_both_locks_agree() -> None:
    build, test = pins(ROOT / "requirements.txt"), pins(ROOT / "tests/requirements.txt")
    assert {name: (build[name][0], test[name][0]) for name in build.keys() & test.keys() if build[name][0] != test[name][0]} == {}


@pytest.mark.parametrize(("package", "floor"), FLOORS.items())
def test_packages_are_newer_than_their_known_flaws(package: str, floor: str) -> None:
    assert Version(pins(ROOT / "requirements.txt")[package][0]) >= Version(floor)


# --- what the theme promises


def test_the_pinned_digest_is_that_of_the_inline_script() -> None:
    code = (ROOT / "theme/assets/inline.js").read_bytes().rstrip(b"\n")
    digest = base64.b64encode(hashlib.sha256(code).digest()).decode()
    pinned = f'INLINE_SCRIPT = "sha256-{digest}"'
    assert pinned in (ROOT / "rantau/policy.py").read_text("utf-8").splitlines(), f"set {pinned} in rantau/policy.py"


def test_the_interface_has_the_same_words_in_every_language() -> None:
    module = Environment(loader=FileSystemLoader(ROOT / "theme"), autoescape=True).get_template("words.html").module
    words: dict[str, dict[str, object]] = vars(module)["words"]
    assert set(words) == {"id", "ja", "en"}
    for language in ("ja", "en"):
        assert set(words[language]) == set(words["id"])
        for key, value in words["id"].items():
            other = words[language][key]
            if isinstance(value, dict) and isinstance(other, dict):
                # Templates have a general word for what is missing here, and none for what nobody asks for.
                assert set(other) <= set(value), key
            assert re.findall("%[sd]", str(other)) == re.findall("%[sd]", str(value)) or isinstance(value, dict), (language, key)
