"""The forward plan as a document: headings that always stand, members' and public copies, rules that hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import openxml_audit

from boarddesk.reports.accessibility.checker import findings_of as check
from boarddesk.reports.agenda.forward_plan import forward_plan_document
from boarddesk.reports.document import Document, Items, Paragraph, plain
from boarddesk.reports.word.writer import write
from boarddesk.rules.agenda.entry import Every, ForwardEntry
from boarddesk.rules.agenda.forward_plan import ForwardPlan
from boarddesk.rules.agenda.item import ItemKind, Purpose
from boarddesk.rules.agenda.look_ahead import AheadPack
from boarddesk.rules.edition import Edition
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.owners import Owner, OwnerKind
from boarddesk.rules.people import Board

TODAY = date(2026, 6, 2)
SIB, SEG = Board("sib", "SEND Improvement Board", "SIB"), Board("seg", "SEND Executive Group", "SEG")
ANN = Owner("Ann Hale", OwnerKind.PERSON, "ann")


def meets(day: date, board: str = "sib") -> Meeting:
    state = MeetingState.HELD if day < TODAY else MeetingState.PLANNED
    return Meeting(f"{board} {day}", board, 1, day, state)


MEETINGS = (
    meets(date(2026, 5, 12)),
    meets(date(2026, 6, 9)),
    meets(date(2026, 7, 14)),
    meets(date(2026, 7, 2), "seg"),
)
ENTRIES = (
    ForwardEntry("story", "sib", "A family’s story", Purpose.DISCUSSION, every=Every.MEETING, minutes=15),
    ForwardEntry(
        "late", "sib", "Audit", Purpose.ASSURANCE, owner=ANN, wanted_month="2026-05", note="Ask Ann"
    ),
    ForwardEntry("up", "sib", "Finance", Purpose.DECISION, wanted_month="2026-07", via_board_id="seg"),
    ForwardEntry("early", "sib", "Terms", wanted_month="2026-06", via_board_id="seg", kind=ItemKind.CONSENT),
    ForwardEntry("far", "sib", "Report", every=Every.YEAR, wanted_month="2026-03", owner=ANN),
    ForwardEntry("some day", "sib", "Visit", owner=ANN, note="Once it opens"),
    ForwardEntry("gone", "sib", "Withdrawn", wanted_month="2026-06", withdrawn_on=TODAY),
    ForwardEntry("other", "seg", "Another board’s", wanted_month="2026-06"),
)
EMPTY = AheadPack(
    "Northmoor SEND Partnership",
    SIB,
    ForwardPlan((), (), {"sib": SIB}),
    TODAY,
    "Wendy Arkwright",
    Edition(version=2),
)
FULL = replace(EMPTY, plan=ForwardPlan(ENTRIES, MEETINGS, {"sib": SIB, "seg": SEG}))
PUBLIC = replace(FULL, is_published=True, names=False, posts={"ann": "Head of SEND"})
LONG = replace(
    FULL,
    plan=replace(
        FULL.plan,
        entries=tuple(
            ForwardEntry(
                str(at),
                "sib",
                f"Item {at} with a title as long as people make them when they paste a sentence",
                Purpose.INFORMATION,
                owner=Owner("Executive director of children’s services and lifelong learning"),
                wanted_month=f"2026-{6 + at % 7:02}",
                minutes=10,
                via_board_id="seg",
                note="It waits for the figures of the term, which come late in some years and need a check.",
            )
            for at in range(40)
        ),
    ),
)
HEADINGS = [
    "At each meeting",
    "June to August 2026",
    "September to November 2026",
    "December 2026 to February 2027",
    "March to May 2027",
    "Not yet placed",
]


def words_of(document: Document) -> str:
    said = [plain(each.text) for each in document.blocks if isinstance(each, Paragraph)]
    said += [plain(entry) for each in document.blocks if isinstance(each, Items) for entry in each.entries]
    said += [cell.said for table in document.tables() for row in table.rows for cell in row]
    return "\n".join(said).replace("\N{NO-BREAK SPACE}", " ")


def test_every_quarter_stands_with_none_under_those_that_are_empty() -> None:
    for pack in (FULL, EMPTY):
        assert [each.text for each in forward_plan_document(pack).sections()] == HEADINGS
    empty = words_of(forward_plan_document(EMPTY))
    assert empty.count("None.") == len(HEADINGS)
    assert empty.startswith("No meeting is planned. Nothing is planned for the next twelve months.")


def test_the_answer_says_what_the_next_meeting_takes_and_what_stands_in_the_way() -> None:
    said = words_of(forward_plan_document(FULL))
    assert said.startswith(
        "The next meeting, 9 June 2026, takes three items. Four items come up over twelve months, and one at "
        "each meeting. One is late: “Audit”. One goes up too early: “Terms”. One is not yet placed."
    )


def test_each_row_says_when_what_who_and_by_which_board_first() -> None:
    tables = {table.title: table for table in forward_plan_document(FULL).tables()}
    june = [
        [cell.said.replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in tables[HEADINGS[1]].rows
    ]
    assert june == [
        [
            "9 June 2026",
            "Audit\nWanted in May 2026, and not taken\nAsk Ann.",
            "Assurance",
            "Ann Hale",
            "Direct",
        ],
        ["9 June 2026", "Terms\nConsent", "–", "–", "Goes up before SEG meets"],
        ["14 July 2026", "Finance", "Decision", "–", "SEG first\n2 July 2026"],
    ]
    [march] = tables[HEADINGS[4]].rows
    assert [cell.said for cell in march][:2] == ["March 2027\nno meeting planned", "Report\nEvery March"]
    assert {round(sum(column.width for column in table.columns), 1) for table in tables.values()} == {17.4}
    assert "Withdrawn" not in words_of(forward_plan_document(FULL))


def test_a_published_copy_has_posts_for_names_and_nothing_of_notes_delays_or_what_is_not_placed() -> None:
    said = words_of(forward_plan_document(PUBLIC))
    assert forward_plan_document(PUBLIC).copy == "Published copy"
    for kept_back in ("Ann", "Ask", "not taken", "before SEG meets", "late:", "Visit", "Wendy", "not yet"):
        assert kept_back not in said + forward_plan_document(PUBLIC).facts
    assert "Head of SEND" in said and "SEG first" in said


def test_the_word_file_is_valid_and_the_checker_finds_nothing(tmp_path: Path) -> None:
    for at, pack in enumerate((EMPTY, FULL, PUBLIC, LONG)):
        path = tmp_path / f"{at}.docx"
        path.write_bytes(write(forward_plan_document(pack)))
        assert not [finding for finding in check(path.read_bytes()) if not finding.advice]
        assert not [str(error) for error in openxml_audit.OpenXmlValidator().validate(str(path)).errors]
