"""The settings of this station: typed, versioned, one docstring per field, kept as JSON beside the records.

A station must start after a night without power whatever a person wrote into this file. So one bad value is named,
set to its default, and the app starts: `SettingsFile.load` never fails because of the file's content, and the file as
it was is kept beside the new one.
"""

import json
import shutil
from collections.abc import Callable
from datetime import datetime, time, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vision.durable import write_durably
from vision.health import FALSE_ALARM_EVERY
from vision.inspection import Trouble, say
from vision.recipe import CameraSettings, TriggerMode

FORMAT = 2
"""Version of the file's own layout. 2 brought `further_cameras`; what format 1 holds means the same in it."""


class SettingsTrouble(Trouble):
    """The station's settings cannot be kept."""


class Language(StrEnum):
    """The languages of the screens; the value is the ISO 639-1 code."""

    ENGLISH = "en"
    GERMAN = "de"


class Theme(StrEnum):
    """The two looks."""

    DARK = "dark"
    LIGHT = "light"


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Shift(_Value):
    """One shift of the day; it lasts until the next one starts."""

    name: str = Field(min_length=1, max_length=20)
    """As people say it: "A", "Early"."""
    starts: time
    """Local time of day."""


class RetentionSettings(_Value):
    """Which images stay on the disk. Records themselves are never removed."""

    quota_gb: float = Field(default=200.0, ge=1, le=1_000_000)
    """Gigabytes (10^9 bytes) that images may take; above it the oldest OK images go first."""
    keep_days: int = Field(default=90, ge=1, le=36_500)
    """Images of OK parts younger than this many days are kept while the quota allows it."""
    ok_share: float = Field(default=0.05, ge=0, le=1)
    """Share of older OK images kept as a sample, 0 to 1; 0 keeps none."""


class AlarmSettings(_Value):
    """When the station calls a person. 0 switches an alarm off."""

    ng_in_a_row: int = Field(default=5, ge=0, le=10_000)
    """NG parts one after the other."""
    not_inspected_in_a_row: int = Field(default=3, ge=0, le=10_000)
    """Parts not inspected one after the other."""
    no_trigger_s: float = Field(default=60.0, ge=0, le=86_400)
    """Seconds without a part while inspecting."""
    changed_picture_every: int = Field(default=FALSE_ALARM_EVERY, ge=0, le=10_000_000)
    """Good parts in which one false alarm of a changed picture is accepted; with fewer it rings sooner."""
    disk_low_gb: float = Field(default=5.0, ge=0, le=100_000)
    """Free gigabytes below which the disk counts as low."""


class StationCamera(_Value):
    """The device that stands for one of a recipe's cameras."""

    spec: str = Field(min_length=1)
    """Spec of the device."""
    settings: CameraSettings = CameraSettings()
    """What the Cameras screen last set; a view that is taught through it for the first time begins with it."""


class StationSettings(_Value):
    """Everything that belongs to this station and to no recipe."""

    format: int = FORMAT
    """Layout of the file; a newer one is read as far as this Loupe understands it."""
    station: str = Field(default="Station 1", min_length=1, max_length=40)
    """The station's name, as it stands in the records."""
    language: Language = Language.ENGLISH
    """Language of the screens."""
    theme: Theme = Theme.DARK
    """Dark for the line, light for the desk."""
    camera: str = ""
    """Spec of the chosen camera; empty until one is chosen."""
    camera_settings: CameraSettings = CameraSettings(trigger_mode=TriggerMode.INTERVAL, interval_ms=1500)
    """What the Cameras screen last set, trigger mode and interval among it; a new recipe begins with it."""
    further_cameras: dict[str, StationCamera] = Field(default_factory=dict)
    """Devices by the recipes' names for their cameras. A recipe's first camera needs none: it is `camera`."""
    last_recipe: str = ""
    """Recipe that was inspected last; empty for none."""
    last_lot: str = ""
    """Lot that was inspected last; empty for none."""
    autostart: bool = False
    """True: begin inspecting with the last recipe and lot when the app starts."""
    lot_target: int = Field(default=0, ge=0, le=10_000_000)
    """Parts a lot is expected to have; 0 means that no number is shown."""
    retention: RetentionSettings = RetentionSettings()
    """Which images stay on the disk."""
    alarms: AlarmSettings = AlarmSettings()
    """When the station calls a person."""
    idle_sign_out_min: float = Field(default=15.0, ge=0, le=1440)
    """Minutes without a touch or key until the operator is signed out; 0 never."""
    shifts: tuple[Shift, ...] = ()
    """Shifts of the day; empty when the plant does not name them."""

    def device(self, name: str, *, is_first: bool) -> StationCamera | None:
        """What stands for a recipe's camera of that name here; None when nothing does.

        The first one is the station's camera unless it was given a device of its own, so that a station of one camera
        runs every recipe of one camera, whatever they call it.
        """
        if name in self.further_cameras or not is_first:
            return self.further_cameras.get(name)
        return StationCamera(spec=self.camera, settings=self.camera_settings) if self.camera else None

    def with_device(self, name: str, device: StationCamera, *, is_first: bool) -> "StationSettings":
        """The settings with another device for that camera."""
        if is_first and name not in self.further_cameras:
            return self.model_copy(update={"camera": device.spec, "camera_settings": device.settings})
        return self.model_copy(update={"further_cameras": self.further_cameras | {name: device}})


def shift_at(shifts: tuple[Shift, ...], now: time) -> str:
    """Name of the shift at a local time of day, empty without shifts; before the first start it is the last one's."""
    if not shifts:
        return ""
    ordered = sorted(shifts, key=lambda shift: shift.starts)
    begun = [shift for shift in ordered if shift.starts <= now]
    return (begun or ordered)[-1].name


