"""Plans laid out in many ways come out as a careful person reads them: nothing made up, nothing lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from tests.importing.plan.layouts.all import LAYOUTS
from tests.importing.plan.layouts.layout import Expected, Layout
from tests.importing.plan.layouts.reading import Reading, flat, near, reading_of

from boarddesk.rules.imports.contents import FoundAction, FoundArea


@pytest.fixture(scope="module", params=LAYOUTS, ids=lambda layout: layout.name)
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Reading:
    layout: Layout = request.param
    return reading_of(layout, tmp_path_factory.mktemp("layout"))


def test_every_action_is_found(read: Reading) -> None:
    assert [pair.want["text"][0] for pair in read.pairs if pair.action is None] == []


def test_no_action_is_made_up(read: Reading) -> None:
    assert [(action.ref, action.text, action.place) for action in read.invented] == []


def test_every_area_is_found(read: Reading) -> None:
    if not read.layout.areas_free:
        found = _areas(read)
        assert [want["title"] for want in read.expected["areas"] if found.get(want["title"]) is None] == []


def test_no_area_is_made_up(read: Reading) -> None:
    if not read.layout.areas_free:
        found = _areas(read).values()
        right = [area for area in read.plan.areas if area in found or (area.actions and not found)]
        assert [(area.number, area.title) for area in read.plan.areas if area not in right] == []


def test_the_leads_of_an_area_are_found(read: Reading) -> None:
    wrong = [
        (area.number, area.leads)
        for want in read.expected["areas"]
        if want.get("leads") and (area := _areas(read).get(want["title"]))
        if not _same_people(want["leads"], area.leads)
        and flat(" ".join(want["leads"])) != flat(" ".join(area.leads))
    ]
    assert wrong == []


def test_an_action_keeps_the_ref_of_the_document(read: Reading) -> None:
    def wrong(want: Expected, action: FoundAction) -> object:
        if want.get("ref_free") or action.ref in (want["ref"], *want.get("refs", [])):
            return None
        return want["ref"], action.ref

    assert _wrong(read, wrong) == []


def test_an_action_stands_in_its_area(read: Reading) -> None:
    if read.layout.areas_free:
        return
    titles = {want["number"]: want["title"] for want in read.expected["areas"]}
    wrong = [
        (pair.want["ref"], pair.area.number, pair.area.title)
        for pair in read.pairs
        if pair.area is not None and pair.want["area"] is not None
        if pair.area.number != pair.want["area"] and flat(pair.area.title) != flat(titles[pair.want["area"]])
    ]
    assert wrong == []


def test_an_action_has_its_text(read: Reading) -> None:
    def wrong(want: Expected, action: FoundAction) -> object:
        return None if near(want["text"], action.text) >= 0.9 else (want["ref"], action.text)

    assert _wrong(read, wrong) == []


def test_a_deadline_stands_as_written(read: Reading) -> None:
    def wrong(want: Expected, action: FoundAction) -> object:
        written = want["by_when"]["as_written"] if want["by_when"] else ""
        said = action.by_when.as_written
        return None if flat(written) == flat(said) else (want["ref"], written, said)

    assert _wrong(read, wrong) == []


def test_a_deadline_is_understood(read: Reading) -> None:
    def wrong(want: Expected, action: FoundAction) -> object:
        latest = str(action.by_when.latest) if action.by_when.latest else None
        return None if not want["by_when"] or latest in want["latest_any"] else (want["ref"], latest)

    assert _wrong(read, wrong) == []


def test_an_action_has_its_owners(read: Reading) -> None:
    def wrong(want: Expected, action: FoundAction) -> object:
        allowed = [want["owners"], *want.get("owners_any", [])]
        right = any(_same_people(people, action.owners) for people in allowed)
        return None if right else (want["ref"], action.owners)

    assert _wrong(read, wrong) == []


def test_an_action_has_its_status(read: Reading) -> None:
    def wrong(want: Expected, action: FoundAction) -> object:
        if want["status_free"]:
            return None
        label = flat(action.status)
        if want["status"] is None:
            return (want["ref"], action.status) if action.status else None
        is_a = {one.is_a.value for one in read.plan.scheme.statuses if flat(one.label) == label}
        worded = label and any(flat(word) in label for word in want["status_words"])
        return None if worded or want["status"] in is_a else (want["ref"], want["status"], action.status)

    assert _wrong(read, wrong) == []


def test_an_action_has_its_milestones_with_their_days(read: Reading) -> None:
    wrong = []
    for pair in read.pairs:
        for want in pair.want["milestones"] if pair.action else ():
            found = next(
                (one for one in pair.action.milestones if flat(want["text"]) in flat(one.text)), None
            )
            latest = str(found.by_when.latest) if found and found.by_when.latest else None
            if found is None or ("latest" in want and latest != want["latest"]):
                wrong.append((pair.want["ref"], want["text"], found and latest))
    assert wrong == []


def test_no_milestone_is_made_up(read: Reading) -> None:
    made_up = [
        (pair.want["ref"], one.text)
        for pair in read.pairs
        for one in (pair.action.milestones if pair.action else ())
        if not any(flat(want["text"]) in flat(one.text) for want in pair.want["milestones"])
    ]
    assert not read.layout.milestones_complete or made_up == []


def test_no_word_is_lost(read: Reading) -> None:
    assert read.lost == []


def _wrong(read: Reading, judge: Callable[[Expected, FoundAction], object]) -> list[object]:
    """What the judge says of the actions that were found; those missing have a test of their own."""
    said = (judge(pair.want, pair.action) for pair in read.pairs if pair.action is not None)
    return [one for one in said if one is not None]


def _areas(read: Reading) -> dict[str, FoundArea | None]:
    """The area found for each that is expected, by the title expected."""
    left = list(read.plan.areas)
    found: dict[str, FoundArea | None] = {}
    for want in read.expected["areas"]:
        fit = next((area for area in left if _is_area(want, area)), None)
        if fit is not None:
            left.remove(fit)
        found[want["title"]] = fit
    return found


def _is_area(want: Expected, area: FoundArea) -> bool:
    alike = flat(want["title"]) in flat(area.title) and area.number == want["number"]
    return alike or flat(want["title"]) == flat(area.title)


def _same_people(wanted: list[str], got: tuple[str, ...]) -> bool:
    bare = {flat(re.sub(r"^(lead|support)s?: ", "", name, flags=re.IGNORECASE)) for name in wanted}
    return bare == {flat(name) for name in got}
