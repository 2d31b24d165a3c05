"""The form in a real browser: by keyboard and touch, with nothing kept, and for two people."""

import json
import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ipsskills.codes import AssessmentKind, ParcelKind
from ipsskills.facts.exchange.forms import FormOutcome
from ipsskills.facts.forms.form import FormFacts
from ipsskills.facts.people import PersonNamed
from ipsskills.formats.exchange.bundle import read_bundle
from ipsskills.formats.exchange.sealed import make_secret, open_sealed, public_of
from ipsskills.formats.forms.files import read_form_file
from ipsskills.formats.forms.filled import read_filled
from ipsskills.framework.types import Framework
from ipsskills.record.types import Note
from ipsskills.usecases.assessments.assess import take_answers
from ipsskills.usecases.assessments.scope import list_statements
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.forms.take import take_form
from ipsskills.usecases.reports.report import report
from tests.browser.form_reports import (
    draw_answers,
    list_sections,
    name_in_json,
    name_on_page,
    report_on,
)
from tests.browser.forms import (
    LEE,
    ON_DISK,
    FormTab,
    make_copy,
    make_facts,
    open_form,
    save_form,
)
from tests.browser.hostile import HOSTILE
from tests.browser.test_pages import SCHEMES, judge
from tests.usecases.builders import UNITS, draft, given, me
from tests.words import wrote

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SECRET = make_secret()
A_FALL = "(a fair thing to notice, for example after training)"
LOOKS = 2
SEED = 1  # a look by statements that has most sections


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to keep forms in."""
    return tmp_path_factory.mktemp("forms")


@pytest.fixture(scope="module")
def asked(framework: Framework) -> FormFacts:
    """What the form for Ada's own look is made of, closed for Lee."""
    return make_facts(framework, key=public_of(SECRET))


@pytest.fixture(scope="module")
def form(folder: Path, asked: FormFacts) -> Path:
    """That form as a file."""
    return save_form(folder, asked)


@pytest.fixture(scope="module")
def short(folder: Path, framework: Framework) -> Path:
    """A form of four units, closed by words."""
    return save_form(folder, make_facts(framework, scope=("1.1", "2.3", "3.8", "3.10")), "short")


def finish(tab: FormTab, keys: str) -> None:
    """Begin, answer by keys, and finish."""
    tab.press("Begin")
    tab.type_keys(keys)
    tab.tab.keyboard.press("Enter")


def test_a_look_is_given_by_keys_alone_and_opened_by_who_made_the_form(
    browser: "Browser", form: Path
) -> None:
    tab = open_form(browser, form, permissions=["clipboard-read"])
    tab.tab.keyboard.press("Tab")
    tab.tab.keyboard.press("Enter")
    keys = ["3", "2", "f", "1"] + ["2"] * 5 + ["0", "x", "2"] + ["3"] * 18
    tab.type_keys(keys)
    assert tab.heading() == "That was the last question."
    tab.tab.keyboard.press("Enter")
    assert tab.heading().startswith("Ada Example: your view on ")
    tab.press("Send my answers")
    tab.press("Make a block of text for a mail")
    tab.press("Copy the text")
    tab.tab.locator("#said", has_text="Copied.").wait_for(state="attached")
    closed = tab.tab.evaluate("navigator.clipboard.readText()")
    sent = json.loads(open_sealed(closed, secrets=[SECRET]))
    tab.press("Back")
    with tab.tab.expect_download() as found:
        tab.press("Make a file to attach")
    attached = Path(found.value.path()).read_text(encoding="utf-8")
    assert json.loads(open_sealed(attached, secrets=[SECRET]))["form"] == sent["form"]
    assert found.value.suggested_filename.startswith("ada-example-for-lee-sample-")
    assert (sent["ipsskills"], sent["what"], sent["by"]["name"]) == (1, "form", "Ada Example")
    bundle = read_bundle(json.dumps(sent).encode())
    assert (bundle.what, bundle.about and bundle.about.name) == (ParcelKind.FORM, "Ada Example")
    filled = read_filled(sent["form"])
    given = {each.item: each for each in filled.answers}
    assert filled.kind is AssessmentKind.SELF
    assert filled.scope == UNITS
    assert [given[unit].code for unit in ("1.1", "1.2", "1.3", "2.3", "2.4")] == list("3210x")
    assert given["1.3"].bring
    assert given["2.4"].reason == "setting"
    assert set(tab.asked) <= {form.as_uri()}
    assert tab.said == []


