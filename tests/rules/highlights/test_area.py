"""The words of one area: where it stands and why, what it asks, and how the report is to be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.reports import highlight_packs as packs

from boarddesk.rules.highlights import area as words
from boarddesk.rules.highlights.pack import AreaPack, Period
from boarddesk.rules.plan.actions import Area, Highlight
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN

MET, ON_TRACK, PARTLY, NOT_ON_TRACK, NOT_KNOWN = IMPROVEMENT_PLAN.statuses
PACK = packs.whole_board()
ONE, TWO, FOUR = PACK.areas
SIX = packs.empty_area().areas[0]


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def titled(title: str, *, number: str = "4") -> AreaPack:
    return replace(FOUR, area=replace(FOUR.area, title=title, number=number))


def strip_of(area: AreaPack) -> tuple[str, ...]:
    stands = words.area_standing(area, PACK)
    return tuple(
        map(plain, (stands.status.label, stands.before, stands.direction, stands.met, stands.overdue))
    )


def test_the_strip_says_where_an_area_stands_and_stood() -> None:
    assert strip_of(ONE) == ("On track", "● On track", "→ Steady", "1 of 1", "None")
    assert strip_of(TWO) == ("Partially met", "◆ Partially met", "→ Steady", "1 of 3", "2 actions: 2.3, 2.7")
    assert strip_of(FOUR) == ("Not on track", "◆ Partially met", "↓ Worsening", "3 of 9", "1 action: 4.2")
    assert strip_of(SIX) == ("Not known", "– New area", "– First report", "0 of 2", "None")
    assert [words.area_standing(area, PACK).overdue_count for area in (ONE, TWO, FOUR)] == [0, 2, 1]


def test_an_area_that_was_there_without_a_status_was_not_known_and_not_new() -> None:
    silent = AreaPack(FOUR.area, None, FOUR.last_action_status)
    assert strip_of(silent)[1:3] == ("? Not known", "– First report")
    first = replace(PACK, period=Period(None, PACK.period.last))
    assert plain(words.area_standing(silent, first).before) == "– New area"


def test_an_area_of_which_nobody_says_anything_now_has_no_direction() -> None:
    silent = replace(FOUR, area=replace(FOUR.area, judgements=()))
    assert strip_of(silent)[2] == "– Not known"
    assert strip_of(replace(silent, area=replace(silent.area, actions=())))[3:] == ("No actions", "None")


def test_of_many_overdue_actions_six_are_named() -> None:
    late = tuple(
        packs.action(f"4.{number}", "Do it", "May 2026", "A. Hale", ON_TRACK) for number in range(1, 9)
    )
    found = [strip_of(replace(FOUR, area=replace(FOUR.area, actions=late[:many])))[4] for many in (6, 7, 8)]
    assert found == [
        "6 actions: 4.1, 4.2, 4.3, 4.4, 4.5, 4.6",
        "7 actions: 4.1, 4.2, 4.3, 4.4, 4.5, 4.6 and 1 more",
        "8 actions: 4.1, 4.2, 4.3, 4.4, 4.5, 4.6 and 2 more",
    ]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Timely plans", "Area 4 · Timely plans"),
        ("Area 4 - Timely plans", "Area 4 · Timely plans"),
        ("PRIORITY 4: Timely plans", "Area 4 · Timely plans"),
        ("Theme 4", "Area 4 · Theme 4"),
        ("Area 41 plans", "Area 4 · 1 plans"),
    ],
)
def test_an_area_is_named_by_its_number_and_title_once(title: str, name: str) -> None:
    assert plain(words.area_name(titled(title))) == name


def test_an_area_without_a_number_is_named_by_its_title() -> None:
    assert words.area_name(titled("Timely plans", number="")) == "Timely plans"


def test_a_title_too_long_for_a_heading_is_cut_there_and_stands_whole_below() -> None:
    fits, long = "x" * 72, " ".join(["children and families"] * 4)
    assert (words.area_name(titled(fits)), words.area_in_full(titled(fits))) == (f"Area 4 · {fits}", "")
    assert words.area_in_full(titled("x" * 73)) == "x" * 73
    assert words.area_name(titled(long)).endswith("…") and words.area_in_full(titled(long)) == long


def test_leads_are_named_or_missed() -> None:
    assert words.leads(FOUR) == "leads Marian Adeyemi and Paul Kowalczyk"
    assert words.leads(ONE) == "lead Margaret Oduya"
    assert words.leads(SIX) == "no lead yet"


def test_why_and_the_way_back_are_the_leads_words() -> None:
    assert words.why(ONE, PACK) == "the board meets and its actions are done."
    assert plain(words.path_to_green(TWO)).startswith("agreement signed by 31 July, first joint data")
    assert plain(words.why(SIX, PACK)) == "no update received by 2 June 2026."
    assert words.path_to_green(SIX) == "not given."


def test_who_is_on_course_owes_no_way_back_but_may_give_one() -> None:
    said = {
        (status.label, path): words.path_to_green(
            replace(ONE, area=replace(ONE.area, judgements=(packs.judgement(status, path=path),)))
        )
        for status in (MET, ON_TRACK, PARTLY)
        for path in ("", "keep going")
    }
    assert said == {
        ("Met", ""): "",
        ("Met", "keep going"): "keep going.",
        ("On track", ""): "",
        ("On track", "keep going"): "keep going.",
        ("Partially met", ""): "not given.",
        ("Partially met", "keep going"): "keep going.",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not given."),
        ("two posts are empty", "two posts are empty."),
        ("Are two posts empty?", "Are two posts empty?"),
        (" ".join(["word"] * 30), " ".join(["word"] * 30) + "."),
        (" ".join(["word"] * 31), " ".join(["word"] * 30) + "…"),
    ],
)
def test_a_reason_ends_as_a_sentence_after_thirty_words_at_most(text: str, said: str) -> None:
    assert words.reason_of(text).replace(" …", "…") == said


def test_lines_written_since_the_last_board_up_to_this_one_are_told() -> None:
    first, last = date(2026, 5, 13), date(2026, 6, 9)
    days = [first - timedelta(1), first, last, last + timedelta(1)]
    noted = tuple(Highlight("done", on, f"Done on {on.isoformat()}") for on in days)
    empty, other = Highlight("done", first, " "), Highlight("planned", first, "Later")
    area = replace(FOUR, area=replace(FOUR.area, highlights=(*noted, empty, other)))
    assert [line.as_at for line in words.lines(area, "done", PACK)] == [first, last]
    begins = replace(PACK, period=Period(None, last))
    assert [line.as_at for line in words.lines(area, "done", begins)] == days[:3]


def test_three_lines_are_shown_and_how_many_more_there_are() -> None:
    texts = ["one thing", "Two things.", "three things", "four", "five"]
    shown = ("One thing.", "Two things.", "Three things.")
    assert words.short_lines(texts[:3]) == shown
    assert words.short_lines(texts[:4]) == (*shown, "And one more.")
    assert words.short_lines(texts) == (*shown, "And two more.")


def test_an_area_asks_decisions_first_each_a_sentence_without_the_lead_somebody_typed() -> None:
    asked = (
        Highlight("help", packs.NEWS, "Help - name who signs off"),
        Highlight("decide", packs.NEWS, "DECISION: spend £86,000"),
        Highlight("decide", packs.NEWS, "May we start?"),
    )
    area = replace(FOUR, area=replace(FOUR.area, highlights=asked))
    assert [(ask.lead, ask.text) for ask in words.asks_of_area(area, PACK)] == [
        ("Decide:", "spend £86,000."),
        ("Decide:", "May we start?"),
        ("Help:", "name who signs off."),
    ]


def test_the_period_names_its_first_year_only_where_it_is_another() -> None:
    def period(first: date | None) -> str:
        return plain(words.period_words(replace(PACK, period=Period(first, date(2026, 6, 9)))))

    assert period(date(2026, 5, 13)) == "period 13 May to 9 June 2026"
    assert period(date(2025, 12, 10)) == "period 10 December 2025 to 9 June 2026"
    assert period(None) == "up to 9 June 2026"


def test_it_is_said_what_the_report_is_held_against_and_when_the_plan_came_in() -> None:
    assert plain(words.compared_with(PACK)).endswith("compared with 12 May 2026.")
    first = replace(PACK, period=Period(None, PACK.period.last), brought_in=date(2026, 11, 28))
    assert words.compared_with(first) == "This is the first report, so nothing is compared."
    assert plain(words.brought_in(first)) == "the plan as brought in on 28 November 2026"
    assert words.brought_in(PACK) == ""


def test_a_cancelled_meeting_is_said_without_why() -> None:
    assert words.cancelled(PACK) is None
    said = words.cancelled(replace(PACK, cancelled=True))
    assert said and tuple(map(plain, said)) == (
        "The meeting of 9 June 2026 was cancelled.",
        "The report stands as it was prepared for that day.",
    )


def test_the_short_name_of_the_board_is_explained_where_it_is_letters() -> None:
    assert words.abbreviations("SEND at the SIB", PACK) == (
        "SEND: special educational needs and disabilities.",
        "SIB: SEND Improvement Board.",
    )
    for name, short in (("SEND Board", "Send"), ("SIB", "SIB"), ("", "SIB")):
        renamed = replace(PACK, board=name, board_short=short)
        assert words.glossary_of(renamed) == PACK.glossary


def test_an_area_with_no_title_but_its_number_keeps_it() -> None:
    assert words.plain_title(AreaPack(Area("4", "4", "Area 4"), None, ())) == "Area 4"
