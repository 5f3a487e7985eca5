"""The printed key of an encrypted office: thirteen groups of five that tell a slip of the keys themselves.

Four letters of a group carry the key, the fifth is its check: it finds every wrong letter, every two that
changed places, and a group that stands in another's place.
"""

from __future__ import annotations

import re
from typing import Final

from boarddesk.rules.refused import FileProblem

LENGTH: Final = 32
GROUPS: Final = 13
_CARRIES: Final = 4
_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is read as another: no I, L, O, U
_READ_AS: Final = str.maketrans("OIL", "011")
_SPARE: Final = 4  # bits: 52 letters carry 260, a key has 256
_ENOUGH: Final = GROUPS // 2 + 1


class SlipInKey(FileProblem):
    """A recovery key that was not typed as it is printed."""


def written(key: bytes) -> str:
    """The key as it is printed: `7K2QD-M04XA-…`."""
    number = int.from_bytes(key, "big") << _SPARE
    letters = [_LETTERS[number >> 5 * at & 31] for at in reversed(range(GROUPS * _CARRIES))]
    groups = ["".join(letters[at : at + _CARRIES]) for at in range(0, len(letters), _CARRIES)]
    return "-".join(group + _check(group, at) for at, group in enumerate(groups))


def read(typed: str) -> bytes | None:
    """The key that was typed; None for what is no recovery key at all. Raises SlipInKey naming the groups."""
    groups = _groups(typed)
    held = [len(group) > _CARRIES and _holds(group, at) for at, group in enumerate(groups)]
    if len(groups) == GROUPS and all(held):
        carried = "".join(group[:_CARRIES] for group in groups)
        number = 0
        for letter in carried:
            number = number << 5 | _LETTERS.index(letter)
        return (number >> _SPARE).to_bytes(LENGTH, "big") if not number & (1 << _SPARE) - 1 else None
    # Words of a passphrase do not hold their checks: one in thirty-two by chance.
    if sum(held[:GROUPS]) < _ENOUGH:
        return None
    if len(groups) != GROUPS:
        raise SlipInKey(
            f"A recovery key has {GROUPS} groups of five letters and figures; {len(groups)} were typed. "
            "Look at the printed key again."
        )
    wrong = [f"{at + 1} (“{groups[at]}”)" for at in range(GROUPS) if not held[at]]
    noun = "Group" if len(wrong) == 1 else "Groups"
    raise SlipInKey(f"{noun} {', '.join(wrong)}: not as in the printed recovery key. Look at it again.")


def _groups(typed: str) -> list[str]:
    """Typed with hyphens, spaces or neither, in capitals or not."""
    parts = re.split(r"[\s\-–—]+", typed.strip().upper().translate(_READ_AS))
    if len(parts) == 1:
        whole = parts[0]
        parts = [whole[at : at + _CARRIES + 1] for at in range(0, len(whole), _CARRIES + 1)]
    return parts


def _holds(group: str, at: int) -> bool:
    return set(group) <= set(_LETTERS) and group[_CARRIES:] == _check(group[:_CARRIES], at)


def _check(group: str, at: int) -> str:
    """The sum of the letters, each doubled once more than the next, in the field of 32; and the place."""
    check = 0
    for letter in group:
        check = _doubled(check ^ _LETTERS.index(letter))
    return _LETTERS[check ^ (at + 1)]


def _doubled(number: int) -> int:
    return (number << 1) ^ (0b100101 if number & 16 else 0)
