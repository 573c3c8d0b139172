"""The camera's own controls, built from what it declares: a feature it lacks is not shown, limits are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cameras.region import RegionFields
from app.cameras.triggers import station_modes
from app.i18n import translate
from app.widgets.card import row
from app.widgets.choice_field import ChoiceField
from app.widgets.number_field import NumberField
from app.widgets.text import Size, Text, Tone
from vision.cameras import Capabilities, Limits
from vision.recipe import CameraSettings, TriggerMode

_SHORTEST_INTERVAL_MS, _LONGEST_INTERVAL_MS = 20.0, 3_600_000.0
_USUAL_INTERVAL_MS = 1500.0


class CameraControls(QWidget):
    """Shows settings and says `changed` with the whole new value when a person touches one of them."""

    changed = Signal(object)
    """CameraSettings"""

    def __init__(self) -> None:
        super().__init__()
        self._settings = CameraSettings()
        self._capabilities: Capabilities | None = None
        self._build()
        self.show_settings(None, self._settings)

    def show_settings(self, capabilities: Capabilities | None, settings: CameraSettings) -> None:
        """Show what the camera can do and what is set; None while no camera answers."""
        self._capabilities, self._settings = capabilities, settings
        can = capabilities or Capabilities(trigger_modes=frozenset())
        self._show_number(self._exposure, can.exposure_time_us, settings.exposure_time_us)
        self._show_number(self._gain, can.gain_db, settings.gain_db)
        self._show_formats(can.pixel_formats, settings.pixel_format)
        self._show_triggers(can.trigger_modes, settings)
        self._region.setVisible(can.roi)
        if can.roi:
            self._region.show_region((can.sensor_width, can.sensor_height), settings.roi)
        self._nothing.setVisible(capabilities is None)

    def _build(self) -> None:
        self._exposure = _Numbered(translate("Cameras", "Exposure"), "µs", decimals=0, growing=True)
        self._gain = _Numbered(translate("Cameras", "Gain"), "dB", decimals=1, growing=False)
        self._format = ChoiceField(translate("Cameras", "Pixel format"))
        self._trigger = ChoiceField(translate("Cameras", "Trigger"))
        self._interval = _Numbered(translate("Cameras", "Interval"), "ms", decimals=0, growing=True)
        self._region = RegionFields()
        nothing = translate("Cameras", "The controls appear here when the camera answers.")
        self._nothing = Text(nothing, Size.LABEL, Tone.SOFT, wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        for part in (
            self._nothing,
            self._exposure,
            self._gain,
            self._format,
            self._trigger,
            self._interval,
            self._region,
        ):
            layout.addWidget(part)
        layout.addStretch(1)
        self._exposure.field.value_changed.connect(lambda value: self._change(exposure_time_us=value))
        self._gain.field.value_changed.connect(lambda value: self._change(gain_db=value))
        self._interval.field.value_changed.connect(lambda value: self._change(interval_ms=value))
        self._format.chosen.connect(lambda name: self._change(pixel_format=name))
        self._trigger.chosen.connect(self._change_trigger)
        self._region.changed.connect(lambda region: self._change(roi=region))

    def _change(self, **changes: object) -> None:
        self._settings = self._settings.model_copy(update=changes)
        self.changed.emit(self._settings)

    def _change_trigger(self, mode: TriggerMode) -> None:
        interval_ms = self._settings.interval_ms or _USUAL_INTERVAL_MS
        self._change(trigger_mode=mode, interval_ms=interval_ms if mode is TriggerMode.INTERVAL else None)
        self._show_triggers(self._capabilities.trigger_modes if self._capabilities else frozenset(), self._settings)

    def _show_number(self, part: "_Numbered", limits: Limits | None, value: float | None) -> None:
        part.setVisible(limits is not None)
        if limits is not None:
            part.show_value(limits, value)

    def _show_formats(self, formats: tuple[str, ...], chosen: str | None) -> None:
        self._format.setVisible(bool(formats))
        self._format.show_items(tuple((name, name) for name in formats), chosen)

    def _show_triggers(self, can: frozenset[TriggerMode], settings: CameraSettings) -> None:
        self._trigger.setVisible(bool(can))
        self._trigger.show_items(tuple((_word(mode), mode) for mode in station_modes(can)), settings.trigger_mode)
        is_interval = settings.trigger_mode is TriggerMode.INTERVAL
        self._interval.setVisible(bool(can) and is_interval)
        limits = Limits(low=_SHORTEST_INTERVAL_MS, high=_LONGEST_INTERVAL_MS)
        self._interval.show_value(limits, settings.interval_ms or _USUAL_INTERVAL_MS, told=False)


def _word(mode: TriggerMode) -> str:
    return {
        TriggerMode.SOFTWARE: translate("Cameras", "Station asks"),
        TriggerMode.LINE: translate("Cameras", "Sensor at the camera"),
        TriggerMode.FREE: translate("Cameras", "Free run"),
        TriggerMode.INTERVAL: translate("Cameras", "At an interval"),
    }[mode]


class _Numbered(QWidget):
    """Name and limits above a number."""

    def __init__(self, name: str, unit: str, *, decimals: int, growing: bool) -> None:
        super().__init__()
        self._unit = unit
        self._limits = Text("", Size.CAPTION, Tone.FAINT)
        self.field = NumberField(name, unit=unit, decimals=decimals, step=0.5)
        if growing:
            self.field.set_growing_steps()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row(Text(name, Size.LABEL, Tone.SOFT), None, self._limits))
        layout.addWidget(self.field)

    def show_value(self, limits: Limits, value: float | None, *, told: bool = True) -> None:
        self.field.set_limits(limits.low, limits.high)
        self.field.set_value(value)
        self._limits.setText(
            f"{limits.low:,.6g} – {limits.high:,.6g} {self._unit}".replace(",", "\u2009") if told else ""
        )