def test_the_program_takes_in_what_is_sent_and_ones_own_copy_once_finished(
    browser: "Browser", folder: Path, asked: FormFacts, desk: Desk, tmp_path: Path
) -> None:
    facts = replace(asked, about=None, form="form-4")
    tab = open_form(browser, save_form(folder, facts, "own"))
    tab.tab.get_by_label("Your name").fill(" Ada\u202e  Example ")
    tab.press("Begin")
    tab.tab.locator("#note").fill("For me\u0007 alone.")
    tab.tab.locator("#note").blur()
    tab.type_keys("3" * 28)
    assert json.loads(tab.take_copy())["what"] == "copy", "one that is not finished is no form"
    tab.tab.keyboard.press("Enter")
    copy = tmp_path / "copy.json"
    copy.write_text(tab.take_copy(), encoding="utf-8")
    read = read_form_file(copy, asked.framework)
    looked_at = tuple(replace(each, note=wrote(each.note)) for each in read.answers)
    filled = replace(read, given_on=desk.today, answers=looked_at)
    assert (filled.about_name, filled.about_id) == ("Ada Example", None)
    ada = me(desk)
    taken = take_form(desk, filled, ada)
    assert taken.outcome is FormOutcome.NEW
    found = report(desk, None)
    assert len(found.lists.strengths) == len(UNITS) - len(found.lists.safety)
    with desk.reading() as view:
        (note,) = view.current(Note, about=ada.thing)
    assert (note.text, note.shared) == ("For me alone.", False)
    assert take_form(desk, filled, ada).outcome is FormOutcome.SAME


def test_it_is_filled_in_by_touch_on_a_narrow_screen(browser: "Browser", short: Path) -> None:
    small = {"width": 320, "height": 640}
    tab = open_form(browser, short, viewport=small, has_touch=True, is_mobile=True)
    wide = [tab.tab.evaluate("document.documentElement.scrollWidth")]
    tab.button("Begin").tap()
    for label in ("Mostly", "I would know to ask", "On my own", "No chance yet"):
        wide.append(tab.tab.evaluate("document.documentElement.scrollWidth"))
        tab.button(label).tap()
    tab.button("Finish, and see where you are").tap()
    wide.append(tab.tab.evaluate("document.documentElement.scrollWidth"))
    tab.button("Send my answers").tap()
    wide.append(tab.tab.evaluate("document.documentElement.scrollWidth"))
    assert set(wide) == {320}


def test_what_it_is_is_said_first_and_at_a_low_answer_on_safety_what_to_do_at_once(
    browser: "Browser", short: Path
) -> None:
    tab = open_form(browser, short)
    first = tab.main()
    for said in TOLD_FIRST:
        assert said in first
    tab.press("Begin")
    tab.type_keys("3")
    assert "Worried about someone now?" in tab.main()
    tab.type_keys("1")
    alert = tab.tab.get_by_role("alert").inner_text()
    assert alert.startswith("2.3: Talk to your team leader today, or whoever covers.")
    assert "Use the duty or safeguarding route, not this form." in alert


TOLD_FIRST = (
    "It is no test, no score and no pass",
    "Nobody, until you send it.",
    "Your employer may have to produce it if asked.",
    "A note is private unless you share it.",
    "Name nobody: no client, no relative, no employer.",
    "Ask Lee Sample, who made this form on 30 November 2026.",
)


def test_storage_that_throws_stops_nothing(browser: "Browser", short: Path) -> None:
    tab = open_form(browser, short, THROWING)
    tab.press("Begin")
    tab.type_keys("33")
    assert tab.kept().startswith("This browser keeps nothing of this page.")
    assert json.loads(tab.take_copy())["copy"]["answers"]["2.3"]["code"] == "3"
    assert tab.kept() == "Everything so far is in your copy."
    assert tab.said == []


THROWING = """for (const name of ["getItem", "setItem", "removeItem", "key"]) {
  Storage.prototype[name] = () => { throw new DOMException("full", "QuotaExceededError"); };
}
IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); };"""


