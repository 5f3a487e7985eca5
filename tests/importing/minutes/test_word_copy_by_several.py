"""Copies that several corrected: every change and comment is shown, whichever copy was read first."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from random import Random

import pytest
from tests.importing.minutes.copies import plain_body, write_copy
from tests.importing.minutes.corrected_drafts import (
    PEOPLE,
    blocks_of,
    draft,
    sentences_of,
)
from tests.importing.minutes.corrected_drafts import (
    corrected as corrected_copy,
)

from boarddesk.importing.minutes.word_copy import read_copy
from boarddesk.rules.minutes.corrections.points import points
from boarddesk.rules.minutes.corrections.proposing import proposals, share_of
from boarddesk.rules.minutes.corrections.suggestion import CorrectionChoice, Suggestion, SuggestionKind
from boarddesk.rules.minutes.corrections.taking import CorrectedMinutes, corrected
from boarddesk.rules.minutes.draft import Circulation

SEEDS = range(8)


def numbered(found: list[tuple[Suggestion, ...]]) -> list[Suggestion]:
    return [
        replace(one, id=f"{copy}-{at}")
        for copy, suggestions in enumerate(found)
        for at, one in enumerate(suggestions)
    ]


def all_accepted(suggestions: list[Suggestion], sent: Circulation) -> list[Suggestion]:
    """Everything accepted, of what clashes the first version."""
    choices: dict[str, CorrectionChoice] = {}
    for point in points(suggestions, sent):
        choices |= point.choices(point.key)
    return [replace(one, choice=choices[one.id]) for one in suggestions]


def outcome(suggestions: list[Suggestion], sent: Circulation) -> CorrectedMinutes:
    accepted = [one for one in all_accepted(suggestions, sent) if one.is_waiting]
    return corrected(blocks_of(sent), sentences_of(sent), accepted, sent)


@pytest.mark.parametrize("seed", SEEDS)
def test_twenty_edits_two_moves_and_five_comments_by_three_people_are_all_shown(
    seed: int, tmp_path: Path
) -> None:
    rng = Random(seed)
    sent = draft(rng)
    made = corrected_copy(rng, sent, PEOPLE)
    copy = read_copy(write_copy(tmp_path / "copy.docx", made.body, margin=made.margin))
    assert share_of(copy, sent) > 0.99
    found = proposals(copy, sent, sent_by=PEOPLE[0])
    counted = Counter(one.kind for one in found)
    assert counted[SuggestionKind.MOVE] == made.counts["moves"]
    assert counted[SuggestionKind.COMMENT] == made.counts["comments"] == 5
    assert counted[SuggestionKind.INSERT] == made.counts.get("insertions", 0)
    assert counted[SuggestionKind.DELETE] == made.counts.get("deletions", 0)
    put_in = Counter(word for one in found for edit in one.edits for word in edit.text.split())
    put_in.update(word for one in found if one.kind is SuggestionKind.INSERT for word in one.will_be.split())
    assert all(word in " ".join(put_in) for text in made.put_in for word in text.split())
    gone = " ".join(one.was[edit.start : edit.end] for one in found for edit in one.edits)
    assert all(word.strip(".") in gone for text in made.taken_out for word in text.split())
    result = outcome(numbered([found]), sent)
    assert result.unfit == {}
    assert {one.author for one in found} <= set(PEOPLE)


@pytest.mark.parametrize("seed", SEEDS)
def test_accepting_everything_reads_as_the_copy_does(seed: int, tmp_path: Path) -> None:
    rng = Random(seed)
    sent = draft(rng)
    made = corrected_copy(rng, sent, PEOPLE[:1])
    copy = read_copy(write_copy(tmp_path / "copy.docx", made.body))
    result = outcome(numbered([proposals(copy, sent, sent_by=PEOPLE[0])]), sent)
    assert as_printed(result, sent) == [" ".join(text.split()) for text in made.twin]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_untracked_twin_comes_to_the_same_minutes(seed: int, tmp_path: Path) -> None:
    rng = Random(seed)
    sent = draft(rng)
    made = corrected_copy(rng, sent, PEOPLE[:1])
    copy = read_copy(write_copy(tmp_path / "twin.docx", plain_body(made.twin)))
    found = proposals(copy, sent, sent_by=PEOPLE[0])
    assert found
    assert not any(one.is_tracked for one in found)
    assert as_printed(outcome(numbered([found]), sent), sent) == [
        " ".join(text.split()) for text in made.twin
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_result_is_the_same_whichever_copy_was_read_first(seed: int, tmp_path: Path) -> None:
    rng = Random(seed)
    sent = draft(rng)
    copies = []
    for person in PEOPLE:
        made = corrected_copy(rng, sent, [person])
        path = write_copy(tmp_path / f"{person}.docx", made.body, margin=made.margin)
        copies.append(proposals(read_copy(path), sent, sent_by=person))
    results = [outcome(numbered(list(order)), sent) for order in permutations(copies)]
    assert all((one.items, one.sentences) == (results[0].items, results[0].sentences) for one in results)
    assert all(one.unfit == {} for one in results)
    shown = [
        {(p.is_conflict, len(p.suggestions)) for p in points(numbered(list(o)), sent)}
        for o in permutations(copies)
    ]
    assert all(one == shown[0] for one in shown)


def as_printed(result: CorrectedMinutes, sent: Circulation) -> list[str]:
    """The corrected minutes as their document would print them."""
    names = {line.record_id: line.name for _, line in sent.lines if line.kind.is_row}
    made: list[str] = []
    for item in sent.items:
        made.append(f"{item.number} {item.title}")
        for block in result.items[item.id]:
            row = f"{names.get(block.record_id)} {result.sentences.get(block.record_id)}."
            made.append(row if block.kind.is_row else block.text)
    return [" ".join(text.split()) for text in made]
