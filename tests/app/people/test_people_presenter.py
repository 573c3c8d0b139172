"""People: who may add whom, and how nobody locks the station."""

from unittest.mock import Mock, create_autospec

import pytest

from app.people.presenter import Done, PeoplePresenter, PeopleView
from app.people.sign_in import SignInPresenter, SignInView
from tests.app.setting_up import People
from vision.storage.operators import Role


class _World:
    def __init__(self) -> None:
        self.book = People()
        self.session = self.book.session()
        self.view: Mock = create_autospec(PeopleView, instance=True)
        self.presenter = PeoplePresenter(self.view, self.book, self.session)

    def staffed(self) -> "_World":
        for name, role in (("Ada", Role.LINE_LEAD), ("Ben", Role.INSPECTOR)):
            self.book.add(name, role, "1234", "setup")
        self.book.by.clear()
        return self

    def told(self) -> str:
        return str(self.view.show_trouble.call_args.args[0])


def test_the_first_operator_must_be_a_line_lead() -> None:
    world = _World()
    world.presenter.refresh()
    world.view.show_open_station.assert_called_with(True)
    world.view.allow_adding.assert_called_with(True, (Role.LINE_LEAD,))
    world.presenter.add("Ben", Role.INSPECTOR, "1234", "1234")
    assert not world.book.people
    assert "line lead" in world.told()
    world.presenter.add("  Ada ", Role.LINE_LEAD, "1234", "1234")
    assert world.book.people["Ada"].role is Role.LINE_LEAD
    assert world.book.by == ["Ada"]
    world.view.show_done.assert_called_with(Done.ADDED, "Ada")
    world.view.show_open_station.assert_called_with(False)
    world.view.allow_adding.assert_called_with(False, tuple(Role))


@pytest.mark.parametrize(("name", "pins", "word"), [("", ("1234", "1234"), "name"), ("Eve", ("1234", "1243"), "same")])
def test_what_a_person_mistypes_is_told(name: str, pins: tuple[str, str], word: str) -> None:
    world = _World()
    world.presenter.add(name, Role.LINE_LEAD, *pins)
    assert not world.book.people
    assert word in world.told()


def test_an_inspector_changes_the_own_pin_and_nothing_else() -> None:
    world = _World().staffed()
    world.session.sign_in("Ben", "1234")
    world.presenter.change_pin("Ben", "5678", "5678")
    assert world.book.pins["Ben"] == "5678"
    for act in (
        lambda: world.presenter.change_pin("Ada", "0000", "0000"),
        lambda: world.presenter.add("Eve", Role.INSPECTOR, "1234", "1234"),
        lambda: world.presenter.deactivate("Ada"),
    ):
        world.view.show_trouble.reset_mock()
        act()
        assert "another role" in world.told()
    assert set(world.book.people) == {"Ada", "Ben"}
    assert world.book.pins["Ada"] == "1234"
    rows = {row.name: row for row in world.view.show_people.call_args.args[0]}
    assert rows["Ben"].may_change_pin
    assert not rows["Ben"].may_deactivate
    assert not rows["Ada"].may_change_pin


def test_the_last_line_lead_stays() -> None:
    world = _World().staffed()
    world.session.sign_in("Ada", "1234")
    world.presenter.deactivate("Ada")
    assert world.book.people["Ada"].active
    assert "only line lead" in world.told()
    world.presenter.add("Dora", Role.LINE_LEAD, "1234", "1234")
    world.presenter.deactivate("Ada")
    assert not world.book.people["Ada"].active
    assert world.session.operator is None
    assert world.book.by == ["Ada", "Ada"]


def test_sign_in_tells_the_waiting_time_and_empties_the_field() -> None:
    world = _World().staffed()
    view: Mock = create_autospec(SignInView, instance=True)
    presenter = SignInPresenter(view, world.session, lambda: ["Ada", "Ben"])
    presenter.opened()
    view.show_names.assert_called_once_with(("Ada", "Ben"), "")
    presenter.enter("1234")
    assert "No name" in str(view.show_trouble.call_args.args[0])
    presenter.choose("Ada")
    presenter.enter("0000")
    assert "Wait 30 s" in str(view.show_trouble.call_args.args[0])
    view.finish.assert_not_called()
    presenter.enter("1234")
    view.finish.assert_called_once_with()
    assert world.session.operator == "Ada"


def test_a_single_operator_is_chosen_already() -> None:
    world = _World().staffed()
    view: Mock = create_autospec(SignInView, instance=True)
    presenter = SignInPresenter(view, world.session, lambda: ["Ada"])
    presenter.opened()
    presenter.enter("1234")
    view.finish.assert_called_once_with()
