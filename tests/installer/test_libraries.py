"""Missing system libraries are named as the exact packages that bring them."""

import pytest

from installer import libraries
from installer.console import Stop


def test_a_complete_system_misses_nothing() -> None:
    assert libraries.missing_packages({"DISPLAY": ":0"}, lambda _: True, font=True) == []


def test_missing_libraries_become_packages_each_once() -> None:
    missing = libraries.missing_packages(
        {}, lambda soname: soname not in {"libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0"}, font=True
    )
    assert missing == ["libegl1", "libglib2.0-0"]


def test_the_x_libraries_are_asked_for_only_with_a_screen() -> None:
    def found(soname: str) -> bool:
        return "xcb" not in soname

    assert libraries.missing_packages({}, found, font=True) == []
    assert "libxcb-cursor0" in libraries.missing_packages({"DISPLAY": ":0"}, found, font=True)


def test_a_system_without_any_font_gets_one(tmp_path) -> None:  # type: ignore[no-untyped-def]
    assert not libraries.has_font((str(tmp_path), str(tmp_path / "absent")))
    assert libraries.missing_packages({}, lambda _: True, font=False) == ["fonts-dejavu-core"]
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.ttf").touch()
    assert libraries.has_font((str(tmp_path),))


def test_a_library_that_does_not_exist_does_not_load() -> None:
    assert not libraries.loads("libno-such-thing.so.9")


def test_a_normal_user_reads_the_exact_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "_may_install", lambda: False)
    monkeypatch.setattr(libraries.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(
        Stop, match=r"(?s)Qt needs it\..*sudo apt-get install -y --no-install-recommends libegl1 libgl1$"
    ):
        libraries.provide(["libegl1", "libgl1"], "Qt needs it.")


def test_without_apt_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "_may_install", lambda: False)
    monkeypatch.setattr(libraries.shutil, "which", lambda _: None)
    with pytest.raises(Stop, match=r"(?s)no apt-get.*libegl1 libgl1$"):
        libraries.provide(["libegl1", "libgl1"], "Qt needs it.")


@pytest.fixture
def apt(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Root on a fresh Debian without package lists; the list holds what apt was asked."""
    asked: list[str] = []

    def run(command: list[str]) -> bool:
        asked.append(" ".join(command))
        return True

    monkeypatch.setattr(libraries, "_may_install", lambda: True)
    monkeypatch.setattr(libraries, "_lists_present", lambda: False)
    monkeypatch.setattr(libraries, "_apt", run)
    return asked


def test_root_installs_and_says_so(apt: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    libraries.provide(["libegl1"], "Qt needs it.")
    assert apt == ["apt-get update", "apt-get install -y --no-install-recommends libegl1"]
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Installing it as root: apt-get install" in captured.err


def test_nothing_missing_asks_nothing(apt: list[str]) -> None:
    libraries.provide([], "Qt needs it.")
    assert apt == []


def test_a_failing_apt_is_said(apt: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "_apt", lambda _: False)
    with pytest.raises(Stop, match="could not install libegl1"):
        libraries.provide(["libegl1"], "Qt needs it.")
