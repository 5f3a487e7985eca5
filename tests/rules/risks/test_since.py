"""What changed in a risk since its last review is told in a few words a thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boarddesk.rules.risks.risk import Assurance, Control, Mitigation, Risk
from boarddesk.rules.risks.since import changed_since

APRIL, MAY, JUNE = date(2026, 4, 30), date(2026, 5, 5), date(2026, 6, 30)
LIST = Control("Advice tracked weekly", assurance=Assurance.PARTIAL, id="c")
HIRE = Mitigation("Recruit two", due=APRIL, id="m")
RISK = Risk("r", "R2", "Late advice", controls=(LIST,), mitigations=(HIRE,))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("now", "how"),
    [
        (replace(LIST, assurance=Assurance.EFFECTIVE), "partial, now effective"),
        (replace(LIST, assurance=Assurance.NOT_SAID), "partial, now not said how sure"),
        (replace(LIST, tested_on=MAY), "tested 5 May 2026"),
        (replace(LIST, text="Tracked daily"), "was “Advice tracked weekly”"),
        (replace(HIRE, done_on=MAY), "done 5 May 2026"),
        (replace(HIRE, due=JUNE), "moved, 30 Apr 2026 to 30 Jun 2026"),
        (replace(HIRE, due=None), "date taken out"),
        (replace(HIRE, text="Recruit three"), "was “Recruit two”"),
    ],
)
def test_what_changed_is_told(now: Control | Mitigation, how: str) -> None:
    after = replace(RISK, controls=(now,)) if isinstance(now, Control) else replace(RISK, mitigations=(now,))
    (told,) = changed_since(RISK, after)
    assert (told.text, plain(told.how)) == (now.text, how)


def test_what_came_and_went_is_told_controls_first() -> None:
    after = replace(
        RISK,
        controls=(Control("Locum", assurance=Assurance.UNTESTED, id="d"),),
        mitigations=(Mitigation("Train", due=JUNE, id="n"), Mitigation("Ask", id="o")),
    )
    told = [(each.part, each.text, plain(each.how)) for each in changed_since(RISK, after)]
    assert told == [
        ("Controls", "Locum", "new, untested"),
        ("Controls", "Advice tracked weekly", "no longer in place"),
        ("Mitigations", "Train", "new, due 30 Jun 2026"),
        ("Mitigations", "Ask", "new"),
        ("Mitigations", "Recruit two", "taken out"),
    ]


def test_work_that_was_done_and_is_open_again_or_got_its_first_date_is_told() -> None:
    done = replace(RISK, mitigations=(replace(HIRE, done_on=MAY),))
    assert [each.how for each in changed_since(done, RISK)] == ["open again"]
    undated = replace(RISK, mitigations=(replace(HIRE, due=None),))
    assert [plain(each.how) for each in changed_since(undated, RISK)] == ["now due 30 Apr 2026"]
    assert changed_since(done, replace(RISK, mitigations=())) == ()


def test_nothing_is_told_where_nothing_changed_and_all_is_new_where_nothing_was_known() -> None:
    assert changed_since(RISK, RISK) == ()
    assert changed_since(None, RISK)[0].how == "new, partial"
