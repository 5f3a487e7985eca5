"""The letter about one person's attendance: room to sign, a head in any office, no rule broken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.rules.rolls import BOARD, year

from boarddesk.reports import house_style
from boarddesk.reports.accessibility.checker import findings_of as check
from boarddesk.reports.attendance.letter import attendance_letter
from boarddesk.reports.document import Document, Page, Paragraph, ParagraphKind, plain
from boarddesk.reports.word.writer import write
from boarddesk.rules.attendance.letter import Correspondents, letter_facts


def letter(partnership: str, correspondents: Correspondents | None = None) -> Document:
    facts = letter_facts(
        year({"Ann": "PADXN"}), BOARD, "Ann", first=date(2026, 1, 1), last=date(2026, 12, 31)
    )
    assert facts is not None
    facts = replace(facts, correspondents=correspondents or Correspondents())
    return attendance_letter(facts, partnership=partnership, as_at=date(2026, 6, 1))


def test_the_closing_stands_clear_of_the_table_and_leaves_room_to_sign() -> None:
    closing = letter("Northmoor SEND Partnership").blocks[-2]
    assert isinstance(closing, Paragraph) and plain(closing.text) == "Yours sincerely,"
    assert closing.kind is ParagraphKind.CLOSING
    style = next(each for each in house_style.text_styles(Page.PORTRAIT) if each.name == closing.kind.value)
    assert style.before >= 18 and style.after >= 36


def test_an_office_without_a_name_heads_its_letter_with_the_board() -> None:
    made = letter("")
    assert made.partnership == BOARD.name
    assert not made.facts.startswith("\N{NO-BREAK SPACE}")


def test_a_letter_breaks_no_rule() -> None:
    assert not [finding for finding in check(write(letter(""))) if not finding.advice]


def said(document: Document) -> list[str]:
    return [plain(block.text) for block in document.blocks if isinstance(block, Paragraph)]


def test_a_letter_has_its_date_above_and_the_name_of_the_chair_beneath() -> None:
    made = said(letter("", Correspondents("Margaret Oduya")))
    assert made[:2] == ["1\N{NO-BREAK SPACE}June 2026", "Dear Ann,"]
    assert made[-2:] == ["Yours sincerely,", f"Margaret Oduya\nChair of the {BOARD.name}"]
    assert said(letter(""))[-1] == f"Chair of the {BOARD.name}"


def test_a_letter_says_how_to_name_a_deputy_and_who_is_named() -> None:
    holder = Correspondents("Margaret Oduya", secretary="Joan Fairley", holds_seat=True)
    (nobody,) = [text for text in said(letter("", holder)) if "deputy, give" in text]
    assert nobody.startswith("If you cannot come and the board’s terms of reference allow a deputy")
    assert "the board secretary, Joan Fairley, before the meeting" in nobody
    assert nobody.endswith("Nobody is named now.")
    named = replace(holder, deputies=("Ben Carr", "Cy Ellis"))
    assert "Named now: Ben Carr and Cy Ellis." in " ".join(said(letter("", named)))
    assert not [text for text in said(letter("")) if "deputy, give" in text]
