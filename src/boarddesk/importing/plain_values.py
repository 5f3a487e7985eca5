"""Values of the rules as lists, texts and numbers, to go to another process; checked on their way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
Read = Callable[[Any], Any]


def to_plain(value: object) -> Any:
    """A dataclass as the list of its fields, an enum by its name, a mapping as pairs, a day as text."""
    if isinstance(value, Enum):
        return value.name
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return [[to_plain(key), to_plain(held)] for key, held in value.items()]
    if isinstance(value, tuple | list | frozenset):
        return [to_plain(held) for held in value]
    if is_dataclass(value):
        return [to_plain(getattr(value, field.name)) for field in fields(value) if field.init]
    raise TypeError(f"{type(value).__name__} does not go to another process")


def from_plain(kind: type[Value], plain: object) -> Value:
    """The value back; ValueError where anything in it is not what its kind says."""
    return cast(Value, _reader(cast(Any, kind))(plain))


@cache
def _reader(kind: Any) -> Read:
    """How a kind is read; made once for each."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (held,) = (one for one in inside if one is not NoneType)
        read = _reader(held)
        return lambda plain: None if plain is None else read(plain)
    if origin in (tuple, frozenset):
        return _several(origin, inside)
    if origin is not None and issubclass(origin, Mapping):
        key, value = (_reader(one) for one in inside)
        return lambda plain: {key(one): value(other) for one, other in _list(plain)}
    if issubclass(kind, Enum):
        return lambda plain: _named(kind, plain)
    if kind is date:
        return lambda plain: date.fromisoformat(_is(str, plain))
    if is_dataclass(kind):
        return _of_fields(kind)
    return lambda plain: _is(kind, plain)


def _several(origin: Any, inside: tuple[Any, ...]) -> Read:
    if origin is frozenset or inside[1:] == (...,):
        read = _reader(inside[0])
        return lambda plain: origin([read(one) for one in _list(plain)])
    reads = [_reader(one) for one in inside]
    return lambda plain: tuple(read(one) for read, one in zip(reads, _list(plain), strict=True))


def _of_fields(kind: Any) -> Read:
    """The kinds of its fields are looked up when the first is read: a remark may hold remarks."""
    reads: list[Read] = []

    def read(plain: object) -> object:
        if not reads:
            hints = get_type_hints(kind)
            reads.extend(_reader(hints[field.name]) for field in fields(kind) if field.init)
        return kind(*(read_field(one) for read_field, one in zip(reads, _list(plain), strict=True)))

    return read


def _named(kind: type[Enum], plain: object) -> Enum:
    try:
        return kind[_is(str, plain)]
    except KeyError as unknown:
        raise ValueError(f"no {kind.__name__} is called so") from unknown


def _list(plain: object) -> list[Any]:
    return _is(list, plain)


def _is(kind: type[Value], plain: object) -> Value:
    if type(plain) is not kind:
        raise ValueError(f"is no {kind.__name__}")
    return plain
