"""The sample's KPIs, with the steps of each and what was measured, corrected and declared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from boarddesk.records.file.office_file import Change
from boarddesk.records.plan import kpis
from boarddesk.records.plan.feeding import feed_kpi
from boarddesk.rules.plan.feeds import FedFigure, Feed
from boarddesk.rules.plan.kpis import Actual, Comparator, Polarity, Target, Unit
from boarddesk.sample.diary import Diary
from boarddesk.sample.story import START

COUNTED_AFTER = timedelta(8)
"""Figures of a month come in so many days after it."""


@dataclass(frozen=True)
class Mark:
    """A step: the month it falls in, its target, what was measured, and what the lead declared."""

    month: int
    target: str
    actual: str = ""
    words: str = ""
    declared: str = ""
    provisional: bool = False
    first_said: tuple[str, str, str] | None = None  # value and words before they were corrected, and why


@dataclass(frozen=True)
class Measure:
    """A KPI with its steps."""

    ref: str
    area: str
    action: str
    wording: str
    unit: Unit
    polarity: Polarity
    baseline: str
    headline: str
    marks: tuple[Mark, ...] = ()
    comparator: Comparator = Comparator.AT_LEAST
    headline_comparator: Comparator | None = None
    tolerance: str = "0"
    source: str = ""
    fed_by: str = ""  # the board whose seats it counts
    baseline_words: str = ""
    headline_words: str = ""


MEASURES = (
    Measure(
        "K1.1",
        "1",
        "1.3",
        "Parents at listening sessions who say they were heard",
        Unit.PERCENT,
        Polarity.HIGHER,
        "41",
        "75",
        (
            Mark(-17, "45", "44.2", "53 of 120"),
            Mark(-13, "50", "51.6", "64 of 124"),
            Mark(-9, "55", "56.9", "74 of 130"),
            Mark(-5, "60", "63", "87 of 138"),
            Mark(-2, "65", "68.1", "98 of 144", "met"),
            Mark(2, "70"),
        ),
        source="Feedback cards",
    ),
    Measure(
        "K1.2",
        "1",
        "1.4",
        "Families in the process who can name their contact",
        Unit.PERCENT,
        Polarity.HIGHER,
        "22",
        "90",
        (
            Mark(-8, "40", "61.1", "55 of 90, pilot only", provisional=True),
            Mark(-5, "60", "90", "81 of 90, pilot only", "met", provisional=True),
            Mark(-2, "80"),
            Mark(1, "90"),
        ),
        source="Phone calls to families",
    ),
    Measure(
        "K1.3",
        "1",
        "1.2",
        "Visitors to the local offer who find what they came for",
        Unit.PERCENT,
        Polarity.HIGHER,
        "44",
        "80",
        (
            Mark(-9, "70", "72.5", "29 of 40", "met"),
            Mark(-5, "73", "74", "37 of 50", "met"),
            Mark(-2, "76", "70", "42 of 60", "not met"),
            Mark(2, "78"),
        ),
        source="Poll on the site",
    ),
    Measure(
        "K2.1",
        "2",
        "2.4",
        "Partners, of nine, that send their figures by the tenth",
        Unit.NUMBER,
        Polarity.HIGHER,
        "0",
        "9",
        (
            Mark(-8, "3", "4", "", "met"),
            Mark(-4, "6", "5", "", "not met"),
            Mark(-2, "8", "7", "", "not met"),
            Mark(1, "9"),
        ),
        source="Data group",
    ),
    Measure(
        "K3.1",
        "3",
        "3.2",
        "Average wait for speech and language therapy",
        Unit.WEEKS,
        Polarity.LOWER,
        "31",
        "18",
        (
            Mark(-17, "30", "30", "", "met"),
            Mark(-14, "28", "29", "", "not met"),
            Mark(-11, "26", "27", "", "not met"),
            Mark(-8, "25", "26", "", "not met"),
            Mark(-5, "23", "25", "", "not met"),
            Mark(-2, "20", "23", "", "met"),
            Mark(1, "19"),
            Mark(4, "17"),
        ),
        Comparator.AT_MOST,
        Comparator.FEWER_THAN,
        source="Trust waiting list",
    ),
    Measure(
        "K3.2",
        "3",
        "3.6",
        "Children who wait over two years for an autism or ADHD assessment",
        Unit.NUMBER,
        Polarity.LOWER,
        "218",
        "0",
        (
            Mark(-9, "170", "160", "", "met"),
            Mark(-6, "135", "121", "", "met"),
            Mark(-3, "100", "97", "", "met"),
            Mark(-2, "90", "84", "", "met"),
            Mark(1, "60"),
            Mark(5, "20"),
        ),
        Comparator.AT_MOST,
        Comparator.EXACTLY,
        source="Trust waiting list",
    ),
    Measure(
        "K4.1",
        "4",
        "4.2",
        "New plans issued within 20 weeks",
        Unit.PERCENT,
        Polarity.HIGHER,
        "29",
        "90",
        (
            Mark(-13, "40", "40", "24 of 60"),
            Mark(-12, "42", "41", "25 of 61"),
            Mark(-11, "44", "41.9", "26 of 62"),
            Mark(-10, "46", "44.3", "27 of 61"),
            Mark(-9, "48", "45.2", "28 of 62"),
            Mark(-8, "50", "46.6", "27 of 58"),
            Mark(-7, "52", "48.3", "29 of 60"),
            Mark(-6, "54", "50.8", "31 of 61"),
            Mark(-5, "56", "54", "34 of 63"),
            Mark(-4, "59", "55.9", "33 of 59"),
            Mark(
                -3, "62", "55.6", "35 of 63", first_said=("57.1", "36 of 63", "One plan was counted twice.")
            ),
            Mark(-2, "65", "61.7", "37 of 60", "not met"),
            Mark(1, "68"),
            Mark(4, "75"),
        ),
        source="Plan tracker",
    ),
    Measure(
        "K4.2",
        "4",
        "4.6",
        "Plans judged good by the quality panel",
        Unit.PERCENT,
        Polarity.HIGHER,
        "38",
        "75",
        (
            Mark(-10, "45", "45.8", "11 of 24", "met"),
            Mark(-7, "52", "54.2", "13 of 24", "met"),
            Mark(-5, "60", "62.5", "15 of 24", "met"),
            Mark(-2, "70", "70.8", "17 of 24", "met"),
            Mark(1, "73"),
        ),
        source="Quality panel",
    ),
    Measure(
        "K5.1",
        "5",
        "5.4",
        "Suspensions for each 100 pupils with SEND support",
        Unit.RATIO,
        Polarity.LOWER,
        "12",
        "6",
        (
            Mark(-15, "11", "11.3", "", "not met"),
            Mark(-11, "10.5", "10.4", "", "met"),
            Mark(-6, "9", "11.2", "", "not met"),
            Mark(-2, "8", "9.8", "", "not met"),
            Mark(2, "6"),
        ),
        Comparator.AT_MOST,
        source="School census",
    ),
    Measure(
        "K5.2",
        "5",
        "5.3",
        "Schools with an advice visit in the term",
        Unit.PERCENT,
        Polarity.HIGHER,
        "0",
        "100",
        (
            Mark(-9, "70", "61.9", "52 of 84", "not met"),
            Mark(-6, "90", "94", "79 of 84", "met"),
            Mark(-3, "95", "100", "84 of 84", "met"),
            Mark(1, "100"),
        ),
        source="Visit log",
    ),
    Measure(
        "K6.1",
        "6",
        "6.1",
        "Year 9 reviews that plan for adulthood",
        Unit.PERCENT,
        Polarity.HIGHER,
        "33",
        "90",
        (
            Mark(-13, "60", "64", "64 of 100", "met"),
            Mark(-6, "75", "81", "81 of 100", "met"),
            Mark(-2, "80", "81.7", "49 of 60", "met"),
            Mark(4, "90"),
        ),
        source="Sample of reviews",
    ),
    Measure(
        "K6.2",
        "6",
        "6.2",
        "Young people in supported internships",
        Unit.NUMBER,
        Polarity.HIGHER,
        "18",
        "36",
        (Mark(-8, "24", "24", "", "met"), Mark(-2, "28", "27"), Mark(3, "36")),
        tolerance="5",
        source="College register",
    ),
    Measure(
        "K6.3",
        "6",
        "6.5",
        "What young people say of turning 18",
        Unit.WORDS,
        Polarity.HIGHER,
        "",
        "",
        (
            Mark(-10, "Half know who will help", words="Three of eight knew who would help"),
            Mark(-2, "Most know who will help", words="Five of eight knew who would help", declared="met"),
        ),
        source="Young people's panel",
        baseline_words="Nobody asked",
        headline_words="All know who will help",
    ),
    Measure(
        "K7",
        "",
        "",
        "Seats filled at the improvement board",
        Unit.PERCENT,
        Polarity.HIGHER,
        "78",
        "90",
        source="Registers",
        fed_by="SIB",
    ),
)


def note_measures(diary: Diary, plan: str) -> None:
    """The KPIs are agreed with the plan; each figure comes in after its month."""
    adopted = diary.calendar.board(START) - timedelta(19)

    def agree(change: Change) -> None:
        for measure in MEASURES:
            _agree(diary, diary.named("plan", plan), measure, adopted)

    diary.note(adopted, "Agree the KPIs of the plan", agree)
    for measure in MEASURES:
        for mark in measure.marks:
            if mark.actual or (mark.words and mark.month < 0):
                _note_actual(diary, measure, mark)


def _agree(diary: Diary, plan_id: str, measure: Measure, adopted: date) -> None:
    kpi_id = kpis.add_kpi(
        diary.file,
        plan_id,
        ref=measure.ref,
        wording=measure.wording,
        unit=measure.unit,
        polarity=measure.polarity,
        baseline=Actual(_value(measure.baseline), measure.baseline_words, adopted),
        headline=Target(
            measure.headline_comparator or measure.comparator,
            _value(measure.headline),
            words=measure.headline_words,
        ),
        tolerance=Decimal(measure.tolerance),
        area_id=diary.ids.get(("area", measure.area)),
        action_id=diary.ids.get(("action", measure.action)),
    )
    diary.name("kpi", measure.ref, kpi_id)
    if measure.fed_by:
        feed_kpi(diary.file, kpi_id, Feed(FedFigure.SEAT, diary.named("board", measure.fed_by)))
    for mark in measure.marks:
        made = kpis.add_checkpoint(
            diary.file,
            kpi_id,
            label=diary.fill_in(f"{{{mark.month} my}}"),
            target=_target(measure, mark),
            due=diary.calendar.month_end(mark.month),
        )
        diary.name(f"step {measure.ref}", str(mark.month), made)


def _target(measure: Measure, mark: Mark) -> Target:
    if measure.unit is Unit.WORDS:
        return Target(words=mark.target)
    return Target(measure.comparator, Decimal(mark.target))


def _value(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _note_actual(diary: Diary, measure: Measure, mark: Mark) -> None:
    counted = diary.calendar.month_end(mark.month)
    actual = Actual(_value(mark.actual), mark.words, counted, measure.source, mark.provisional)
    first = actual
    if mark.first_said:
        first = replace(actual, value=Decimal(mark.first_said[0]), words=mark.first_said[1])

    def enter(change: Change) -> None:
        step = diary.named(f"step {measure.ref}", str(mark.month))
        kpis.set_actual(diary.file, step, first)
        if mark.declared:
            kpis.declare_checkpoint(diary.file, step, declared=mark.declared)

    day = counted + COUNTED_AFTER
    diary.report(day, f"Enter actual of {measure.ref}, {diary.fill_in(f'{{{mark.month} my}}')}", enter)
    if mark.first_said:
        _note_correction(diary, measure, mark, actual)


def _note_correction(diary: Diary, measure: Measure, mark: Mark, actual: Actual) -> None:
    made_on = diary.calendar.since_last(6)
    why = mark.first_said[2] if mark.first_said else ""

    def correct(change: Change) -> None:
        step = diary.named(f"step {measure.ref}", str(mark.month))
        kpis.restate(diary.file, step, actual, why=why, made_on=made_on)

    diary.report(made_on, f"Correct {measure.ref}", correct)
