"""Near-duplicates, suspect labels, frozen sets, and inspected parts that join."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication

from app.datasets.duplicates_presenter import TAG
from app.datasets.ports import PartsWanted, Which
from app.datasets.sheets import FreezeSheet, LookSheet, PartsSheet
from app.datasets.shown import Page
from labeling.records.datasets import FrozenKind, ImageOrder
from tests.app.datasets.test_gallery import choose, shown
from tests.app.datasets.twins import EVA, INA, Screen, plate
from tests.app.history.background import WhenTold
from tests.app.screenshots import SIZES, shoot
from tests.app.setting_up import PIN, texts

T = TypeVar("T", FreezeSheet, LookSheet, PartsSheet)


def sheet(kind: type[T]) -> T:
    """The open one."""
    (found,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())
    return found


def label_all(screen: Screen) -> None:
    for path in screen.images():
        screen.label(path, crack=path.startswith("crack"))


# ---- near-duplicates


def test_the_labelled_one_is_offered_to_keep_and_the_others_are_tagged(screen: Screen) -> None:
    screen.label("good/0.png")
    screen.parts.view.pages[Page.DUPLICATES].click()
    page = screen.parts.view.duplicates
    images = screen.images()
    assert page.grid.images.ids == [images["good/0.png"].id, images["again/0.png"].id]
    assert page.grid.chosen_ids == [images["good/0.png"].id]
    page.keep.click()
    assert {path: set(image.tags) for path, image in screen.images().items() if image.tags} == {"again/0.png": {TAG}}
    assert page.groups.rows[0].is_settled
    assert not page.keep_first.isEnabled()
    page.grid.choose(images["again/0.png"].id)
    page.keep.click()  # on second thoughts, the other one
    assert {path for path, image in screen.images().items() if TAG in image.tags} == {"good/0.png"}


def test_keeping_the_first_of_every_group(screen: Screen, folder: Path) -> None:
    plate(folder / "again" / "1.png", 1, brighter=6)
    screen.parts.presenter.rescan()
    screen.parts.presenter.turn_to(Page.DUPLICATES)
    assert len(screen.parts.view.duplicates.groups.rows) == 2
    screen.parts.duplicates.keep_first_of_all()
    assert {path for path, image in screen.images().items() if TAG in image.tags} == {"good/0.png", "good/1.png"}
    assert all(row.is_settled for row in screen.parts.view.duplicates.groups.rows)


def test_while_other_work_goes_on_nothing_else_begins_and_it_is_told(make: Callable[..., Screen], folder: Path) -> None:
    plate(folder / "again" / "1.png", 1, brighter=6)
    lane = WhenTold()
    screen = make(background=lane)
    screen.make("Plates", folder)
    screen.parts.presenter.turn_to(Page.DUPLICATES)
    lane.work_off()
    view, page = screen.parts.view, screen.parts.view.duplicates
    choose(screen, "good/1.png")
    group = list(page.grid.images.ids)
    view.rescan.click()
    busy = (page.keep, page.keep_first, view.frozen_page.check, view.gallery.tag, view.gallery.freeze)
    assert {button.toolTip() for button in busy} == {"Looking through the folder"}
    assert not any(button.isEnabled() for button in busy)
    screen.parts.duplicates.keep(group[0])
    assert "Looking through the folder" in screen.troubles[0]
    assert "not begun" in screen.troubles[0]
    assert list(page.grid.images.ids) == group
    lane.work_off()  # the look through the folder
    lane.work_off()  # the groups
    assert all(button.isEnabled() for button in busy)
    assert list(page.grid.images.ids) == group  # nothing was tagged, so the group is still in hand
    page.keep.click()
    lane.work_off()
    lane.work_off()
    assert list(page.grid.images.ids) != group


def test_where_nothing_is_alike_it_says_so(make: Callable[..., Screen], tmp_path: Path) -> None:
    for seed in (1, 2):
        plate(tmp_path / "two" / f"{seed}.png", seed)
    screen = make()
    screen.make("Two", tmp_path / "two")
    screen.parts.presenter.turn_to(Page.DUPLICATES)
    assert screen.parts.view.duplicates.none.isVisible()


def test_an_image_of_a_group_goes_to_annotate_with_its_group(screen: Screen) -> None:
    screen.parts.presenter.turn_to(Page.DUPLICATES)
    page = screen.parts.view.duplicates
    page.grid.opened.emit(page.grid.images.ids[1])
    assert screen.handed_over == [("Plates", list(page.grid.images.ids), page.grid.images.ids[1])]


# ---- suspect labels


def test_the_wrong_label_comes_first_and_says_why(screen: Screen, folder: Path) -> None:
    for number in range(20, 32):  # more than the ten neighbours that are asked
        plate(folder / "crack" / f"{number}.png", number, crack=True)
    screen.parts.presenter.rescan()
    label_all(screen)
    screen.label("crack/0.png")  # a crack that somebody called good
    screen.parts.view.gallery.suspects.click()
    form = sheet(LookSheet)
    assert form.recipe.box.currentText() == "Plate"
    form.go_on.click()
    assert screen.models.asked == ["Plate"]
    assert shown(screen)[0] == "crack/0.png"
    image = screen.images()["crack/0.png"]
    assert screen.parts.presenter.describe(image).reason == "Model sees a defect"
    assert (image.file.score, screen.parts.presenter.query.order) == (80, ImageOrder.SUSPICION)
    assert screen.parts.presenter.describe(screen.images()["good/1.png"]).reason == ""
    screen.parts.presenter.reasons = {}  # as after a restart: the score that was kept still says it
    assert screen.parts.presenter.describe(image).reason == "Model sees a defect"


def test_too_few_labels_cannot_be_compared(screen: Screen) -> None:
    screen.label("good/0.png")
    screen.parts.suspects.ask()
    assert "Fewer than two" in screen.troubles[0]
    assert screen.models.asked == []


def test_a_file_that_is_gone_does_not_stop_the_look(screen: Screen, folder: Path) -> None:
    label_all(screen)
    (folder / "good" / "2.png").unlink()
    screen.parts.suspects.look(None)
    assert "1 images could not be looked at" in screen.troubles[0]
    assert screen.images()["good/2.png"].suspicion is None
    assert screen.images()["good/1.png"].suspicion is not None


# ---- frozen sets


def freeze(screen: Screen, kind: FrozenKind, name: str, by: str = "") -> None:
    screen.parts.view.gallery.freeze_asked.emit(kind)
    form = sheet(FreezeSheet)
    form.name.setText(name)
    form.by.setText(by)
    form.go_on.click()
    form.reject()


def test_a_golden_set_is_signed_by_who_is_signed_in(make: Callable[..., Screen], folder: Path) -> None:
    screen = make(EVA, INA)
    screen.make("Plates", folder)
    label_all(screen)
    screen.session.sign_in("Ina", PIN)
    screen.parts.view.gallery.freeze_asked.emit(FrozenKind.GOLDEN)
    assert "another role" in screen.troubles[0]
    screen.session.sign_in("Eva Lang", PIN)
    freeze(screen, FrozenKind.GOLDEN, "Gate 1")
    made = screen.needs.frozen.load("Gate 1")
    assert (made.author, made.kind, len(made.images)) == ("Eva Lang", FrozenKind.GOLDEN, 7)
    page = screen.parts.view.frozen_page
    assert screen.parts.presenter.page is Page.FROZEN
    assert "signed by Eva Lang" in page.signed.text()
    assert page.fingerprint.text().replace(" ", "").endswith(made.fingerprint)
    assert "not compared yet" in page.state.text()
    page.check.click()
    assert page.state.text() == "Unchanged: list, labels and every file."
    plate(folder / "good" / "1.png", 99)
    (folder / "crack" / "0.png").unlink()
    page.check.click()
    assert page.changed.text() == "Files gone or changed: 2. crack/0.png, good/1.png."


def test_a_comparison_that_is_cancelled_claims_no_more_than_it_saw(make: Callable[..., Screen], folder: Path) -> None:
    lane = WhenTold()
    screen = make(background=lane)
    screen.make("Plates", folder)
    dataset = screen.parts.presenter.dataset
    assert dataset is not None
    screen.needs.frozen.freeze(FrozenKind.SNAPSHOT, "first", dataset, screen.needs.datasets.book.ids(dataset.id), "Ada")
    screen.parts.presenter.turn_to(Page.FROZEN)
    lane.work_off()
    page = screen.parts.view.frozen_page
    (folder / "good" / "1.png").unlink()
    page.check.click()
    assert not page.check.isEnabled()
    screen.parts.view._progress.button.click()
    lane.work_off()
    assert "Stopped: 0 of 7 files compared." in page.state.text()
    assert page.check.isEnabled()


def test_where_nobody_can_sign_in_the_signature_is_written(screen: Screen) -> None:
    label_all(screen)
    screen.parts.view.gallery.freeze_asked.emit(FrozenKind.GOLDEN)
    form = sheet(FreezeSheet)
    form.name.setText("Gate 1")
    assert not form.go_on.isEnabled()
    form.by.setText("Ada")
    form.go_on.click()
    assert screen.needs.frozen.load("Gate 1").author == "Ada"


def test_only_the_chosen_ones_are_frozen_and_a_taken_name_is_refused(screen: Screen) -> None:
    choose(screen, "good/1.png", "good/2.png")
    freeze(screen, FrozenKind.SNAPSHOT, "first")
    assert [line.path for line in screen.needs.frozen.load("first").images] == ["good/1.png", "good/2.png"]
    freeze(screen, FrozenKind.SNAPSHOT, "FIRST")
    assert "is frozen already" in screen.troubles[0]
    assert screen.needs.frozen.names(FrozenKind.SNAPSHOT) == ["first"]


def test_unlabelled_images_make_no_golden_set(screen: Screen) -> None:
    freeze(screen, FrozenKind.GOLDEN, "Gate 1", by="Ada")
    assert "not labelled to the end" in screen.troubles[0]
    assert screen.needs.frozen.names(FrozenKind.GOLDEN) == []


def test_a_set_that_a_hand_changed_is_shown_as_such(screen: Screen) -> None:
    freeze(screen, FrozenKind.SNAPSHOT, "first")
    database = screen.store.database

    def tamper(db: object) -> None:
        db.conn.execute("DROP TRIGGER IF EXISTS frozen_no_update")  # type: ignore[attr-defined]
        for (name,) in db.conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():  # type: ignore[attr-defined]
            if "frozen" in name:
                db.conn.execute(f"DROP TRIGGER {name}")  # type: ignore[attr-defined]
        db.conn.execute("UPDATE frozen_images SET sha256 = 'x' WHERE position = 0")  # type: ignore[attr-defined]

    database.write(tamper)
    screen.parts.frozen.enter()
    page = screen.parts.view.frozen_page
    assert "was changed after it was frozen" in page.changed.text()
    assert not page.check.isVisible()


def test_only_sets_of_the_dataset_in_hand_are_listed(screen: Screen, tmp_path: Path) -> None:
    freeze(screen, FrozenKind.SNAPSHOT, "first")
    plate(tmp_path / "other" / "0.png", 50)
    screen.make("Other", tmp_path / "other")
    assert screen.parts.view.frozen_page.none.isVisible()
    screen.parts.presenter.choose("Plates")
    assert "first" in texts(screen.parts.view.frozen_page)


# ---- inspected parts


def test_inspected_parts_are_asked_for_by_lot_and_judgement(screen: Screen) -> None:
    screen.parts.view.parts.click()
    form = sheet(PartsSheet)
    form.which.chosen.emit(Which.FALSE_ALARM)
    form.lot.setText(" L-7 ")
    form.go_on.click()
    assert screen.shelf.asked == [PartsWanted(recipe="Plate", lot="L-7", which=Which.FALSE_ALARM)]
    assert "No image joined" in screen.said[0]


@pytest.mark.parametrize("page", list(Page))
def test_every_page_in_both_themes_and_sizes(screen: Screen, theme: str, page: Page) -> None:
    label_all(screen)
    freeze(screen, FrozenKind.GOLDEN, "Gate 1", by="Ada")
    screen.parts.presenter.turn_to(page)
    for width, height in SIZES:
        screen.parts.view.resize(width - 92, height - 56)
        picture = shoot(screen.parts.view, f"datasets-{page.name.lower()}", theme)  # type: ignore[arg-type]
        assert not picture.isNull()
