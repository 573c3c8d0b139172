"""The sensor region: the whole sensor, or four numbers that cannot leave it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import translate
from app.widgets.button import Button, Target
from app.widgets.number_field import NumberField
from app.widgets.text import Size, Text, Tone
from vision.recipe import Region

_SMALLEST_PX = 16


class RegionFields(QWidget):
    """`changed` carries a `Region`, or None for the whole sensor."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._sensor = (0, 0)
        self._region: Region | None = None
        self._whole = Button(translate("Cameras", "Whole sensor"), target=Target.TOUCH)
        self._whole.setCheckable(True)
        self._whole.clicked.connect(self._on_whole)
        names = {
            "x": translate("Cameras", "Left"),
            "y": translate("Cameras", "Top"),
            "width": translate("Cameras", "Width"),
            "height": translate("Cameras", "Height"),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(Text(translate("Cameras", "Region"), Size.LABEL, Tone.SOFT))
        layout.addWidget(self._whole)
        self._numbers = QWidget()
        inner = QVBoxLayout(self._numbers)
        inner.setContentsMargins(0, 8, 0, 0)
        inner.setSpacing(4)
        self._fields = {key: self._field(inner, key, name) for key, name in names.items()}
        layout.addWidget(self._numbers)

    def show_region(self, sensor: tuple[int, int], region: Region | None) -> None:
        """`sensor` is width and height in pixels; None is the whole of it."""
        self._sensor, self._region = sensor, region
        width, height = sensor
        shown = region or Region(x=0, y=0, width=max(1, width), height=max(1, height))
        is_whole = region is None or (region.x, region.y, region.width, region.height) == (0, 0, width, height)
        with QSignalBlocker(self._whole):
            self._whole.setChecked(is_whole)
        if width and height:
            self._whole.set_text(translate("Cameras", "Whole sensor, {w} × {h}").format(w=width, h=height))
        self._numbers.setVisible(not is_whole)
        self._show_numbers(shown)

    def _show_numbers(self, region: Region) -> None:
        width, height = self._sensor
        limits = {
            "x": (0, max(0, width - region.width)),
            "y": (0, max(0, height - region.height)),
            "width": (min(_SMALLEST_PX, width), max(1, width - region.x)),
            "height": (min(_SMALLEST_PX, height), max(1, height - region.y)),
        }
        for key, field in self._fields.items():
            field.set_limits(*limits[key])
            field.set_value(getattr(region, key))

    def _field(self, layout: QVBoxLayout, key: str, name: str) -> NumberField:
        field = NumberField(name, unit="px", step=8)
        field.value_changed.connect(lambda value: self._on_number(key, round(value)))
        layout.addWidget(Text(name, Size.CAPTION, Tone.FAINT))
        layout.addWidget(field)
        return field

    def _on_number(self, key: str, value: int) -> None:
        width, height = self._sensor
        now = self._region or Region(x=0, y=0, width=max(1, width), height=max(1, height))
        self._change(now.model_copy(update={key: value}))

    def _on_whole(self, whole: bool) -> None:
        width, height = self._sensor
        if whole or not width or not height:
            self._change(None)
            return
        middle = Region(x=width // 8, y=height // 8, width=width - width // 4, height=height - height // 4)
        self._change(middle)

    def _change(self, region: Region | None) -> None:
        self.show_region(self._sensor, region)
        self.changed.emit(region)
