"""``framework blank``: a page to write on in every format, the list, and what is refused."""

import re
from collections.abc import Callable
from pathlib import Path

from ipsskills.framework.files import shipped_folder
from tests.conftest import Ran

Run = Callable[..., Ran]


def test_a_page_to_print_has_lines_boxes_and_rows(home: Path, run: Run) -> None:
    ran = run("framework", "blank", "disclosure-plan", "-o", "plan.html")
    assert (ran.code, ran.out) == (0, f"It is in {Path.cwd() / 'plan.html'}\n")
    page = Path("plan.html").read_text(encoding="utf-8")
    assert page.count('<div class="line"></div>') == 12  # 2 + 4 + 2 + 2 + 2
    assert page.count("<li>") == 14  # eight things that tell, six times to look again
    assert page.count('<tr class="high-2">') == 4  # health, the service, changes, a record
    assert re.search(r"<p class=\"lead\">Initials or your service", page)
    assert "ipsskills" not in page


def test_on_the_screen_it_names_what_to_open_next(home: Path, run: Run) -> None:
    told = run("framework", "blank", "Employment", "plan").out
    assert told.startswith("Employment plan\n")
    assert "ipsskills framework show 3.10" in told
    assert "ipsskills framework blank disclosure-plan" in told
    assert max(map(len, told.splitlines())) <= 80


def test_in_markdown_cells_are_empty_and_boxes_are_open(home: Path, run: Run) -> None:
    told = run("framework", "blank", "job-setting-profile", "--format", "md").out
    assert "- [ ] Watched a shift, or part of one\n" in told
    assert "\n|  |  |  |  |\n" in told
    assert "**Visited on** ________________" in told


def test_the_list_names_each_with_its_command(home: Path, run: Run) -> None:
    told = run("framework", "blank").out
    names = re.findall(r"ipsskills framework blank ([a-z-]+)  units? ", told)
    assert names == [
        "vocational-profile",
        "employment-plan",
        "disclosure-plan",
        "in-work-support-plan",
        "employer-contact-log",
        "better-off-sheet",
        "job-setting-profile",
    ]


def test_a_unit_s_page_names_the_pages_that_go_with_it(home: Path, run: Run) -> None:
    told = run("framework", "show", "3.9").out
    assert "ipsskills framework blank vocational-profile " in told.partition("NEXT")[2]
    assert "framework blank" not in run("framework", "show", "3.1").out
    assert "ipsskills framework blank " in run("framework", "show").out.partition("NEXT")[2]


def test_a_near_miss_is_named(home: Path, run: Run) -> None:
    ran = run("framework", "blank", "vocational", "porfile")
    assert ran.code == 10
    assert "Perhaps: vocational-profile." in ran.err


def test_a_service_may_have_pages_of_its_own_and_faults_in_them_are_told(
    home: Path, run: Run
) -> None:
    own = Path("own")
    own.mkdir()
    shipped = (shipped_folder() / "blanks.yaml").read_text(encoding="utf-8")
    assert run("settings", "framework", "own").code == 0
    spoilt = shipped.replace("            lines: 2", "            line: 2", 1)
    (own / "blanks.yaml").write_text(spoilt, encoding="utf-8")
    ran = run("framework", "blank")
    assert ran.code == 12
    assert "The key 'line' is not known here." in ran.err
    asking = shipped.replace('head: ["Initials or number"', 'head: ["Client\'s name"', 1)
    (own / "blanks.yaml").write_text(asking, encoding="utf-8")
    ran = run("framework", "blank", "disclosure-plan")
    assert ran.code == 12
    assert "It asks for what tells who somebody is" in ran.err
    elsewhere = shipped.replace('units: ["3.8"]', 'units: ["9.9"]', 1)
    (own / "blanks.yaml").write_text(elsewhere, encoding="utf-8")
    ran = run("framework", "check")
    assert ran.code == 12
    assert "There is no unit '9.9'." in ran.err
