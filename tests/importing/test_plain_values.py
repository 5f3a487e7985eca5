"""What goes to another process comes back the same, and nothing else comes back as if it were."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boarddesk.importing.deciding.reading import ReadingChoices
from boarddesk.importing.headings import Field
from boarddesk.importing.plain_values import from_plain, to_plain
from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.rules.imports.contents import FoundMark
from boarddesk.rules.minutes.corrections.copy import CopyParagraph, CopyRemark, CopyRun, Hand, WordCopy
from boarddesk.rules.plan.actions import TermBand
from boarddesk.rules.registers.register import Mark
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN

JUNE = date(2026, 6, 15)
HAND = Hand("Kit Fell", JUNE)
REMARK = CopyRemark("Rowan Vale", "Not so.", None, "May", (CopyRemark("Kit Fell", "But yes."),))
CHOICES = PlanChoices({"What": Field.TEXT}, frozenset({3, 1}), areas=("One",))
VALUES = [
    FoundMark(3, Mark.DEPUTY, "Kit Fell", "table 1"),
    FoundMark(0, None),
    WordCopy((CopyParagraph((CopyRun("a", HAND),), remarks=(REMARK,)),), 2, "Rowan Vale"),
    ReadingChoices(CHOICES, scheme=IMPROVEMENT_PLAN, bands=(TermBand("Q1", JUNE, JUNE),)),
]


@pytest.mark.parametrize("value", VALUES)
def test_it_comes_back_the_same(value: Any) -> None:
    assert from_plain(type(value), to_plain(value)) == value


@pytest.mark.parametrize(
    "wrong",
    [
        [0, None],
        [0, None, "", "", "", "", "", "", "more"],
        ["0", None, "", "", "", "", "", ""],
        [True, None, "", "", "", "", "", ""],
        [0, "PRESENTLY", "", "", "", "", "", ""],
        [0, None, 1, "", "", "", "", ""],
        {"member": 0},
        None,
        "text",
    ],
)
def test_what_is_not_of_its_kind_is_not_taken(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_plain(FoundMark, wrong)


def test_a_copy_with_a_day_that_is_none_is_not_taken() -> None:
    plain = to_plain(VALUES[2])
    plain[0][0][0][0][1][1] = "2026-02-31"
    with pytest.raises(ValueError, match=r"."):
        from_plain(WordCopy, plain)
