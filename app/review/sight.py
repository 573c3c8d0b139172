"""The image in the middle with its tools: map, magnifier, flicker, side by side, fit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import translate
from app.review.lens import LensImage
from app.review.shown import SightShown
from app.theme.tokens import GAP
from app.widgets.card import row
from app.widgets.image_view import ImageShown
from app.widgets.segmented_toolbar import Segment, SegmentedToolbar

OPACITY = 0.3
"""Of the map's colours: here a person judges what lies beneath them, and the outline says where to look."""


class Sight(QWidget):
    """One image, or the part beside a good one. Flicker swaps the two in one place, at the person's own pace."""

    view_wanted = Signal()
    """Another view of the same part."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: SightShown | None = None
        """What is on the screen; None without an image."""
        self.image, self.good = LensImage(), LensImage()
        self.image.set_opacity(OPACITY)
        self.tools = SegmentedToolbar(_tools())
        self.tools.set_checked("map", True)
        self.tools.toggled.connect(self._on_tool)
        self.tools.clicked.connect(self._on_click)
        self.show_views(1)
        self._pair = row(self.image, self.good)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(self._pair, 1)
        layout.addWidget(self.tools)
        self.good.hide()

    def show_sight(self, sight: SightShown) -> None:
        """The image, and again when its map has come."""
        self.shown = sight
        self._set_comparable(sight.good is not None)
        self._draw()

    def show_no_frame(self, title: str, why: str) -> None:
        """There is no image, and why."""
        self.shown = None
        self._set_comparable(False)
        self.image.show_no_image(why, title=title)

    def show_views(self, count: int) -> None:
        """So many views the part has; with one there is nothing to change to."""
        self.tools.buttons["view"].setVisible(count > 1)

    def toggle(self, key: str) -> None:
        """The key of a tool was pressed."""
        button = self.tools.buttons[key]
        if button.isEnabled():
            button.setChecked(not button.isChecked())

    def is_on(self, key: str) -> bool:
        """Whether a tool is on."""
        return self.tools.buttons[key].isChecked()

    def _draw(self) -> None:
        sight = self.shown
        if sight is None:
            return
        beside = sight.good is not None and self.is_on("pair")
        self.good.setVisible(beside)
        if sight.good is not None and self.is_on("flicker"):
            self.image.show_titled(ImageShown(frame=sight.good, name=sight.good_title), sight.good_title)
        else:
            self.image.show_titled(_image(sight), sight.title)
        if sight.good is not None and beside:
            self.good.show_titled(ImageShown(frame=sight.good, name=sight.good_title), sight.good_title)

    def _on_tool(self, key: str, on: bool) -> None:
        if key == "map":
            self.image.set_map_visible(on)
            self.image.set_outline_visible(on)
        elif key == "magnify":
            self.image.set_lens(on)
            self.good.set_lens(on)
        else:
            self._draw()

    def _on_click(self, key: str) -> None:
        if key == "view":
            self.view_wanted.emit()
            return
        self.image.magnify(False)
        self.good.magnify(False)

    def _set_comparable(self, is_comparable: bool) -> None:
        reason = "" if is_comparable else translate("Review", "No good part is there to compare with.")
        for key in ("flicker", "pair"):
            button = self.tools.buttons[key]
            button.setEnabled(is_comparable)
            button.setToolTip(reason)
            button.setAccessibleDescription(reason)
        self.good.setVisible(is_comparable and self.is_on("pair"))


def _image(sight: SightShown) -> ImageShown:
    return ImageShown(
        frame=sight.frame,
        anomaly_map=sight.prediction.anomaly_map if sight.prediction else None,
        thresholds=sight.thresholds,
        with_scale=sight.with_scale,
        name=sight.title,
    )


def _tools() -> tuple[Segment, ...]:
    return (
        Segment(key="map", text=translate("Review", "Map"), icon="layers"),
        Segment(key="magnify", text=translate("Review", "Magnify"), icon="zoom-in"),
        Segment(key="flicker", text=translate("Review", "Flicker"), icon="blend"),
        Segment(key="pair", text=translate("Review", "Side by side"), icon="columns-2"),
        Segment(key="view", text=translate("Review", "Next view"), icon="repeat-2", checkable=False),
        Segment(key="fit", text=translate("Review", "Fit"), icon="maximize", checkable=False),
    )
