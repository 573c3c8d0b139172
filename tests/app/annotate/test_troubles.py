"""What can go wrong while marking: nothing is lost, and it is said what to do."""

import os
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.annotate.sheets.menus import More
from app.session import Permission
from app.widgets.text import Text
from labeling.annotation import Annotation
from labeling.catalog import Severity
from labeling.exchange import FORMATS
from labeling.records.datasets import NewAnnotation
from labeling.storage import AnnotationBook
from tests.app.annotate.at_work import HEIGHT, WIDTH, AtWork
from tests.app.annotate.conftest import Start


def test_a_file_that_vanished_is_named_and_the_others_go_on(work: AtWork, images: Path) -> None:
    (images / "005.png").unlink()
    work.screen.presenter.choose(5)
    assert work.bench.session is None
    assert "005.png" in work.canvas.accessibleDescription()
    work.key(Qt.Key.Key_Left)
    work.stroke((20, 20), (60, 20))
    assert len(work.areas()) == 1


def test_a_file_of_another_size_is_not_marked(work: AtWork, images: Path) -> None:
    cv2.imwrite(str(images / "005.png"), np.zeros((50, 50), np.uint8))
    work.screen.presenter.choose(5)
    assert work.bench.session is None
    assert "50 x 50" in work.canvas.accessibleDescription()


def test_a_file_that_has_come_back_is_shown_at_once(work: AtWork, images: Path) -> None:
    content = (images / "005.png").read_bytes()
    (images / "005.png").unlink()
    work.screen.presenter.choose(3)
    (images / "005.png").write_bytes(content)
    work.screen.presenter.choose(5)
    assert work.bench.session is not None


def test_another_image_in_the_place_of_a_file_is_not_marked(work: AtWork, images: Path) -> None:
    work.screen.presenter.choose(5)
    work.stroke((20, 20), (60, 20))
    work.screen.presenter.choose(0)
    work.screen.presenter.close_dataset()
    cv2.imwrite(str(images / "005.png"), np.full((HEIGHT, WIDTH), 99, np.uint8))
    work.screen.start.choose("Plates")
    work.screen.presenter.choose(5)
    assert work.bench.session is None
    assert "another image than before" in work.canvas.accessibleDescription()
    work.screen.presenter.rescan()
    assert len(work.areas()) == 1
    assert "005.png" in work.told[-1].remedy


def test_the_same_image_written_anew_is_the_same(work: AtWork, images: Path) -> None:
    os.utime(images / "005.png", (0, 0))
    work.screen.presenter.choose(5)
    assert work.bench.session is not None


def test_an_image_that_cannot_be_saved_shows_that_it_is_done(work: AtWork) -> None:
    image = work.screen.presenter.image
    assert image is not None
    other = Annotation(width=image.file.width, height=image.file.height, tags=frozenset({"other"}))
    AnnotationBook(work.database).save(NewAnnotation(image_id=image.id, annotation=other, base=0), "Ben", "tags")
    work.key(Qt.Key.Key_N)
    assert work.screen.presenter.image is image
    assert work.screen.view.side.done.accessibleName() == "Next image"


def test_the_one_who_saves_later_is_told(work: AtWork) -> None:
    image = work.screen.presenter.image
    assert image is not None
    empty = Annotation(width=image.file.width, height=image.file.height, tags=frozenset({"other"}))
    AnnotationBook(work.database).save(NewAnnotation(image_id=image.id, annotation=empty, base=0), "Ben", "tags")
    work.stroke((20, 20), (60, 20))
    work.key(Qt.Key.Key_Right)
    assert work.told
    assert work.screen.presenter.image is image
    assert len(work.areas()) == 1
    work.key(Qt.Key.Key_Right)
    assert [one.author for one in AnnotationBook(work.database).history(image.id)] == ["Eva", "Ben"]


def test_what_another_screen_has_labelled_is_there_when_one_comes_back(work: AtWork) -> None:
    image = work.screen.presenter.image
    assert image is not None
    AnnotationBook(work.database).tag([image.id], "Eva", add=["glare"])
    work.screen.presenter.enter()
    session = work.bench.session
    assert session is not None
    assert session.annotation.tags == {"glare"}


def test_strokes_stay_in_memory_while_the_disk_takes_none(work: AtWork) -> None:
    unsaved = work.home.labels / "unsaved"
    work.home.labels.mkdir(parents=True, exist_ok=True)
    unsaved.write_text("in the way")
    work.stroke((20, 20), (60, 20))
    work.stroke((20, 60), (60, 60))
    assert len(work.areas()) == 2
    assert [one is not None for one in work.saving] == [True]
    unsaved.unlink()
    work.bench.check_saving()
    assert work.saving[-1] is None
    assert list(unsaved.iterdir())


def test_a_second_loupe_only_looks(start: Start, images: Path) -> None:
    first = start()
    first.open(images, "Crack")
    first.stroke((20, 20), (60, 20))
    first.screen.presenter.save()
    second = start(refused="Another Loupe works here.")
    second.screen.start.choose("Plates")
    assert len(second.areas()) == 1
    second.stroke((20, 60), (60, 60))
    second.key(Qt.Key.Key_Z)
    assert len(second.areas()) == 1
    button = second.screen.view.side.done
    assert not button.isEnabled()
    assert button.accessibleDescription() == "Another Loupe works here."


