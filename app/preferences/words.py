"""The words of the Settings screen that are built from values."""

import re
from datetime import time

from app.i18n import numeral, translate
from app.preferences.presenter import StorageConsequence
from app.settings import Shift

_SHIFT = re.compile(r"^(?P<name>.{1,20}?)\s+(?P<hour>\d{1,2})[:.](?P<minute>\d{2})$")


def setting_name(key: str) -> str:
    """What a setting is called on the screen; `key` as in `SettingsView`."""
    return {
        "station": translate("Settings", "Station name"),
        "theme": translate("Settings", "Look"),
        "language": translate("Settings", "Language"),
        "retention.quota_gb": translate("Settings", "Room for images"),
        "retention.keep_days": translate("Settings", "Keep OK images for"),
        "retention.ok_share": translate("Settings", "Then keep a share of"),
        "lot_target": translate("Settings", "Parts per lot"),
        "shifts": translate("Settings", "Shifts"),
        "alarms.ng_in_a_row": translate("Settings", "NG in a row"),
        "alarms.not_inspected_in_a_row": translate("Settings", "Not inspected in a row"),
        "alarms.no_trigger_s": translate("Settings", "No part for"),
        "alarms.changed_picture_every": translate("Settings", "Picture changed"),
        "alarms.disk_low_gb": translate("Settings", "Disk free below"),
        "autostart": translate("Settings", "Start inspecting by itself"),
        "idle_sign_out_min": translate("Settings", "Sign out after"),
    }[key]


def storage_sentences(meant: StorageConsequence | None) -> list[str]:
    """What the retention rules mean on this disk, in plain sentences."""
    kept = translate("Settings", "Images of NG and REVIEW parts are never removed, and every record stays.")
    if meant is None:
        return [kept]
    used = translate("Settings", "Images take {used} GB of {quota} GB; {free} GB of the disk are free.").format(
        used=_gb(meant.used_gb), quota=_gb(meant.quota_gb), free=_gb(meant.free_gb)
    )
    return [used, *_outlook(meant), kept]


def _outlook(meant: StorageConsequence) -> list[str]:
    sentences = []
    if meant.days_until_quota is not None:
        used_up = translate("Settings", "At the present rate the room is used up in {time}.")
        disk_full = translate("Settings", "At the present rate the disk is full in {time}.")
        sentence = disk_full if meant.quota_exceeds_disk else used_up
        sentences.append(sentence.format(time=_days(meant.days_until_quota)))
    if meant.quota_exceeds_disk:
        sentences.append(translate("Settings", "The disk is smaller than this room: make the room smaller."))
    return sentences


def _gb(number: float) -> str:
    return numeral(number, 1 if number < 100 else 0)


def _days(days: float) -> str:
    if days < 2:
        return translate("Settings", "{count} hours").format(count=round(days * 24))
    return translate("Settings", "{count} days").format(count=round(days))


def shifts_text(shifts: tuple[Shift, ...]) -> str:
    """Shifts as a person writes them: "A 06:00, B 14:00"."""
    return ", ".join(f"{shift.name} {shift.starts:%H:%M}" for shift in shifts)


def read_shifts(text: str) -> tuple[Shift, ...] | None:
    """The inverse of `shifts_text`; None when it cannot be read."""
    shifts = []
    for entry in filter(None, (part.strip() for part in text.split(","))):
        match = _SHIFT.match(entry)
        if match is None or int(match["hour"]) > 23 or int(match["minute"]) > 59:
            return None
        shifts.append(Shift(name=match["name"], starts=time(int(match["hour"]), int(match["minute"]))))
    return tuple(shifts)
