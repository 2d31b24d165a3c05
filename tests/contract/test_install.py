"""The program finds its files however it was installed: wheel, source archive, editable."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path

import pytest

from ipsskills import __version__

ROOT = Path(__file__).parents[2]
WANTED = ("src", "data", "docs", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE")
ASK_WHERE = "import ipsskills as i; print(i.__file__, i.__version__, sep='\\n')"
ASK_FOLDER = "from ipsskills.framework.files import shipped_folder as f; print(f())"
DATA = ("competences.yaml", "curriculum.yaml")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Copy what a build needs, so that the real checkout stays as it is."""
    place = tmp_path / "checkout"
    place.mkdir()
    for name in WANTED:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
            shutil.copytree(source, place / name, ignore=ignored)
        elif source.exists():
            shutil.copy(source, place)
    return place


def python(*args: str, cwd: Path, path: Path | None = None) -> str:
    """Run this Python elsewhere, with nothing of the checkout in its way."""
    env: Mapping[str, str] = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        **({"PYTHONPATH": str(path)} if path else {}),
    }
    done = subprocess.run(
        [sys.executable, *args], cwd=cwd, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(what: str, source: Path, into: Path) -> None:
    """Have what pyproject.toml names build a "sdist" or a "wheel", as every builder does."""
    named = tomllib.loads((source / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]
    asked = f"import sys, {named['build-backend']} as backend; backend.build_{what}(sys.argv[1])"
    python("-c", asked, str(into), cwd=source)


def pip(*args: str, cwd: Path) -> None:
    quiet = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-index", "--no-compile")
    python("-m", "pip", "install", *quiet, *args, cwd=cwd)


def works_from(package: Path, elsewhere: Path, path: Path | None = None) -> None:
    """Assert that the program at ``package`` is the one that runs, and that it finds its files."""
    elsewhere.mkdir(exist_ok=True)
    found = python("-c", ASK_WHERE, cwd=elsewhere, path=path).split("\n")
    assert Path(found[0]).parent == package
    assert found[1] == __version__
    told = python("-m", "ipsskills", "framework", "show", "3.8", cwd=elsewhere, path=path)
    assert told.startswith("3.8 ")
    assert list(elsewhere.iterdir()) == []


def test_archive_and_wheel_hold_what_is_needed(home: Path, checkout: Path, tmp_path: Path) -> None:
    built, unpacked, installed = (tmp_path / name for name in ("built", "unpacked", "installed"))
    build("sdist", checkout, built)
    (archive,) = built.iterdir()

    with tarfile.open(archive) as opened:
        opened.extractall(unpacked, filter="data")
    (source,) = unpacked.iterdir()
    assert source.name == f"ipsskills-{__version__}"
    assert {file.name for file in (source / "data").iterdir()} >= set(DATA)
    assert (source / "LICENSE").exists()
    works_from(source / "src" / "ipsskills", tmp_path / "a", source / "src")

    build("wheel", source, built)  # of the archive, as whoever installs from it does
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened_wheel:
        names = set(opened_wheel.namelist())
    assert names >= {"ipsskills/py.typed", *(f"ipsskills/data/{name}" for name in DATA)}
    assert {name.split("/")[0] for name in names} == {
        "ipsskills",
        f"ipsskills-{__version__}.dist-info",
    }
    pip("--target", str(installed), str(wheel), cwd=tmp_path)
    works_from(installed / "ipsskills", tmp_path / "b", installed)
    starter = installed / "bin" / "ipsskills"
    if os.name != "nt":
        told = python(str(starter), "framework", "check", cwd=tmp_path / "b", path=installed)
        assert told.startswith("The framework is sound")


def test_an_editable_install_reads_the_checkout(home: Path, tmp_path: Path) -> None:
    told = distribution("ipsskills").read_text("direct_url.json") or "{}"
    if not json.loads(told).get("dir_info", {}).get("editable"):
        pytest.skip("the program under test is not installed so that it can be edited")
    works_from(ROOT / "src" / "ipsskills", tmp_path / "elsewhere")
    folder = python("-c", ASK_FOLDER, cwd=tmp_path)
    assert Path(folder.strip()) == ROOT / "data"


def test_a_checkout_reads_its_own_files(home: Path, checkout: Path, tmp_path: Path) -> None:
    src, elsewhere = checkout / "src", tmp_path / "elsewhere"
    works_from(src / "ipsskills", elsewhere, src)
    file = checkout / "data" / "curriculum.yaml"
    text = file.read_text(encoding="utf-8").replace("version: ", "version: 9", 1)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(AssertionError, match=r"curriculum\.yaml"):
        works_from(src / "ipsskills", elsewhere, src)