def test_nothing_anybody_did_not_mean_is_an_answer(browser: "Browser", short: Path) -> None:
    tab = open_form(browser, short, "window.at = 5000; performance.now = () => window.at")
    tab.press("Begin")
    tab.type_keys("3")
    assert tab.heading().startswith("1.1"), "the question was drawn just now"
    tab.tab.evaluate(
        """() => { for (let n = 0; n < 9; n += 1) { window.at += 90; document.dispatchEvent(
          new KeyboardEvent("keydown", {key: "3", bubbles: true, repeat: n > 0})) } }"""
    )
    assert tab.heading().startswith("2.3"), "a held key answers once"
    tab.tab.evaluate("window.at += 900")
    tab.button("I know what to do").dblclick()
    assert tab.heading().startswith("3.8"), "the second click falls on another question"
    tab.tab.evaluate("window.at += 900")
    tab.tab.keyboard.press("Control+2")
    assert tab.heading().startswith("3.8")
    tab.type_keys("2")
    assert tab.heading().startswith("3.10")


def test_an_intranet_page_without_a_certificate_closes_answers_too(
    browser: "Browser", form: Path, asked: FormFacts
) -> None:
    tab = browser.new_context().new_page()
    address = "http://intranet.example/look.html"
    tab.route("**/*", lambda route: route.fulfill(body=form.read_bytes(), content_type="text/html"))
    tab.goto(address)
    assert tab.evaluate("window.isSecureContext") is False
    there = FormTab(tab, address)
    answers = {unit: {"code": "3"} for unit in UNITS}
    there.open_copy(make_copy(asked, answers, finished="2026-11-30"))
    there.press("Send my answers")
    there.press("Make a block of text for a mail")
    sent = json.loads(open_sealed(tab.locator("textarea").input_value(), secrets=[SECRET]))
    assert {each["code"] for each in sent["form"]["answers"]} == {"3"}
    assert set(there.asked) == {address}


def test_the_same_look_open_in_two_windows_is_said(browser: "Browser", short: Path) -> None:
    tab = open_form(browser, short)
    tab.press("Begin")
    tab.type_keys("3")
    other = FormTab(tab.tab.context.new_page(), short)
    other.press("Go on")
    other.type_keys("2")
    tab.tab.wait_for_selector("#elsewhere")
    assert "open in another window" in tab.tab.locator("#foot").inner_text()


def test_a_copy_counts_only_where_somebody_says_that_it_is_there(
    browser: "Browser", short: Path, tmp_path: Path
) -> None:
    refused = open_form(browser, short, accept_downloads=False)
    refused.press("Begin")
    refused.type_keys("3")
    with refused.tab.expect_download() as never:
        refused.press("Keep a copy")
    assert never.value.failure(), "the browser refuses every file"
    refused.press("Back")
    assert refused.kept().endswith("1 answer is in no copy yet.")
    assert json.loads(refused.take_copy())["copy"]["answers"]["1.1"]["code"] == "3"
    assert refused.kept() == "Everything so far is in your copy."
    tab = open_form(browser, short)
    tab.press("Begin")
    tab.type_keys("3")
    with tab.tab.expect_download() as found:
        tab.press("Keep a copy")
    path = tmp_path / found.value.suggested_filename
    found.value.save_as(path)
    assert path.name.startswith("ada-example-copy-")
    tab.press("Back")
    assert tab.kept().endswith("1 answer is in no copy yet.")
    tab.press("Keep a copy")
    tab.press("Yes, the file is there")
    assert tab.kept() == "Everything so far is in your copy."
    other = open_form(browser, short)
    other.tab.get_by_text("Open a copy", exact=True).click()
    other.tab.locator("#open").set_input_files(path)
    other.tab.wait_for_selector("#unit")
    assert other.heading().startswith("2.3")


def test_closing_half_way_is_warned_of_and_opens_where_it_stopped(
    browser: "Browser", short: Path
) -> None:
    tab = open_form(browser, short)
    tab.press("Begin")
    tab.type_keys("33")
    session = tab.tab.context.new_cdp_session(tab.tab)
    session.send("Storage.clearDataForOrigin", {"origin": "file://", "storageTypes": "all"})
    assert tab.tab.evaluate("localStorage.length") == 0, "as somebody clears a browser's data"
    tab.type_keys("2")
    asked = []
    tab.tab.on("dialog", lambda dialog: asked.append(dialog.type))
    tab.tab.close(run_before_unload=True)
    again = FormTab(tab.tab.context.new_page(), short)
    assert "3 questions answered" in again.main(), "emptied half way, it was kept whole again"
    again.press("Go on")
    assert again.heading().startswith("3.10")
    assert asked == ["beforeunload"]


