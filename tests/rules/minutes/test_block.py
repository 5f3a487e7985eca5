"""Blocks of a minute: marks are kept and read again, and pieces say the same as the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.minutes.block import Block, Span, SpanKind, block_of, joined, spans_kept, spans_read

texts = st.text(max_size=60)
spans = st.builds(
    lambda kind, start, length: Span(start, start + length, kind),
    st.sampled_from(SpanKind),
    st.integers(0, 60),
    st.integers(0, 20),
)


def within(text: str, marked: list[Span]) -> tuple[Span, ...]:
    return joined(Span(min(span.start, len(text)), min(span.end, len(text)), span.kind) for span in marked)


@given(st.lists(spans))
def test_marks_are_read_as_they_were_kept(marked: list[Span]) -> None:
    assert spans_read(spans_kept(marked)) == joined(marked)


@given(texts, st.lists(spans))
def test_pieces_say_the_text_and_give_the_block_back(text: str, marked: list[Span]) -> None:
    block = Block(text=text, spans=within(text, marked))
    assert "".join(piece.text for piece in block.pieces) == text
    assert block_of(block.pieces, of=Block()) == block


@given(texts, st.lists(spans), st.integers(0, 59))
def test_each_letter_is_marked_as_its_spans_say(text: str, marked: list[Span], at: int) -> None:
    block = Block(text=text, spans=within(text, marked))
    letters = [(piece.bold, piece.restricted) for piece in block.pieces for _ in piece.text]
    if at < len(text):
        bold = any(span.kind is SpanKind.BOLD and span.start <= at < span.end for span in marked)
        restricted = any(span.kind is SpanKind.RESTRICTED and span.start <= at < span.end for span in marked)
        assert letters[at] == (bold, restricted)


def test_a_restricted_paragraph_is_restricted_to_its_last_letter() -> None:
    block = Block(text="Nobody else", spans=(Span(0, 6, SpanKind.BOLD),), restricted=True)
    assert [(piece.text, piece.restricted) for piece in block.pieces] == [("Nobody", True), (" else", True)]


def test_what_is_no_mark_is_left_out() -> None:
    assert spans_read("b0-4 x3-5 r7-7 b٣-9 9") == (Span(0, 4, SpanKind.BOLD),)
