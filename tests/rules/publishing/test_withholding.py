"""Restricted words leave nothing behind but how much is missing; choices change the published words alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.minutes.block import Block, BlockKind, Span, SpanKind
from boarddesk.rules.publishing.check import Lookout
from boarddesk.rules.publishing.choices import (
    PublishChoice,
    WayOut,
    check_choice,
    mended,
    replacements,
    settlement,
    unsettled,
)
from boarddesk.rules.publishing.clue import Clue, Passage
from boarddesk.rules.publishing.withholding import open_text, replaced
from boarddesk.rules.refused import Refused


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    kind = draw(st.sampled_from((BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.ACTION)))
    restricted = draw(st.booleans())
    if kind.is_row:
        return Block("r", kind, record_id=draw(st.sampled_from("xyz")), restricted=restricted)
    text = draw(st.text("ab cd", max_size=20))
    edges = st.integers(0, len(text))
    spans = tuple(
        Span(min(pair), max(pair), draw(st.sampled_from(SpanKind)))
        for pair in draw(st.lists(st.tuples(edges, edges), max_size=3))
        if pair[0] != pair[1]
    )
    return Block("t", kind, text, spans, restricted)


@given(st.lists(blocks(), max_size=6))
def test_no_restricted_letter_is_left_and_no_open_one_lost(written: list[Block]) -> None:
    shouted = [_upper_where_restricted(block) for block in written]
    opened = open_text(shouted)
    text = "".join(block.text for block in opened.blocks)
    marks = text.replace("[words withheld]", "")
    assert not any(letter in marks for letter in "ABCD")
    assert not any(span.kind is SpanKind.RESTRICTED for block in opened.blocks for span in block.spans)
    assert not any(block.restricted for block in opened.blocks)


def _upper_where_restricted(block: Block) -> Block:
    text = "".join(piece.text.upper() if piece.restricted else piece.text for piece in block.pieces)
    return Block(block.id, block.kind, text, block.spans, block.restricted, block.record_id)


def test_withheld_paragraphs_in_a_row_share_a_mark_and_spans_are_counted() -> None:
    opened = open_text(
        (
            Block("a", text="Open."),
            Block("b", text="Shut.", restricted=True),
            Block("c", kind=BlockKind.ACTION, record_id="7", restricted=True),
            Block("d", text="Half shut.", spans=(Span(0, 4, SpanKind.RESTRICTED),)),
        )
    )
    assert [block.text for block in opened.blocks] == [
        "Open.",
        "[2 paragraphs withheld]",
        "[words withheld] shut.",
    ]
    assert (opened.paragraphs, opened.spans, opened.hidden) == (2, 1, frozenset({"7"}))


def _clues(text: str) -> tuple[Clue, ...]:
    return Lookout().clues([Passage("p", "6, para 1", text)])


def _choice(clue: Clue, how: WayOut, *, instead: str = "", why: str = "") -> PublishChoice:
    return PublishChoice("c", *clue.key, how, instead, why, date(2026, 6, 9))


TEXT = "The board met. Two pupils and Elsie, a pupil, left. Three boys came. Ms X asked."


def test_words_are_replaced_where_they_stand_and_a_sentence_withheld_takes_the_rest_of_it_along() -> None:
    two, elsie, three = _clues(TEXT)
    changed = [_choice(two, WayOut.WRITE, instead="fewer than five"), _choice(three, WayOut.WITHHOLD)]
    assert mended(TEXT, replacements(_clues(TEXT), changed)) == (
        "The board met. Fewer than five pupils and Elsie, a pupil, left. [1 sentence withheld] Ms X asked."
    )
    withheld = [_choice(two, WayOut.WRITE, instead="fewer than five"), _choice(elsie, WayOut.WITHHOLD)]
    assert mended(TEXT, replacements(_clues(TEXT), withheld)).startswith(
        "The board met. [1 sentence withheld] Three"
    )


def test_what_is_unsettled_waits_and_a_withheld_sentence_settles_all_in_it() -> None:
    two, elsie, three = clues = _clues(TEXT)
    assert unsettled(clues, []) == clues
    choices = [_choice(elsie, WayOut.WITHHOLD)]
    assert unsettled(clues, choices) == (three,)
    assert settlement(two, clues, choices) == choices[0]
    assert choices[0].told == "Withheld"
    assert _choice(two, WayOut.ACCEPT, why="staff").told == "Accepted: staff"


def test_other_words_and_reasons_cannot_be_empty() -> None:
    with pytest.raises(Refused, match="printed in its place"):
        check_choice(WayOut.WRITE, instead="  ", why="")
    with pytest.raises(Refused, match="why it may be published"):
        check_choice(WayOut.ACCEPT, instead="", why=" ")
    assert check_choice(WayOut.WITHHOLD, instead="x", why="y") == ("", "")


def test_bold_words_around_a_replacement_stay_bold() -> None:
    block = Block("a", text="Agreed: Elsie moves.", spans=(Span(0, 7, SpanKind.BOLD),))
    clue = Clue(**{**vars(_clues("Elsie, a pupil, moves.")[0]), "start": 8, "at": 8, "sentence": block.text})
    made = replaced(block, replacements([clue], [_choice(clue, WayOut.WRITE, instead="a pupil")]))
    assert made.text == "Agreed: a pupil moves."
    assert made.spans == block.spans
