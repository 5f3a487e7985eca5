"""Every document says which edition it is: a version that is kept, or a draft and of when."""

from __future__ import annotations

from datetime import date

from boarddesk.rules.edition import DRAFT, Edition

DAY = date(2026, 11, 29)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_version_or_a_draft_is_named_with_its_day() -> None:
    assert plain(Edition(3).said) == "version 3"
    assert plain(Edition(drafted_on=DAY, changed_at="14:05").said) == (
        "draft of 29 November 2026, last change 14:05"
    )
    assert DRAFT.said == "draft"
    assert plain(Edition(3).with_day(DAY)) == "version 3, as at 29 November 2026"


def test_a_draft_of_the_day_of_its_content_says_that_day_once() -> None:
    assert plain(Edition(drafted_on=DAY).in_brief(DAY)) == "draft of 29 November 2026"
    assert plain(Edition(3).in_brief(DAY)) == "version 3, as at 29 November 2026"


def test_a_file_is_named_by_what_a_disk_takes() -> None:
    assert Edition(drafted_on=DAY, changed_at="14:05").of_file("Highlight report") == (
        "Highlight report, draft of 29 November 2026, last change 14-05"
    )
