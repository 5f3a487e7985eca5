"""The register of a board on a day: what stood then, whatever was scored, sent or re-levelled since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.issue import issue
from boarddesk.issuing.registry import kind_of
from boarddesk.records import boards, documents, meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.lines import add_line
from boarddesk.records.packs.risks import exceptions_pack, risk_pack
from boarddesk.records.risks import escalations, issues, matrices, register, scores
from boarddesk.reports.document import Document, Paragraph, Run
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.escalations import EscalationKind
from boarddesk.rules.risks.matrix import HIGH, LOW, Band, by_product

MAY, JUNE, JULY = date(2026, 5, 12), date(2026, 6, 9), date(2026, 7, 14)
SMALL = by_product(
    ("Rare", "May be", "Sure"), ("Little", "Some", "Much"), (Band(LOW, 1, 3), Band(HIGH, 4, 9))
)


class Clock:
    """The day on which things are entered."""

    day = MAY

    def __call__(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 9, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path, clock: Clock) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk", clock=clock) as made:
        yield made


@pytest.fixture
def board(file: OfficeFile) -> str:
    made = boards.add_board(file, name="SEND Improvement Board", short_name="SIB")
    for day in (MAY, JUNE, JULY):
        meetings.add_meeting(file, made, day)
    return made


@pytest.fixture
def risk(file: OfficeFile, board: str) -> str:
    made = register.add_risk(file, ref="R1", title="Late advice", raised_on=MAY, board_id=board)
    scores.set_score(file, made, likelihood=3, impact=4, as_at=MAY)
    return made


def meeting_on(file: OfficeFile, day: date) -> str:
    return next(meeting.id for meeting in meetings.meetings(file) if meeting.date == day)


def test_a_board_that_is_past_has_the_register_of_its_own_day(
    file: OfficeFile, board: str, risk: str, clock: Clock
) -> None:
    clock.day = JULY
    scores.set_score(file, risk, likelihood=5, impact=5, as_at=JULY)
    register.add_risk(file, ref="R2", title="New", raised_on=JULY, board_id=board)
    matrices.set_matrix(file, SMALL, today=JULY)
    past = risk_pack(file, today=JULY, meeting_id=meeting_on(file, JUNE))
    assert [(each.ref, each.current[0].product) for each in past.risks] == [("R1", 12)]
    assert len(past.matrix.likelihoods) == 5
    now = risk_pack(file, today=JULY, board_id=board)
    assert [(each.ref, bool(each.current)) for each in now.risks] == [("R1", True), ("R2", False)]
    assert (now.boards, len(now.matrix.likelihoods)) == ((), 3)


def test_a_changed_matrix_leaves_what_was_issued_byte_for_byte(
    file: OfficeFile, board: str, risk: str, tmp_path: Path
) -> None:
    kind, query = kind_of("risks"), DocumentQuery(today=MAY, board_id=board)
    issued = issue(file, kind.prepare(file, query), tmp_path / "a.docx", today=MAY)
    before = documents.word_of(file, documents.issued(file)[0].id)
    matrices.set_matrix(file, SMALL, today=JUNE)
    scores.set_score(file, risk, likelihood=3, impact=3, as_at=JUNE)
    assert (
        documents.word_of(file, documents.issued(file)[0].id) == before == (tmp_path / "a.docx").read_bytes()
    )
    assert issued.version == 1
    again = kind.prepare(file, DocumentQuery(today=JUNE, board_id=board)).document
    assert "Low 1 to 3 · High 4 to 9" in "".join(run.text for run in notes_of(again))


def notes_of(document: Document) -> list[Run]:
    return [run for block in document.blocks if isinstance(block, Paragraph) for run in block.text]


def test_what_was_sent_up_stands_in_both_registers_until_it_comes_down(
    file: OfficeFile, board: str, risk: str
) -> None:
    upper = boards.add_board(file, name="Health and Wellbeing Board", short_name="HWB")
    add_line(file, board, "HWB")
    sent = escalations.escalate(
        file,
        escalations.Sending(
            EscalationKind.RISK, MAY, "Late", "Two posts", board, to_board_id=upper, record_id=risk
        ),
    )
    for each in (board, upper):
        pack = risk_pack(file, today=JUNE, board_id=each)
        assert [found.ref for found in pack.live] == ["R1"] and len(pack.escalations) == 1
    escalations.bring_down(file, sent, on=JUNE, why="Filled")
    assert [len(risk_pack(file, today=JUNE, board_id=each).live) for each in (board, upper)] == [1, 0]


def test_issues_of_another_board_are_left_out(file: OfficeFile, board: str) -> None:
    other = boards.add_board(file, name="Executive group", short_name="EG")
    issues.add_issue(file, ref="I1", title="Shut", raised_on=MAY, board_id=other)
    issues.add_issue(file, ref="I1", title="Late", raised_on=MAY, board_id=board)
    assert [each.title for each in risk_pack(file, today=JUNE, board_id=board).issues] == ["Late"]


def test_exceptions_need_no_plan(file: OfficeFile, board: str, risk: str) -> None:
    pack = exceptions_pack(file, today=MAY, board_id=board)
    assert pack.plan is None and pack.risks.board_short == "SIB"


def test_a_card_of_a_risk_that_is_not_there_names_those_that_are(
    file: OfficeFile, board: str, risk: str
) -> None:
    kind = kind_of("risk-card")
    with pytest.raises(Refused, match="no risk R9 on the SEND Improvement Board") as refused:
        kind.prepare(file, DocumentQuery(today=MAY, board_id=board, risk="R9"))
    assert refused.value.field == "risk"
    assert kind.prepare(file, DocumentQuery(today=MAY, board_id=board, risk="r1")).document.title.startswith(
        "R1 "
    )