def test_two_people_in_one_browser_see_nothing_of_each_other(
    browser: "Browser", folder: Path, framework: Framework
) -> None:
    open_to_all = make_facts(framework, scope=("1.1", "3.8"), about=None, form="form-2")
    path = save_form(folder, open_to_all, "all")
    tab = open_form(browser, path)
    tab.tab.get_by_label("Your name").fill("Bo Sample")
    tab.press("Begin")
    tab.type_keys("0")
    other = FormTab(tab.tab.context.new_page(), path)
    other.tab.get_by_label("Your name").fill("Cy New")
    assert "Bo" not in other.main()
    assert "under another name" in other.main()
    other.press("Begin")
    assert other.tab.locator("[aria-pressed=true]").count() == 0
    other.type_keys("3")
    other.take_copy()
    other.tab.locator("#foot").get_by_role("button", name="Clear this computer").click()
    other.tab.locator("main").get_by_role("button", name="Clear this computer").click()
    other.tab.wait_for_selector(".notice")
    assert "Your answers are out of this browser." in other.main()
    again = FormTab(tab.tab.context.new_page(), path)
    again.tab.get_by_label("Your name").fill("bo  sample")
    assert "1 question answered" in again.main()
    assert again.tab.evaluate("localStorage.length") == again.tab.evaluate(ON_DISK) == 1


def test_after_sending_or_thirty_days_it_opens_on_a_new_look(
    browser: "Browser", short: Path
) -> None:
    tab = open_form(browser, short)
    finish(tab, "3333")
    tab.press("Send my answers")
    tab.tab.get_by_label("Words to close them with").fill("four words made up")
    tab.tab.get_by_label("Also keep a copy for myself").uncheck()
    tab.press("Make a block of text for a mail")
    closed = tab.tab.locator("textarea").input_value()
    assert json.loads(open_sealed(closed, passphrase="four words made up"))["what"] == "form"
    tab.press("It is in a mail to Lee Sample")
    again = FormTab(tab.tab.context.new_page(), short)
    assert again.button("Go on").count() == 0
    assert "If it did not arrive, send it again." in again.main()
    again.press("Send it again")
    again.press("Back")
    again.press("Send it again")
    again.tab.get_by_label("Words to close them with").fill("four words made up")
    again.press("Make a block of text for a mail")
    sent = open_sealed(again.tab.locator("textarea").input_value(), passphrase="four words made up")
    assert [each["code"] for each in json.loads(sent)["form"]["answers"]] == ["3"] * 4
    again.go_to(short)
    again.press("Begin a new look")
    assert again.tab.locator("[aria-pressed=true]").count() == 0
    month = open_form(browser, short, "Date.now = () => 0")
    month.press("Begin")
    month.type_keys("3")
    month.tab.evaluate(
        """() => { const key = localStorage.key(0); const look = JSON.parse(localStorage[key]);
          look.touched = "2026-01-02"; localStorage[key] = JSON.stringify(look); }"""
    )
    later = FormTab(month.tab.context.new_page(), short)
    assert "A look from 2 Jan 2026 is still in this browser." in later.main()
    assert later.button("Go on").count() == 0
    later.press("Begin a new look")
    assert "erases 1 answer that is in no copy" in later.main()
    later.press("Back")
    later.press("Begin a new look")
    assert later.tab.locator("#unit").count() == 0, "asked once more, and nothing is begun"
    later.press("Erase, and begin a new look")
    assert later.heading().startswith("1.1")


def test_what_changed_is_shown_after_finishing_and_nothing_of_it_before(
    browser: "Browser", folder: Path, framework: Framework
) -> None:
    facts = make_facts(framework, scope=("3.8", "3.10"), form="form-3")
    path = save_form(folder, facts, "next")
    earlier = make_copy(
        facts, {"3.8": {"code": "1"}, "3.10": {"code": "3"}}, form="form-0", finished="2026-08-25"
    )
    tab = open_form(browser, path)
    tab.open_copy(earlier)
    tab.go_to(path)  # closed before the first answer
    assert "Your earlier look is here, and nothing is answered yet." in tab.main()
    tab.press("Go on")
    assert tab.tab.locator("[aria-pressed=true]").count() == 0
    assert "with someone" not in tab.main().lower().replace("with someone beside", "")
    tab.type_keys("22")
    tab.tab.keyboard.press("Enter")
    changed = next(parts for title, _, parts in tab.read_page() if title == "What changed")
    assert changed == (
        "Less help needed than on 25 Aug 2026:",
        "with someone → with a check: 3.8 Disclosure",
        f"More help needed than on 25 Aug 2026 {A_FALL}:",
        "on your own → with a check: 3.10 Employment plan",
    )


