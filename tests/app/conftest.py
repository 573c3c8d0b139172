"""The look on the test application, and a station that does what it is told."""

import pytest
from PySide6.QtWidgets import QApplication

from app.theme import ThemeName, apply_theme
from tests.app.line import FakeStation


@pytest.fixture(params=list(ThemeName))
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> ThemeName:
    """Both themes, one after the other."""
    apply_theme(qapp, request.param)
    return request.param


@pytest.fixture
def dark(qapp: QApplication) -> ThemeName:
    """The dark theme alone, where the look does not matter."""
    apply_theme(qapp, ThemeName.DARK)
    return ThemeName.DARK


@pytest.fixture
def light(qapp: QApplication) -> ThemeName:
    """The light theme alone."""
    apply_theme(qapp, ThemeName.LIGHT)
    return ThemeName.LIGHT


@pytest.fixture
def station() -> FakeStation:
    """A station that inspects lot L-2419 with recipe Magnet tile 42."""
    return FakeStation()
