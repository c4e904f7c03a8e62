"""The hook before a commit looks at what is staged, in a real repository, and says in Indonesian what to do."""

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.shell import ARTICLE, LIMIT, ROOT, SMALL, clean, project, write

BROKEN = ARTICLE.replace("date: 2025-01-02", "date: besok")

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")


def git(where: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What git did; it knows no configuration but that of the repository."""
    own = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0", "HOME": str(where)}
    names = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "Penulis"), ("EMAIL", "p@contoh.id"))}
    kept = {name: value for name, value in clean({**own, **names}).items() if name not in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")}
    return subprocess.run(
        ["git", *arguments], cwd=where, env=kept, text=True, encoding="utf-8", capture_output=True, timeout=LIMIT, check=False
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of the project in a folder whose name has blanks, as a repository with the hook and one commit."""
    root = project(tmp_path / "folder dengan spasi", write(tmp_path / "isi", SMALL))
    shutil.copy(ROOT / "scripts/hooks/pre-commit", root / "scripts/hooks/pre-commit")
    # The environment of this project serves the copy, as its own would.
    (root / ".venv").symlink_to(ROOT / ".venv")
    assert git(root, "init", "--quiet").returncode == 0
    write(root, {".gitignore": ".venv\n__pycache__/\n"})
    git(root, "config", "core.hooksPath", "scripts/hooks")
    git(root, "add", ".")
    done = git(root, "commit", "--quiet", "-m", "Awal")
    assert done.returncode == 0, done.stderr
    return root


def commit(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return git(root, "commit", "--quiet", "-m", "Perubahan", *arguments)


def count(root: Path) -> int:
    return int(git(root, "rev-list", "--count", "HEAD").stdout)


def test_content_without_a_fault_is_committed_without_a_word(repository: Path) -> None:
    write(repository / "content", {"artikel/2025/kedua.md": ARTICLE.replace("Contoh judul", "Judul kedua")})
    git(repository, "add", ".")
    done = commit(repository)
    assert (done.returncode, done.stdout) == (0, "")
    assert "kesalahan" not in done.stderr
    assert count(repository) == 2


def test_an_error_stops_the_commit_and_says_where_it_is_and_what_to_do(repository: Path) -> None:
    write(repository / "content", {"artikel/2025/contoh.md": BROKEN})
    git(repository, "add", ".")
    done = commit(repository)
    assert done.returncode == 1
    assert 'content/artikel/2025/contoh.md:6:7: kesalahan[impossible-date]: "besok"' in done.stderr
    assert done.stderr.splitlines()[-3:] == [
        "1 kesalahan.",
        "Belum disimpan ke Git. Perbaiki yang di atas (atau: python3 scripts/check.py --fix), lalu git add dan git commit lagi.",
        "Yang diperiksa adalah isi yang sudah di-git add, bukan berkas di layar Anda.",
    ]
    assert count(repository) == 1


def test_what_is_staged_counts_and_not_what_lies_on_disk(repository: Path) -> None:
    path = repository / "content/artikel/2025/contoh.md"
    path.write_text(BROKEN, "utf-8")
    git(repository, "add", ".")
    path.write_text(ARTICLE, "utf-8")
    done = commit(repository)
    assert done.returncode == 1
    # Who has mended the file already is not told to mend it.
    assert done.stderr.splitlines()[-2:] == [
        "Belum disimpan ke Git. Sudah diperbaiki tetapi belum di-add, jadi belum ikut: git add content/artikel/2025/contoh.md, lalu git commit lagi.",
        "Yang diperiksa adalah isi yang sudah di-git add, bukan berkas di layar Anda.",
    ]
    path.write_text(ARTICLE.replace("Contoh kalimat.", "Kalimat lain."), "utf-8")
    git(repository, "add", ".")
    path.write_text(BROKEN, "utf-8")
    assert commit(repository).returncode == 0
    assert path.read_text("utf-8") == BROKEN
    assert "Kalimat lain." in git(repository, "show", "HEAD:content/artikel/2025/contoh.md").stdout


def test_what_another_file_mends_is_told_and_what_is_still_wrong_too(repository: Path) -> None:
    write(repository / "content", {"artikel/2025/contoh.md": ARTICLE.replace("[visa]", "[upah]"), "artikel/2025/dua.md": BROKEN})
    git(repository, "add", ".")
    tags = (repository / "content/_data/tags.yml").read_text("utf-8")
    write(repository / "content", {"_data/tags.yml": tags + "- {key: upah, name: Upah}\n"})
    done = commit(repository)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "Sebagian sudah diperbaiki tetapi belum di-add, jadi belum ikut: git add content/_data/tags.yml"
    assert "Perbaiki yang di atas" in done.stderr


def test_a_file_named_with_the_commit_is_looked_at_as_git_will_keep_it(repository: Path) -> None:
    path = repository / "content/artikel/2025/contoh.md"
    path.write_text(BROKEN, "utf-8")
    assert commit(repository, "content/artikel/2025/contoh.md").returncode == 1
    assert count(repository) == 1


def test_errors_of_others_do_not_stop_who_has_not_made_them(repository: Path) -> None:
    write(repository / "content", {"artikel/2025/contoh.md": BROKEN})
    git(repository, "add", ".")
    assert commit(repository, "--no-verify").returncode == 0
    write(repository / "content", {"artikel/2025/kedua.md": ARTICLE.replace("Contoh judul", "Judul kedua")})
    git(repository, "add", ".")
    assert commit(repository).returncode == 0


def test_a_page_that_goes_away_stops_the_commit_where_others_link_to_it(repository: Path) -> None:
    linked = ARTICLE.replace("Contoh judul", "Judul kedua") + "\nLihat [contoh](contoh.md).\n"
    write(repository / "content", {"artikel/2025/kedua.md": linked})
    git(repository, "add", ".")
    assert commit(repository).returncode == 0
    git(repository, "rm", "--quiet", "content/artikel/2025/contoh.md")
    done = commit(repository)
    assert done.returncode == 1
    assert "content/artikel/2025/kedua.md:11:16: kesalahan[broken-link]" in done.stderr


def test_a_warning_is_shown_and_stops_nothing(repository: Path) -> None:
    write(repository / "content", {"artikel/2025/contoh.md": ARTICLE.replace("date: 2025-01-02\n", "")})
    git(repository, "add", ".")
    done = commit(repository)
    assert done.returncode == 0
    assert "peringatan[missing-date]" in done.stderr


def test_a_commit_without_content_is_not_looked_at(repository: Path) -> None:
    write(repository, {"catatan.txt": "Catatan.\n"})
    git(repository, "add", ".")
    done = commit(repository)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_name_with_letters_of_its_own_is_reported_as_it_is(repository: Path) -> None:
    write(repository / "content", {"artikel/2025/Café dua.md": ARTICLE})
    git(repository, "add", ".")
    done = commit(repository)
    assert done.returncode == 1
    assert "content/artikel/2025/Café dua.md:1:1: kesalahan[file-name]" in done.stderr


def test_a_changed_list_reminds_of_what_is_derived_from_it(repository: Path) -> None:
    write(repository, {"schemas/istilah.json": "{}\n"})
    write(repository / "content", {"_data/tags.yml": "- {key: visa, name: Visa}\n- {key: biaya, name: Biaya}\n"})
    git(repository, "add", ".")
    done = commit(repository)
    assert done.returncode == 0
    assert done.stderr.splitlines()[-1].startswith("Catatan: daftar di content berubah; jalankan python3 scripts/forms.py")


def test_the_hook_is_one_that_sh_can_run_and_the_framework_can_find() -> None:
    hook = ROOT / "scripts/hooks/pre-commit"
    assert hook.read_bytes().startswith(b"#!/bin/sh\n") and b"\r" not in hook.read_bytes()
    assert hook.stat().st_mode & 0o111
    assert subprocess.run(["sh", "-n", str(hook)], check=False).returncode == 0
    (found,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert (found["entry"], found["language"], found["pass_filenames"]) == ("scripts/hooks/pre-commit", "script", False)
    assert (ROOT / found["entry"]).is_file()
