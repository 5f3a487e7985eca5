"""Corrections kept, decided on, and taken into the minutes as they are now, as one change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from tests.records.minutes.conftest import HeldMeeting

from boarddesk.records.agenda.decisions import decide, decision
from boarddesk.records.minutes.circulating import circulate, circulation
from boarddesk.records.minutes.corrections import (
    NewCopyBack,
    answer_comment,
    copies_back,
    decide_on,
    keep_copy,
    remove_copy,
    reopen_comment,
    suggestions,
    take,
    write_own_words,
)
from boarddesk.records.minutes.reading import blocks_of
from boarddesk.records.minutes.writing import keep_minute
from boarddesk.rules.decisions import Verb
from boarddesk.rules.minutes.block import Block, BlockKind, Span, SpanKind
from boarddesk.rules.minutes.corrections.edits import word_edits
from boarddesk.rules.minutes.corrections.suggestion import CorrectionChoice, Suggestion, SuggestionKind
from boarddesk.rules.refused import Refused

SENT, BACK = date(2026, 5, 15), date(2026, 5, 18)
POSTS = Block(text="Four of nine posts were filled.", spans=(Span(0, 4, SpanKind.RESTRICTED),))
VENN = Block(text="The council would pay until September.")
ACCEPT = CorrectionChoice.ACCEPTED


def changed(item: str, block: str, was: str, will_be: str, author: str = "Judith Amberley") -> Suggestion:
    return Suggestion(
        SuggestionKind.CHANGE,
        author,
        item,
        block,
        made_on=BACK,
        was=was,
        will_be=will_be,
        edits=word_edits(was, will_be),
    )


class Corrected:
    """Minutes of one item that were sent round, with copies back."""

    def __init__(self, held: HeldMeeting) -> None:
        self.held, self.file, self.item = held, held.file, held.items[1]
        made = decide(held.file, held.id, text="3.3 stays until two months meet the step", item_id=self.item)
        row = Block(kind=BlockKind.DECISION, record_id=made)
        self.decision_id = made
        self.posts, self.row, self.venn = keep_minute(held.file, self.item, [POSTS, row, VENN])
        self.sent = circulate(held.file, held.id, sent_on=SENT)

    def add(self, *found: Suggestion, content: bytes = b"PK1", sent_by: str = "Judith Amberley") -> str:
        copy = NewCopyBack("copy.docx", content, sent_by, True, found)
        return keep_copy(self.file, self.sent, copy, came_on=BACK)

    def accept_all(self) -> None:
        decide_on(self.file, {one.id: ACCEPT for one in suggestions(self.file, self.sent)})

    @property
    def texts(self) -> Sequence[str]:
        return [block.text for block in blocks_of(self.file, self.item)]


@pytest.fixture
def minutes(held: HeldMeeting) -> Corrected:
    return Corrected(held)


def test_what_a_copy_proposes_is_kept_and_changes_nothing_yet(minutes: Corrected) -> None:
    five = changed(minutes.item, minutes.posts.id, POSTS.text, "Five of nine posts were filled by May.")
    minutes.add(five)
    (kept,) = suggestions(minutes.file, minutes.sent)
    assert (kept.edits, kept.will_be, kept.made_on) == (five.edits, five.will_be, BACK)
    (copy,) = copies_back(minutes.file, minutes.sent)
    assert (copy.sent_by, copy.changes, copy.comments, copy.is_tracked) == ("Judith Amberley", 1, 0, True)
    assert minutes.texts[0] == POSTS.text


def test_accepted_corrections_are_taken_as_one_change_and_undo_takes_it_back(minutes: Corrected) -> None:
    said = "Agreed: 3.3 stays until two months meet the step"
    minutes.add(
        changed(minutes.item, minutes.posts.id, POSTS.text, "Five of nine posts were filled."),
        changed(minutes.item, minutes.row.id, said, said.replace("two", "three").replace("Agreed", "Noted")),
        Suggestion(SuggestionKind.MOVE, "Gwen", minutes.held.items[2], minutes.venn.id, was=VENN.text),
        Suggestion(SuggestionKind.INSERT, "Gwen", minutes.item, after=minutes.row.id, will_be="It was cold."),
    )
    minutes.accept_all()
    assert take(minutes.file, minutes.sent, today=BACK) == ()
    assert minutes.texts == ["Five of nine posts were filled.", "", "It was cold."]
    assert blocks_of(minutes.file, minutes.item)[0].spans == (Span(0, 4, SpanKind.RESTRICTED),)
    assert [block.id for block in blocks_of(minutes.file, minutes.held.items[2])] == [minutes.venn.id]
    kept = decision(minutes.file, minutes.decision_id)
    assert (kept.verb, kept.text) == (Verb.NOTED, "3.3 stays until three months meet the step")
    assert all(one.taken_on == BACK for one in suggestions(minutes.file, minutes.sent))
    assert minutes.file.undo_label == "Take 4 corrections"
    minutes.file.undo()
    assert minutes.texts == [POSTS.text, "", VENN.text]
    assert decision(minutes.file, minutes.decision_id).verb is Verb.AGREED


def test_a_draft_changed_meanwhile_takes_what_fits_and_the_rest_waits(minutes: Corrected) -> None:
    minutes.add(
        changed(minutes.item, minutes.posts.id, POSTS.text, "Five of nine posts were filled."),
        changed(minutes.item, minutes.venn.id, VENN.text, "The council would pay until October."),
    )
    minutes.accept_all()
    now = Block(minutes.posts.id, text="In May, Four of nine posts were filled.")
    then = Block(minutes.venn.id, text="The council would pay until August.")
    keep_minute(minutes.file, minutes.item, [now, minutes.row, then])
    ((left, why),) = take(minutes.file, minutes.sent, today=BACK)
    assert (left.block, why) == (minutes.venn.id, "The draft was changed there since it went out.")
    assert minutes.texts == [
        "In May, Five of nine posts were filled.",
        "",
        "The council would pay until August.",
    ]
    waiting = [one for one in suggestions(minutes.file, minutes.sent) if not one.taken_on]
    assert [one.choice for one in waiting] == [CorrectionChoice.UNDECIDED]


def test_own_words_stand_in_the_stead_of_what_was_proposed(minutes: Corrected) -> None:
    minutes.add(changed(minutes.item, minutes.posts.id, POSTS.text, "Five of nine posts were filled."))
    (one,) = suggestions(minutes.file, minutes.sent)
    write_own_words(minutes.file, one.id, "Some posts were filled.", choices={one.id: ACCEPT})
    take(minutes.file, minutes.sent, today=BACK)
    assert minutes.texts[0] == "Some posts were filled."
    with pytest.raises(Refused, match="how it is to read"):
        write_own_words(minutes.file, one.id, " ", choices={})


def test_a_comment_is_answered_or_settled_and_opened_again(minutes: Corrected) -> None:
    minutes.add(
        Suggestion(SuggestionKind.COMMENT, "Gwen", minutes.item, minutes.posts.id, said="Was it four?")
    )
    (one,) = suggestions(minutes.file, minutes.sent)
    answer_comment(minutes.file, one.id, "It was.")
    assert suggestions(minutes.file, minutes.sent)[0].answer == "It was."
    reopen_comment(minutes.file, one.id)
    assert suggestions(minutes.file, minutes.sent)[0].choice is CorrectionChoice.UNDECIDED
    with pytest.raises(Refused, match="Nothing is accepted yet"):
        take(minutes.file, minutes.sent, today=BACK)


def test_the_same_copy_twice_is_told_and_a_copy_can_be_taken_out(minutes: Corrected) -> None:
    copy_id = minutes.add(changed(minutes.item, minutes.posts.id, POSTS.text, "Five of nine."))
    with pytest.raises(Refused, match="is in already: it is the copy of Judith Amberley"):
        minutes.add(sent_by="Gwen")
    remove_copy(minutes.file, copy_id)
    assert suggestions(minutes.file, minutes.sent) == ()
    minutes.file.undo()
    assert len(suggestions(minutes.file, minutes.sent)) == 1
    assert circulation(minutes.file, minutes.sent).version == 1
