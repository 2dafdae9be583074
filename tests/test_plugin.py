"""A plug-in, installed for real: the package that docs/how-to/ship-frameworks.md makes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from tests.cli.tools import Done, start

ROOT = Path(__file__).parents[1]
PLUGIN = ROOT / "tests" / "plugin"
PAGE = (ROOT / "docs" / "how-to" / "ship-frameworks.md").read_text("utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the plug-in is installed, as pip installs any package."""
    folder = tmp_path_factory.mktemp("plugin")
    copytree(PLUGIN, folder / "source")
    offline = ["--no-deps", "--no-index", "--no-build-isolation", "--disable-pip-version-check"]
    target = ["--target", str(folder / "site"), str(folder / "source")]
    done = subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", *offline, *target],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "site"


def maturity(site: Path, *arguments: str, **environment: str) -> Done:
    """Run the command line with what is installed in a folder."""
    path = os.pathsep.join(filter(None, [str(site), os.environ.get("PYTHONPATH")]))
    return start(*arguments, PYTHONPATH=path, **environment)


def test_the_page_makes_this_package() -> None:
    """The files of the page are those of the package, letter by letter."""
    blocks = dict(
        re.findall(r'^```toml title="([^"]+)"\n(.*?)^```$', PAGE, re.DOTALL | re.MULTILINE)
    )
    files = {
        path.relative_to(PLUGIN).as_posix(): path.read_text("utf-8")
        for path in PLUGIN.rglob("*.*")
        if path.suffix in {".py", ".toml"}
    }
    (line,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert files == {**blocks, "ward_frameworks/__init__.py": line}


def test_it_is_listed_as_the_page_shows(site: Path) -> None:
    """The list names the plug-in and the package that brings it."""
    done = maturity(site, "frameworks")
    assert (done.code, done.err) == (0, "")
    assert "plug-in ward" in done.out
    assert "(ward-frameworks 1.0)" in done.out
    assert f"\n$ maturity frameworks\n{done.out}$ maturity new" in PAGE


def test_its_framework_is_used_by_its_id(site: Path, tmp_path: Path) -> None:
    """A form is written for it, and is scored."""
    form = str(tmp_path / "tonight.toml")
    done = maturity(site, "new", "assessment", "--framework", "night-ward", "-o", form)
    assert done == Done(0, "", f"{form}: written\n")
    assert maturity(site, "score", form).out.startswith("A ward at night, 2026\n")


def test_a_folder_hides_it(site: Path) -> None:
    """The same id in a folder of MATURITY_PATH comes first."""
    done = maturity(site, "frameworks", MATURITY_PATH=str(PLUGIN / "ward_frameworks"))
    assert done.code == 0
    hidden = done.out.partition("Hidden")[2]
    assert re.search(r"^night-ward +2026 +plug-in ward .* by its file$", hidden, re.MULTILINE)
