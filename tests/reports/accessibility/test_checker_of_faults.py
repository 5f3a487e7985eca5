"""Five hundred ways to break the 22 rules, each a small change of a good document, and found."""

from __future__ import annotations

from functools import cache

import pytest
from tests.reports.accessibility.file_faults import FILE_FAULTS
from tests.reports.accessibility.further_faults import FURTHER_FAULTS
from tests.reports.accessibility.looks_faults import LOOKS_FAULTS
from tests.reports.accessibility.seeding import Fault, base, parts
from tests.reports.accessibility.text_faults import TEXT_FAULTS

from boarddesk.reports.accessibility.checker import RULES, Finding, findings_of
from boarddesk.reports.word.writer import zipped

FAULTS = [*TEXT_FAULTS, *LOOKS_FAULTS, *FILE_FAULTS, *FURTHER_FAULTS]


@cache
def before(of: str) -> frozenset[Finding]:
    """What is said of the good document itself: notes at most."""
    return frozenset(findings_of(base(of)))


def is_found(rule: int, of: str, fault: Fault) -> bool:
    """Whether something new is said under the rule."""
    spoilt = parts(of)
    fault(spoilt)
    return any(finding.rule == rule for finding in set(findings_of(zipped(spoilt))) - before(of))


@pytest.mark.parametrize("rule", RULES)
def test_the_faults_of_a_rule_are_found(rule: int, capsys: pytest.CaptureFixture[str]) -> None:
    tried = [(name, of, fault) for number, name, of, fault in FAULTS if number == rule]
    missed = [f"{name} ({of})" for name, of, fault in tried if not is_found(rule, of, fault)]
    with capsys.disabled():
        print(f"\nrule {rule}: found {len(tried) - len(missed)} of {len(tried)}", end=" ")
    assert not missed


def test_every_rule_is_broken_in_several_ways_and_more_than_two_hundred_times() -> None:
    assert len(FAULTS) > 200
    assert all(sum(number == rule for number, *_ in FAULTS) >= 6 for rule in RULES)
