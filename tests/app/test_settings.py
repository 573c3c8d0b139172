"""Settings survive a bad file, say what they replaced, and every change says who."""

import json
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest

from app.settings import (
    Language,
    SettingsBook,
    SettingsFile,
    SettingsTrouble,
    Shift,
    StationCamera,
    StationSettings,
    Theme,
    shift_at,
    shift_since,
)
from vision.recipe import TriggerMode


def _write(path: Path, data: object) -> SettingsFile:
    path.write_text(json.dumps(data), encoding="utf-8")
    return SettingsFile(path)


def test_a_missing_file_gives_defaults_without_a_note(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    assert file.load() == StationSettings()
    assert file.notes == []


def test_beside_another_loupe_the_file_is_only_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    _write(path, {"theme": "purple", "station": "Line 2"})
    file = SettingsFile(path, read_only=True)
    assert file.load().station == "Line 2"
    assert "purple" in file.notes[0]
    with pytest.raises(SettingsTrouble, match="Another Loupe works"):
        file.save(StationSettings())
    assert [one.name for one in tmp_path.iterdir()] == ["settings.json"]
    assert "purple" in path.read_text("utf-8")


def test_what_was_saved_is_read_again(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "home" / "settings.json")
    settings = StationSettings(
        station="Prüfplatz 3",
        language=Language.GERMAN,
        theme=Theme.LIGHT,
        camera="virtual:seed=3",
        shifts=(Shift(name="A", starts=time(6, 0)),),
    )
    file.save(settings)
    assert file.load() == settings
    assert file.notes == []
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["settings.json"]


def test_one_bad_value_is_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    file = _write(tmp_path / "settings.json", {"station": "Press 4", "theme": "pink", "retention": {"quota_gb": -3}})
    settings = file.load()
    assert settings.station == "Press 4"
    assert settings.theme is Theme.DARK
    assert settings.retention.quota_gb == StationSettings().retention.quota_gb
    assert any("theme" in note and "pink" in note for note in file.notes)
    assert any("retention.quota_gb" in note and "-3" in note for note in file.notes)
    assert (tmp_path / "settings.json.previous").exists()


def test_unknown_keys_and_bad_list_entries_are_named(tmp_path: Path) -> None:
    bad = {
        "colour": 1,
        "shifts": [{"name": "A", "starts": "25:00"}],
        "camera_settings": 7,
        "alarms": {"no_trigger_s": "soon"},
    }
    file = _write(tmp_path / "settings.json", bad)
    settings = file.load()
    assert settings == StationSettings()
    for name in ("colour", "shifts", "camera_settings", "alarms.no_trigger_s"):
        assert any(name in note for note in file.notes), name


@pytest.mark.parametrize("content", [b"", b"{not json", b"[1, 2]", b"\xff\xfe\x00", b"null", b'{"a": NaN}'])
def test_a_broken_file_is_named_and_the_app_starts(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    file = SettingsFile(path)
    assert file.load() == StationSettings()
    assert file.notes
    assert path.read_bytes() == content


def test_a_newer_file_is_read_as_far_as_it_is_understood(tmp_path: Path) -> None:
    file = _write(tmp_path / "settings.json", {"format": 99, "station": "Press 4", "hologram": True})
    assert file.load().station == "Press 4"
    assert any("newer Loupe" in note for note in file.notes)


def test_a_disk_that_refuses_is_told_and_nothing_changes(tmp_path: Path) -> None:
    blocked = tmp_path / "home"
    blocked.write_text("a file where the folder should be")
    book = SettingsBook(SettingsFile(blocked / "settings.json"))
    with pytest.raises(SettingsTrouble, match=r"settings\.json"):
        book.change(StationSettings(station="Press 4"), by="Ada")
    assert book.current.station == "Station 1"


def test_a_change_is_saved_logged_with_who_and_told(tmp_path: Path) -> None:
    logged: list[tuple[Any, ...]] = []
    heard: list[StationSettings] = []
    book = SettingsBook(SettingsFile(tmp_path / "settings.json"), lambda *entry: logged.append(entry))
    book.subscribe(heard.append)
    new = book.current.model_copy(update={"station": "Press 4"})
    before = book.change(new, by="Ada")
    assert before.station == "Station 1"
    assert SettingsFile(tmp_path / "settings.json").load().station == "Press 4"
    assert logged == [("Ada", "settings.change", "station", "Station 1", "Press 4")]
    assert heard == [new]
    book.change(new, by="Ada")
    assert len(logged) == 1


def test_the_trigger_mode_is_read(tmp_path: Path) -> None:
    file = _write(tmp_path / "settings.json", {"camera_settings": {"trigger_mode": "free", "gain_db": 3}})
    assert file.load().camera_settings.trigger_mode is TriggerMode.FREE


@pytest.mark.parametrize(("now", "name"), [(time(5, 59), "Night"), (time(6, 0), "Early"), (time(23, 0), "Night")])
def test_the_shift_of_an_hour(now: time, name: str) -> None:
    shifts = (Shift(name="Night", starts=time(22, 0)), Shift(name="Early", starts=time(6, 0)))
    assert shift_at(shifts, now) == name
    assert shift_at((), now) == ""


def test_a_file_of_format_1_is_read_without_a_note_and_saved_in_todays_format(tmp_path: Path) -> None:
    file = _write(tmp_path / "settings.json", {"format": 1, "camera": "virtual:seed=3"})
    settings = file.load()
    assert (settings.camera, settings.further_cameras, file.notes) == ("virtual:seed=3", {}, [])
    file.save(settings)
    assert json.loads((tmp_path / "settings.json").read_text())["format"] == 2


def test_the_first_camera_of_any_recipe_is_the_stations_unless_it_was_given_its_own() -> None:
    settings = StationSettings(camera="usb:0")
    assert StationSettings().device("camera-1", is_first=True) is None
    for name in ("camera-1", "top"):
        found = settings.device(name, is_first=True)
        assert found is not None
        assert found.spec == "usb:0"
    assert settings.device("side", is_first=False) is None
    side = StationCamera(spec="usb:1")
    with_side = settings.with_device("side", side, is_first=False)
    assert (with_side.camera, with_side.device("side", is_first=True)) == ("usb:0", side)
    moved = with_side.with_device("top", StationCamera(spec="usb:2"), is_first=True)
    assert (moved.camera, list(moved.further_cameras)) == ("usb:2", ["side"])


def test_a_device_that_makes_no_sense_is_named_and_left_out(tmp_path: Path) -> None:
    file = _write(tmp_path / "settings.json", {"station": "Press 4", "further_cameras": {"side": {"spec": 5}}})
    assert file.load() == StationSettings(station="Press 4")
    assert any("further_cameras.side" in note for note in file.notes)


@pytest.mark.parametrize(
    ("now", "expected"),
    [("05:59", ("Late", "13:00", -1)), ("06:00", ("Early", "06:00", 0)), ("14:30", ("Late", "13:00", 0))],
)
def test_a_shift_knows_since_when_it_is_at_work(now: str, expected: tuple[str, str, int]) -> None:
    shifts = (Shift(name="Early", starts=time(6)), Shift(name="Late", starts=time(13)))
    moment = datetime.fromisoformat(f"2026-11-21T{now}+01:00")
    name, starts, days = expected
    began = datetime.fromisoformat(f"2026-11-{21 + days}T{starts}+01:00")
    assert shift_since(shifts, moment) == (name, began)
    assert shift_since((), moment) == ("", datetime.fromisoformat("2026-11-21T00:00+01:00"))
