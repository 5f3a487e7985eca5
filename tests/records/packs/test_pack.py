"""The pack of a meeting follows its agenda; what was issued of it keeps its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.records.offices import meeting_of

from boarddesk.records.agenda.items import add_item, change_item
from boarddesk.records.agenda.page_numbers import given_pages, keep_pages
from boarddesk.records.agenda.papers import NewCopy, name_paper, put_on, take_in, take_off
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs.pack import meeting_pack
from boarddesk.rules.pack.numbering import Numbering, number_pages, said_span
from boarddesk.rules.pack.pack import AGENDA, CONTENTS, MeetingPack

TODAY, LATER = date(2026, 6, 2), date(2026, 6, 5)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk", office="Northmoor") as made:
        yield made


@pytest.fixture
def meeting(file: OfficeFile) -> str:
    return meeting_of(file)


def paper(file: OfficeFile, item: str, title: str, content: bytes = b"") -> str:
    made = name_paper(file, item, title)
    if content:
        take_in(file, made, NewCopy(f"{title}.pdf", content), on=TODAY)
    return made


def numbered(pack: MeetingPack, pages: int = 2) -> Numbering:
    """As binding would number it, where every paper has as many pages."""
    fronts = [(CONTENTS, 1), (AGENDA, 1)]
    return number_pages([*fronts, *((each.id, pages) for each in pack.bound)], pack.issued)


def spans(pack: MeetingPack) -> dict[str, str]:
    numbering = numbered(pack)
    return {
        f"{each.number} {each.paper.title}": said_span(numbering.numbers.get(each.id, ()))
        for each in pack.papers
    }


def test_papers_stand_in_the_order_of_the_agenda_and_count_on(file: OfficeFile, meeting: str) -> None:
    first, second = (add_item(file, meeting, title) for title in ("Minutes", "Risks"))
    under = add_item(file, meeting, "Appendices", under=second)
    paper(file, under, "Appendix", b"c")
    paper(file, first, "Draft minutes", b"a")
    paper(file, second, "Register", b"b")
    pack = meeting_pack(file, meeting, today=TODAY)
    assert [(each.item, each.number, each.paper.title) for each in pack.papers] == [
        ("1", 1, "Draft minutes"),
        ("2", 2, "Register"),
        ("2.1", 3, "Appendix"),
    ]
    assert pack.title == "SIB 2026/27 · 01" and pack.partnership == "Northmoor"


def test_what_was_issued_keeps_its_numbers_and_a_late_paper_is_a_supplement(
    file: OfficeFile, meeting: str
) -> None:
    first, second = (add_item(file, meeting, title) for title in ("Minutes", "Risks"))
    paper(file, first, "Draft minutes", b"a")
    awaited = paper(file, first, "Letter")
    paper(file, second, "Register", b"b")
    pack = meeting_pack(file, meeting, today=TODAY)
    assert spans(pack) == {"1 Draft minutes": "3 to 4", "2 Letter": "–", "3 Register": "5 to 6"}
    keep_pages(file, pack, numbered(pack), on=TODAY)
    take_in(file, awaited, NewCopy("letter.pdf", b"l"), on=LATER)
    paper(file, first, "Map", b"m")
    late = meeting_pack(file, meeting, today=LATER)
    assert spans(late) == {
        "1 Draft minutes": "3 to 4",
        "2 Letter": "S1-1 to S1-2",
        "4 Map": "S1-3 to S1-4",
        "3 Register": "5 to 6",
    }
    keep_pages(file, late, numbered(late), on=LATER)
    again = meeting_pack(file, meeting, today=LATER)
    assert spans(again) == spans(late)
    assert again.issued_on == {0: TODAY, 1: LATER}
    assert numbered(again).supplement == 0
    keep_pages(file, again, numbered(again), on=LATER)
    assert len(file.rows("SELECT * FROM pack")) == 2, "issued anew, nothing new is kept"


def test_a_paper_taken_out_of_the_office_leaves_its_numbers_to_nobody(file: OfficeFile, meeting: str) -> None:
    item = add_item(file, meeting, "Minutes")
    gone = paper(file, item, "Old", b"a")
    paper(file, item, "Kept", b"b")
    pack = meeting_pack(file, meeting, today=TODAY)
    keep_pages(file, pack, numbered(pack), on=TODAY)
    take_off(file, gone, item)
    paper(file, item, "New", b"c")
    after = meeting_pack(file, meeting, today=LATER)
    assert spans(after) == {"2 Kept": "5 to 6", "3 New": "S1-1 to S1-2"}


def test_a_replaced_paper_is_known_by_its_bytes(file: OfficeFile, meeting: str) -> None:
    item = add_item(file, meeting, "Minutes")
    made = paper(file, item, "Draft", b"a")
    pack = meeting_pack(file, meeting, today=TODAY)
    keep_pages(file, pack, numbered(pack), on=TODAY)
    assert not pack.is_replaced(pack.papers[0])
    take_in(file, made, NewCopy("draft.pdf", b"b"), on=LATER, what_changed="The vote")
    after = meeting_pack(file, meeting, today=LATER)
    assert after.is_replaced(after.papers[0])
    assert spans(after) == {"1 Draft": "3 to 4"}


def test_a_paper_of_a_restricted_item_is_restricted_wherever_else_it_stands(
    file: OfficeFile, meeting: str
) -> None:
    public, secret = (add_item(file, meeting, title) for title in ("Minutes", "Costs"))
    under = add_item(file, meeting, "Appendix", under=secret)
    made = paper(file, public, "Costs", b"a")
    paper(file, under, "Tender", b"t")
    put_on(file, made, secret)
    item = next(each for each in meeting_pack(file, meeting, today=TODAY).items if each.item.id == secret)
    change_item(file, replace(item.item, restricted=True, restricted_why="It names a bidder"))
    pack = meeting_pack(file, meeting, today=TODAY, for_publication=True)
    assert [(each.paper.title, pack.is_left_out(each)) for each in pack.papers] == [
        ("Costs", True),
        ("Tender", True),
    ]


def test_undoing_an_issue_takes_its_numbers_back(file: OfficeFile, meeting: str) -> None:
    paper(file, add_item(file, meeting, "Minutes"), "Draft", b"a")
    pack = meeting_pack(file, meeting, today=TODAY)
    keep_pages(file, pack, numbered(pack), on=TODAY)
    assert given_pages(file, meeting).pages
    file.undo()
    assert not given_pages(file, meeting).pages
