"""KPIs, risks and issues in a highlight report: each cell as printed, and what is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.reports import highlight_packs as packs

from boarddesk.rules.highlights import figures
from boarddesk.rules.highlights.pack import AreaPack
from boarddesk.rules.plan.feeds import FedFigure, FedFrom, Feed
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi, Polarity, Target, Unit
from boarddesk.rules.risks.matrix import USUAL
from boarddesk.rules.risks.risk import Control, Issue, Mitigation, Risk, RiskStatus, score_by

PACK = packs.whole_board()
FOUR = PACK.areas[2]
K7, K8, K9 = FOUR.kpis


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def cells(kpi: Kpi) -> list[str]:
    line = figures.kpi_line(kpi, PACK)
    columns = (line.baseline, (line.step,), line.actual, line.verdict, line.direction)
    return [plain(" | ".join(column)) for column in columns]


def test_a_kpi_is_a_row_of_baseline_step_actual_verdict_and_direction() -> None:
    assert cells(K7) == [
        "31% | May 2025",
        "at least 65%",
        "38 of 64 | 59%",
        "✖ Not met | headline 92%: not met",
        "↓ Worsening | from 62%",
    ]
    assert cells(K8)[2:] == ["19 of 24 | 79%", "✔ Met", "↑ Improving | from 64%"]
    assert cells(K9) == ["52% | May 2025", "at least 70%", "No data", "– No data", "– No data"]
    line = figures.kpi_line(replace(K7, wording=" New  plans "), PACK)
    assert (line.ref, line.wording) == ("K7", "New plans")


def test_a_kpi_without_steps_has_none_set_and_no_data() -> None:
    bare = replace(K9, checkpoints=(), baseline=Actual())
    assert cells(bare) == ["No data", "None set", "No data", "– No data", "– No data"]


def test_a_baseline_in_words_stands_with_its_month_and_a_month_alone_is_no_data() -> None:
    assert cells(replace(K9, baseline=Actual(words="about half", as_at=date(2025, 3, 1))))[0] == (
        "about half | Mar 2025"
    )
    assert cells(replace(K9, baseline=Actual(as_at=date(2025, 3, 1))))[0] == "No data"
    assert cells(replace(K9, baseline=Actual(Decimal(52))))[0] == "52%"


def test_the_first_figure_of_a_kpi_has_no_direction_yet() -> None:
    first = replace(K8, checkpoints=K8.checkpoints[1:], baseline=Actual())
    assert cells(first)[4] == "– First figure"


def test_a_provisional_figure_says_so_with_its_day() -> None:
    told = Actual(Decimal(61), as_at=date(2026, 5, 31), provisional=True)
    step = replace(K9.checkpoints[0], actual=told)
    assert cells(replace(K9, checkpoints=(step,)))[2] == "61% | provisional | 31 May 2026"


def test_where_this_step_has_no_figure_the_last_known_one_stands_after_that() -> None:
    dated = replace(K8.checkpoints[0], actual=Actual(Decimal(64), as_at=date(2026, 4, 30)))
    late = replace(K8, checkpoints=(dated, replace(K8.checkpoints[1], actual=Actual())))
    assert cells(late)[2].startswith("No data | ") and cells(late)[2].endswith("| 64%")


def kpi(ref: str, *, target: Target | None = None, actual: Actual | None = None) -> Kpi:
    step = Checkpoint("s", "May", target or Target(), actual or Actual())
    wording = "Plans of good quality judged by the panel"
    return Kpi(ref or "id", ref, wording, Unit.NUMBER, Polarity.HIGHER, Actual(), Target(), (step,))


def test_kpis_without_figure_or_target_are_named_in_a_sentence_and_not_printed_as_gaps() -> None:
    silent = [kpi("K1"), kpi(""), kpi("")]
    lines = figures.kpi_lines([K7, *silent])
    assert [one.ref for one in lines.shown] == ["K7"]
    assert lines.silent == (
        "Three KPIs have neither figure nor target yet: K1, Plans of good quality… (two)."
    )
    assert figures.kpi_lines([kpi("K1")]).silent == "One KPI has neither figure nor target yet: K1."
    assert figures.kpi_lines([K7]).silent == ""


@pytest.mark.parametrize(
    "known",
    [
        kpi("K1", target=Target(value=Decimal(4))),
        kpi("K1", target=Target(words="four")),
        kpi("K1", actual=Actual(Decimal(0))),
        replace(kpi("K1"), baseline=Actual(words="few")),
        replace(kpi("K1"), headline=Target(value=Decimal(9))),
    ],
)
def test_one_figure_or_target_is_enough_to_be_printed(known: Kpi) -> None:
    assert figures.kpi_lines([known]).shown == (known,)


def test_figures_nobody_typed_say_where_they_come_from() -> None:
    assert figures.fed_note([K7, K8]) == ""
    fed = FedFrom(Feed(FedFigure.REPRESENTATION, "sib"), "SIB")
    assert figures.fed_note([replace(K7, fed_from=fed), K8, replace(K9, fed_from=fed)]) == (
        "K7 and K9: from the attendance registers of SIB."
    )


def test_the_column_of_targets_is_headed_by_the_month_where_all_share_it() -> None:
    assert figures.step_title(FOUR.kpis, PACK) == "May step"
    june = replace(K9, checkpoints=(replace(K9.checkpoints[0], due=date(2026, 6, 1)),))
    assert figures.step_title([K7, june], PACK) == "Step target"
    assert figures.step_title([], PACK) == "Step target"
    for label, head in (("Year 2 step", "Year 2 step"), ("Step by summer term", "Step target")):
        worded = replace(K9, checkpoints=(replace(K9.checkpoints[0], due=None, label=label),))
        assert figures.step_title([worded], PACK) == head


def test_a_step_is_called_by_its_label_without_the_word_step() -> None:
    step = K9.checkpoints[0]
    labels = ("Step 2", "2nd  step", "step", "")
    assert [figures.label_of(replace(step, label=label)) for label in labels] == ["2", "2nd", "This", "This"]


def test_a_declared_word_the_figures_speak_against_is_said() -> None:
    assert figures.disagreement_sentences([K8, K7, replace(K9, checkpoints=())], PACK) == (
        ("K7", "declared “met”; the figures say 59% against 65%. A reason is asked."),
    )


# ── risks and issues ──


def risk(ref: str, likely: int, heavy: int, **more: Any) -> Risk:
    made = Risk(ref, ref, f"Title of {ref}", current=(score_by(USUAL, likely, heavy, packs.NEWS),))
    return replace(made, **more)


def shown(*risks: Risk, issues: tuple[Issue, ...] = ()) -> figures.RiskLines:
    return figures.risk_lines(AreaPack(FOUR.area, None, (), risks=risks, issues=issues), PACK)


def test_risks_stand_highest_first_then_issues_each_with_level_movement_owner_and_what_is_done() -> None:
    lines = figures.risk_lines(FOUR, PACK)
    told = [
        (
            line.ref,
            plain(line.score.shown) if line.score else "",
            plain(line.movement),
            line.owner,
            plain(line.doing),
        )
        for line in lines.shown
    ]
    assert told == [
        ("R2", "20 Extreme", "↑ Up, was 16", "M. Adeyemi", "Locum offer; advert closes 26 June; escalated."),
        (
            "R5",
            "12 High",
            "→ Same",
            "Dr H. Winstanley",
            "Interim template from 1 June; sign-off asked of the board today.",
        ),
        ("I3", "", "New", "P. Kowalczyk", "Each family phoned by 5 June; weekly letter until issued."),
    ]
    assert lines.shown[2].words == "Issue: 41 families have waited more than 20 weeks"
    assert lines.left_out == ""


def test_five_risks_are_shown_and_the_rest_named_with_the_highest_of_them() -> None:
    many = [risk(f"R{at}", 5, at) for at in range(5, 0, -1)]
    assert [line.ref for line in shown(*many).shown] == ["R5", "R4", "R3", "R2", "R1"]
    assert shown(*many).left_out == ""
    one_more = shown(*many, risk("R9", 1, 4))
    assert one_more.left_out == "And one more, none above 4: R9."
    nameless = replace(risk("", 1, 3), title="Late advice keeps children waiting")
    assert shown(*many, risk("R9", 1, 4), nameless).left_out == (
        "And two more, none above 4: R9 and Late advice keeps children…."
    )
    assert shown(*many, risk("R9", 1, 1, current=())).left_out == "And one more: R9."


def test_risks_that_are_over_are_not_shown() -> None:
    over = [risk("R1", 1, 1, status=status) for status in (RiskStatus.CLOSED, RiskStatus.OCCURRED)]
    assert shown(*over, risk("R2", 1, 2, status=RiskStatus.ESCALATED)).shown[0].ref == "R2"
    assert len(shown(*over).shown) == 0


def test_a_risk_nobody_scored_owns_or_acts_on_says_so() -> None:
    (line,) = shown(Risk("r", "R1", "Late advice")).shown
    assert (line.score, line.movement) == (None, "–")
    assert (line.owner, line.doing) == ("To be agreed", "Not given.")


def test_what_is_done_about_a_risk_is_what_is_still_open_or_its_controls() -> None:
    done = Mitigation("Advert out", done_on=packs.NEWS)
    mitigated = risk("R1", 1, 1, mitigations=(done, Mitigation("locums start."), Mitigation("training")))
    assert shown(mitigated).shown[0].doing == "Locums start; training."
    controlled = risk("R1", 1, 1, mitigations=(done,), controls=(Control("monthly review"),))
    assert shown(controlled).shown[0].doing == "Monthly review."
    words = [f"w{number}" for number in range(1, 14)]
    told = [
        plain(shown(risk("R1", 1, 1, controls=(Control(" ".join(words[:many])),))).shown[0].doing)
        for many in (12, 13)
    ]
    assert told == [f"W1 {' '.join(words[1:12])}.", f"W1 {' '.join(words[1:12])}…"]


def issue(raised_on: date, **more: Any) -> Issue:
    return replace(Issue("i", "I1", "Families wait", raised_on), **more)


def test_an_issue_is_new_when_raised_after_the_last_board_and_gone_when_resolved() -> None:
    days = (packs.LAST_BOARD, date(2026, 5, 13))
    moved = [plain(shown(issues=(issue(on),)).shown[0].movement) for on in days]
    assert moved == ["→ Same", "New"]
    assert shown(issues=(issue(packs.NEWS, resolved_on=packs.NEWS),)).shown == ()
    (line,) = shown(issues=(issue(packs.NEWS),)).shown
    assert (line.owner, line.doing) == ("To be agreed", "Not given.")
    first = replace(PACK, period=replace(PACK.period, last_board=None))
    old = AreaPack(FOUR.area, None, (), issues=(issue(packs.LAST_BOARD),))
    assert figures.risk_lines(old, first).shown[0].movement == "New"