@pytest.mark.parametrize("seed", range(LOOKS))
def test_the_own_page_is_that_of_the_report(
    browser: "Browser", form: Path, asked: FormFacts, desk: Desk, seed: int
) -> None:
    answers = draw_answers(asked.framework, random.Random(seed))
    tab = open_form(browser, form)
    tab.open_copy(make_copy(asked, answers, finished="2026-11-30"))
    facts = report_on(desk, answers)
    assert tab.read_page() == list_sections(facts)
    assert name_on_page(tab.read_page()) == name_in_json(facts)


def test_by_statements_it_is_that_of_the_report_too(
    browser: "Browser", folder: Path, framework: Framework, desk: Desk
) -> None:
    scope = list_statements(framework, ("1.1", "1.2", "2.1", "2.2", "3.6", "3.8", "3.12"))
    made = make_facts(framework, scope=scope)
    answers = draw_answers(framework, random.Random(SEED), scope)
    tab = open_form(browser, save_form(folder, made, "statements"))
    tab.open_copy(make_copy(made, answers, finished="2026-11-30"))
    # A form says nothing of what it does not ask, and a report that it is not answered.
    expected = {title: parts for title, _, parts in list_sections(report_on(desk, answers))}
    shown = {title: parts for title, _, parts in tab.read_page()}
    assert list(shown) == [title for title in expected if title in shown]
    for title in expected.keys() - {"Not answered", "Safety, every time"}:
        assert shown[title] == expected[title]
    assert len(shown) > 3


def test_axe_core_finds_nothing_on_any_view(browser: "Browser", short: Path) -> None:
    tab = open_form(browser, short, bypass_csp=True)
    found: dict[str, object] = {}

    def look(view: str) -> None:
        for scheme in SCHEMES:
            found[f"{view}, {scheme}"] = judge(tab.tab, scheme)

    tab.tab.get_by_text("Open a copy", exact=True).click()
    look("first")
    tab.press("Begin")
    look("question")
    tab.type_keys(["x", "1", "1"])
    look("after a low answer")
    tab.type_keys("23")
    tab.tab.keyboard.press("Enter")
    look("page")
    tab.press("Send my answers")
    look("send")
    assert found == dict.fromkeys(found, ())


def give_look(kind: AssessmentKind, framework: Framework) -> dict[str, dict[str, Any]]:
    """Return answers to units that leave no list of a look's last page empty."""
    given: dict[str, dict[str, Any]] = {
        "1.1": {"code": "3", "show": True},
        "2.2": {"code": "1"},
        "2.3": {"code": "2"},
        "3.8": {"code": "2", "bring": True, "note": {"text": "At a job centre", "shared": True}},
        "3.10": {"code": "0"},
    }
    if kind is AssessmentKind.SUPERVISOR:
        seen = {unit: answer | {"basis": "O"} for unit, answer in given.items()}
        return seen | {
            "1.1": {"code": "3", "basis": "F", "show": True},
            "3.12": {"code": "u"},
            "3.13": {"code": "x", "reason": "colleague"},
            "3.14": {"code": "n"},
        }
    return given


@pytest.mark.parametrize("kind", [AssessmentKind.FIRST_LOOK, AssessmentKind.SUPERVISOR])
def test_axe_core_finds_nothing_on_the_last_page_of_other_looks_nor_is_it_too_wide(
    browser: "Browser", folder: Path, framework: Framework, kind: AssessmentKind
) -> None:
    first = kind is AssessmentKind.FIRST_LOOK
    answers = give_look(kind, framework)
    facts = make_facts(framework, kind, (*answers, "3.15"), form=f"form-{kind[:5]}")
    tab = open_form(browser, save_form(folder, facts, f"last-{kind}"), bypass_csp=True)
    also = {"scale": framework.scale.first_look.version} if first else {"by": NAMED_BY}
    before = {"day": "2026-08-25", "answers": {"3.8": {"code": "1"}}}
    tab.open_copy(make_copy(facts, answers, finished="2026-11-30", before=before, **also))
    assert len(tab.read_page()) == (3 if first else 9)
    found: dict[str, object] = {scheme: judge(tab.tab, scheme) for scheme in SCHEMES}
    tab.tab.set_viewport_size({"width": 320, "height": 640})
    assert tab.tab.evaluate("document.documentElement.scrollWidth") == 320
    found |= {f"{scheme}, narrow": judge(tab.tab, scheme) for scheme in SCHEMES}
    assert found == dict.fromkeys(found, ())


