"""The Teach screen with its real widgets, and everything around it at hand."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from app.recipe.screen import TeachNeeds, make_teach
from app.theme import ThemeName, apply_theme
from tests.app.history.background import AtOnce
from tests.app.recipe.twins import ListedReleases, Person, QuickTeacher, StillCamera, TwoModels, TwoStored
from vision.teaching import upper_bound


@pytest.fixture
def make_screen(qtbot, tmp_path):
    apply_theme(QApplication.instance(), ThemeName.DARK)

    def make(*, may=True, releases=None, camera=None):
        needs = TeachNeeds(
            background=AtOnce(),
            teacher=QuickTeacher(),
            releases=releases or ListedReleases(),
            models=TwoModels(),
            permits=Person(may=may),
            camera=camera or StillCamera(),
            stored=TwoStored(),
            captures=lambda name: tmp_path / "captures" / name,
            upper_bound=upper_bound,
            on_released=lambda recipe, version: None,
        )
        screen = make_teach(needs)
        qtbot.addWidget(screen.view)
        screen.view.resize(1188, 744)
        screen.view.show()
        teacher = needs.teacher
        return SimpleNamespace(view=screen.view, presenter=screen.presenter, needs=needs, orders=teacher.orders)

    return make
