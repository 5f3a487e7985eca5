"""A text is found again among many by its words, as if each had been held against each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.names.likeness import ALIKE, likeness
from boarddesk.rules.names.text_index import TextIndex

WORDS = st.sampled_from(["open", "the", "clinic", "–", "in", "may", "now"])
TEXTS = st.lists(st.lists(WORDS, max_size=6).map(" ".join))


@given(TEXTS, TEXTS)
def test_it_finds_what_comparing_with_each_finds(known: list[str], asked: list[str]) -> None:
    index = TextIndex(known)
    for text in asked:
        every = [(-likeness(text, other), place) for place, other in enumerate(known)]
        assert index.same(text) == [place for like, place in every if like == -1]
        assert index.alike(text) == [place for like, place in sorted(every) if like <= -ALIKE]
        assert not index.is_spent


def test_once_it_has_looked_enough_it_finds_nothing_and_says_so() -> None:
    index = TextIndex(["open the clinic"] * 50, looks=300)
    assert len(index.same("Open the clinic")) == 50 and not index.is_spent
    assert index.alike("open the clinic now") and index.is_spent
    assert index.same("open the clinic") == [] == index.alike("open the clinic now")
