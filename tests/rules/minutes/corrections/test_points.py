"""What is to be decided: what clashes stands together, what is alike is one, whatever was read first."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.minutes.corrections.drafts import DECIDED, DRAFT, POSTS, VENN

from boarddesk.rules.minutes.block import Block
from boarddesk.rules.minutes.corrections.edits import word_edits
from boarddesk.rules.minutes.corrections.points import points, who
from boarddesk.rules.minutes.corrections.suggestion import CorrectionChoice, Suggestion, SuggestionKind
from boarddesk.rules.minutes.corrections.taking import CorrectedMinutes, corrected

AGREED = f"Agreed: {DECIDED}"


def change(author: str, block: str, was: str, will_be: str) -> Suggestion:
    return Suggestion(
        SuggestionKind.CHANGE,
        author,
        "i2",
        block,
        was=was,
        will_be=will_be,
        edits=word_edits(was, will_be),
        id=f"{author} {will_be}",
    )


FOUR = change("Judith", "b3", POSTS, POSTS.replace("Four", "Five"))
BY_MAY = change("Gwen", "b3", POSTS, POSTS.replace("filled", "filled by May"))
SIX = change("Saira", "b3", POSTS, POSTS.replace("Four", "Six"))


def outcome(accepted: list[Suggestion]) -> CorrectedMinutes:
    blocks = {
        item.id: [
            Block(line.id, line.kind, "" if line.kind.is_row else line.text, record_id=line.record_id)
            for line in item.lines
        ]
        for item in DRAFT.items
    }
    return corrected(blocks, {"d1": AGREED, "a1": "Send"}, accepted, DRAFT)


def text_of(result: CorrectedMinutes, block_id: str) -> str:
    return next(block.text for blocks in result.items.values() for block in blocks if block.id == block_id)


def test_changes_of_different_words_of_a_paragraph_are_both_made() -> None:
    found = points([FOUR, BY_MAY], DRAFT)
    assert [point.is_conflict for point in found] == [False, False]
    assert text_of(outcome([FOUR, BY_MAY]), "b3") == "Five of nine empty posts were filled by May."


def test_changes_of_the_same_words_are_a_conflict_and_one_is_chosen() -> None:
    (found,) = points([FOUR, SIX], DRAFT)
    assert found.is_conflict
    choices = found.choices(SIX.id)
    assert choices == {FOUR.id: CorrectionChoice.REFUSED, SIX.id: CorrectionChoice.ACCEPTED}
    assert set(found.choices(None).values()) == {CorrectionChoice.REFUSED}


def test_the_same_change_by_two_is_one_and_made_once() -> None:
    same = replace(FOUR, author="Gwen", id="same")
    (found,) = points([FOUR, same], DRAFT)
    assert (found.is_conflict, who(found.versions[0])) == (False, "Gwen and Judith")
    assert text_of(outcome([FOUR, same]), "b3") == FOUR.will_be


def test_two_wordings_of_a_decision_are_a_conflict_wherever_they_differ() -> None:
    three = change("Judith", "b4", AGREED, AGREED.replace("two", "three"))
    each = change("Saira", "b4", AGREED, f"{AGREED} for every therapy")
    (found,) = points([three, each], DRAFT)
    assert found.is_conflict
    assert outcome([three]).sentences["d1"] == three.will_be


def test_a_paragraph_moved_to_two_places_or_taken_out_and_changed_is_a_conflict() -> None:
    move = Suggestion(SuggestionKind.MOVE, "Gwen", "i3", "b6", was=VENN, id="1")
    other = replace(move, author="Saira", item_id="i1", id="2")
    gone = Suggestion(SuggestionKind.DELETE, "Judith", "i2", "b3", was=POSTS, id="3")
    assert [point.is_conflict for point in points([move, other], DRAFT)] == [True]
    assert [point.is_conflict for point in points([gone, FOUR], DRAFT)] == [True]


def test_paragraphs_joined_and_parted_keep_every_word() -> None:
    join = Suggestion(SuggestionKind.JOIN, "Gwen", "i2", "b3", was=POSTS, id="1")
    joined = outcome([join])
    assert text_of(joined, "b2").endswith(f"a step of 18. {POSTS}")
    parted = change("Gwen", "b3", POSTS, "Four of nine.\nEmpty posts were filled.")
    blocks = outcome([parted]).items["i2"]
    assert [block.text for block in blocks[1:3]] == ["Four of nine.", "Empty posts were filled."]
    assert blocks[2].id == ""


WORDS = st.lists(st.sampled_from(POSTS.rstrip(".").split(" ")), min_size=2, max_size=7).map(" ".join)


@given(st.lists(st.tuples(st.sampled_from(["Judith", "Gwen", "Saira"]), WORDS), min_size=1, max_size=3))
def test_points_and_result_are_the_same_in_any_order(proposed: list[tuple[str, str]]) -> None:
    known = [
        replace(change(author, "b3", POSTS, words), id=str(at)) for at, (author, words) in enumerate(proposed)
    ]
    results = []
    for order in permutations(known):
        accepted: list[Suggestion] = []
        for point in points(order, DRAFT):
            accepted += point.versions[0]
        result = outcome(accepted)
        assert result.unfit == {}
        results.append(text_of(result, "b3"))
    assert len(set(results)) == 1