def test_who_may_not_mark_is_told(work: AtWork) -> None:
    work.person.forbidden.add(Permission.REVIEW)
    work.screen.presenter.person_changed()
    work.stroke((20, 20), (60, 20))
    work.key(Qt.Key.Key_N)
    assert work.areas() == []
    assert not work.screen.view.side.done.isEnabled()
    work.person.forbidden.clear()
    work.screen.presenter.person_changed()
    work.stroke((20, 20), (60, 20))
    assert len(work.areas()) == 1


def test_without_a_class_one_is_asked_for_and_the_stroke_waits(start: Start, images: Path) -> None:
    work = start()
    work.open(images)
    work.stroke((20, 20), (60, 20))
    assert work.areas() == []
    sheet = work.sheet()
    sheet.name.setText("Scratch")  # type: ignore[attr-defined]
    work.agree()
    assert work.strokes() == ["Brush, Scratch"]
    assert work.areas()[0] > 400


def test_classes_are_renamed_and_merged_with_what_is_marked(work: AtWork) -> None:
    work.stroke((20, 20), (60, 20))
    crack, blowhole = work.classes
    work.screen.classes.merge(crack.id, blowhole.id)
    assert [one.name for one in work.classes] == ["Blowhole"]
    rows = work.screen.view.side.classes.rows
    assert [(row.one.name, row.count) for row in rows] == [("Blowhole", 1)]
    work.stroke((40, 20), (60, 30))
    assert len(work.areas()) == 1, "of the same class now"
    example = work.screen.classes.example_here()
    assert example is not None
    assert (example.left, example.top) == (0, 0)
    assert example.width > 60


def test_the_form_of_a_class_tells_what_happened_to_it(work: AtWork) -> None:
    crack, blowhole = work.classes
    work.screen.classes.change(replace(crack, name="Hairline", severity=Severity.CRITICAL))
    work.person.who = "Ben"
    work.screen.classes.merge(blowhole.id, crack.id)
    work.screen.classes.ask(crack.id)
    next(one for one in work.sheet().findChildren(QPushButton) if one.text() == "History").click()
    lines = [label.text().split(" · ")[1:] for label in work.sheet().findChildren(Text) if " · " in label.text()]
    assert lines == [
        ["Ben", "took over “Blowhole”"],
        ["Eva", "renamed from “Crack” to “Hairline”, major → critical"],
        ["Eva", "added as “Crack”"],
    ]


def test_a_long_name_of_a_stroke_ends_in_dots(work: AtWork) -> None:
    long = "Blowhole at the edge of the upper flange"
    work.screen.classes.change(replace(work.classes[0], name=long))
    work.stroke((20, 20), (60, 20))
    (line,) = [one for one in work.screen.view.side.strokes.findChildren(Text) if one.toolTip()]
    assert line.toolTip() == f"Brush, {long}"
    assert line.text().startswith("Brush, Blow")
    assert line.text().endswith("…")


def test_clicks_use_the_built_in_way_again(work: AtWork) -> None:
    work.person.forbidden.add(Permission.TEACH)
    work.screen.view.menu_chosen.emit(More.BUILT_IN, None)
    assert not work.models.is_built_in
    work.person.forbidden.clear()
    work.screen.view.menu_chosen.emit(More.BUILT_IN, None)
    assert work.models.is_built_in
    assert work.said[-1] == "Clicks now use the built-in way."


def test_bad_entries_are_offered_to_be_left_out(work: AtWork, tmp_path: Path) -> None:
    file = tmp_path / "tags.csv"
    work.screen.presenter.set_tags(frozenset({"glare"}))
    work.screen.presenter.save()
    work.screen.transfer.prepare_export(FORMATS["csv"], file)
    work.agree()
    text = file.read_text()
    file.write_text(text.replace("glare", "dust") + text.splitlines()[1].replace("000.png", "unknown.png") + "\n")
    work.screen.transfer.read(FORMATS["csv"], file)
    work.agree()
    stored = work.stored(0)
    assert stored is not None
    assert stored.annotation.tags == {"dust"}
    assert stored.tool == "import from CSV"


def test_a_dataset_that_was_cancelled_holds_what_was_read(start: Start, images: Path) -> None:
    work = start()
    page = work.screen.view.start
    page.progress.bar.valueChanged.connect(lambda done: page.progress.button.click() if done == 2 else None)
    work.open(images, "Crack")
    assert work.screen.view.strip.model().rowCount() == 2


def test_who_has_signed_out_is_still_the_author(work: AtWork) -> None:
    work.stroke((20, 20), (60, 20))
    work.person.who = "Ben"
    work.screen.presenter.person_changed()
    stored = work.stored(0)
    assert stored is not None
    assert stored.author == "Eva"


def test_late_answers_and_proposals_of_another_image_are_dropped(work: AtWork) -> None:
    work.key(Qt.Key.Key_M)
    work.key(Qt.Key.Key_Right)
    assert not work.screen.view.easel.proposal.isVisible()
    work.key(Qt.Key.Key_Return)
    assert work.areas() == []


def test_escape_goes_back_step_by_step(work: AtWork) -> None:
    view = work.screen.view
    work.key(Qt.Key.Key_M)
    assert view.go_back()
    assert not view.easel.proposal.isVisible()
    work.key(Qt.Key.Key_P)
    work.click(20, 20)
    assert view.go_back()
    assert view.start.isHidden()
    assert view.go_back()
    assert not view.start.isHidden()
    assert not view.go_back()
