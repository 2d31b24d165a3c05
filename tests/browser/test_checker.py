"""Pages in HTML as the Nu checker, which holds them to the standard, judges them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import PAGES, do_without

ROOT = Path(__file__).parents[2]
CHECKER = ROOT / ".ci/tools/node_modules/vnu-jar/build/dist/vnu.jar"


def test_a_checker_of_the_standard_finds_no_error(pages: Path) -> None:
    java = shutil.which("java")
    if java is None:
        pytest.skip("there is no Java here, which the Nu checker runs on")
    if not CHECKER.exists():
        do_without("the Nu checker is not here: npm install --prefix .ci/tools")
    assert len(list(pages.glob("*.html"))) > len(PAGES)
    start = [java, "-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", str(CHECKER)]
    ran = subprocess.run(
        [*start, "--errors-only", "--stdout", "--no-langdetect", str(pages)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout, ran.returncode) == ("", 0)
