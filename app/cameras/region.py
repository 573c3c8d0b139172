"""The sensor region: the whole sensor, or four numbers that cannot leave it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import translate
from app.widgets.button import Button, Target
from app.widgets.region_numbers import RegionNumbers
from app.widgets.text import Size, Text, Tone
from vision.recipe import Region


class RegionFields(QWidget):
    """`changed` carries a `Region`, or None for the whole sensor."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._sensor = (0, 0)
        self._whole = Button(translate("Cameras", "Whole sensor"), target=Target.TOUCH)
        self._whole.setCheckable(True)
        self._whole.clicked.connect(self._on_whole)
        self._numbers = RegionNumbers()
        self._numbers.changed.connect(self._change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(Text(translate("Cameras", "Region"), Size.LABEL, Tone.SOFT))
        layout.addWidget(self._whole)
        layout.addSpacing(8)
        layout.addWidget(self._numbers)

    def show_region(self, sensor: tuple[int, int], region: Region | None) -> None:
        """`sensor` is width and height in pixels; None is the whole of it."""
        self._sensor = sensor
        width, height = sensor
        shown = region or Region(x=0, y=0, width=max(1, width), height=max(1, height))
        is_whole = region is None or (region.x, region.y, region.width, region.height) == (0, 0, width, height)
        with QSignalBlocker(self._whole):
            self._whole.setChecked(is_whole)
        if width and height:
            self._whole.set_text(translate("Cameras", "Whole sensor, {w} × {h}").format(w=width, h=height))
        self._numbers.setVisible(not is_whole)
        self._numbers.show_region(sensor, shown)

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
