"""The Cameras screen: the list at the left, the picture in the middle, the camera's controls at the right."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.cameras.camera_list import CameraList
from app.cameras.controls import CameraControls
from app.cameras.gauges import FocusBar, LevelHistogram
from app.cameras.presenter import CameraRow, Focus, PlaceRow
from app.cameras.preview import Sight
from app.i18n import numeral, told, translate
from app.theme.tokens import GAP
from app.widgets.button import Button, Kind, PrimaryButton, Target
from app.widgets.card import Card, row
from app.widgets.drop_down import DropDown
from app.widgets.image_view import ImageShown, ImageView
from app.widgets.note import WarnNote
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone
from vision.cameras import Capabilities
from vision.inspection import Trouble
from vision.recipe import CameraSettings

SCREEN_RATE_MS = 33
_SIDE_WIDTH, _SIDE_WIDTH_WIDE = 316, 380
_WIDE_FROM = 1500


class CamerasScreen(QWidget):
    """Signals say what a person did; setters are those of `CamerasView`. Put together in `app.cameras.screen`."""

    shown = Signal()
    hidden = Signal()
    tick = Signal()
    search_asked = Signal()
    place_chosen = Signal(str)
    """Which of the recipe's cameras a device is chosen for."""
    chosen = Signal(str)
    added = Signal(str)
    changed = Signal(object)
    """CameraSettings"""
    focus_reset = Signal()
    use_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=SCREEN_RATE_MS)
        self._timer.timeout.connect(self.tick)
        self.cameras = CameraList()
        self.image = ImageView()
        self.controls = CameraControls()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self._build_list())
        layout.addLayout(self._build_sight(), 1)
        layout.addLayout(self._build_controls())
        self._connect()

    # ---- setters of `CamerasView`

    def show_places(self, rows: tuple[PlaceRow, ...], chosen: str) -> None:
        several = len(rows) > 1
        for widget in (self._place_title, self.places):
            widget.setVisible(several)
        none_yet = translate("Cameras", "no device yet")
        self.places.clear()
        for place in rows:
            self.places.addItem(f"{place.name}: {place.device or none_yet}", place.name)
        self.places.setCurrentIndex([place.name for place in rows].index(chosen))
        words = translate("Cameras", "Use as {place}").format(place=chosen)
        self._use.set_text(words if several else translate("Cameras", "Use this camera"))

    def show_cameras(self, rows: tuple[CameraRow, ...]) -> None:
        self.cameras.show_cameras(rows)

    def show_searching(self, searching: bool) -> None:
        text = translate("Cameras", "Searching …") if searching else translate("Cameras", "Search again")
        self._search.set_text(text)
        self._search.setEnabled(not searching)

    def show_search_troubles(self, troubles: tuple[Trouble, ...]) -> None:
        self._search_note.setText("\n".join(told(trouble.what, trouble.remedy) for trouble in troubles))
        self._search_note.setVisible(bool(troubles))

    def show_controls(self, capabilities: Capabilities | None, settings: CameraSettings) -> None:
        self.controls.show_settings(capabilities, settings)

    def show_sight(self, sight: Sight) -> None:
        if sight.frame is None:
            return
        name = translate("Cameras", "Live picture of {camera}").format(camera=told(sight.frame.camera))
        self.image.show_image(ImageShown(frame=sight.frame, name=name))
        size = f"{sight.frame.width} × {sight.frame.height}"
        rate = translate("Cameras", "{rate} frames/s").format(rate=f"{sight.frames_per_s:.0f}")
        self._rate.setText(f"{size} · {rate}")
        if sight.quality is not None:
            self._levels.show_levels(sight.quality.levels)

    def show_focus(self, focus: Focus) -> None:
        self._focus.show_share(focus.share)
        percent = translate("Cameras", "{percent} % of the best so far").format(percent=round(focus.share * 100))
        self._focus_text.setText(percent)

    def show_clipped(self, share: float, warn: bool) -> None:
        self._levels.show_clipped(warn)
        percent = numeral(share * 100, 1)
        if warn:
            text = translate("Cameras", "{percent} % of the pixels are overexposed: shorten the exposure.")
        else:
            text = translate("Cameras", "{percent} % of the pixels are overexposed.")
        self._light_text.setText(text.format(percent=percent))

    def show_no_sight(self, trouble: Trouble | None, busy: bool) -> None:
        what, remedy = translate("Cameras", "Waiting for the first frame."), ""
        if trouble is not None:
            what, remedy = told(trouble.what), told(trouble.remedy)
        elif busy:
            what = translate("Cameras", "The station is inspecting with this camera.")
            remedy = translate("Cameras", "Stop on Live to see the preview here.")
        self.image.show_no_image(what)
        self._retry.setVisible(trouble is not None)
        self._rate.setText(remedy)
        self._focus.show_share(0)
        self._focus_text.setText("")
        self._light_text.setText("")

    def show_refusal(self, refusal: Trouble | None) -> None:
        self._refusal.show_text("" if refusal is None else told(refusal.sentence))

    def show_used(self, name: str, place: str) -> None:
        words = translate("Cameras", "{camera} is this station's camera now.")
        if place:
            words = translate("Cameras", "{camera} stands for {place} now.")
        self._used.setText(words.format(camera=name, place=place))
        self._used.setVisible(True)

    def allow_use(self, allowed: bool, role_missing: bool) -> None:
        reason = ""
        if role_missing:
            reason = translate("Cameras", "A quality engineer or line lead can change the camera: sign in first.")
        elif not allowed:
            reason = translate("Cameras", "Choose a camera, and stop the inspection first.")
        self._use.set_reason(reason)
        self._why_not.setText(reason if role_missing else "")
        self._why_not.setVisible(role_missing)

    # ---- building

    def _build_list(self) -> QWidget:
        card = Card(translate("Cameras", "Cameras"))
        self._sides = [card]
        self._search = Button(translate("Cameras", "Search again"), icon_name="refresh-cw", target=Target.TOUCH)
        self._folder = Button(translate("Cameras", "Folder of images"), icon_name="folder-open", target=Target.TOUCH)
        self._producer = Button(translate("Cameras", "GenTL file (.cti)"), icon_name="plus", target=Target.TOUCH)
        self._search_note = Text("", Size.CAPTION, Tone.SOFT, wraps=True)
        self._search_note.hide()
        self._place_title = Text(translate("Cameras", "For the recipe's camera"), Size.LABEL, Tone.SOFT)
        self.places = DropDown(self._place_title.text())
        for widget in (self._place_title, self.places):
            widget.hide()
            card.body.addWidget(widget)
        card.body.addWidget(scrolled(self.cameras), 1)
        card.body.addWidget(self._search_note)
        for button in (self._search, self._folder, self._producer):
            card.body.addWidget(button)
        return card

    def _build_sight(self) -> QVBoxLayout:
        self._rate = Text("", Size.LABEL, Tone.SOFT, wraps=True)
        self._rate.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._retry = Button(translate("Cameras", "Try again"), icon_name="refresh-cw", target=Target.TOUCH)
        self._retry.setMinimumWidth(176)
        self._retry.hide()
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self.image, 1)
        column.addLayout(row(self._rate, self._retry))
        column.addWidget(self._build_gauges())
        return column

    def _build_gauges(self) -> QWidget:
        card = Card(gap=8)
        self._levels, self._focus = LevelHistogram(), FocusBar()
        self._light_text = Text("", Size.CAPTION, Tone.SOFT, wraps=True)
        self._focus_text = Text("", Size.CAPTION, Tone.SOFT)
        self._reset = Button(translate("Cameras", "Begin anew"), kind=Kind.QUIET, target=Target.TOUCH)
        self._reset.setToolTip(translate("Cameras", "Forget the best sharpness so far"))
        light, focus = QVBoxLayout(), QVBoxLayout()
        light.setSpacing(6)
        focus.setSpacing(6)
        light.addWidget(Text(translate("Cameras", "Light"), Size.STRONG_LABEL))
        light.addWidget(self._levels, 1)
        light.addWidget(self._light_text)
        focus.addLayout(row(Text(translate("Cameras", "Focus"), Size.STRONG_LABEL), None, self._reset))
        focus.addWidget(self._focus)
        focus.addWidget(self._focus_text)
        focus.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(light, 1)
        both.addLayout(focus, 1)
        card.body.addLayout(both)
        card.setFixedHeight(180)
        return card

    def _build_controls(self) -> QVBoxLayout:
        card = Card(translate("Cameras", "Picture and trigger"))
        self._sides.append(card)
        self._refusal = WarnNote()
        self._used = Text("", Size.LABEL, Tone.SOFT, wraps=True)
        self._why_not = Text("", Size.CAPTION, Tone.SOFT, wraps=True)
        for note in (self._used, self._why_not):
            note.hide()
        card.body.addWidget(self._refusal)
        card.body.addWidget(scrolled(self.controls), 1)
        self._use = PrimaryButton(translate("Cameras", "Use this camera"))
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(card, 1)
        column.addWidget(self._used)
        column.addWidget(self._why_not)
        column.addWidget(self._use)
        return column

    def _connect(self) -> None:
        self._search.clicked.connect(self.search_asked)
        self._folder.clicked.connect(self._pick_folder)
        self._producer.clicked.connect(self._pick_producer)
        self.places.activated.connect(lambda _: self.place_chosen.emit(str(self.places.currentData())))
        self._retry.clicked.connect(lambda: self.chosen.emit(self.cameras.spec))
        self._reset.clicked.connect(self.focus_reset)
        self._use.clicked.connect(self.use_asked)
        self.cameras.chosen.connect(self._on_chosen)
        self.controls.changed.connect(self.changed)

    # ---- what a person does

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for card in self._sides:
            card.setFixedWidth(_SIDE_WIDTH_WIDE if self.width() >= _WIDE_FROM else _SIDE_WIDTH)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._used.hide()
        self._timer.start()
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self.hidden.emit()

    def _on_chosen(self, spec: str) -> None:
        self._used.hide()
        self.chosen.emit(spec)

    def _pick_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, translate("Cameras", "Folder of images"))
        if folder:
            self.added.emit(f"folder:{Path(folder)}")

    def _pick_producer(self) -> None:
        title = translate("Cameras", "GenTL producer of the camera's vendor")
        file, _ = QFileDialog.getOpenFileName(self, title, "", "GenTL (*.cti)")
        if file:
            self.added.emit(f"gentl:{Path(file)}#0")
