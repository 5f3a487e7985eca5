"""Lists as video calls, e-mails and signed sheets give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.names.pasted import match_names

from boarddesk.rules.names.listed import ListedName, Stay
from boarddesk.rules.names.lists import read_names
from boarddesk.rules.names.matching import Likeness
from boarddesk.rules.people import Person

TEAMS_REPORT = (
    "1. Summary\n"
    "Meeting title\tSEND Improvement Board\n"
    "Attended participants\t3\n"
    "Start time\t6/9/26, 1:28:11 PM\n"
    "\n"
    "2. Participants\n"
    "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n"
    "Hale, Ann\t6/9/26, 1:28:11 PM\t6/9/26, 3:31:02 PM\t2h 2m 51s\tann.hale@northmoor.example\tx\tOrganizer\n"
    "Leila Grant (External)\t6/9/26, 1:33:40 PM\t6/9/26, 3:30:00 PM\t1h 56m\t\t\tPresenter\n"
    "Ruth Calder (Guest)\t6/9/26, 1:40:00 PM\t6/9/26, 2:00:00 PM\t20m\t\t\tAttendee\n"
    "\n"
    "3. In-Meeting Activities\n"
    "Name\tJoin Time\tLeave Time\n"
    "Hale, Ann\t6/9/26, 1:28:11 PM\t6/9/26, 3:31:02 PM\n"
)

ZOOM_REPORT = (
    "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
    '"Ann Hale","ann.hale@northmoor.example","09/06/2026 13:28:11","09/06/2026 14:00:02","32","No"\n'
    '"Ann Hale","ann.hale@northmoor.example","09/06/2026 14:05:11","09/06/2026 15:31:02","86","No"\n'
    '"Tom Hesketh (he/him)","","09/06/2026 13:30:00","09/06/2026 15:30:00","120","Yes"\n'
)


def names(text: str) -> list[str]:
    return [one.name for one in read_names(text).names]


def test_a_teams_report_gives_its_participants_once_with_their_times() -> None:
    found = read_names(TEAMS_REPORT).names
    assert [one.name for one in found] == ["Hale, Ann", "Leila Grant", "Ruth Calder"]
    assert (found[0].email, found[0].joined, found[0].left) == (
        "ann.hale@northmoor.example",
        "13:28",
        "15:31",
    )


def test_a_zoom_file_joins_somebody_who_came_back() -> None:
    found = read_names(ZOOM_REPORT).names
    assert [(one.name.split(" (")[0], one.joined, one.left) for one in found] == [
        ("Ann Hale", "13:28", "15:31"),
        ("Tom Hesketh", "13:30", "15:30"),
    ]


def test_somebody_who_left_and_came_back_keeps_both_stays() -> None:
    [ann, tom] = read_names(ZOOM_REPORT).names
    assert ann.stays == (Stay("13:28", "14:00"), Stay("14:05", "15:31"))
    assert len(tom.stays) == 1


def test_the_second_table_of_a_teams_report_says_when_somebody_was_away() -> None:
    activities = (
        "Name\tJoin Time\tLeave Time\n"
        "Hale, Ann\t6/9/26, 1:28:11 PM\t6/9/26, 1:50:02 PM\n"
        "Hale, Ann\t6/9/26, 2:30:00 PM\t6/9/26, 3:31:02 PM\n"
        "Tom Hesketh\t6/9/26, 2:30:00 PM\t6/9/26, 3:31:02 PM\n"
    )
    found = {one.name: one for one in read_names(TEAMS_REPORT.rpartition("Name\t")[0] + activities).names}
    assert found["Hale, Ann"].stays == (Stay("13:28", "13:50"), Stay("14:30", "15:31"))
    assert list(found) == ["Hale, Ann", "Leila Grant", "Ruth Calder", "Tom Hesketh"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Judith Guest", "Judith Guest"),
        ("Guest, Judith", "Guest, Judith"),
        ("Judith Guest (Guest)", "Judith Guest"),
        ("Judith Guest, Guest", "Judith Guest"),
        ("Ann Hale, Guest", "Ann Hale"),
        ("Ann Hale - Presenter", "Ann Hale"),
        ("Ann Hale\tOrganizer", "Ann Hale"),
        ("Ann Hale has joined", "Ann Hale"),
    ],
)
def test_guest_is_cut_only_where_the_call_puts_it(line: str, name: str) -> None:
    assert names(line) == [name]


def test_names_behind_the_word_present_are_read_and_apologies_are_left_aside() -> None:
    found = read_names("Present: Ann Hale, Tom Hesketh\nApologies: Ruth Calder\nMuted")
    assert [one.name for one in found.names] == ["Ann Hale", "Tom Hesketh"]
    assert found.left_aside == ("Apologies: Ruth Calder",)


def test_a_name_below_a_table_is_said_to_be_left_aside() -> None:
    found = read_names("First name,Last name\nAnn,Hale\nTom Hesketh")
    assert [one.name for one in found.names] == ["Ann Hale"]
    assert found.left_aside == ("Tom Hesketh",)


def test_the_word_attendee_beside_a_name_makes_no_heading_of_it() -> None:
    assert names("Ann Hale\tAttendee\nTom Hesketh\tAttendee") == ["Ann Hale", "Tom Hesketh"]


def test_a_name_that_stands_twice_is_one_name_that_says_so() -> None:
    [ann] = read_names("Ann Hale\nann hale").names
    assert ann.lines == ("Ann Hale", "ann hale")


def test_somebody_known_in_a_second_column_is_found_too() -> None:
    tom = Person("tom", "Tom Hesketh")
    found = match_names("Ann Hale\tTom Hesketh\nRuth Calder – Northmoor Council", [tom])
    assert [(one.name, match.person) for one, match in found] == [
        ("Ann Hale", None),
        ("Tom Hesketh", tom),
        ("Ruth Calder", None),
    ]


JOANNE = Person("joanne", "Joanne Whitlock", email="forum@moor.example")
BEA = Person("bea", "Bea Moss", email="forum@moor.example")
ANN = Person("ann", "Ann Hale", email="ann.hale@northmoor.example")


def test_two_members_with_one_mailbox_are_both_found() -> None:
    text = "Joanne Whitlock <forum@moor.example>; Bea Moss <forum@moor.example>; forum@moor.example"
    found = match_names(text, [JOANNE, BEA])
    assert [match.person for _, match in found] == [JOANNE, BEA, None]
    assert {one.person.id for one in found[2][1].candidates} == {"joanne", "bea"}


def test_the_name_as_written_wins_over_an_address() -> None:
    [(_, found)] = match_names("Bea Moss <ann.hale@northmoor.example>", [ANN, BEA])
    assert found.person == BEA


@pytest.mark.parametrize("written", ["Tom Hesketh", "B Hale", "J Whitlock", "Committee Room"])
def test_an_address_does_not_settle_what_the_name_contradicts(written: str) -> None:
    [(_, found)] = match_names(f"{written} <ann.hale@northmoor.example>", [ANN, JOANNE])
    assert not found.is_certain
    assert "ann" in {one.person.id for one in found.candidates}


@pytest.mark.parametrize("written", ["Ann", "A. H.", "Hale", "A Hale", "Ann Haley", ""])
def test_an_address_settles_a_name_that_may_be_its_owner(written: str) -> None:
    [(_, found)] = match_names(f"{written} <ann.hale@northmoor.example>", [ANN, JOANNE])
    assert found.person == ANN


def test_an_address_settles_which_of_two_namesakes_is_meant() -> None:
    twins = [Person(at, "Sam Patel", email=f"{at}@x.example") for at in ("one", "two")]
    text = "Sam Patel <two@x.example>\nSam Patel <one@x.example>"
    assert [match.person for _, match in match_names(text, twins)] == twins[::-1]


PASTED = st.lists(
    st.sampled_from(
        [
            "Ann Hale",
            "ann hale",
            "Hale, Ann",
            "Joanne Whitlock <forum@moor.example>",
            "Bea Moss <forum@moor.example>",
            "Bea Moss <bea@moor.example>",
            "Bea Moss",
            "forum@moor.example",
            "Judith Guest",
            "Alan",
            "Apologies: Tom Hesketh",
            "Tom Hesketh 13:30 14:10",
        ]
    ),
    max_size=10,
)


@given(PASTED)
def test_every_pasted_line_is_matched_unmatched_or_said_to_be_repeated_once(lines: list[str]) -> None:
    found = read_names("\n".join(lines))
    said = [line for one in found.names for line in one.lines] + list(found.left_aside)
    assert sorted(said) == sorted(lines)
    matched = match_names("\n".join(lines), [ANN, JOANNE, BEA])
    assert [one for one, _ in matched] == list(found.names)


@given(
    PASTED, st.sampled_from(["Ann Hale", "Alan Hale", "Bea Moss", "Alan"]), st.sampled_from(["", ANN.email])
)
def test_another_person_never_makes_a_doubtful_line_into_somebody_else(
    lines: list[str], name: str, email: str
) -> None:
    newcomer = Person("newcomer", name, email=email)
    text = "\n".join(lines)
    before = match_names(text, [ANN, JOANNE, BEA])
    after = match_names(text, [ANN, JOANNE, BEA, newcomer])
    for (_, one), (_, again) in zip(before, after, strict=True):
        assert again.person in (one.person, newcomer, None)
        if again.person == newcomer:
            assert one.person is None or one.why is Likeness.ADDRESS


@given(st.lists(st.sampled_from(["A <x@y.example>", "B <x@y.example>", "A", "A <z@y.example>"]), max_size=8))
def test_different_names_at_one_address_stay_apart(lines: list[str]) -> None:
    found: tuple[ListedName, ...] = read_names("\n".join(lines)).names
    assert {one.name for one in found} == {line[0] for line in lines}


def test_the_list_beside_a_call_loses_what_is_said_of_people() -> None:
    text = "In this meeting (3)\nAnn Hale\nOrganiser\nLeila Grant (Guest)\nTom Hesketh (External)\nMuted\n"
    assert names(text) == ["Ann Hale", "Leila Grant", "Tom Hesketh"]


def test_an_address_line_gives_names_and_addresses() -> None:
    text = "Ann Hale <ann.hale@northmoor.example>; Tom Hesketh <t@example.org>; ruth.calder@example.org"
    found = read_names(text).names
    assert [one.name for one in found] == ["Ann Hale", "Tom Hesketh", "Ruth Calder"]
    assert found[1].email == "t@example.org"


def test_a_typed_sheet_may_be_numbered_bulleted_or_surname_first() -> None:
    assert names("1. Ann Hale\n2) Hesketh, Tom\n• Ruth Calder\n- Leila Grant") == [
        "Ann Hale",
        "Hesketh, Tom",
        "Ruth Calder",
        "Leila Grant",
    ]


def test_several_names_on_one_line_are_several_people() -> None:
    assert names("Ann Hale, Tom Hesketh, Ruth Calder") == ["Ann Hale", "Tom Hesketh", "Ruth Calder"]


def test_a_spreadsheet_with_first_and_last_names_is_read() -> None:
    assert names("First name,Last name\nAnn,Hale\nTom,Hesketh") == ["Ann Hale", "Tom Hesketh"]


def test_a_known_address_settles_who_it_is() -> None:
    ann = Person("ann", "Ann Hale", email="a.hale@northmoor.example")
    [(_, found)] = match_names("A. H. <A.Hale@Northmoor.example>", [ann])
    assert found.person == ann


@given(st.text(max_size=200))
def test_any_text_at_all_is_read_without_trouble(text: str) -> None:
    assert all(one.name for one in read_names(text).names)


ZOOM_WITH_MEETING_DATA = (
    "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,\n"
    "812 3456 7890,SEND Improvement Board,06/09/2026 01:55:00 PM,06/09/2026 03:35:00 PM,"
    "clerk@northmoor.example,100,2,\n"
    "\n"
    "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
    "Ann Hale,ann.hale@northmoor.example,06/09/2026 01:58:12 PM,06/09/2026 03:35:01 PM,97,No\n"
    "iPad (Bea Moss),,06/09/2026 02:01:00 PM,06/09/2026 03:35:01 PM,94,Yes\n"
)


def test_the_head_of_a_call_lists_nobody() -> None:
    found = match_names(ZOOM_WITH_MEETING_DATA, [ANN, Person("bea", "Bea Moss")])
    assert [(one.name, match.person) for one, match in found] == [
        ("Ann Hale", ANN),
        ("iPad (Bea Moss)", None),
    ]
    assert [one.person.id for one in found[1][1].candidates] == ["bea"]
    assert any("clerk@northmoor.example" in line for line in read_names(ZOOM_WITH_MEETING_DATA).left_aside)


@pytest.mark.parametrize(
    "line",
    [
        "VAN DIJK, Anna (NORTHMOOR ICB - 15A)",
        "SMITH JONES, Mary Ann (NORTHMOOR HOSPITALS NHS TRUST)",
        "HALE, Ann (NORTHMOOR ICB – 15A)",
        "MOOR, Ben (COUNCIL, CHILDREN AND FAMILIES)",
    ],
)
def test_a_surname_in_capitals_with_an_organisation_is_one_name(line: str) -> None:
    assert names(line) == [line]
    assert len(names(f"{line}; Tom Hesketh")) == 2


def test_a_list_written_surname_first_divides_no_name_at_its_comma() -> None:
    assert names("Hale, Ann\nMoor, Ben\nSmith Jones, Mary Ann") == [
        "Hale, Ann",
        "Moor, Ben",
        "Smith Jones, Mary Ann",
    ]


@pytest.mark.parametrize("number", ["+44 7700 900123", "+44*****0123", "442071234567"])
def test_a_telephone_number_is_said_to_be_left_aside(number: str) -> None:
    assert read_names(f"Ann Hale\n{number}").left_aside == (number,)
    table = f"Name,Join Time,Leave Time\nAnn Hale,14:00,15:00\n{number},14:00,15:00"
    assert read_names(table).left_aside == (f"{number},14:00,15:00",)


def test_the_times_of_a_meet_report_are_read() -> None:
    text = (
        "First name,Last name,Email,Duration,Time joined,Time exited\n"
        "Ann,Hale,ann.hale@northmoor.example,20 min,3:15 PM,3:35 PM\n"
        "Bea,Moss,,1 hr 35 min,2:00 PM,3:35 PM\n"
    )
    assert [one.stays for one in read_names(text).names] == [
        (Stay("15:15", "15:35"),),
        (Stay("14:00", "15:35"),),
    ]


def test_a_list_of_joining_and_leaving_gives_stays() -> None:
    text = (
        "Full Name\tUser Action\tTimestamp\n"
        "Ann Hale\tJoined\t09.06.2026, 15:15:12\n"
        "Bea Moss\tJoined before\t6/9/2026, 1:58:12 PM\n"
        "Ann Hale\tLeft\t2026-06-09T15:20:00\n"
        "Ann Hale\tJoined\t09/06/2026, 15:25:00\n"
        "Ann Hale\tLeft\t09/06/2026, 15:35:00\n"
    )
    ann, bea = read_names(text).names
    assert ann.stays == (Stay("15:15", "15:20"), Stay("15:25", "15:35"))
    assert bea.stays == (Stay("13:58"),)
    assert len(ann.lines) == 4


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("97", 97), ("20 min", 20), ("1 hr 35 min", 95), ("1h 56m 10s", 116), ("0:20:15", 20), ("1:35", 95),
     ("12:10", 730), ("13:10", 13), ("35:10", 35), ("2 hours", 120), ("45s", 0), ("", None), ("long", None)],
)  # fmt: skip
def test_how_long_somebody_was_there_is_read_as_programs_write_it(written: str, minutes: int | None) -> None:
    [one] = read_names(
        f'Name (Original Name),User Email,Total Duration (Minutes)\nAnn Hale,,"{written}"'
    ).names
    assert one.minutes == minutes


def test_what_stands_above_an_older_report_is_no_line_left_aside() -> None:
    head = "Meeting Summary\nTotal Number of Participants\t2\nMeeting Start Time\t09/06/2026, 13:55:11\n"
    found = read_names(f"{head}\nFull Name\tJoin Time\tLeave Time\nAnn Hale\t14:00\t15:35\n")
    assert ([one.name for one in found.names], found.left_aside) == (["Ann Hale"], ())


NHS_NAMES = st.tuples(
    st.sampled_from(["HALE", "VAN DIJK", "SMITH JONES", "O'BRIEN", "HALE-MOOR", "DE LA CRUZ"]),
    st.sampled_from(["Ann", "Mary Ann", "Søren", "J", "Ann-Marie Louise"]),
    st.sampled_from(["", " (NORTHMOOR ICB - 15A)", " (COUNCIL, FAMILIES)", " (External)"]),
)


@given(st.lists(NHS_NAMES, min_size=1, max_size=6, unique_by=lambda one: one[:2]), st.booleans())
def test_as_many_names_are_read_as_lines_are_written(
    written: list[tuple[str, str, str]], on_one_line: bool
) -> None:
    lines = [f"{last}, {first}{where}" for last, first, where in written]
    assert len(names(("; " if on_one_line else "\n").join(lines))) == len(lines)


def test_where_half_the_names_could_be_posts_a_comma_divides_two_people() -> None:
    """Only a list in which most lines can but be read as surname and first name is written so."""
    lines = ("Hale, Ann", "Ann Hale, Bob Moor")
    assert names("\n".join(lines)) == ["Hale, Ann", "Ann Hale", "Bob Moor"]


def test_times_typed_behind_a_name_are_its_stay() -> None:
    [tom] = read_names("Tom Hesketh 13:30 2:10 pm").names
    assert (tom.name, tom.stays) == ("Tom Hesketh", (Stay("13:30", "14:10"),))
    [late] = read_names("Tom Hesketh 13:30").names
    assert late.stays == (Stay("13:30"),)


def test_several_surnames_in_capitals_on_one_line_each_keep_their_first_name() -> None:
    assert names("HALE, Ann, MOOR, Ben") == ["HALE, Ann", "MOOR, Ben"]
    assert names("HALE, Ann, MOOR, Ben, VAN DIJK, Anna") == ["HALE, Ann", "MOOR, Ben", "VAN DIJK, Anna"]


def test_noon_and_midnight_are_read_from_a_report_with_halves_of_the_day() -> None:
    text = "Name,Join Time,Leave Time\nAnn Hale,12:10 AM,12:05 PM\nBen Moor,11:59 a.m.,1:00 p.m.\n"
    assert [(one.joined, one.left) for one in read_names(text).names] == [
        ("00:10", "12:05"),
        ("11:59", "13:00"),
    ]


def test_a_role_in_a_second_column_is_no_second_name() -> None:
    assert [one.beside for one in read_names("Ann Hale\tOrganiser\nBen Moor\tNorthmoor ICB\n").names] == [
        (),
        ("Northmoor ICB",),
    ]


def test_initials_above_a_name_of_four_words_are_those_of_a_picture() -> None:
    assert names("AMH\nAnn Mary Hale\n") == ["Ann Mary Hale"]
    assert names("AH\nAnn Hale\nBM\nBen Moor\n") == ["Ann Hale", "Ben Moor"]
    assert names("AA\nAnn Adams\n") == ["Ann Adams"]


def test_a_name_after_a_semicolon_on_a_report_line_is_no_heading_of_a_report() -> None:
    text = "Topic,Meeting ID\nAnn Hale\nBen Moor\n"
    assert "Ann Hale" in names(text) and "Ben Moor" in names(text)


def test_the_head_of_a_report_of_three_columns_names_nobody() -> None:
    text = "Topic,Meeting ID,Host\nBoard,123 456,Ann Hale\n\nName,Join Time\nBen Moor,13:30\n"
    assert names(text) == ["Ben Moor"]


def test_an_address_alone_is_whoever_has_it_and_not_whoever_its_letters_spell() -> None:
    owner = Person("owner", "Annette Moor", email="ann.hale@northmoor.example")
    spelt, other = Person("spelt", "Ann Hale"), Person("other", "Bob Poe", email="ann.hale@northmoor.example")
    [(_, found)] = match_names("ann.hale@northmoor.example", [owner, spelt])
    assert found.person == owner and found.why is Likeness.ADDRESS
    [(_, shared)] = match_names("ann.hale@northmoor.example", [owner, spelt, other])
    assert shared.person == spelt


def test_a_table_is_over_at_the_first_line_that_is_no_row_of_it() -> None:
    text = "Name,Join Time\nAnn Hale,13:30\nBen Moor,13:31\nthat is all\nCat Poe,13:32\n"
    assert names(text) == ["Ann Hale", "Ben Moor"]


def test_an_event_without_a_time_still_names_who_was_there() -> None:
    text = "Name,User Action,Timestamp\nAnn Hale,Joined,\nBen Moor,Joined,13:30\n"
    assert [(one.name, one.joined) for one in read_names(text).names] == [
        ("Ann Hale", ""),
        ("Ben Moor", "13:30"),
    ]


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("12:30", 750), ("13:30", 13), ("0:20:15", 20), ("1:05:59", 65), ("97.9", 97), ("1h 56m 10s", 116),
        ("1 hr 35 min", 95), ("20m", 20), ("a while", None), ("", None), ("12345", None),
    ],
)  # fmt: skip
def test_a_time_of_up_to_twelve_hours_is_hours_and_minutes_and_a_longer_one_minutes_and_seconds(
    written: str, minutes: int | None
) -> None:
    text = f"Name,Duration\nAnn Hale,{written}\nBen Moor,10\n"
    assert [one.minutes for one in read_names(text).names if one.name == "Ann Hale"] == [minutes]


@pytest.mark.parametrize("line", ["Ann Hale ", "a,", "Hale\n", "Hale, Ann (ICB); ", "(", "12 "])
def test_far_more_than_a_list_is_left_aside_and_said(line: str) -> None:
    found = read_names("Ann Hale\n" + line * (1_000_000 // len(line)))
    assert found.names[0].name == "Ann Hale"
    assert found.left_aside and all(len(aside) <= 60 for aside in found.left_aside)