NAMED_BY = {"id": "", "name": "Kim Other"}


def test_hostile_names_and_notes_are_inert(
    browser: "Browser", folder: Path, framework: Framework
) -> None:
    about = PersonNamed(id="x", name=f"Ada {HOSTILE}"[:180])
    maker = PersonNamed(id="y", name=f"Lee {HOSTILE}"[:180])
    facts = make_facts(framework, scope=("3.8",), about=about, maker=maker)
    tab = open_form(browser, save_form(folder, facts, "hostile"))
    tab.press("Begin")
    tab.tab.locator("#note").fill(HOSTILE)
    tab.tab.get_by_label("Share this note").check()
    tab.tab.locator("#note").blur()
    tab.type_keys("1")
    tab.tab.keyboard.press("Enter")
    assert f'You wrote: "{HOSTILE}"' in (tab.tab.locator("main").text_content() or "")
    tab.press("Send my answers")
    assert tab.tab.evaluate("window.hit") is None
    assert tab.tab.locator("img").count() == 0
    assert tab.tab.title() == f"Looking at your own practice: {about.name}".strip()
    assert tab.said == []


def test_what_is_in_a_copy_is_never_trusted(
    browser: "Browser", short: Path, framework: Framework
) -> None:
    facts = make_facts(framework, scope=("1.1", "2.3", "3.8", "3.10"))
    tab = open_form(browser, short)
    tab.tab.get_by_text("Open a copy", exact=True).click()
    whole = make_copy(facts, {"3.8": {"code": "2"}})
    for text in ("", "{", "[]", "null", whole[:-40], '{"ipsskills": 1, "what": "copy", "copy": 7}'):
        tab.tab.locator("#pasted").fill(text)
        tab.press("Open the text")
        assert "Nothing was changed." in tab.tab.locator("#open-said").inner_text(), text
    theirs = make_copy(facts, {}, about={"id": "", "name": "Bo Sample"})
    tab.tab.locator("#pasted").fill(theirs)
    tab.press("Open the text")
    assert "of Bo Sample's answers" in tab.tab.locator("#open-said").inner_text()
    answers: dict[str, dict[str, Any]] = {
        "1.1": {"code": "n", "note": {"text": HOSTILE, "shared": "yes"}},
        "2.3": {"code": "x", "reason": "<b>", "bring": 1, "behind": ["time"]},
        "3.8": {"code": "toString", "note": 7},
        "9.9": {"code": "3"},
        "__proto__": {"code": "3"},
    }
    tab.tab.locator("#pasted").fill(
        make_copy(facts, answers, finished="2026-11-30", uncopied={"a": 1}, before=[1], version=-5)
    )
    tab.press("Open the text")
    shown = {title: parts for title, _, parts in tab.read_page()}
    blank = "1.1 Stance and values; 3.8 Disclosure; 3.10 Employment plan"
    assert shown["Not answered"] == (blank,)
    assert tab.tab.evaluate("window.hit") is None
    assert tab.said == []


def test_what_looks_like_a_clients_detail_is_pointed_at(browser: "Browser", short: Path) -> None:
    tab = open_form(browser, short)
    tab.press("Begin")
    for words, what in CLIENT_DETAILS.items():
        tab.tab.locator("#note").fill(words)
        assert what in tab.tab.locator("#doubt").inner_text(), words
    tab.tab.locator("#note").fill("Three visits in 2026, and 12 weeks of 16 hours.")
    assert tab.tab.locator("#doubt").inner_text() == ""


CLIENT_DETAILS: Mapping[str, str] = {
    "Ring 07700 900123 first.": "a phone number",
    "NHS 943 476 5919 in the notes": "an NHS number",
    "his NI is QQ 12 34 56 C": "a National Insurance number",
    "mail sam@example.org": "an e-mail address",
    "lives at SW1A 1AA": "a postcode",
    "born 4 May 1987": "a date of birth",
}


