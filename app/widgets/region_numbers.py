"""A region as four numbers that cannot leave the image."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import translate
from app.widgets.number_field import NumberField
from app.widgets.text import Size, Text, Tone
from vision.recipe import Region

_SMALLEST_PX = 8


class RegionNumbers(QWidget):
    """`changed` carries the whole new `Region` once a number has settled."""

    changed = Signal(object)

    def __init__(self, *, step: float = 8) -> None:
        super().__init__()
        self._size = (1, 1)
        self._region: Region | None = None
        names = {
            "x": translate("RegionNumbers", "Left"),
            "y": translate("RegionNumbers", "Top"),
            "width": translate("RegionNumbers", "Width"),
            "height": translate("RegionNumbers", "Height"),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.fields = {key: self._field(layout, key, name, step) for key, name in names.items()}

    def show_region(self, size: tuple[int, int], region: Region) -> None:
        """`size` is the image's width and height in pixels."""
        self._size, self._region = size, region
        width, height = size
        limits = {
            "x": (0, max(0, width - region.width)),
            "y": (0, max(0, height - region.height)),
            "width": (min(_SMALLEST_PX, width), max(1, width - region.x)),
            "height": (min(_SMALLEST_PX, height), max(1, height - region.y)),
        }
        for key, field in self.fields.items():
            field.set_limits(*limits[key])
            field.set_value(getattr(region, key))

    def _field(self, layout: QVBoxLayout, key: str, name: str, step: float) -> NumberField:
        field = NumberField(name, unit="px", step=step)
        field.value_changed.connect(lambda value: self._on_number(key, round(value)))
        layout.addWidget(Text(name, Size.CAPTION, Tone.FAINT))
        layout.addWidget(field)
        return field

    def _on_number(self, key: str, value: int) -> None:
        if self._region is not None:
            self.changed.emit(self._region.model_copy(update={key: value}))


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> RegionNumbers:
        numbers = RegionNumbers()
        numbers.show_region((1280, 960), Region(x=8, y=8, width=640, height=480))
        return numbers

    show_alone(_example)
