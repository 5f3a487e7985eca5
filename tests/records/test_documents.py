"""An issued document is frozen: its bytes, version, data position and wording never change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boarddesk.records import documents
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan.plans import add_plan
from boarddesk.rules.refused import Refused
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN

TODAY = date(2026, 6, 2)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


def issue(file: OfficeFile, word: bytes = b"PK word", scope: str = "area 4") -> documents.IssuedDocument:
    return documents.issue(
        file,
        kind="highlight",
        scope=scope,
        title="Area 4: highlight report",
        word=word,
        as_at=TODAY,
        issued_on=TODAY,
        scheme=IMPROVEMENT_PLAN,
    )


def test_the_very_bytes_come_back(file: OfficeFile) -> None:
    made = issue(file, bytes(range(256)))
    assert documents.word_of(file, made.id) == bytes(range(256))


def test_versions_count_up_within_one_kind_scope_and_meeting(file: OfficeFile) -> None:
    assert [issue(file).version, issue(file, b"PK 2").version, issue(file, scope="area 5").version] == [
        1,
        2,
        1,
    ]


def test_the_wording_and_the_data_position_are_kept(file: OfficeFile) -> None:
    add_plan(file, "Plan")
    position = file.commit_number
    made = issue(file)
    add_plan(file, "Later plan")
    kept = documents.document(file, made.id)
    assert kept.change_number == position
    assert kept.scheme is not None
    assert kept.scheme.statuses == IMPROVEMENT_PLAN.statuses


def test_the_newest_is_listed_first(file: OfficeFile) -> None:
    issue(file)
    issue(file, b"PK 2")
    assert [one.version for one in documents.issued(file, kind="highlight")] == [2, 1]
    assert documents.issued(file, kind="agenda") == ()


def test_issuing_is_undone_under_its_title(file: OfficeFile) -> None:
    issue(file)
    assert file.undo() == "Issue Area 4: highlight report"
    assert documents.issued(file) == ()


def test_a_version_that_may_have_gone_out_is_not_given_again(file: OfficeFile) -> None:
    issue(file)
    file.undo()
    assert issue(file, b"PK another").version == 2
    assert issue(file, scope="area 5").version == 1


def test_nothing_cannot_be_issued(file: OfficeFile) -> None:
    with pytest.raises(Refused):
        issue(file, b"")


def test_of_a_board_are_left_out_the_issues_of_meetings_of_another(file: OfficeFile) -> None:
    with file.change("Two boards") as change:
        mine, hers = (
            change.insert("board", name=f"Board {name}", short_name=name, position=1) for name in ("A", "B")
        )
        met = change.insert("meeting", board_id=hers, number=1, date="2026-06-09", start_time="13:30")
    of_hers = documents.issue(
        file,
        kind="highlight",
        scope="area 4",
        title="Hers",
        word=b"PK",
        as_at=TODAY,
        issued_on=TODAY,
        meeting_id=met,
    )
    of_none = issue(file)
    assert [one.id for one in documents.issued(file, board_id=mine)] == [of_none.id]
    assert {one.id for one in documents.issued(file, board_id=hers)} == {of_none.id, of_hers.id}


def test_what_is_of_no_meeting_is_listed_for_the_board_it_was_issued_for(file: OfficeFile) -> None:
    with file.change("Two boards") as change:
        mine, hers = (
            change.insert("board", name=f"Board {name}", short_name=name, position=1) for name in ("A", "B")
        )
    before = issue(file)  # as it was issued when the board was not kept with it

    def issue_for(board_id: str) -> documents.IssuedDocument:
        return documents.issue(
            file,
            kind="highlight",
            scope="area 4",
            title="Area 4",
            word=b"PK",
            as_at=TODAY,
            issued_on=TODAY,
            board_id=board_id,
        )

    of_mine, of_hers = issue_for(mine), issue_for(hers)
    assert (of_mine.scope, of_mine.board_id, before.board_id) == ("area 4", mine, None)
    assert {one.id for one in documents.issued(file, board_id=mine)} == {before.id, of_mine.id}
    assert {one.id for one in documents.issued(file, board_id=hers)} == {before.id, of_hers.id}
    assert {one.id for one in documents.issued(file)} == {before.id, of_mine.id, of_hers.id}
    assert [one.version for one in (before, of_mine, of_hers, issue_for(mine))] == [1, 2, 2, 3]