def test_a_supervisor_says_what_each_answer_rests_on(
    browser: "Browser", folder: Path, framework: Framework
) -> None:
    facts = make_facts(
        framework, AssessmentKind.SUPERVISOR, ("3.8", "3.10", "3.12"), key=public_of(SECRET)
    )
    tab = open_form(browser, save_form(folder, facts, "theirs"))
    tab.tab.get_by_label("Your name").fill("Kim Other")
    tab.press("Begin")
    tab.type_keys(["2", "o", "3"])
    tab.tab.keyboard.press("Enter")
    tab.type_keys("u")
    tab.tab.keyboard.press("Enter")
    assert tab.heading().startswith("Kim Other's view of Ada Example on ")
    assert tab.read_page() == [
        ("Going well", "", (("3.10", "Employment plan", "on their own (observed)"),)),
        (
            "Where effort would pay first",
            "",
            (("3.8", "Disclosure", "with a check (observed)"),),
        ),
        ("To see for yourself", SEEN_COUNTS, ("Not seen yet: 3.12 Local opportunities",)),
    ]
    tab.press("Send my answers")
    tab.press("Make a block of text for a mail")
    sent = json.loads(open_sealed(tab.tab.locator("textarea").input_value(), secrets=[SECRET]))
    filled = read_filled(sent["form"])
    assert (filled.by_name, filled.about_name) == ("Kim Other", "Ada Example")
    assert [(each.code, each.basis) for each in filled.answers] == [
        ("2", "O"),
        ("3", "O"),
        ("u", None),
    ]


SEEN_COUNTS = "only what you saw, or read a record of, counts beside their own view"


def test_a_supervisors_page_has_the_lists_by_their_view_and_what_they_have_yet_to_see(
    browser: "Browser", folder: Path, framework: Framework
) -> None:
    scope = ("1.1", "2.2", "2.3", "2.4", "3.2", "3.8", "3.10", "3.12", "3.13", "3.14", "3.15")
    facts = make_facts(framework, AssessmentKind.SUPERVISOR, scope)
    answers: dict[str, dict[str, Any]] = {
        "1.1": {"code": "3", "basis": "O"},
        "2.2": {"code": "1", "basis": "R"},
        "2.3": {"code": "2", "basis": "O"},
        "2.4": {"code": "u"},
        "3.2": {"code": "3", "basis": "F", "show": True},
        "3.8": {"code": "2", "basis": "O", "bring": True},
        "3.10": {"code": "1", "basis": "R", "behind": "time"},
        "3.12": {"code": "u", "bring": True, "note": {"text": "A visit in May?", "shared": True}},
        "3.13": {"code": "x", "reason": "colleague"},
        "3.14": {"code": "n"},
    }
    tab = open_form(browser, save_form(folder, facts, "whole"))
    also = {"finished": "2026-11-30", "by": {"id": "", "name": "Kim Other"}}
    earlier = {"day": "2026-08-25", "answers": {"3.8": {"code": "1"}}}
    tab.open_copy(make_copy(facts, answers, before=earlier, **also))
    assert {title: parts for title, _, parts in tab.read_page()} == {
        "Going well": (
            ("3.2", "Working alliance", "on their own (feedback); could show a colleague"),
            ("1.1", "Stance and values", "shows under pressure (observed)"),
        ),
        "Safety, every time": (
            (
                "2.2",
                "Confidentiality",
                "would know to ask (record or work product): talk to Ada Example today",
            ),
            (
                "2.3",
                "Capacity",
                "after a quick check (observed): work through a vignette this month",
            ),
            ("2.4", "Sharing for safety", "not seen yet: talk one case through"),
            "Worried about someone now? Use the duty or safeguarding route, not this form.",
        ),
        "Where effort would pay first": (
            ("3.8", "Disclosure", "with a check (observed); marked to talk about"),
            (
                "3.10",
                "Employment plan",
                "with someone (record or work product); see For the service",
            ),
        ),
        "Chances to arrange": (("3.14", "Job setting profile", "no chance yet"),),
        "For the service": (
            ("3.10", "Employment plan", "time or caseload (see Where effort would pay first)"),
        ),
        "What changed": (
            "Less help needed than on 25 Aug 2026:",
            "with someone → with a check: 3.8 Disclosure",
        ),
        "To see for yourself": (
            "Not seen yet: 2.4 Sharing for safety and 3.12 Local opportunities",
            "On their own (feedback): 3.2 Working alliance",
            "Not answered: 3.15 Job search",
        ),
        "Agreed outside this job": (
            ("3.13", "Employer engagement", "A colleague does this in our service"),
        ),
        "Marked to bring to supervision": ("3.8 Disclosure and 3.12 Local opportunities",),
        "Shared notes": (("3.12", "Local opportunities", '"A visit in May?"'),),
    }


