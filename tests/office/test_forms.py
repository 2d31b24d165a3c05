"""Forms that a spreadsheet has saved again come back equal: as a workbook and as CSV, two locales.

LibreOffice is started once for each locale: it saves workbooks in the one, CSV in the other.
"""

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest

from ipsskills.formats.answers import read_answers
from ipsskills.formats.blank import make_blank_form
from ipsskills.formats.forms.workbook import read_workbook
from ipsskills.usecases.desk import Desk
from tests.browser.conftest import do_without
from tests.formats.forms.test_workbook import ANSWERS
from tests.formats.forms.workbooks import DAY, FILLED, fill, make

ENDS_BY = 120
TYPED = {"3.10": "n", "3.1": "3", "1.1": "2"}
# Separated by semicolons, quoted, in Windows-1252.
AS_CSV = "csv:Text - txt - csv (StarCalc):59,34,ANSI,1"
SETTING = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{}</value></prop></item></oor:items>
"""


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for what LibreOffice keeps for its user: to set it up anew takes a while."""
    return tmp_path_factory.mktemp("profile")


def save_again(profile: Path, into: Path, locale: str, wanted: str, *files: Path) -> None:
    """Save files into a folder as LibreOffice does that works in a locale."""
    found = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)
    if found is None:
        do_without("there is no LibreOffice here to save forms with")
    (profile / "user").mkdir(exist_ok=True)
    chosen = profile / "user" / "registrymodifications.xcu"
    chosen.write_text(SETTING.format(locale), encoding="utf-8")
    kept = f"-env:UserInstallation={profile.as_uri()}"
    subprocess.run(
        [found, kept, "--headless", "--convert-to", wanted, "--outdir", into, *files],
        check=True,
        capture_output=True,
        timeout=ENDS_BY,
    )


def fill_table(blank: str, path: Path) -> Path:
    """Fill in a blank form of answers in CSV; return the file."""
    head, *rows = csv.reader(io.StringIO(blank))
    for row in rows:
        row[head.index("answer")] = TYPED[row[head.index("id")]]
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([head, *rows])
    return path


@pytest.mark.parametrize(
    ("locale", "wanted", "ending"),
    [("de-DE", AS_CSV, "csv"), ("en-GB", "xlsx", "xlsx")],
)
def test_a_form_that_was_saved_again_comes_back_equal(
    desk: Desk, tmp_path: Path, profile: Path, locale: str, wanted: str, ending: str
) -> None:
    made, framework = make(desk), desk.framework
    form = fill(made, tmp_path / "form.xlsx", FILLED)
    table = fill_table(make_blank_form(framework, tuple(TYPED), ".csv"), tmp_path / "answers.csv")
    files = (form, table) if ending == "csv" else (form,)
    again = tmp_path / "again"
    save_again(profile, again, locale, wanted, *files)
    read = read_workbook(again / f"form.{ending}", framework)
    assert (read.answers, read.given_on, read.scope) == (ANSWERS, DAY, made.scope)
    assert (read.form, read.look) == (made.form, read_workbook(form, framework).look)
    if ending == "csv":
        given = {each.item: each.code for each in read_answers(again / "answers.csv", framework)}
        assert given == TYPED
