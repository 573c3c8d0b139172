"""Settings count at once, can be taken back, and are refused in words."""

from pathlib import Path
from typing import Any
from unittest.mock import Mock, create_autospec

import pytest

from app.preferences.presenter import SettingsPresenter, SettingsView, StorageFigures, consequence, with_field
from app.session import Session, SignedIn
from app.settings import Language, SettingsBook, SettingsFile, StationSettings, Theme
from vision.inspection import ManualClock
from vision.storage.operators import Role


class _World:
    def __init__(self, home: Path, *, open_station: bool = True) -> None:
        self.logged: list[tuple[Any, ...]] = []
        self.book = SettingsBook(SettingsFile(home / "settings.json"), lambda *entry: self.logged.append(entry))
        self.session = Session(
            lambda name, _: SignedIn(name=name, role=Role.INSPECTOR), lambda: not open_station, ManualClock()
        )
        self.view: Mock = create_autospec(SettingsView, instance=True)
        figures = StorageFigures(used_bytes=50 * 10**9, free_bytes=100 * 10**9, bytes_per_day=10e9)
        self.presenter = SettingsPresenter(self.view, self.book, self.session, lambda: figures)


def test_a_change_counts_at_once_and_undo_takes_it_back(tmp_path: Path) -> None:
    world = _World(tmp_path)
    world.presenter.change("retention.keep_days", 30)
    assert world.book.current.retention.keep_days == 30
    assert SettingsFile(tmp_path / "settings.json").load().retention.keep_days == 30
    world.view.show_changed.assert_called_once_with("retention.keep_days")
    world.presenter.undo()
    assert world.book.current == StationSettings()
    assert [entry[1:3] for entry in world.logged] == [("settings.change", "retention")] * 2
    world.presenter.undo()
    assert len(world.logged) == 2


def test_the_same_value_again_is_no_change(tmp_path: Path) -> None:
    world = _World(tmp_path)
    world.presenter.change("station", "Station 1")
    world.view.show_changed.assert_not_called()
    assert not world.logged


def test_a_value_out_of_range_is_told_beside_its_field(tmp_path: Path) -> None:
    world = _World(tmp_path)
    world.presenter.change("retention.quota_gb", 0)
    assert world.book.current == StationSettings()
    key, why = world.view.show_refusal.call_args.args
    assert key == "retention.quota_gb"
    assert "greater than or equal to 1" in why
    world.view.show_settings.assert_called_with(StationSettings())


@pytest.mark.parametrize(("key", "value"), [("theme", Theme.LIGHT), ("language", "de"), ("retention.keep_days", 1)])
def test_an_inspector_changes_no_setting_not_even_the_looks(tmp_path: Path, key: str, value: object) -> None:
    world = _World(tmp_path, open_station=False)
    world.session.sign_in("Ben", "1234")
    world.view.allow_changes.assert_called_with(False)
    world.presenter.change(key, value)
    assert world.book.current == StationSettings()
    assert "another role" in str(world.view.show_trouble.call_args.args[0])
    assert world.logged == []


def test_a_new_language_asks_for_a_restart(tmp_path: Path) -> None:
    world = _World(tmp_path)
    world.presenter.refresh()
    world.view.show_restart_needed.assert_called_with(False)
    world.presenter.change("language", Language.GERMAN)
    world.view.show_restart_needed.assert_called_with(True)


@pytest.mark.parametrize("key", ["nothing", "retention.nothing"])
def test_an_unknown_key_is_a_bug(key: str) -> None:
    with pytest.raises(KeyError):
        with_field(StationSettings(), key, 1)


def test_what_the_rules_mean_on_this_disk() -> None:
    settings = with_field(StationSettings(), "retention.quota_gb", 120.0)
    figures = StorageFigures(used_bytes=20 * 10**9, free_bytes=200 * 10**9, bytes_per_day=10e9)
    meant = consequence(settings, figures)
    assert meant is not None
    assert meant.days_until_quota == pytest.approx(10.0)
    assert not meant.quota_exceeds_disk
    small = consequence(settings, StorageFigures(used_bytes=20 * 10**9, free_bytes=30 * 10**9, bytes_per_day=10e9))
    assert small is not None
    assert small.quota_exceeds_disk
    assert small.days_until_quota == pytest.approx(3.0)
    assert consequence(settings, None) is None
