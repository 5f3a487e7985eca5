"""Words put in and taken out: by whole words, over each other, and where spans are marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.minutes.block import Block, Span, SpanKind
from boarddesk.rules.minutes.corrections.edits import (
    WordEdit,
    edited,
    edited_block,
    edits_kept,
    edits_read,
    rebased,
    whole_words,
    word_edits,
)

TEXTS = st.lists(
    st.sampled_from(["two", "three", "months", "£1.2m", "£1.4m", "the", "step", ".", ",", "\n", "a"]),
    max_size=14,
).map(" ".join)


def shown(was: str, edits: tuple[WordEdit, ...]) -> list[tuple[str, str]]:
    return [(was[edit.start : edit.end], edit.text) for edit in edits]


def test_whole_words_are_taken_out_and_put_in() -> None:
    was = "agreed as a true record, £1.2m."
    assert shown(was, word_edits(was, "agreed as an accurate record, £1.4m.")) == [
        ("a true", "an accurate"),
        ("£1.2m", "£1.4m"),
    ]


def test_a_digit_changed_shows_the_whole_sum() -> None:
    was = "was £1.2m."
    assert shown(was, whole_words(was, [WordEdit(7, 8, "4")])) == [("£1.2m", "£1.4m")]
    assert shown("one post", whole_words("one post", [WordEdit(8, 8, "s")])) == [("post", "posts")]
    assert whole_words("one post", [WordEdit(3, 3, "")]) == ()


@given(TEXTS, TEXTS)
def test_edits_make_the_one_text_of_the_other(was: str, will_be: str) -> None:
    edits = word_edits(was, will_be)
    assert edited(was, edits) == will_be
    assert edits_read(edits_kept(edits), will_be) == edits
    assert edited_block(Block(text=was), edits).text == will_be


@given(TEXTS, st.data())
def test_widening_to_words_changes_no_letter_of_the_result(was: str, data: st.DataObject) -> None:
    places = st.lists(st.integers(0, len(was)), max_size=6, unique=True)
    cuts = sorted(data.draw(places, label="cuts"))
    words = st.sampled_from(["", "s", " five", "x y "])
    edits = [WordEdit(low, high, data.draw(words)) for low, high in zip(cuts[::2], cuts[1::2], strict=False)]
    wide = whole_words(was, edits)
    assert edited(was, wide) == edited(was, edits)
    assert not any(one.clashes(other) for one in wide for other in wide)


@given(TEXTS, TEXTS, TEXTS)
def test_what_fits_the_text_as_it_is_now_is_made_and_the_rest_is_said(
    was: str, theirs: str, now: str
) -> None:
    edits = word_edits(was, theirs)
    fitting, unfit = rebased(was, edits, now)
    drift = word_edits(was, now)
    assert len(fitting) + len(unfit) + len(set(edits) & set(drift)) == len(edits)
    assert [edit.text for edit in fitting] == [e.text for e in edits if e not in unfit and e not in drift]
    assert all(now[edit.start : edit.end] in {was[e.start : e.end] for e in edits} for edit in fitting)


def test_a_text_that_changed_elsewhere_takes_the_edit_where_it_now_stands() -> None:
    was, now = "Four of nine posts were filled.", "In all, Four of nine posts were filled."
    fitting, unfit = rebased(was, word_edits(was, "Five of nine posts were filled."), now)
    assert (edited(now, fitting), unfit) == ("In all, Five of nine posts were filled.", ())
    assert rebased(was, word_edits(was, "Five of nine posts were filled."), "Six of nine posts were filled.")[
        1
    ]


def test_bold_goes_on_inside_and_what_touches_restricted_words_is_restricted() -> None:
    spans = (Span(0, 6, SpanKind.BOLD), Span(12, 20, SpanKind.RESTRICTED))
    block = Block(text="Agreed that Child A is.", spans=spans)
    made = edited_block(block, [WordEdit(3, 3, "X"), WordEdit(12, 17, "Pupil"), WordEdit(23, 23, " Seen.")])
    assert made.text == "AgrXeed that Pupil A is. Seen."
    assert made.spans == (Span(0, 7, SpanKind.BOLD), Span(13, 21, SpanKind.RESTRICTED))
    at_edge = edited_block(block, [WordEdit(20, 20, "Ada ")])
    assert at_edge.spans[1] == Span(12, 24, SpanKind.RESTRICTED)
    whole = edited_block(Block(text="Child A", restricted=True), [WordEdit(7, 7, " moved")])
    assert (whole.restricted, whole.spans) == (True, ())
