"""What is shipped, what an import loads, and what the project's files may say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FRAMEWORK_FILES = sorted(
    path.relative_to(ROOT / "frameworks").as_posix()
    for path in (ROOT / "frameworks").rglob("*.toml")
)


def python(*arguments: str, **environment: str) -> str:
    """Run this Python, and return what it prints."""
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def extra_packages() -> set[str]:
    """The packages that the extras bring, as they are imported."""
    distributions = {
        re.split(r"[\[<>=!~ ]", requirement)[0].lower()
        for requirements in PROJECT["optional-dependencies"].values()
        for requirement in requirements
    } - {PROJECT["name"]}
    return {
        package
        for package, names in packages_distributions().items()
        if distributions & {name.lower() for name in names}
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel made from the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    python("-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT))
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    """The wheel made from the sdist."""
    (path,) = built.glob("*.whl")
    return path


def test_wheel_holds_every_framework_and_example(wheel: Path) -> None:
    """The wheel, made from the sdist, holds each file of frameworks/, and the schemas."""
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    assert len(FRAMEWORK_FILES) >= 6
    shipped = sorted(
        name.removeprefix("maturity/_frameworks/")
        for name in names
        if name.startswith("maturity/_frameworks/") and name.endswith(".toml")
    )
    assert shipped == FRAMEWORK_FILES
    for kind in ("framework", "assessment"):
        assert f"maturity/_frameworks/schema/{kind}.schema.json" in names
    assert "maturity/py.typed" in names


def test_wheel_holds_the_whole_package_and_nothing_else(wheel: Path) -> None:
    """Every module of src/ is in the wheel; no test, no cache and no stray folder is."""
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    modules = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.py")}
    assert {name for name in names if name.endswith(".py")} == modules
    metadata = f"maturity-{PROJECT['version']}.dist-info"
    assert {name.partition("/")[0] for name in names} == {"maturity", metadata}


def test_sdist_holds_what_the_tests_and_the_docs_need(built: Path) -> None:
    """From the sdist alone everything can be tested and built again."""
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for needed in ("LICENSE", "Makefile", "conftest.py", "constraints.txt", "mkdocs.yml"):
        assert needed in names
    for folder in ("docs", "notebooks", "tests"):
        assert any(name.startswith(f"{folder}/") for name in names)


def test_unpacked_wheel_finds_its_frameworks(wheel: Path, tmp_path: Path) -> None:
    """Away from the checkout, a framework is found by its id."""
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path)  # noqa: S202 - the archive was made a moment ago, from here
    shipped = [Path(name).stem for name in FRAMEWORK_FILES if "/" not in name]
    code = (
        "import maturity, sys\n"
        "print(maturity.__file__)\n"
        "for name in sys.argv[1:]: print(maturity.load_framework(name).id)\n"
    )
    home, *ids = python("-c", code, *shipped, PYTHONPATH=str(tmp_path)).splitlines()
    assert Path(home).is_relative_to(tmp_path)
    assert ids == shipped


def test_import_loads_no_numpy_and_no_extra() -> None:
    """`import maturity` is quick: numpy and the extras wait until they are needed."""
    loaded = python("-c", "import maturity, sys; print(*sys.modules)").split()
    unwanted = {"numpy"} | extra_packages()
    assert {"click", "rich"} <= unwanted
    assert not unwanted & set(loaded)


def test_all_names_every_other_extra() -> None:
    """The extra `all` brings every other extra."""
    extras = PROJECT["optional-dependencies"]
    assert extras["all"] == [f"maturity[{','.join(name for name in extras if name != 'all')}]"]


def test_no_project_file_names_a_package_index() -> None:
    """Where packages come from is for whoever installs them to say."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - whichever git made the checkout
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    hosts = [
        host.encode()
        for host in ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com")
    ]
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    guilty = [
        path.relative_to(ROOT).as_posix()
        for path in paths
        if path.is_file() and any(host in path.read_bytes().lower() for host in hosts)
    ]
    assert guilty == []
