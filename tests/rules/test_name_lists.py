"""Lists as video calls, e-mails and signed sheets give them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.name_lists import match_names, read_names
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
    return [one.name for one in read_names(text)]


def test_a_teams_report_gives_its_participants_once_with_their_times() -> None:
    found = read_names(TEAMS_REPORT)
    assert [one.name for one in found] == ["Hale, Ann", "Leila Grant", "Ruth Calder"]
    assert (found[0].email, found[0].joined, found[0].left) == (
        "ann.hale@northmoor.example",
        "13:28",
        "15:31",
    )


def test_a_zoom_file_joins_somebody_who_came_back() -> None:
    found = read_names(ZOOM_REPORT)
    assert [(one.name.split(" (")[0], one.joined, one.left) for one in found] == [
        ("Ann Hale", "13:28", "15:31"),
        ("Tom Hesketh", "13:30", "15:30"),
    ]


def test_the_list_beside_a_call_loses_what_is_said_of_people() -> None:
    text = "In this meeting (3)\nAnn Hale\nOrganiser\nLeila Grant (Guest)\nTom Hesketh (External)\nMuted\n"
    assert names(text) == ["Ann Hale", "Leila Grant", "Tom Hesketh"]


def test_an_address_line_gives_names_and_addresses() -> None:
    text = "Ann Hale <ann.hale@northmoor.example>; Tom Hesketh <t@example.org>; ruth.calder@example.org"
    found = read_names(text)
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
    assert all(one.name for one in read_names(text))
