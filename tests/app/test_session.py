"""Roles come from one table, an empty station is open, and idle people are signed out."""

import pytest

from app.session import ROLE_PERMISSIONS, NotAllowed, Permission, Session, SignedIn, who_may
from vision.inspection import ManualClock, Trouble
from vision.storage.operators import Role

PEOPLE = {"Ada": Role.LINE_LEAD, "Ben": Role.INSPECTOR, "Cleo": Role.QUALITY_ENGINEER}


def _verify(name: str, pin: str) -> SignedIn:
    if pin != "1234":
        raise Trouble("The PIN is wrong.", "", "Try again in 4 s.")
    return SignedIn(name=name, role=PEOPLE[name])


def _session(*, has_operators: bool = True, clock: ManualClock | None = None) -> Session:
    return Session(_verify, lambda: has_operators, clock or ManualClock(), idle_sign_out_min=15)


def test_a_station_without_operators_is_open() -> None:
    session = _session(has_operators=False)
    assert session.is_open
    assert all(session.may(permission) for permission in Permission)


def test_nobody_signed_in_may_only_inspect() -> None:
    session = _session()
    assert session.who == "station"
    assert {permission for permission in Permission if session.may(permission)} == {Permission.INSPECT}


@pytest.mark.parametrize(
    "permission",
    sorted(set(Permission) - {Permission.INSPECT, Permission.REVIEW, Permission.TOLERATE}),
    ids=lambda permission: permission.value,
)
def test_an_inspector_decides_and_changes_nothing(permission: Permission) -> None:
    session = _session()
    session.sign_in("Ben", "1234")
    assert session.may(Permission.INSPECT)
    assert session.may(Permission.REVIEW)
    assert session.may(Permission.TOLERATE)
    assert not session.may(permission)
    with pytest.raises(NotAllowed, match="line lead"):
        session.require(permission)


def test_every_role_has_its_row_and_a_line_lead_may_everything() -> None:
    assert set(ROLE_PERMISSIONS) == set(Role)
    assert ROLE_PERMISSIONS[Role.LINE_LEAD] == frozenset(Permission)
    assert Permission.PEOPLE not in ROLE_PERMISSIONS[Role.QUALITY_ENGINEER]
    assert who_may("people.change") == "A line lead"


def test_an_unknown_permission_is_a_bug_and_not_a_no() -> None:
    with pytest.raises(ValueError, match="coffee"):
        _session().may("coffee.make")


def test_a_wrong_pin_leaves_who_was_there() -> None:
    session = _session()
    session.sign_in("Cleo", "1234")
    with pytest.raises(Trouble, match="4 s"):
        session.sign_in("Ada", "0000")
    assert (session.operator, session.role, session.who) == ("Cleo", Role.QUALITY_ENGINEER, "Cleo")


def test_idle_people_are_signed_out_and_a_touch_keeps_them() -> None:
    clock, heard = ManualClock(), []
    session = _session(clock=clock)
    clock.advance(3600)
    session.sign_in("Ada", "1234")
    assert not session.check_idle()
    session.subscribe(lambda: heard.append(session.operator))
    clock.advance(14 * 60)
    assert not session.check_idle()
    session.touch()
    clock.advance(14 * 60)
    assert not session.check_idle()
    clock.advance(61)
    assert session.check_idle()
    assert session.operator is None
    assert heard == [None]
    assert not session.check_idle()


def test_zero_minutes_never_signs_out() -> None:
    clock = ManualClock()
    session = _session(clock=clock)
    session.idle_sign_out_min = 0
    session.sign_in("Ada", "1234")
    clock.advance(1e6)
    assert not session.check_idle()
