"""The seal of minutes: the same words have the same one, and each stands on the one before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from boarddesk.rules.minutes.block import Block, Span, SpanKind
from boarddesk.rules.minutes.sealing import (
    Sealed,
    broken_seals,
    canonical,
    code_of,
    fingerprint,
    read_content,
    seal,
)
from boarddesk.rules.minutes.states import Amendment, amended, read_amendments
from boarddesk.rules.refused import Refused


def chain(count: int = 4) -> list[Sealed]:
    made: list[Sealed] = []
    for number in range(count):
        content = {"says": f"meeting {number}"}
        before = made[-1] if made else None
        made.append(seal(content, meeting_id=f"m{number}", board_id="b", before=before, on=date(2026, 5, 12)))
    return made


def test_the_same_words_have_the_same_seal_however_they_were_typed() -> None:
    assert (
        canonical({"b": 1, "a": "Zoe\u0308"})
        == canonical({"a": "Zo\u00eb", "b": 1})
        == '{"a":"Zo\u00eb","b":1}'
    )


def test_the_code_is_sixteen_letters_nobody_misreads() -> None:
    code = code_of(fingerprint("{}", ""))
    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}", code)
    assert code != code_of(fingerprint("{} ", ""))
    assert code_of("f" * 64) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ"


def test_seals_that_follow_each_other_hold() -> None:
    assert list(broken_seals(chain())) == []


def test_whatever_is_changed_in_a_chain_of_seals_is_found() -> None:
    one, two, three, four = chain()
    other = replace(two, content='{"says":"another"}')
    resealed = replace(other, fingerprint=fingerprint(other.content, other.previous))
    for broken, bad in (
        ([one, other, three, four], other),
        ([one, replace(resealed, code=code_of(resealed.fingerprint)), three, four], three),
        ([one, three, four], three),
        ([two, three, four], two),
        ([one, replace(three, sequence=2), replace(two, sequence=3), four], replace(three, sequence=2)),
        (
            [one, replace(two, code="ZZZZ-ZZZZ-ZZZZ-ZZZZ"), three, four],
            replace(two, code="ZZZZ-ZZZZ-ZZZZ-ZZZZ"),
        ),
    ):
        assert next(broken_seals(broken))[0] == bad


def test_corrections_are_typed_one_a_line() -> None:
    assert read_amendments("4: 23 weeks → 26 weeks\n\n 5.1. the trust -> both trusts ") == (
        Amendment("4", "23 weeks", "26 weeks"),
        Amendment("5.1", "the trust", "both trusts"),
    )
    assert read_amendments("4: struck out →") == (Amendment("4", "struck out", ""),)
    for line in ("23 weeks → 26 weeks", "4: 23 weeks", "4: → 26 weeks"):
        with pytest.raises(Refused, match="is no correction"):
            read_amendments(line)


def test_what_was_marked_stays_marked_where_words_change() -> None:
    spans = (Span(0, 3, SpanKind.BOLD), Span(5, 12, SpanKind.RESTRICTED), Span(14, 16, SpanKind.BOLD))
    of = Block(text="The child Kit, aged 9", spans=spans)
    found = amended(of, "Kit", "she who spoke")
    assert found.text == "The child she who spoke, aged 9"
    assert found.spans == (
        Span(0, 3, SpanKind.BOLD),
        Span(5, 23, SpanKind.RESTRICTED),
        Span(24, 26, SpanKind.BOLD),
    )


@pytest.mark.parametrize(
    "content",
    [
        *("", "[]", "{}", '{"rows": [], "log": [1, "a"]}', '{"rows": {}, "log": 1}', "[" * 100_000),
        *('{"rows": {"roll": 1}, "log": [1, "a"]}', '{"rows": {"roll": [{}]}, "log": [1, "a"]}'),
    ],
)
def test_what_no_seal_was_made_over_is_refused(content: str) -> None:
    with pytest.raises(ValueError, match=r"nothing that is sealed|nested|Expecting"):
        read_content(content)
