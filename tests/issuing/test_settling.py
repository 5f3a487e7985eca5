"""A copy for everybody waits until all that could name a child is settled; the minutes keep their words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.records.minutes.confirmable import JUNE, close, later_meeting
from tests.records.minutes.conftest import MAY, HeldMeeting, held

from boarddesk.issuing.document_kind import Audience, DocumentQuery, PreparedDocument
from boarddesk.issuing.issue import issue
from boarddesk.issuing.registry import kind_of
from boarddesk.records import boards
from boarddesk.records.agenda.items import agenda_item, change_item
from boarddesk.records.minutes.reading import blocks_of
from boarddesk.records.minutes.states import confirm
from boarddesk.records.minutes.writing import keep_minute, write_public_lines
from boarddesk.records.packs.published import published_minutes, published_update
from boarddesk.records.publishing.choices import settle
from boarddesk.records.publishing.publications import publications
from boarddesk.records.registers.reading import register
from boarddesk.rules.agenda.item import AgendaItem, ItemKind
from boarddesk.rules.minutes.block import Block
from boarddesk.rules.minutes.minutes import PublicLines
from boarddesk.rules.people import NamesPrinted
from boarddesk.rules.publishing.choices import WayOut
from boarddesk.rules.publishing.publication import PublicPart
from boarddesk.rules.refused import Refused

__all__ = ["held"]
SAID = "When Jonah moved to year 7 his mother waited. Two pupils left. The board thanked schools."


def _public(of: HeldMeeting, kind: str = "minutes", today: date = JUNE) -> PreparedDocument:
    query = DocumentQuery(today, meeting_id=of.id, copy=Audience.PUBLIC)
    return kind_of(kind).prepare(of.file, query)


def _written(of: HeldMeeting) -> None:
    keep_minute(of.file, of.items[1], [Block(text=SAID)])
    close(of, of.id, MAY)


def test_the_copy_waits_for_what_is_not_settled_and_prints_what_was_chosen(held: HeldMeeting) -> None:
    _written(held)
    with pytest.raises(Refused, match=r"2 to settle first.*“Jonah” \(name, 2, para 1\)"):
        _public(held)
    name, count = published_minutes(held.file, held.id, today=JUNE).unsettled
    settle(held.file, held.id, name, WayOut.WITHHOLD, on=JUNE)
    settle(held.file, held.id, count, WayOut.WRITE, instead="fewer than five", on=JUNE)
    html = _public(held).written(".html").decode()
    assert "[1 sentence withheld] Fewer than five pupils left. The board thanked schools." in html
    assert "Jonah" not in html
    assert blocks_of(held.file, held.items[1])[0].text == SAID
    held.file.undo()
    with pytest.raises(Refused, match="1 to settle first"):
        _public(held)


def test_published_minutes_are_issued_once_confirmed_and_stand_on_the_list_from_then_on(
    held: HeldMeeting, tmp_path: Path
) -> None:
    keep_minute(held.file, held.items[1], [Block(text="Schools were thanked.", restricted=True)])
    close(held, held.id, MAY)
    with pytest.raises(Refused, match="not confirmed yet"):
        issue(held.file, _public(held), tmp_path / "minutes.docx", today=JUNE)
    confirm(held.file, held.id, at_id=later_meeting(held), today=JUNE)
    issue(held.file, _public(held), tmp_path / "minutes.docx", today=JUNE)
    (out,) = publications(held.file, held.board_id)
    assert (out.part, out.published_on) == (PublicPart.MINUTES, JUNE)
    assert out.withheld == "Withheld from this copy: 1 paragraph."


def test_the_update_waits_too(held: HeldMeeting) -> None:
    write_public_lines(held.file, held.items[1], PublicLines(was_said="Jonah, a pupil, spoke to the board."))
    with pytest.raises(Refused, match="1 to settle first"):
        _public(held, "update")
    (clue,) = published_update(held.file, held.id, today=JUNE).unsettled
    settle(held.file, held.id, clue, WayOut.WRITE, instead="a young person", on=JUNE)
    assert "young person, a pupil, spoke" in _public(held, "update").written(".html").decode()


def test_a_case_study_waits_for_consent_or_is_withheld_as_a_whole(held: HeldMeeting) -> None:
    item_id = held.items[1]
    known = agenda_item(held.file, item_id)
    change_item(held.file, AgendaItem(**{**vars(known), "consent": False}))
    keep_minute(held.file, item_id, [Block(text="A story was told."), Block(text="It was long.")])
    with held.file.change("As a story") as change:
        change.update("agenda_item", item_id, kind=ItemKind.LIVED_EXPERIENCE)
    (clue,) = published_minutes(held.file, held.id, today=JUNE).unsettled
    settle(held.file, held.id, clue, WayOut.WITHHOLD, on=JUNE)
    html = _public(held).written(".html").decode()
    assert "[2 paragraphs withheld]" in html
    assert "story" not in html
    held.file.undo()
    change_item(held.file, AgendaItem(**{**vars(agenda_item(held.file, item_id)), "consent": True}))
    assert not published_minutes(held.file, held.id, today=JUNE).unsettled


def test_members_keep_their_names_or_stand_by_post_as_their_board_chooses(held: HeldMeeting) -> None:
    close(held, held.id, MAY)
    rows = register(held.file, held.id).rows
    member = next(row.person for row in rows if row.role.belongs and row.person)
    officer = next(row.person for row in rows if not row.role.belongs and row.person)
    said = f"{member} thanked {officer} and the schools."
    keep_minute(held.file, held.items[1], [Block(text=said)])
    assert f"{member} thanked the Seat of {officer}" in _public(held).written(".html").decode()
    boards.update_board(held.file, held.board_id, published_names=NamesPrinted.POSTS)
    by_post = _public(held).written(".html").decode()
    assert f"The Seat of {member} thanked the Seat of {officer} and the schools." in by_post
    assert published_minutes(held.file, held.id, today=JUNE).names_as_posts
