"""Each kind of finding is one sentence, whatever was found of it."""

from __future__ import annotations

import pytest

from boarddesk.rules.papers.finding import FindingKind, PaperCheck, PaperKind, PaperTrace
from boarddesk.rules.papers.sentences import findings_of, not_for_everybody, too_large

K = FindingKind
NAMES = ["Jo Amberley", "Will Marsh", "Dr Ade Oyelaran"]


def sentence(*traces: PaperTrace) -> str:
    (finding,) = findings_of(traces, names=NAMES)
    return finding.sentence


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Fine"], "1 comment by Ruth Calder"),
        (["Ask Jo Amberley"], "1 comment, which names a person"),
        (["Ask Amberley", "Fine"], "2 comments, one names a person"),
        (["Ask Oyelaran", "Jo Amberley knows"], "2 comments, two name a person"),
        (["We will see", "Will this do?"], "2 comments by Ruth Calder"),
        (["Ask Will Marsh"], "1 comment, which names a person"),
        (["joking"], "1 comment by Ruth Calder"),
    ],
)
def test_comments_that_name_a_person_are_told(words: list[str], said: str) -> None:
    assert sentence(*(PaperTrace(K.COMMENTS, who="Ruth Calder", words=each) for each in words)) == said


def test_more_than_three_authors_are_counted() -> None:
    changes = [PaperTrace(K.TRACKED_CHANGES, who=f"Person {number}") for number in range(4)]
    assert sentence(*changes[:3]) == "3 tracked changes by Person 0, Person 1 and Person 2"
    assert sentence(*changes) == "4 tracked changes by 4 people"


def test_places_are_the_first_three_and_how_many_more() -> None:
    traces = [PaperTrace(K.HIDDEN_TEXT, f"page {number}") for number in range(1, 6)]
    (finding,) = findings_of(traces)
    assert (finding.place, finding.count) == ("page 1, page 2, page 3 and 2 more", 5)


def test_findings_come_in_one_order_and_each_kind_once() -> None:
    traces = [PaperTrace(kind, what="something", words="7") for kind in reversed(FindingKind)] * 2
    assert [finding.kind for finding in findings_of(traces)] == list(FindingKind)


def test_a_heavy_paper_says_how_heavy() -> None:
    assert sentence(PaperTrace(K.SIZE, words=str(31 * 1024 * 1024))).startswith("31 MB: ")


def test_pictures_without_words_are_counted_beside_missing_tags() -> None:
    traces = [PaperTrace(K.ACCESSIBILITY, what=what) for what in ("no tags", "no alternative text")]
    assert sentence(*traces, traces[1]) == "No tags; 2 pictures without alternative text"


def test_what_keeps_somebody_from_reading_is_one_finding_its_worst_first() -> None:
    breaches = [
        (16, "The type is small.", "“Waits”"),
        (9, "The picture has no alternative text.", "picture 1"),
    ]
    finding = not_for_everybody(breaches)
    assert finding is not None and finding.place == "picture 1" and finding.count == 2
    assert finding.sentence == (
        "The picture has no alternative text, and 1 more thing keeps somebody from reading it"
    )
    assert not_for_everybody([]) is None
    check = PaperCheck(PaperKind.WORD, findings=findings_of([PaperTrace(K.SIZE, words="1")]))
    assert [found.kind for found in check.with_finding(finding).findings] == [K.ACCESSIBILITY, K.SIZE]


def test_a_paper_that_is_too_large_says_what_to_do() -> None:
    assert too_large("Waits.pdf", 400 * 1024 * 1024).startswith(
        "“Waits.pdf” has 400 MB; a paper may have 100. "
    )


def test_only_what_can_be_taken_away_asks_for_a_clean_copy() -> None:
    left = findings_of([PaperTrace(K.PLACEHOLDERS, words="TBC")])
    comment = findings_of([PaperTrace(K.COMMENTS)])
    assert not PaperCheck(PaperKind.WORD, findings=left).can_be_cleaned
    assert PaperCheck(PaperKind.WORD, findings=comment).can_be_cleaned
    assert not PaperCheck(PaperKind.OLD_OFFICE, findings=comment).can_be_cleaned
