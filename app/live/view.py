"""The Live screen: image and tools at the left, verdict, score, lot and actions at the right."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QVBoxLayout, QWidget

from app.i18n import translate
from app.live.gallery import Look
from app.live.lot_chooser import LotChooser
from app.live.presenter import Choice, LotShown
from app.live.wording import choose_first_words, last_caption, looking_note, verdict_shown, view_words
from app.theme.tokens import GAP
from app.widgets.button import Button, Kind
from app.widgets.card import row
from app.widgets.filmstrip import HEIGHT, PICTURE, WIDTH, Filmstrip, Strip
from app.widgets.image_view import ImageShown, ImageView
from app.widgets.lot_counters import LotCounters, LotFigures
from app.widgets.pixmaps import thumbnail
from app.widgets.score_bar import ScoreBar
from app.widgets.scroll import scrolled
from app.widgets.segmented_toolbar import SegmentedToolbar, image_tools
from app.widgets.verdict_panel import VerdictPanel
from vision.inspection import Trouble, Verdict

_WIDE_FROM = 1500
_RIGHT, _RIGHT_WIDE = 440, 480
_PANEL, _PANEL_WIDE, _PANEL_LEAST = 284, 420, 160
_SCORE = 112 + GAP
_OTHERS = 4 * GAP + 180 + 76  # margins and gaps, the lot's card, the actions
_OPACITY_STEP = 0.1


class LiveScreen(QWidget):
    """Emits what the person did; the presenter sets what is shown."""

    start_wanted = Signal()
    stop_wanted = Signal()
    lot_wanted = Signal()
    choice_taken = Signal(str, int, str)
    part_chosen = Signal(str)
    view_chosen = Signal(str)
    """Look at the part on the screen through this view."""
    step_wanted = Signal(int)
    live_wanted = Signal()
    hold_wanted = Signal(bool)
    counter_tapped = Signal(Verdict)
    """Open History filtered by this lot and verdict."""
    ticked = Signal()
    trouble_told = Signal(Trouble)

    def __init__(self) -> None:
        super().__init__()
        self.kept: object = None
        """Whoever decides what is shown; Qt holds listeners weakly, so the screen keeps it alive."""
        self._pictures: dict[str, QPixmap | None] = {}
        self._opacity = 0.7
        self._running = False
        self.image = ImageView()
        self.tools = SegmentedToolbar(image_tools(), with_opacity=True)
        self.strip = Filmstrip()
        self.views = Filmstrip(translate("Live", "Views of this part"), upright=True)
        self._views = scrolled(self.views)
        self.verdict = VerdictPanel()
        self.large_verdict = VerdictPanel()
        self.score = ScoreBar()
        self.lot = LotCounters()
        self.run = Button(translate("Live", "Start"), icon_name="play", kind=Kind.PRIMARY)
        self.stop_button = Button(translate("Live", "Stop"), icon_name="square")
        self.choose = Button(translate("Live", "Recipe / lot"), icon_name="repeat-2", kind=Kind.QUIET)
        self.back = Button(translate("Live", "Back to live"), icon_name="radio", kind=Kind.PRIMARY)
        self._right = QWidget()
        self._stack = QStackedLayout(self)
        self._lay_out()
        self._connect()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.ticked)
        self._timer.start()
        self._views.hide()
        self.show_running(running=False, has_recipe=False)
        self.show_looking_back(None)
        self.show_hold(None)

    # ---- setters for the presenter

    def show_verdict(self, look: Look | None) -> None:
        """The newest part's verdict."""
        shown = verdict_shown(look) if look else None
        self.verdict.show_verdict(shown)
        self.large_verdict.show_verdict(shown)

    def show_look(self, look: Look) -> None:
        """Image, map and score of one part."""
        close = look.close
        score, lines = (close.view.score, close.thresholds) if close else (look.record.score, None)
        self.score.show_score(score, lines, look.verdict)
        self.score.setVisible(score is not None)
        self._show_views(look)
        self._fit()
        self._set_tools_enabled(look.frame is not None)
        if close is not None and close.frame is not None:
            shown = ImageShown(
                frame=close.frame, anomaly_map=close.anomaly_map, thresholds=lines, name=view_words(look)
            )
            self.image.show_image(shown)

    def show_no_live_image(self, what: str, last: Look | None) -> None:
        """Nothing live, and why: the last frame small and dated."""
        frame = last.frame if last else None
        self.image.show_no_image(what, last=frame, caption=last_caption(last) if frame is not None else "")
        self._set_tools_enabled(False)

    def show_strip(self, looks: tuple[Look, ...], current: str | None) -> None:
        """The last parts; each picture is made once."""
        self._pictures = {look.key: self._picture(look) for look in looks}
        strips = [
            Strip(
                key=look.key,
                caption=str(look.record.sequence),
                verdict=look.record.verdict,
                picture=self._pictures[look.key],
            )
            for look in looks
        ]
        self.strip.show_strips(strips, current)

    def show_lot(self, lot: LotShown) -> None:
        """The lot's figures."""
        self.lot.show_figures(
            LotFigures(
                lot=lot.lot,
                parts_planned=lot.planned,
                counts=dict(lot.counts),
                latency_ms_p50=lot.latency_ms_p50,
                latency_ms_p99=lot.latency_ms_p99,
                parts_per_minute=lot.parts_per_minute,
            )
        )

    def show_running(self, *, running: bool, has_recipe: bool) -> None:
        """Start or Stop."""
        self._running = running
        self.run.setVisible(not running)
        self.stop_button.setVisible(running)
        self.run.set_reason("" if has_recipe else choose_first_words())

    def show_hold(self, seconds_left: int | None) -> None:
        """The amber note while the view is held."""
        self.tools.set_checked("hold", seconds_left is not None)
        if seconds_left is not None:
            self.image.set_note(translate("Live", "View held, {seconds} s left").format(seconds=seconds_left))
        elif not self.back.isVisible():
            self.image.set_note("")

    def show_looking_back(self, look: Look | None) -> None:
        """Which older part is looked at."""
        self.back.setVisible(look is not None)
        self.choose.setVisible(look is None)
        self.image.set_note(looking_note(look) if look else "")

    def ask_choice(self, choice: Choice) -> None:
        """Open the recipe and lot dialog."""
        dialog = LotChooser(self, choice)
        dialog.taken.connect(self.choice_taken)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def tell(self, trouble: Trouble) -> None:
        """Pass a known trouble on to the notices."""
        self.trouble_told.emit(trouble)

    # ---- handlers of the commands

    def start(self) -> None:
        """F9."""
        if self.run.isEnabled() and not self._running:
            self.start_wanted.emit()

    def stop(self) -> None:
        """Shift+F9."""
        if self._running:
            self.stop_wanted.emit()

    def toggle_map(self) -> None:
        """M."""
        self._toggle("map")

    def toggle_outline(self) -> None:
        """O."""
        self._toggle("outline")

    def toggle_magnify(self) -> None:
        """Z."""
        self._toggle("magnify")

    def toggle_hold(self) -> None:
        """H."""
        self._toggle("hold")

    def paler_map(self) -> None:
        """[."""
        self._set_opacity(self._opacity - _OPACITY_STEP)

    def stronger_map(self) -> None:
        """]."""
        self._set_opacity(self._opacity + _OPACITY_STEP)

    def toggle_large_verdict(self) -> None:
        """V, or a tap on the panel."""
        large = self._stack.currentIndex() == 0
        self._stack.setCurrentIndex(1 if large else 0)
        (self.large_verdict if large else self.verdict).setFocus()

    def look_older(self) -> None:
        """Left."""
        self.step_wanted.emit(-1)

    def look_newer(self) -> None:
        """Right."""
        self.step_wanted.emit(1)

    def back_to_live(self) -> None:
        """End."""
        self.live_wanted.emit()

    def choose_lot(self) -> None:
        """L."""
        self.lot_wanted.emit()

    def go_back(self) -> bool:
        """Esc: leave the large verdict, then the older part; True when there was something to leave."""
        if self._stack.currentIndex() == 1:
            self.toggle_large_verdict()
            return True
        if self.back.isVisible():
            self.live_wanted.emit()
            return True
        return False

    # ---- inside

    def _show_views(self, look: Look) -> None:
        """All views of a part beside the image; nothing where there is one."""
        self._views.setVisible(len(look.views) > 1)
        strips = [
            Strip(
                key=each.view.view,
                caption=each.view.view,
                verdict=each.view.verdict,
                picture=None if each.frame is None else thumbnail(each.frame, PICTURE, self.devicePixelRatioF()),
            )
            for each in (look.views if len(look.views) > 1 else ())
        ]
        self.views.show_strips(strips, look.name)
        current = next((number for number, strip in enumerate(strips) if strip.key == look.name), 0)
        self._views.ensureVisible(0, current * HEIGHT + HEIGHT // 2, 0, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The verdict as large as leaves room for the score and the lot."""
        is_wide = self.width() >= _WIDE_FROM
        self._right.setFixedWidth(_RIGHT_WIDE if is_wide else _RIGHT)
        others = _OTHERS + (_SCORE if not self.score.isHidden() else 0)
        wanted = _PANEL_WIDE if is_wide else _PANEL
        self.verdict.setFixedHeight(max(_PANEL_LEAST, min(wanted, self.height() - others)))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GAP)
        self._views.setFixedWidth(WIDTH)
        self._views.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sight = row(self.image, self._views)
        sight.setStretch(0, 1)
        left.addLayout(sight, 1)
        left.addWidget(self.tools)
        left.addWidget(self.strip)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(GAP)
        right.addWidget(self.verdict)
        right.addWidget(self.score)
        right.addWidget(self.lot, 1)
        actions = QGridLayout()
        actions.setSpacing(GAP)
        for column, pair in enumerate(((self.run, self.stop_button), (self.choose, self.back))):
            for button in pair:
                actions.addWidget(button, 0, column)
            actions.setColumnStretch(column, 1)
        right.addLayout(actions)
        page, large = QWidget(), QWidget()
        body = row(gap=GAP)
        page.setLayout(body)
        body.setContentsMargins(GAP, GAP, GAP, GAP)
        body.addLayout(left, 1)
        body.addWidget(self._right)
        over = QVBoxLayout(large)
        over.setContentsMargins(GAP, GAP, GAP, GAP)
        over.addWidget(self.large_verdict)
        self._stack.addWidget(page)
        self._stack.addWidget(large)
        for key in ("map", "outline"):
            self.tools.set_checked(key, True)

    def _connect(self) -> None:
        self.run.clicked.connect(self.start)
        self.stop_button.clicked.connect(self.stop)
        self.choose.clicked.connect(self.lot_wanted)
        self.back.clicked.connect(self.live_wanted)
        self.verdict.tapped.connect(self.toggle_large_verdict)
        self.large_verdict.tapped.connect(self.toggle_large_verdict)
        self.strip.chosen.connect(lambda key: self.part_chosen.emit(str(key)))
        self.views.chosen.connect(lambda view: self.view_chosen.emit(str(view)))
        self.lot.verdict_tapped.connect(self.counter_tapped)
        self.tools.toggled.connect(self._on_tool)
        self.tools.opacity_changed.connect(self._on_opacity)
        self.image.zoom_changed.connect(lambda on: self.tools.set_checked("magnify", on))

    def _toggle(self, key: str) -> None:
        button = self.tools.buttons[key]
        if button.isEnabled():
            button.setChecked(not button.isChecked())

    def _on_tool(self, key: str, on: bool) -> None:
        if key == "map":
            self.image.set_map_visible(on)
        elif key == "outline":
            self.image.set_outline_visible(on)
        elif key == "magnify":
            self.image.magnify(on)
        else:
            self.hold_wanted.emit(on)

    def _set_opacity(self, opacity: float) -> None:
        self._on_opacity(min(1.0, max(0.0, opacity)))
        self.tools.set_opacity(self._opacity)

    def _on_opacity(self, opacity: float) -> None:
        self._opacity = opacity
        self.image.set_opacity(opacity)

    def _set_tools_enabled(self, enabled: bool) -> None:
        self.tools.setEnabled(enabled)

    def _picture(self, look: Look) -> QPixmap | None:
        if look.key in self._pictures:
            return self._pictures[look.key]
        return None if look.frame is None else thumbnail(look.frame, PICTURE, self.devicePixelRatioF())
