"""By when: what councils write and what it is understood to be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.dates.deadlines import (
    ByWhen,
    DateFlag,
    Precision,
    due_within,
    hints_in,
    in_words,
    moved,
    read_by_when,
    read_day,
)
from boarddesk.rules.dates.grammar import MONTHS
from boarddesk.rules.plan.actions import TermBand

BANDS = (
    TermBand("Sep–Dec 20", date(2020, 9, 1), date(2020, 12, 31)),
    TermBand("Jan–Apr 21", date(2021, 1, 1), date(2021, 4, 30)),
    TermBand("Year 2", date(2021, 9, 1), date(2022, 8, 31)),
)

# as written | earliest | latest | precision | understood
READ = """
May 22 | 2022-05-01 | 2022-05-31 | month | to 31 May 2022
31/09/2020 | 2020-09-01 | 2020-09-30 | month | impossible: read as to 30 September 2020
TBC by Leads | | | none | no date: to be confirmed
In line with HNB workstream plan | | | none | no date: depends on something
Refresh and relaunch by May 22 | 2022-05-01 | 2022-05-31 | month | to 31 May 2022
Sept-21 | 2021-09-01 | 2021-09-30 | month | to 30 September 2021
Aug- 21 | 2021-08-01 | 2021-08-31 | month | to 31 August 2021
31/10//2020 | 2020-10-31 | 2020-10-31 | day | 31 October 2020
Go live 30/04/2021 | 2021-04-30 | 2021-04-30 | day | 30 April 2021
To be agreed by CCG by 31/10/2020 | 2020-10-31 | 2020-10-31 | day | 31 October 2020
2021 | 2021-01-01 | 2021-12-31 | year | to 31 December 2021
Summer term 2021 | 2021-04-01 | 2021-07-31 | term | to 31 July 2021
Sep - Dec 20 | 2020-09-01 | 2020-12-31 | term | to 31 December 2020
Q3 22/23 | 2022-10-01 | 2022-12-31 | quarter | to 31 December 2022
In place Autumn 2019 | 2019-09-01 | 2019-11-30 | season | to 30 November 2019
end of January 2023 | 2023-01-01 | 2023-01-31 | month | to 31 January 2023
by end of Q3 2022/23 | 2022-10-01 | 2022-12-31 | quarter | to 31 December 2022
Q4 2022/23 | 2023-01-01 | 2023-03-31 | quarter | to 31 March 2023
3rd quarter of 2022/23 | 2022-10-01 | 2022-12-31 | quarter | to 31 December 2022
2022/23 Q3 | 2022-10-01 | 2022-12-31 | quarter | to 31 December 2022
Q1-Q2 2022/23 | 2022-04-01 | 2022-09-30 | quarter | to 30 September 2022
1st September 2022 | 2022-09-01 | 2022-09-01 | day | 1 September 2022
4 th July 2022 | 2022-07-04 | 2022-07-04 | day | 4 July 2022
the 31st of March 2022 | 2022-03-31 | 2022-03-31 | day | 31 March 2022
Friday 31st March 2023 | 2023-03-31 | 2023-03-31 | day | 31 March 2023
Fri 31/03/23 | 2023-03-31 | 2023-03-31 | day | 31 March 2023
31.3.22 | 2022-03-31 | 2022-03-31 | day | 31 March 2022
31-10-2020 | 2020-10-31 | 2020-10-31 | day | 31 October 2020
31 / 10 / 2020 | 2020-10-31 | 2020-10-31 | day | 31 October 2020
31Oct2020 | 2020-10-31 | 2020-10-31 | day | 31 October 2020
20-Dec-20 | 2020-12-20 | 2020-12-20 | day | 20 December 2020
22 May 22 | 2022-05-22 | 2022-05-22 | day | 22 May 2022
May 22, 2022 | 2022-05-22 | 2022-05-22 | day | 22 May 2022
May 22nd 2022 | 2022-05-22 | 2022-05-22 | day | 22 May 2022
30 April 2022 / 15 May 2022 | 2022-04-30 | 2022-05-15 | day | to 15 May 2022, the later of several dates
May 2022 - 26 June 2022 | 2022-05-01 | 2022-06-26 | day | to 26 June 2022
Mawrth 2022 / March 2022 | 2022-03-01 | 2022-03-31 | month | to 31 March 2022
30 Ebrill 2022 / 30 April 2022 | 2022-04-30 | 2022-04-30 | day | 30 April 2022
May 2022 and September | 2022-05-01 | 2022-09-30 | month | to 30 September 2022, the later of several dates
December 2022 and March | 2022-12-01 | 2023-03-31 | month | to 31 March 2023, the later of several dates
5pm on 31 March 2022 | 2022-03-31 | 2022-03-31 | day | 31 March 2022
2022-03-31 | 2022-03-31 | 2022-03-31 | day | 31 March 2022
2022-03-31 00:00:00 | 2022-03-31 | 2022-03-31 | day | 31 March 2022
2022-03-31T00:00:00Z | 2022-03-31 | 2022-03-31 | day | 31 March 2022
44561 | 2021-12-31 | 2021-12-31 | day | 31 December 2021
w/c 5 October 2020 | 2020-10-05 | 2020-10-11 | day | to 11 October 2020
w/e 9th October 2020 | 2020-10-03 | 2020-10-09 | day | to 9 October 2020
week commencing Monday 5/10/20 | 2020-10-05 | 2020-10-11 | day | to 11 October 2020
1st-5th May 2022 | 2022-05-01 | 2022-05-05 | day | to 5 May 2022
3 May – 7 June 2022 | 2022-05-03 | 2022-06-07 | day | to 7 June 2022
between 1 May and 30 June 2022 | 2022-05-01 | 2022-06-30 | day | to 30 June 2022
May '22 | 2022-05-01 | 2022-05-31 | month | to 31 May 2022
Sept ’21 | 2021-09-01 | 2021-09-30 | month | to 30 September 2021
Febuary 2022 | 2022-02-01 | 2022-02-28 | month | to 28 February 2022
05/22 | 2022-05-01 | 2022-05-31 | month | to 31 May 2022
03/2022 | 2022-03-01 | 2022-03-31 | month | to 31 March 2022
2022-05 | 2022-05-01 | 2022-05-31 | month | to 31 May 2022
Nov - Feb 21 | 2020-11-01 | 2021-02-28 | term | to 28 February 2021
Sept/Oct 2021 | 2021-09-01 | 2021-10-31 | term | to 31 October 2021
Sep 20-Dec 20 | 2020-09-01 | 2020-12-31 | term | to 31 December 2020
May 2022 – July | 2022-05-01 | 2022-07-31 | term | to 31 July 2022
31/12/69 | 2069-12-31 | 2069-12-31 | day | 31 December 2069
31/12/70 | 1970-12-31 | 1970-12-31 | day | 31 December 1970
31/12/99 | 1999-12-31 | 1999-12-31 | day | 31 December 1999
October 2020 to March 2021 | 2020-10-01 | 2021-03-31 | term | to 31 March 2021
mid-May 2022 | 2022-05-11 | 2022-05-20 | month | to 20 May 2022
early 2022 | 2022-01-01 | 2022-04-30 | year | to 30 April 2022
late autumn 2021 | 2021-11-01 | 2021-11-30 | season | to 30 November 2021
second half of 2022 | 2022-07-01 | 2022-12-31 | year | to 31 December 2022
before September 2022 | 2022-08-31 | 2022-08-31 | month | 31 August 2022
before end of May 2022 | 2022-05-01 | 2022-05-31 | month | to 31 May 2022
Winter 2021/22 | 2021-12-01 | 2022-02-28 | season | to 28 February 2022
Spring/Summer 2022 | 2022-03-01 | 2022-08-31 | season | to 31 August 2022
spring term 2022/23 | 2023-01-01 | 2023-04-30 | term | to 30 April 2023
2022 Autumn Term | 2022-09-01 | 2022-12-31 | term | to 31 December 2022
Autumn half term 2021 | 2021-09-01 | 2021-10-31 | term | to 31 October 2021
summer half-term 2022 | 2022-04-01 | 2022-06-03 | term | to 3 June 2022
Term 3 2021/22 | 2022-01-01 | 2022-02-28 | term | to 28 February 2022
Terms 1 & 2 2021/22 | 2021-11-01 | 2021-12-31 | term | to 31 December 2021
T6 2022 | 2022-06-01 | 2022-07-31 | term | to 31 July 2022
Aut 21 / Spr 22 | 2021-09-01 | 2022-05-31 | season | to 31 May 2022, the later of several dates
H1 2022/23 | 2022-04-01 | 2022-09-30 | quarter | to 30 September 2022
20211231 | 2021-12-31 | 2021-12-31 | day | 31 December 2021
Easter 2021 | 2021-04-02 | 2021-04-05 | season | to 5 April 2021
Christmas 2021 | 2021-12-24 | 2021-12-25 | season | to 25 December 2021
2022/23 | 2022-09-01 | 2023-08-31 | year | to 31 August 2023
academic year 2022-2023 | 2022-09-01 | 2023-08-31 | year | to 31 August 2023
financial year 2022/23 | 2022-04-01 | 2023-03-31 | year | to 31 March 2023
2021-2026 | 2021-01-01 | 2026-12-31 | year | to 31 December 2026
Year 2 | 2021-09-01 | 2022-08-31 | term | to 31 August 2022
by Sep - Dec 20 | 2020-09-01 | 2020-12-31 | term | to 31 December 2020
29 Feb 2021 | 2021-02-01 | 2021-02-28 | month | impossible: read as to 28 February 2021
31st September 2021 | 2021-09-01 | 2021-09-30 | month | impossible: read as to 30 September 2021
12/31/2020 | 2020-12-31 | 2020-12-31 | day | impossible: read as 31 December 2020
45/13/2020 | | | none | impossible date
31/10/202 | | | none | impossible date
31/10/2020 and 30/04/2021 | 2020-10-31 | 2021-04-30 | day | to 30 April 2021, the later of several dates
in 2021 or by 1 June 2021 | 2021-01-01 | 2021-12-31 | year | to 31 December 2021, the later of several dates
May 22 / Sept 22 | 2022-05-01 | 2022-09-30 | month | to 30 September 2022, the later of several dates
May 22 Sept 22 | 2022-05-01 | 2022-09-30 | month | to 30 September 2022, the later of several dates
Jan 22 (was Dec 21) | 2021-12-01 | 2022-01-31 | month | to 31 January 2022, the later of several dates
1: 31/12/21, 2: 31/3/22 | 2021-12-31 | 2022-03-31 | day | to 31 March 2022, the later of several dates
Phase 1 - 31/12/21 | 2021-12-31 | 2021-12-31 | day | 31 December 2021
May 22 (TBC) | 2022-05-01 | 2022-05-31 | month | to 31 May 2022, to be confirmed
Subject to funding, May 22 | 2022-05-01 | 2022-05-31 | month | to 31 May 2022, depends on something
ongoing | | | none | no date
Ongoing work | | | none | no date: ongoing
On-going until March 2023 | 2023-03-01 | 2023-03-31 | month | to 31 March 2023, ongoing
From September 2021, ongoing | 2021-09-01 | | none | from 1 September 2021, no end
September 2021 onwards | 2021-09-01 | | none | from 1 September 2021, no end
monthly | | | none | no date: repeats
complete | | | none | no date: said to be complete
Completed July 2022 | 2022-07-01 | 2022-07-31 | month | to 31 July 2022, said to be complete
To be completed by 31/03/21 | 2021-03-31 | 2021-03-31 | day | 31 March 2021
90% of agencies adopting the strategy by Nov 2022 | 2022-11-01 | 2022-11-30 | month | to 30 November 2022
KPI 4.10 by May 22 | 2022-05-01 | 2022-05-31 | month | to 31 May 2022
Following the inspection | | | none | no date: depends on something
22 May | | | none | no date: no year
by end of September | | | none | no date: no year
May need to be revisited | | | none | no date
2020 pupils | | | none | no date
asap | | | none | no date
1/13/2026 | 2026-01-13 | 2026-01-13 | day | impossible: read as 13 January 2026
2/31/2026 | | | none | impossible date
13/13/2026 | | | none | impossible date
00/05/2026 | 2026-05-01 | 2026-05-31 | month | impossible: read as to 31 May 2026
5 - 1 May 2026 | 2026-05-01 | 2026-05-01 | day | impossible: read as 1 May 2026
30 - 31 June 2026 | 2026-06-01 | 2026-06-30 | month | impossible: read as to 30 June 2026
2022/24 | | | none | no date
w/c 31 June 2026 | 2026-06-01 | 2026-06-30 | month | impossible: read as to 30 June 2026
new year 2026/27 | 2027-01-01 | 2027-01-31 | month | to 31 January 2027
Easter 2026/27 | 2027-03-26 | 2027-03-29 | season | to 29 March 2027
Christmas 2026/27 | 2026-12-24 | 2026-12-25 | season | to 25 December 2026
2021-2021 | 2021-01-01 | 2021-12-31 | year | to 31 December 2021
Sept 21/23 | 2021-09-01 | 2021-09-30 | month | to 30 September 2021
by May 21/23 schools | 2021-05-01 | 2021-05-31 | month | to 31 May 2021
Nov - Jan 2027 | 2026-11-01 | 2027-01-31 | term | to 31 January 2027
2026-2021 | 2021-01-01 | 2026-12-31 | year | to 31 December 2026, the later of several dates
2021-26 | 2021-01-01 | 2026-12-31 | year | to 31 December 2026
22/23 | 2022-09-01 | 2023-08-31 | year | to 31 August 2023
H2 2022/23 | 2022-10-01 | 2023-03-31 | quarter | to 31 March 2023
FY 2026 | 2026-04-01 | 2027-03-31 | year | to 31 March 2027
AY 2026/27 | 2026-09-01 | 2027-08-31 | year | to 31 August 2027
new year 2027 | 2027-01-01 | 2027-01-31 | month | to 31 January 2027
autumn 1 2026 | 2026-09-01 | 2026-10-31 | term | to 31 October 2026
autumn 2 2026 | 2026-09-01 | 2026-12-31 | term | to 31 December 2026
spring half term 2026 | 2026-01-01 | 2026-02-28 | term | to 28 February 2026
winter term 2021 | 2021-12-01 | 2022-02-28 | season | to 28 February 2022
14052026 | 2026-05-14 | 2026-05-14 | day | 14 May 2026
5/26 | 2026-05-01 | 2026-05-31 | month | to 31 May 2026
Sept 2026 - March | 2026-09-01 | 2027-03-31 | term | to 31 March 2027
1 May/15 June 2026 | 2026-05-01 | 2026-06-15 | day | to 15 June 2026
1999 | 1999-01-01 | 1999-12-31 | year | to 31 December 1999
week ending 5 June 2026 | 2026-05-30 | 2026-06-05 | day | to 5 June 2026
2026/27 Q1 | 2026-04-01 | 2026-06-30 | quarter | to 30 June 2026
N/A | | | none | no date
"""


def cases() -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in READ.strip().splitlines()]


@pytest.mark.parametrize(("written", "earliest", "latest", "precision", "understood"), cases())
def test_what_councils_write_is_read(
    written: str, earliest: str, latest: str, precision: str, understood: str
) -> None:
    read = read_by_when(written, terms=BANDS)
    found = [str(read.earliest or ""), str(read.latest or ""), read.precision.value, read.understood]
    assert found == [earliest, latest, precision, understood]
    assert read.as_written == written


@pytest.mark.parametrize("written", [case[0] for case in cases()])
def test_a_text_that_holds_a_date_is_told_from_one_that_only_hints_at_one(written: str) -> None:
    read, hints = read_by_when(written), hints_in(written)
    dated = read.earliest is not None or read.flags & {DateFlag.NO_YEAR, DateFlag.IMPOSSIBLE}
    assert (hints is None) == bool(dated)
    assert hints is None or hints == read.flags


def test_nothing_written_is_no_date() -> None:
    assert read_by_when("").understood == read_by_when(None).understood == "no date"


def test_a_date_without_a_year_is_taken_for_the_first_one_of_the_plan() -> None:
    read = read_by_when("by end of September", starts=date(2021, 11, 1))
    assert (read.latest, read.understood) == (date(2022, 9, 30), "to 30 September 2022, year supposed")


def test_a_date_a_spreadsheet_keeps_is_that_day() -> None:
    assert read_by_when(datetime(2022, 5, 22, 0, 0)) == read_by_when(date(2022, 5, 22))
    assert read_by_when(date(2022, 5, 22)).understood == "22 May 2022"


def test_a_spreadsheet_cell_that_shows_only_its_month_is_that_month() -> None:
    read = read_day(date(2022, 5, 1), month_only=True)
    assert (read.as_written, read.understood) == ("May-22", "to 31 May 2022")


def test_the_plans_own_bands_go_before_the_usual_reading() -> None:
    bands = (TermBand("Autumn 2021", date(2021, 9, 1), date(2021, 12, 17)),)
    assert read_by_when("End of Autumn 2021", terms=bands).latest == date(2021, 12, 17)


def test_overdue_is_judged_on_the_latest_day() -> None:
    may = read_by_when("May 22")
    assert not may.overdue_on(date(2022, 5, 31))
    assert may.overdue_on(date(2022, 6, 1))
    assert not read_by_when("TBC").overdue_on(date(2099, 1, 1))


def test_due_within_counts_both_ends() -> None:
    day = read_by_when("31/05/2022")
    assert due_within(day, today=date(2022, 5, 31), until=date(2022, 5, 31))
    assert not due_within(day, today=date(2022, 6, 1), until=date(2022, 7, 1))
    assert not due_within(day, today=date(2022, 5, 1), until=date(2022, 5, 30))


def test_a_date_written_otherwise_but_meaning_the_same_has_not_moved() -> None:
    assert not moved(read_by_when("May 22"), read_by_when("by end of May 2022"))
    assert moved(read_by_when("May 22"), read_by_when("Sept 22"))
    assert not moved(None, read_by_when("Sept 22"))


def test_every_date_of_the_real_plan_is_read(real_plan: Path) -> None:
    import docx

    written = [
        text
        for table in docx.Document(str(real_plan)).tables
        for column, head in enumerate(table.rows[0].cells)
        if head.text == "By When"
        for text in [row.cells[column].text for row in table.rows[1:]]
        if text
    ]
    assert len(written) > 30
    assert all(read_by_when(text).precision is Precision.MONTH for text in written)


days = st.dates(min_value=date(2000, 1, 1), max_value=date(2069, 12, 31))
SHAPES = (
    "{d}/{m}/{y}",
    "{d:02}.{m:02}.{yy:02}",
    "{y}-{m:02}-{d:02}",
    "{d} {month} {y}",
    "{d}-{mon}-{yy:02}",
    "by {mon} {d}, {y}",
    "Due: {d}{th} of {month} '{yy:02}",
)


@given(days, st.sampled_from(SHAPES))
def test_a_day_is_read_in_whatever_shape_it_is_written(day: date, shape: str) -> None:
    name = MONTHS[day.month - 1]
    th = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0, "th")
    text = shape.format(
        d=day.day, m=day.month, y=day.year, yy=day.year % 100, month=name, mon=name[:3], th=th
    )
    assert (read_by_when(text).earliest, read_by_when(text).latest) == (day, day)


@given(st.sampled_from(MONTHS), st.integers(0, 69), st.sampled_from([" ", "-", "- ", "/", " '"]))
def test_a_month_and_two_figures_is_a_month_and_year_never_a_day(month: str, year: int, gap: str) -> None:
    read = read_by_when(f"{month[:3]}{gap}{year:02}")
    assert read.precision is Precision.MONTH
    assert read.latest and (read.latest.year, MONTHS[read.latest.month - 1]) == (2000 + year, month)


@given(days)
def test_a_day_in_words_is_read_back(day: date) -> None:
    assert read_by_when(in_words(day)).latest == day


@pytest.mark.parametrize("month", MONTHS)
def test_a_date_written_out_is_understood_as_it_is_among_other_words(month: str) -> None:
    for written in (*(f"{day} {month} 2027" for day in range(40)), f"05 {month} 1999", f"{month} 2028"):
        alone, among = read_by_when(written), read_by_when(f"{written};")
        assert alone == replace(among, as_written=written)


@pytest.mark.parametrize(
    ("written", "beside"),
    [
        ("31 May 2026", ""),
        ("31/05/2026", ""),
        ("", ""),
        ("Apr 27", "to 30 April 2027"),
        ("Autumn term 2026", "to 31 December 2026"),
        ("2027", "to 31 December 2027"),
        ("31.5.26", "read as 31 May 2026"),
        ("31 May", "read as 31 May 2026, year supposed"),
        ("31/09/2026", "read as to 30 September 2026"),
        ("31 May 2026 and 30 June 2026", "to 30 June 2026"),
        ("TBC by leads", "no date"),
        ("From September 2026 onwards", "from 1 September 2026, no end"),
    ],
)
def test_what_is_no_full_date_has_beside_it_what_it_is_read_as(written: str, beside: str) -> None:
    read = read_by_when(written, starts=date(2026, 1, 1))
    assert read.beside == beside
    assert read.in_full == (f"{written} ({beside})" if beside else written or "no date")


TRICKY = (
    "May 22|31/09/2020|Q3|22/23|2021|-|to|and|/|w/c|31st|TBC|Easter|term|spring|Year 2|before|Sep|5|00|1-"
    "|99/99/9999|between|early|half|Term 6|'22|winter|2199|FY|\0|٣"
)
pieces = st.sampled_from(TRICKY.split("|"))


@given(st.one_of(st.text(max_size=60), st.lists(pieces, max_size=8).map(" ".join)))
def test_no_text_whatever_stops_the_reading(text: str) -> None:
    read = read_by_when(text, terms=BANDS, starts=date(2021, 9, 1))
    assert read.as_written == text.strip()
    assert (read.latest is None) == (read.precision is Precision.NONE)
    assert read.latest is None or (read.earliest is not None and read.earliest <= read.latest)
    assert read.understood
    is_full = not read.as_written or (read.precision is Precision.DAY and not read.flags)
    assert read.beside or is_full or read.is_full_date


@given(days, days)
def test_of_two_dates_the_later_is_judged_in_either_order(first: date, second: date) -> None:
    one, other = in_words(first), in_words(second)
    read = read_by_when(f"{one}; {other}")
    assert read.latest == read_by_when(f"{other}; {one}").latest == max(first, second)
    assert (DateFlag.SEVERAL in read.flags) == (first != second)


@given(days, st.integers(1, 400))
def test_once_overdue_always_overdue(day: date, later: int) -> None:
    by_when = ByWhen("", day, day, Precision.DAY)
    assert by_when.overdue_on(day + timedelta(days=later))


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("first quarter 2026", date(2026, 4, 1), date(2026, 6, 30)),
        ("2nd quarter 2026", date(2026, 7, 1), date(2026, 9, 30)),
        ("third quarter 2026", date(2026, 10, 1), date(2026, 12, 31)),
        ("4th quarter 2026", date(2027, 1, 1), date(2027, 3, 31)),
        ("1st quarter 2026", date(2026, 4, 1), date(2026, 6, 30)),
        ("second quarter 2026", date(2026, 7, 1), date(2026, 9, 30)),
        ("3rd quarter 2026", date(2026, 10, 1), date(2026, 12, 31)),
        ("fourth quarter 2026", date(2027, 1, 1), date(2027, 3, 31)),
    ],
)
def test_a_quarter_is_known_by_its_number_in_words(written: str, earliest: date, latest: date) -> None:
    read = read_by_when(written)
    assert (read.earliest, read.latest) == (earliest, latest)


def test_the_month_of_a_spreadsheet_is_written_as_its_cell_shows_it() -> None:
    assert read_day(date(2022, 9, 14), month_only=True).as_written == "Sep-22"
    assert read_day(date(2009, 3, 1), month_only=True).as_written == "Mar-09"


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("early autumn term 2026", date(2026, 9, 1), date(2026, 10, 10)),
        ("mid autumn term 2026", date(2026, 10, 11), date(2026, 11, 20)),
        ("late autumn term 2026", date(2026, 11, 21), date(2026, 12, 31)),
        ("first half of Q3 2026/27", date(2026, 10, 1), date(2026, 11, 15)),
        ("second half of Q3 2026/27", date(2026, 11, 16), date(2026, 12, 31)),
        ("first half of autumn term 2026", date(2026, 9, 1), date(2026, 10, 31)),
        ("first half of February 2026", date(2026, 2, 1), date(2026, 2, 14)),
        ("mid February 2026", date(2026, 2, 11), date(2026, 2, 20)),
        ("early 2026", date(2026, 1, 1), date(2026, 4, 30)),
        ("mid summer 2026", date(2026, 7, 1), date(2026, 7, 31)),
        ("before autumn term 2026", date(2026, 8, 31), date(2026, 8, 31)),
    ],
)
def test_part_of_a_time_is_cut_by_months_where_they_allow_and_by_days_where_not(
    written: str, earliest: date, latest: date
) -> None:
    read = read_by_when(written)
    assert (read.earliest, read.latest) == (earliest, latest)


@pytest.mark.parametrize("written", ["as families may", "What they may"])
def test_a_word_that_is_a_month_elsewhere_is_no_date(written: str) -> None:
    assert read_by_when(written, starts=date(2026, 1, 1)).latest is None
    assert read_by_when("by May", starts=date(2026, 1, 1)).latest == date(2026, 5, 31)


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("Term 1 2025/26", date(2025, 9, 1), date(2025, 10, 31)),
        ("Term 2 2025/26", date(2025, 11, 1), date(2025, 12, 31)),
        ("Term 3 2025/26", date(2026, 1, 1), date(2026, 2, 28)),
        ("Term 4 2025/26", date(2026, 2, 1), date(2026, 4, 30)),
        ("Term 5 2025/26", date(2026, 4, 1), date(2026, 5, 31)),
        ("Term 6 2025/26", date(2026, 6, 1), date(2026, 7, 31)),
        ("autumn term 2025", date(2025, 9, 1), date(2025, 12, 31)),
        ("spring term 2026", date(2026, 1, 1), date(2026, 4, 30)),
        ("summer term 2026", date(2026, 4, 1), date(2026, 7, 31)),
        ("spring 2026", date(2026, 3, 1), date(2026, 5, 31)),
        ("summer 2026", date(2026, 6, 1), date(2026, 8, 31)),
        ("autumn 2025", date(2025, 9, 1), date(2025, 11, 30)),
        ("winter 2025", date(2025, 12, 1), date(2026, 2, 28)),
        ("academic year 2025/26", date(2025, 9, 1), date(2026, 8, 31)),
        ("financial year 2025/26", date(2025, 4, 1), date(2026, 3, 31)),
        ("municipal year 2025/26", date(2025, 5, 1), date(2026, 4, 30)),
        ("calendar year 2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("start of June 2026", date(2026, 6, 1), date(2026, 6, 10)),
        ("beginning of June 2026", date(2026, 6, 1), date(2026, 6, 10)),
        ("middle of June 2026", date(2026, 6, 11), date(2026, 6, 20)),
        ("late June 2026", date(2026, 6, 21), date(2026, 6, 30)),
        ("1st half of 2026", date(2026, 1, 1), date(2026, 6, 30)),
        ("2nd half of 2026", date(2026, 7, 1), date(2026, 12, 31)),
    ],
)
def test_terms_seasons_and_years_are_those_of_the_calendar(
    written: str, earliest: date, latest: date
) -> None:
    read = read_by_when(written)
    assert (read.earliest, read.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("starts", "latest"),
    [
        (date(2026, 3, 31), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2027, 3, 31)),
        (date(2025, 4, 1), date(2026, 3, 31)),
    ],
)
def test_a_day_without_a_year_may_be_the_first_day_of_the_plan(starts: date, latest: date) -> None:
    assert read_by_when("31 March", starts=starts).latest == latest