def shift_since(shifts: tuple[Shift, ...], now: datetime) -> tuple[str, datetime]:
    """Name of the shift at a local moment, and when it began; without shifts "" and the beginning of the day."""
    name = shift_at(shifts, now.time())
    starts = next((shift.starts for shift in shifts if shift.name == name), time())
    began = datetime.combine(now.date(), starts, now.tzinfo)
    return name, began if began <= now else began - timedelta(days=1)


class SettingsFile:
    """The settings on disk. `load` always gives settings; `notes` say in sentences what had to be replaced."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """`read_only`: nothing is written, not even the file as it was; another Loupe works with it."""
        self.path, self._is_read_only = path, read_only
        self.notes: list[str] = []

    def load(self) -> StationSettings:
        """Read the file; a missing one gives the defaults. Fills `notes`; a file with notes is kept as `.previous`."""
        self.notes = []
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return StationSettings()
        except (OSError, UnicodeDecodeError) as error:
            note = say(
                "{path} cannot be read ({error}); the station starts with default settings.",
                path=self.path,
                error=error,
            )
            self.notes.append(note)
            return StationSettings()
        settings = self._parse(text)
        if self.notes and not self._is_read_only:
            self._keep_aside()
        return settings

    def save(self, settings: StationSettings) -> None:
        """Write the whole file or leave the old one. Raises `SettingsTrouble` when the disk does not take it, or when read-only."""
        if self._is_read_only:
            raise SettingsTrouble("Another Loupe works with these settings.", "They stay as they are.")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_durably(self.path, (settings.model_dump_json(indent=2) + "\n").encode())
        except OSError as error:
            raise SettingsTrouble(
                say("The settings file {path} cannot be written.", path=self.path),
                "The station goes on with the settings as they were.",
                "Ask for write access to the data folder or free some space, then change the setting again.",
                detail=str(error),
            ) from error

    def _parse(self, text: str) -> StationSettings:
        try:
            data = json.loads(text)
        except json.JSONDecodeError as error:
            note = say(
                "{path}, line {line}, is not valid JSON; the station starts with default settings.",
                path=self.path,
                line=error.lineno,
            )
            self.notes.append(note)
            return StationSettings()
        if not isinstance(data, dict):
            self.notes.append(
                say("{path} holds no settings; the station starts with default settings.", path=self.path)
            )
            return StationSettings()
        return self._without_bad_values(data)

    def _without_bad_values(self, data: dict[str, Any]) -> StationSettings:
        if isinstance(data.get("format"), int) and data["format"] > FORMAT:
            note = say("{path} comes from a newer Loupe; what this one does not know is left out.", path=self.path)
            self.notes.append(note)
        data["format"] = FORMAT
        for _ in range(_count(data)):
            try:
                return StationSettings.model_validate_json(json.dumps(data))
            except ValidationError as error:
                for problem in error.errors(include_url=False):
                    self.notes.append(_drop(data, problem["loc"], str(problem["msg"])))
        return StationSettings()

    def _keep_aside(self) -> None:
        try:
            shutil.copyfile(self.path, self.path.with_name(f"{self.path.name}.previous"))
        except OSError as error:
            self.notes.append(say("The file as it was cannot be kept aside ({error}).", error=error))


def _count(data: object) -> int:
    """At least as many rounds as there are values to drop, so that the loop above always ends."""
    if isinstance(data, dict):
        return 1 + sum(_count(value) for value in data.values())
    return 1


def _drop(data: dict[str, Any], place: tuple[int | str, ...], why: str) -> str:
    """Remove the bad value and say so; a bad entry of a list takes the whole list with it."""
    path = [step for step in place if isinstance(step, str)]
    holder: Any = data
    walked: list[str] = []
    for step in path:
        if not isinstance(holder, dict) or step not in holder:
            break
        walked.append(step)
        if step == path[-1] or not isinstance(holder[step], dict):
            value = holder.pop(step)
            return say(
                "Setting {name}: {value} is not used ({why}); the default is used.",
                name=".".join(walked),
                value=_short(value),
                why=why,
            )
        holder = holder[step]
    name = walked[0] if walked else ".".join(path)
    data.pop(name, None)
    return say("Setting {name} is not used ({why}); the default is used.", name=name, why=why)


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}..."


Audit = Callable[[str, str, str, Any, Any], None]
"""Called with who, action, subject, before and after (JSON-ready)."""


class SettingsBook:
    """The settings in use: one value, changed as a whole, saved and logged with who did it, told to listeners."""

    def __init__(self, file: SettingsFile, audit: Audit | None = None) -> None:
        self._file = file
        self._audit = audit
        self._listeners: list[Callable[[StationSettings], None]] = []
        self._current = file.load()
        self.notes = tuple(file.notes)

    @property
    def current(self) -> StationSettings:
        """The settings as they are now."""
        return self._current

    def change(self, new: StationSettings, by: str) -> StationSettings:
        """Save, log and tell. Returns the settings before, for Undo. Raises `SettingsTrouble`; then nothing changed."""
        before = self._current
        if new == before:
            return before
        self._file.save(new)
        self._current = new
        self._log(before, new, by)
        for listener in tuple(self._listeners):
            listener(new)
        return before

    def subscribe(self, listener: Callable[[StationSettings], None]) -> None:
        """Be called with the new settings after each change, in the caller's thread."""
        self._listeners.append(listener)

    def _log(self, before: StationSettings, after: StationSettings, by: str) -> None:
        if self._audit is None:
            return
        old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
        for key in (key for key in new if new[key] != old[key]):
            self._audit(by, "settings.change", key, old[key], new[key])
