"""What a cover report gathers: whom it goes to, its headings, what was sent up, what was cleared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boarddesk.records import boards, documents, lines, meetings
from boarddesk.records.agenda.cover_headings import headings_for
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs.cover import cover_pack
from boarddesk.records.plan.areas import add_area
from boarddesk.records.plan.plans import add_plan
from boarddesk.records.risks.escalations import Sending, bring_down, escalate
from boarddesk.rules.cover_headings import CoverPart, shipped_for
from boarddesk.rules.governance.lines import LineKind
from boarddesk.rules.governance.receivers import Receiver
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.escalations import EscalationKind

TODAY = date(2026, 6, 2)
OUTSIDE = "Northmoor Health and Wellbeing Board"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    """SIB has a plan, answers to SPB, informs a body outside, and is scrutinised by another."""
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        for name, short in (("Partnership Board", "SPB"), ("Improvement Board", "SIB")):
            boards.add_board(made, name, short)
        sib = boards.board_named(made, "SIB").id
        lines.add_line(made, sib, "SPB")
        lines.add_line(made, sib, OUTSIDE, kind=LineKind.INFORMS)
        lines.add_line(made, sib, "Scrutiny Committee", kind=LineKind.SCRUTINISED_BY)
        add_area(made, add_plan(made, "Improvement plan", board_id=sib), number="1", title="Plans")
        yield made


def ids(file: OfficeFile) -> tuple[str, str]:
    return boards.board_named(file, "SIB").id, boards.board_named(file, "SPB").id


def test_it_goes_to_a_board_or_a_body_by_name_or_known_initials_and_comes_from_who_has_the_line(
    file: OfficeFile,
) -> None:
    sib, spb = ids(file)
    for words, receiver in (
        ("spb", Receiver("Partnership Board", spb)),
        ("hwb", Receiver(OUTSIDE)),
        ("scrutiny committee", Receiver("Scrutiny Committee")),
        ("", Receiver("Partnership Board", spb)),
    ):
        pack = cover_pack(file, today=TODAY, to=words, board_id=None if words else sib)
        assert pack.receiver == receiver and pack.told.risks.board_id == sib


def test_a_name_nobody_has_and_the_board_itself_are_refused(file: OfficeFile) -> None:
    with pytest.raises(Refused, match="It may go to Partnership Board, Northmoor"):
        cover_pack(file, today=TODAY, to="Cabinet")
    with pytest.raises(Refused, match="goes to another board"):
        cover_pack(file, today=TODAY, to="SIB", board_id=ids(file)[0])
    with pytest.raises(Refused, match="Draw a reporting line"):
        cover_pack(file, today=TODAY, board_id=ids(file)[1])


def test_the_headings_are_those_kept_for_the_board_else_those_shipped(file: OfficeFile) -> None:
    _, spb = ids(file)
    assert headings_for(file, Receiver(OUTSIDE)) == shipped_for(OUTSIDE)
    assert headings_for(file, Receiver("Scrutiny Committee")) == shipped_for("Scrutiny Committee")
    with file.change("Headings") as change:
        change.insert("cover_heading", board_id=spb, title="Carbon", position=1)
        change.insert("cover_heading", board_id=spb, title="Risk", fills="risk", position=0)
    kept = cover_pack(file, today=TODAY, to="SPB").headings
    assert [(heading.title, heading.fills) for heading in kept] == [
        ("Risk", CoverPart.RISK),
        ("Carbon", CoverPart.WORDS),
    ]


def test_only_what_was_sent_to_that_board_and_has_not_come_down_is_asked_of_it(file: OfficeFile) -> None:
    sib, spb = ids(file)
    sent = Sending(EscalationKind.CONCERN, TODAY, "It is late", "Agree a date", sib, spb, what="Transport")
    first = escalate(file, sent)
    escalate(file, Sending(EscalationKind.CONCERN, TODAY, "So", "Help", sib, to_name=OUTSIDE, what="Pay"))
    assert [each.asked_for for each in cover_pack(file, today=TODAY, to="SPB").sent] == ["Agree a date"]
    assert [each.asked_for for each in cover_pack(file, today=TODAY, to="HWB").sent] == ["Help"]
    bring_down(file, first, on=TODAY, why="Agreed")
    assert cover_pack(file, today=TODAY, to="SPB").sent == ()


def test_sign_offs_are_the_receiving_boards_as_given_for_the_paper_of_that_title(file: OfficeFile) -> None:
    _, spb = ids(file)
    with file.change("Roles") as change:
        finance = change.insert("clearance_role", board_id=spb, name="Finance", position=0)
        change.insert("clearance_role", board_id=spb, name="Legal", position=1)
        title = "Partnership Board: report from the Improvement Board"
        paper = change.insert("paper", board_id=spb, title=title)
        change.insert(
            "clearance", paper_id=paper, role_id=finance, cleared_by="Ann", cleared_on=TODAY, how="e-mail"
        )
    found = cover_pack(file, today=TODAY, to="SPB").clearance
    assert [(each.role, each.cleared_by, each.cleared_on) for each in found] == [
        ("Finance", "Ann", TODAY),
        ("Legal", "", None),
    ]
    assert cover_pack(file, today=TODAY, to="HWB").clearance == ()


def test_the_day_is_the_receiving_boards_and_what_went_before_is_named(file: OfficeFile) -> None:
    sib, spb = ids(file)
    meetings.add_meeting(file, spb, date(2026, 6, 25))
    held = meetings.add_meeting(file, sib, date(2026, 6, 9))
    for kind, scope, title in (("highlight", "", "Board report"), ("cover", "Partnership Board", "Cover")):
        documents.issue(
            file,
            kind=kind,
            scope=scope,
            title=title,
            word=b"word",
            as_at=TODAY,
            issued_on=TODAY,
            board_id=sib,
            meeting_id=held,
        )
    pack = cover_pack(file, today=TODAY, to="SPB", meeting_id=held)
    assert (pack.receiver_day, pack.last_report) == (date(2026, 6, 25), TODAY)
    assert pack.appendices == ("Board report",)
    assert cover_pack(file, today=TODAY, to="HWB").last_report is None
