"""Papers are kept by what is in them; what was found, who cleared them and what they replaced stays known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from boarddesk.records import boards, meetings
from boarddesk.records.agenda import items, papers
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.agenda.papers import PapersState, papers_in, state_of
from boarddesk.rules.papers.paper import CopyKind, Paper, size_in_words
from boarddesk.rules.refused import Refused

DUE, JUNE = date(2026, 6, 1), date(2026, 6, 9)
TODAY = date(2026, 5, 28)


@dataclass(frozen=True)
class Tracked:
    kind: str = "tracked changes"
    sentence: str = "7 tracked changes by Ruth Calder"
    place: str = "page 2"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        yield file


@pytest.fixture
def item_id(file: OfficeFile) -> str:
    board_id = boards.add_board(file, "SEND Improvement Board", "SIB")
    return items.add_item(file, meetings.add_meeting(file, board_id, JUNE), "Waits", papers_wanted=True)


def there(file: OfficeFile, item_id: str) -> tuple[Paper, ...]:
    meeting_id = items.agenda_item(file, item_id).meeting_id
    return papers.papers_of_meeting(file, meeting_id)[item_id]


def state(file: OfficeFile, item_id: str, today: date = TODAY) -> PapersState:
    return state_of(items.agenda_item(file, item_id), there(file, item_id), due=DUE, today=today)


def test_a_paper_is_missing_then_to_follow_then_in(file: OfficeFile, item_id: str) -> None:
    assert state(file, item_id) is PapersState.MISSING
    paper_id = papers.name_paper(file, item_id, "Therapies waiting times", asked_on=TODAY)
    assert state(file, item_id) is PapersState.TO_FOLLOW
    assert state(file, item_id, DUE) is PapersState.TO_FOLLOW
    assert state(file, item_id, JUNE) is PapersState.LATE
    papers.take_in(file, paper_id, papers.NewCopy("waits.docx", b"waits"), on=TODAY)
    assert state(file, item_id, JUNE) is PapersState.IN
    file.undo()
    assert state(file, item_id) is PapersState.TO_FOLLOW


def test_what_was_found_stays_open_until_somebody_says_why_or_it_is_cleaned(
    file: OfficeFile, item_id: str
) -> None:
    paper_id = papers.name_paper(file, item_id, "Waits")
    papers.take_in(file, paper_id, papers.NewCopy("waits.docx", b"waits", [Tracked()]), on=TODAY)
    assert state(file, item_id) is PapersState.FINDINGS
    (finding,) = papers.paper(file, paper_id).open_findings
    papers.accept_finding(file, finding.id, why="Shown on purpose.")
    assert state(file, item_id) is PapersState.IN
    file.undo()
    papers.keep_clean_copy(file, paper_id, papers.NewCopy("waits.docx", b"clean"), on=TODAY)
    known = papers.paper(file, paper_id)
    assert [copy.kind for copy in known.copies] == [CopyKind.CLEAN, CopyKind.ORIGINAL]
    assert papers.content(file, known.copies[1]) == b"waits"
    assert state(file, item_id) is PapersState.IN


def test_a_replaced_paper_says_what_changed_and_keeps_its_first_file(file: OfficeFile, item_id: str) -> None:
    paper_id = papers.name_paper(file, item_id, "Waits")
    papers.take_in(file, paper_id, papers.NewCopy("waits.docx", b"one"), on=TODAY)
    papers.take_in(
        file, paper_id, papers.NewCopy("waits v2.docx", b"two"), on=DUE, what_changed="May’s figures"
    )
    newest, first = papers.paper(file, paper_id).copies
    assert (newest.kind, newest.what_changed, first.name) == (
        CopyKind.REPLACEMENT,
        "May’s figures",
        "waits.docx",
    )


def test_an_empty_file_is_refused_and_nothing_is_kept(file: OfficeFile, item_id: str) -> None:
    paper_id = papers.name_paper(file, item_id, "Waits")
    with pytest.raises(Refused, match=r"waits\.docx is empty"):
        papers.take_in(file, paper_id, papers.NewCopy("waits.docx", b""), on=TODAY)
    assert papers.paper(file, paper_id).copy is None


def test_one_paper_on_two_items_counts_once(file: OfficeFile, item_id: str) -> None:
    meeting_id = items.agenda_item(file, item_id).meeting_id
    second = items.add_item(file, meeting_id, "Posts", papers_wanted=True)
    third = items.add_item(file, meeting_id, "Budget", papers_wanted=True)
    paper_id = papers.name_paper(file, item_id, "Waits")
    papers.put_on(file, paper_id, second)
    papers.put_on(file, paper_id, second)
    papers.take_in(file, paper_id, papers.NewCopy("waits.docx", b"waits"), on=TODAY)
    of_meeting = papers.papers_of_meeting(file, meeting_id)
    assert papers_in(items.agenda_items(file, meeting_id), of_meeting) == (1, 2)
    papers.take_off(file, paper_id, item_id)
    assert papers.items_of(file, paper_id) == (second,)
    papers.take_off(file, paper_id, second)
    with pytest.raises(Refused, match="no longer"):
        papers.paper(file, paper_id)
    file.undo()
    assert papers.paper(file, paper_id).copy is not None
    assert state(file, third) is PapersState.MISSING


def test_papers_of_an_item_change_places(file: OfficeFile, item_id: str) -> None:
    made = [papers.name_paper(file, item_id, title) for title in ("One", "Two", "Three")]
    papers.order_paper(file, item_id, made[2], step=-2)
    assert [paper.title for paper in there(file, item_id)] == ["Three", "One", "Two"]


def test_a_withdrawn_paper_is_wanted_no_longer_and_says_why(file: OfficeFile, item_id: str) -> None:
    paper_id = papers.name_paper(file, item_id, "Waits")
    with pytest.raises(Refused, match="why"):
        papers.withdraw_paper(file, paper_id, on=TODAY, why="")
    papers.withdraw_paper(file, paper_id, on=TODAY, why="Figures were wrong.")
    assert papers.paper(file, paper_id).withdrawn_why == "Figures were wrong."
    assert state(file, item_id) is PapersState.MISSING
    papers.bring_back_paper(file, paper_id)
    assert state(file, item_id) is PapersState.TO_FOLLOW


def test_each_sign_off_of_the_board_is_given_or_missing(file: OfficeFile, item_id: str) -> None:
    paper_id = papers.name_paper(file, item_id, "Waits")
    board_id = papers.paper(file, paper_id).board_id
    with file.change("Roles") as change:
        roles = [
            change.insert("clearance_role", board_id=board_id, name=name, position=place)
            for place, name in enumerate(("Director", "Forum"))
        ]
    papers.ask_clearance(file, paper_id, roles[1], on=TODAY)
    with pytest.raises(Refused, match="who"):
        papers.clear_paper(file, paper_id, roles[0], by=" ", on=TODAY)
    papers.clear_paper(file, paper_id, roles[0], by="P Venn", on=TODAY, how="by email")
    known = papers.paper(file, paper_id)
    assert [clearance.role for clearance in known.not_cleared] == ["Forum"]
    assert known.clearances[0].how == "by email"
    papers.clear_paper(file, paper_id, roles[0], by="", on=None)
    assert len(papers.paper(file, paper_id).not_cleared) == 2


def test_sizes_are_said_as_a_file_manager_says_them() -> None:
    assert [size_in_words(size) for size in (1, 655_360, 1_887_437)] == ["1 KB", "640 KB", "1.8 MB"]
