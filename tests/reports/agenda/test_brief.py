"""The chair's brief: one page, six matters that never vanish, and words for every item."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import openxml_audit
import pytest
from tests.reports.agenda_packs import EMPTY, FULL, LONG

from boarddesk.reports.accessibility.checker import findings_of as check
from boarddesk.reports.agenda.brief import chairs_brief
from boarddesk.reports.layout import page_count
from boarddesk.reports.word.writer import write
from boarddesk.rules.agenda import brief as wording
from boarddesk.rules.agenda.brief import BriefPack, DeclaredInterest, matters, short_title
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import Decision, Verb
from boarddesk.rules.owners import Owner
from boarddesk.rules.registers.declarations import Conduct, Declaration
from boarddesk.rules.returns import ReportingArea

DUE = date(2026, 5, 22)
LATE = tuple(
    BoardAction(ref, "b", ref, f"Do what {ref} says", DUE, owner=Owner(f"Owner {ref}"), due=DUE)
    for ref in ("A33", "A36", "A37")
)
LAST = Decision("d", "b", 5, Verb.DEFERRED, "until costs are known", DUE)
INTEREST = Declaration("x", "m", "p", "Ian Sefton", "his school hosts one", Conduct.LEFT)
BRIEF = BriefPack(
    agenda=FULL,
    last={"4": LAST, "5": LAST},
    overdue=LATE,
    plan_overdue=(("2.3", ("Ann Hale",)), ("4.2", ("Ben Moor",))),
    unexplained=(
        ("Action 5.3", "No path to green.", "Karen Whitlock"),
        ("K7", "Declared “met”, 59% of 65%.", ""),
    ),
    reporting=(4, 5),
    missing_returns=(ReportingArea("2", "2", "Data", ("Amrit Gill",)),),
    interests=(
        DeclaredInterest("4", Declaration("x", "m", "p", "Ian Sefton", "his school hosts one", Conduct.LEFT)),
    ),
    silent=("Dee Grant",),
    away_without_deputy=("Cal Vale",),
)
BARE = BriefPack(agenda=EMPTY)
MANY = replace(BRIEF, agenda=LONG, silent=tuple(f"Member {at}" for at in range(20)))


def row(pack: BriefPack, matter: str) -> tuple[str, str]:
    found = next(each for each in matters(pack) if each.matter == matter)
    return found.stands.replace("\N{NO-BREAK SPACE}", " "), found.chase


def test_each_matter_says_where_it_stands_and_whom_to_chase() -> None:
    assert row(BRIEF, "Replies") == ("1 without reply; 1 apology without a deputy", "Dee Grant; Cal Vale")
    assert row(BRIEF, "Reds without a reason") == (
        "Action 5.3: No path to green. K7: Declared “met”, 59% of 65%.",
        "Karen Whitlock",
    )
    stands, chase = row(BRIEF, "Papers")
    assert stands == (
        "Not in, due in 3 working days: item 6.1 Joint data set: request for a new date. "
        "Highlight report, version 3 not cleared by Finance. 1 finding in papers to settle before publishing."
    )
    assert chase == "Amrit Gill; Finance"
    assert row(BRIEF, "Returns") == ("4 of 5 areas reported; not 2", "Amrit Gill")
    assert row(BRIEF, "Overdue") == (
        "In the plan: 2.3, 4.2. In the log: A33, A36, A37, below",
        "Ann Hale; Ben Moor",
    )
    assert row(BRIEF, "Interests") == ("Item 4, Ian Sefton: his school hosts one", "Ian Sefton leaves")


def test_those_expected_with_an_interest_on_the_register_are_named_whatever_the_item() -> None:
    known = replace(BRIEF, registered=("Ann Hale", "Ian Sefton"))
    on_register = "on the register: Ann Hale and Ian Sefton"
    assert row(known, "Interests")[0] == f"Item 4, Ian Sefton: his school hosts one; {on_register}"
    assert row(replace(BARE, registered=("Ann Hale",)), "Interests")[0] == (
        "None for an item; on the register: Ann Hale"
    )


def test_nothing_to_settle_is_said_and_no_row_vanishes() -> None:
    assert [each.matter for each in matters(BARE)] == [
        *("Replies", "Reds without a reason", "Papers", "Returns", "Overdue", "Interests"),
    ]
    assert {each.stands for each in matters(BARE)} == {"None"}
    assert {each.chase for each in matters(BARE)} == {"Nobody"}


def test_more_than_three_to_chase_are_counted() -> None:
    assert row(MANY, "Replies")[1] == "Member 0; Member 1; Member 2; 18 more"


def test_the_run_sheet_has_the_chairs_words_else_some_that_fit_and_the_last_decision() -> None:
    (_, _, run) = chairs_brief(BRIEF).tables()
    told = {cells[0].said: cells[4].said.replace("\N{NO-BREAK SPACE}", " ") for cells in run.rows}
    assert told["5"] == "“MARKER words”"
    assert told["4"] == "“Do we agree to what is asked?” Last time, D-005: Deferred: until costs are known."
    assert "6" not in told and set(told) == {"1", "2", "3", "4", "5", "6.1", "6.2"}
    assert all(len(short_title(each.item)) <= wording.SHORTEST for each in FULL.agenda.items)


def test_three_overdue_actions_have_a_table_and_two_do_not() -> None:
    assert [table.title for table in chairs_brief(BRIEF).tables()][1] == "Overdue in the action log"
    two = replace(BRIEF, overdue=LATE[:2])
    assert "Overdue in the action log" not in [table.title for table in chairs_brief(two).tables()]
    assert row(two, "Overdue")[1] == "Ann Hale; Ben Moor; Owner A33; 1 more"
    assert "Overdue in the action log" not in [table.title for table in chairs_brief(MANY).tables()]


def test_it_says_first_whether_the_meeting_will_be_quorate() -> None:
    assert wording.in_short(BRIEF)[0] == "Quorate: 2 of 4 expected, 2 quorum seats needed."
    assert wording.in_short(BARE)[0] == "The meeting was held."


def test_a_usual_brief_is_one_page_and_says_that_it_is_not_issued() -> None:
    assert page_count(chairs_brief(BRIEF)) == 1
    assert "not issued" in chairs_brief(BRIEF).facts


@pytest.mark.parametrize("pack", [BRIEF, BARE, MANY])
def test_every_brief_is_valid_and_accessible(pack: BriefPack, tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(write(chairs_brief(pack)))
    assert not [finding for finding in check(path.read_bytes()) if not finding.advice]
    assert not [str(error) for error in openxml_audit.OpenXmlValidator().validate(str(path)).errors]