def test_a_supervisors_view_of_statements_ends_in_the_states_of_its_units(
    browser: "Browser", folder: Path, framework: Framework
) -> None:
    units = {unit: list_statements(framework, (unit,)) for unit in ("2.2", "3.8", "3.10", "3.12")}
    seen, unseen = {"code": "3", "basis": "O"}, {"code": "u"}
    answers: dict[str, dict[str, Any]] = {
        **{item: {"code": "2", "basis": "R"} for item in units["2.2"]},
        **dict.fromkeys(units["3.8"], unseen),
        units["3.8"][0]: seen,
        **dict.fromkeys(units["3.10"], seen),
        units["3.10"][0]: unseen,
        **dict.fromkeys(units["3.12"], unseen),
    }
    scope = tuple(item for items in units.values() for item in items)
    facts = make_facts(framework, AssessmentKind.SUPERVISOR, scope)
    tab = open_form(browser, save_form(folder, facts, "each"))
    by = {"id": "", "name": "Kim Other"}
    tab.open_copy(make_copy(facts, answers, finished="2026-11-30", by=by))
    shown = {title: parts for title, _, parts in tab.read_page()}
    assert list(shown) == ["Going well", "Safety, every time", "To see for yourself"]
    assert shown["Going well"] == (("3.10", "Employment plan", "on their own (observed)"),)
    said = shown["Safety, every time"][0][2].splitlines()
    assert said[0] == (
        "after a quick check (record or work product): work through a vignette this month"
    )
    assert len(said) == 1 + len(units["2.2"])
    assert shown["To see for yourself"] == (
        f"Seen in part (1 of {len(units['3.8'])}), on their own (observed): 3.8 Disclosure",
        "Not seen yet: 3.12 Local opportunities",
    )


def test_a_first_look_ends_in_the_page_of_the_report(
    browser: "Browser", folder: Path, framework: Framework, desk: Desk
) -> None:
    facts = make_facts(framework, AssessmentKind.FIRST_LOOK)
    codes = dict(zip(UNITS, "3012" * 7, strict=True))
    answers: dict[str, dict[str, Any]] = {unit: {"code": code} for unit, code in codes.items()}
    answers["3.8"] |= {"bring": True, "note": {"text": "At a job centre", "shared": True}}
    answers["1.2"] = {"code": None}
    session = draft(desk, UNITS, kind=AssessmentKind.FIRST_LOOK)
    also = {"bring": True, "note": "At a job centre", "shared": True}
    asked = [unit for unit in UNITS if unit != "1.2"]
    take_answers(session, [given(u, codes[u], **(also if u == "3.8" else {})) for u in asked])
    tab = open_form(browser, save_form(folder, facts, "first"))
    tab.press("Begin")
    tab.type_keys("0" * 8)
    assert tab.tab.get_by_role("alert").count() == 0, "new to somebody new is no alarm"
    tab.tab.reload()
    scale, day = framework.scale.first_look.version, desk.today.isoformat()
    tab.open_copy(make_copy(facts, answers, finished=day, scale=scale))
    assert "erases 8 answers that are in no copy" in tab.main()
    tab.press("Erase, and open this copy")
    assert tab.read_page() == list_sections(report(desk, None))


def test_a_page_that_the_browser_saved_again_is_a_form_still(
    browser: "Browser", short: Path, tmp_path: Path
) -> None:
    tab = open_form(browser, short)
    tab.press("Begin")
    tab.type_keys("3")
    saved = tmp_path / "saved.html"
    saved.write_text(tab.tab.content(), encoding="utf-8")
    again = open_form(browser, saved)
    again.press("Begin")
    assert again.heading().startswith("1.1")
    assert again.said == []


def test_without_scripts_it_says_to_save_the_page(browser: "Browser", short: Path) -> None:
    tab = browser.new_context(java_script_enabled=False).new_page()
    tab.goto(short.as_uri())
    assert tab.locator("#preview").inner_text() == (
        "You are looking at a preview. Save this page to a folder and open it in your browser."
    )
    assert LEE.name not in tab.locator("body").inner_text()
