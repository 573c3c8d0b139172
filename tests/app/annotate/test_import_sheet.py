"""Before labels come in, a person reads what would be left out and what is taken otherwise than it stands."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.annotate.sheets.transfer import ImportSheet
from labeling.exchange import BadEntry, ExchangeTrouble, LabelledImage, Reading, Remark
from tests.app.setting_up import texts
from vision.inspection import say


def test_what_is_taken_otherwise_is_read_before_it_is_imported(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    folder = Remark(where="c.json", what=say("The folder {labels} was taken.", labels="test/crack"))
    boxes = [Remark(where=f"c.json, {n}", what=say("A box without a mask became a rectangle.")) for n in range(30)]
    bad = [BadEntry(where=f"c.json, {n}", trouble=ExchangeTrouble("It is bad.", "", "")) for n in range(30)]
    image = LabelledImage(path="001.png", width=9, height=9)
    sheet = ImportSheet(window, Reading(images=(image,), bad=(*bad,), remarks=(folder, *boxes)), (), lambda: None)
    window.show()
    sheet.show()
    assert "c.json: The folder test/crack was taken." in texts(sheet)
    assert window.rect().contains(sheet.geometry())
