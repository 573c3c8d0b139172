"""The Settings screen: cards of rows. Every change counts at once and offers Undo."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.i18n import told, translate
from app.preferences import about
from app.preferences.fields import Choices, NumberRow, SettingRow
from app.preferences.presenter import StorageConsequence
from app.preferences.words import read_shifts, setting_name, shifts_text, storage_sentences
from app.settings import Language, StationSettings, Theme
from app.theme.tokens import GAP
from app.widgets.button import Button, Target
from app.widgets.card import Card, row
from app.widgets.confirm_dialog import Sheet
from app.widgets.line_field import LineField
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone
from app.widgets.toast import Toast
from vision.inspection import Trouble

_THREE_COLUMNS_FROM = 1500
_LICENCES_HEIGHT = 460


class SettingsScreen(QWidget):
    """Signals say what a person did; setters are those of `SettingsView`."""

    shown = Signal()
    changed = Signal(str, object)
    """Key as in `SettingsView`, and the new value."""
    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, SettingRow] = {}
        self._show: dict[str, Callable[[StationSettings], None]] = {}
        self._note = Text("", Size.LABEL, Tone.SOFT, wraps=True)
        self._note.hide()
        self._cards = [
            self._station_card(),
            self._storage_card(),
            self._lot_card(),
            self._alarm_card(),
            self._start_card(),
            self._about_card(),
        ]
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(0, 0, GAP, 0)
        self._grid.setSpacing(GAP)
        self._columns = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, 0, GAP)
        layout.addWidget(self._note)
        layout.addWidget(scrolled(content), 1)
        self._toast = Toast(self)
        self._toast.undone.connect(self.undo_asked)
        self._arrange(2)

    # ---- setters of `SettingsView`

    def show_settings(self, settings: StationSettings) -> None:
        for show in self._show.values():
            show(settings)

    def show_storage(self, consequence: StorageConsequence | None) -> None:
        self._storage_text.setText("\n".join(storage_sentences(consequence)))

    def show_refusal(self, key: str, why: str) -> None:
        self._rows[key].show_refusal(why)

    def show_trouble(self, trouble: Trouble) -> None:
        self._toast.show_text(told(trouble.what, trouble.remedy))

    def allow_changes(self, allowed: bool) -> None:
        for setting in self._rows.values():
            setting.setEnabled(allowed)
        text = translate("Settings", "A quality engineer or line lead can change these settings: sign in first.")
        self._note.setText("" if allowed else text)
        self._note.setVisible(not allowed)

    def show_changed(self, key: str) -> None:
        text = translate("Settings", "Changed: “{name}”").format(name=setting_name(key))
        self._toast.show_text(text, with_undo=True)

    def show_restart_needed(self, needed: bool) -> None:
        self._restart.setVisible(needed)

    # ---- building

    def _station_card(self) -> Card:
        card = Card(translate("Settings", "Station"))
        self._line(card, "station", lambda s: s.station, longest=40)
        self._choices(card, "theme", lambda s: s.theme, _themes())
        self._choices(card, "language", lambda s: s.language, _languages())
        self._restart = Text(
            translate("Settings", "The new language counts from the next start of Loupe."),
            Size.CAPTION,
            Tone.SOFT,
            wraps=True,
        )
        self._restart.hide()
        card.body.addWidget(self._restart)
        return card

    def _storage_card(self) -> Card:
        card = Card(translate("Settings", "Storage"))
        hint = translate("Settings", "Above it the oldest images of OK parts go first")
        self._number(card, "retention.quota_gb", lambda s: s.retention.quota_gb, (1, 1e6), unit="GB", hint=hint)
        days = translate("Settings", "days")
        self._number(card, "retention.keep_days", lambda s: s.retention.keep_days, (1, 36500), unit=days)
        hint = translate("Settings", "A sample of the older ones; 0 keeps none")
        setting = self._add_number(card, "retention.ok_share", (0, 100), unit="%", hint=hint)
        setting.number.value_changed.connect(lambda value: self.changed.emit("retention.ok_share", value / 100))
        self._show["retention.ok_share"] = lambda s: setting.number.set_value(s.retention.ok_share * 100)
        self._storage_text = Text("", Size.LABEL, Tone.SOFT, wraps=True)
        card.body.addWidget(self._storage_text)
        return card

    def _lot_card(self) -> Card:
        card = Card(translate("Settings", "Lots and shifts"))
        hint = translate("Settings", "0 shows no target")
        self._number(card, "lot_target", lambda s: s.lot_target, (0, 1e7), hint=hint)
        hint = translate("Settings", "Name and start: A 06:00, B 14:00, C 22:00")
        field = LineField(setting_name("shifts"))
        field.settled.connect(self._on_shifts)
        self._add(card, "shifts", field, hint)
        self._show["shifts"] = lambda s: field.show_text(shifts_text(s.shifts))
        return card

    def _alarm_card(self) -> Card:
        card = Card(translate("Settings", "Alarms"))
        card.head.addWidget(Text(translate("Settings", "0 switches an alarm off"), Size.CAPTION, Tone.FAINT))
        parts = translate("Settings", "parts")
        self._number(card, "alarms.ng_in_a_row", lambda s: s.alarms.ng_in_a_row, (0, 10_000), unit=parts)
        self._number(
            card, "alarms.not_inspected_in_a_row", lambda s: s.alarms.not_inspected_in_a_row, (0, 10_000), unit=parts
        )
        self._number(card, "alarms.no_trigger_s", lambda s: s.alarms.no_trigger_s, (0, 86_400), unit="s")
        hint = translate("Settings", "One false alarm in so many good parts; fewer call sooner")
        key, most = "alarms.changed_picture_every", 10_000_000
        self._number(card, key, lambda s: s.alarms.changed_picture_every, (0, most), unit=parts, hint=hint)
        self._number(card, "alarms.disk_low_gb", lambda s: s.alarms.disk_low_gb, (0, 100_000), unit="GB")
        return card

    def _start_card(self) -> Card:
        card = Card(translate("Settings", "Start and sign-out"))
        options = ((translate("Settings", "Off"), False), (translate("Settings", "On"), True))
        hint = translate("Settings", "With the last recipe and lot, after a self-test")
        self._choices(card, "autostart", lambda s: s.autostart, options, hint)
        hint = translate("Settings", "Without a touch or key; 0 never signs out")
        self._number(card, "idle_sign_out_min", lambda s: s.idle_sign_out_min, (0, 1440), unit="min", hint=hint)
        return card

    def _about_card(self) -> Card:
        card = Card(translate("Settings", "About"))
        version = Text(f"Loupe {about.version()}".strip(), Size.BODY)
        licences = Button(translate("Settings", "Licences"), icon_name="info", target=Target.TOUCH)
        licences.clicked.connect(self._show_licences)
        card.body.addLayout(row(version, None, licences))
        text = translate("Settings", "Inspection runs on this computer alone; no image leaves it.")
        card.body.addWidget(Text(text, Size.CAPTION, Tone.FAINT, wraps=True))
        return card

    def _line(self, card: Card, key: str, read: Callable[[StationSettings], str], *, longest: int) -> None:
        field = LineField(setting_name(key), longest=longest)
        field.settled.connect(lambda text: self.changed.emit(key, text))
        self._add(card, key, field)
        self._show[key] = lambda s: field.show_text(read(s))

    def _choices(
        self,
        card: Card,
        key: str,
        read: Callable[[StationSettings], object],
        options: tuple[tuple[str, object], ...],
        hint: str = "",
    ) -> None:
        field = Choices(setting_name(key), options)
        field.chosen.connect(lambda value: self.changed.emit(key, value))
        self._add(card, key, field, hint)
        self._show[key] = lambda s: field.show_choice(read(s))

    def _number(
        self,
        card: Card,
        key: str,
        read: Callable[[StationSettings], float],
        limits: tuple[float, float],
        *,
        unit: str = "",
        hint: str = "",
    ) -> None:
        setting = self._add_number(card, key, limits, unit=unit, hint=hint)
        setting.number.value_changed.connect(lambda value: self.changed.emit(key, value))
        self._show[key] = lambda s: setting.number.set_value(read(s))

    def _add_number(self, card: Card, key: str, limits: tuple[float, float], *, unit: str, hint: str) -> NumberRow:
        setting = NumberRow(setting_name(key), hint, limits, unit)
        self._rows[key] = setting
        card.body.addWidget(setting)
        return setting

    def _add(self, card: Card, key: str, field: QWidget, hint: str = "") -> None:
        self._rows[key] = SettingRow(setting_name(key), field, hint)
        card.body.addWidget(self._rows[key])

    def _arrange(self, columns: int) -> None:
        """Cards side by side; each column is as tall as its own cards."""
        if columns == self._columns:
            return
        self._columns = columns
        stacks = [QVBoxLayout() for _ in range(columns)]
        while self._grid.count():
            self._grid.takeAt(0)
        for number, card in enumerate(self._cards):
            stacks[number % columns].addWidget(card)
        for number, stack in enumerate(stacks):
            stack.setSpacing(GAP)
            stack.addStretch(1)
            self._grid.addLayout(stack, 0, number)
        for number in range(self._grid.columnCount()):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    # ---- what a person does

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(3 if self.width() >= _THREE_COLUMNS_FROM else 2)

    def _on_shifts(self, text: str) -> None:
        shifts = read_shifts(text)
        if shifts is None:
            self.show_refusal(
                "shifts", translate("Settings", "Write each shift like A 06:00, with a comma between two.")
            )
            return
        self.changed.emit("shifts", shifts)

    def _show_licences(self) -> None:
        sheet = Sheet(self, translate("Settings", "Licences"), width=900)
        text = QPlainTextEdit(about.licence_text())
        text.setReadOnly(True)
        text.setFixedHeight(_LICENCES_HEIGHT)
        text.setAccessibleName(translate("Settings", "Licences"))
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        close = Button(translate("Settings", "Close"))
        close.clicked.connect(sheet.accept)
        sheet.body.addWidget(text)
        sheet.buttons.addLayout(row(None, close))
        sheet.exec()
        sheet.deleteLater()


def _themes() -> tuple[tuple[str, object], ...]:
    return ((translate("Settings", "Dark"), Theme.DARK), (translate("Settings", "Light"), Theme.LIGHT))


def _languages() -> tuple[tuple[str, object], ...]:
    return (("English", Language.ENGLISH), ("Deutsch", Language.GERMAN))
