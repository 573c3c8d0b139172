"""A small checkout with wheels of its own: made, left alone, repaired, followed, refused. Real venv, real pip, no network."""

import base64
import hashlib
import sys
import zipfile
from pathlib import Path

import pytest

from installer import packages, prepare
from installer.checkout import Progress, Site, State, assess, write_stamp
from installer.console import Stop

pytestmark = pytest.mark.skipif("sys.platform == 'win32'", reason="the stand-in for Python is a shell script")

WHEEL = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def make_wheel(folder: Path, name: str) -> str:
    """Write a wheel with one module; its line for a lock."""
    path = folder / f"{name}-1.0-py3-none-any.whl"
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}.py": "",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": WHEEL,
    }
    digests = {file: hashlib.sha256(text.encode()).digest() for file, text in files.items()}
    record = "".join(
        f"{file},sha256={base64.urlsafe_b64encode(digest).rstrip(b'=').decode()},{len(files[file])}\n"
        for file, digest in digests.items()
    )
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)
        archive.writestr(f"{info}/RECORD", record + f"{info}/RECORD,,\n")
    return f"{name}==1.0 --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A checkout whose lock names one little package."""
    site = Site(tmp_path / "checkout")
    site.lock.parent.mkdir(parents=True)
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    site.lock.write_text(make_wheel(wheels, "alpha"))
    (site.root / "pyproject.toml").write_text("")
    make_wheel(wheels, "omega")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setattr(packages, "BUILD_TOOLS", frozenset({"alpha"}))
    monkeypatch.setattr(packages, "install_loupe", lambda python, root: None)
    monkeypatch.setattr(prepare, "PROBE", "import alpha")
    monkeypatch.setattr(prepare, "_provide_libraries", lambda words: None)
    return site


def installed(site: Site) -> set[str]:
    return {path.stem for path in site.venv.glob("[Ll]ib/**/site-packages/*.py") if path.stem in {"alpha", "omega"}}


@pytest.mark.slow
def test_an_environment_is_made_once_and_follows_its_lock(
    checkout: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert prepare.prepare(str(checkout.root), []) == checkout.python
    assert installed(checkout) == {"alpha"}
    assert assess(checkout).state is State.READY
    said = capsys.readouterr()
    assert said.out == ""
    assert "[4/4]" in said.err

    with monkeypatch.context() as nothing_changed:
        nothing_changed.setattr(packages, "pip", None)
        prepare.prepare(str(checkout.root), [])
    assert capsys.readouterr().err == ""

    checkout.lock.write_text(make_wheel(tmp_path / "wheels", "omega"))
    assert assess(checkout).state is State.UPDATE
    monkeypatch.setattr(packages, "BUILD_TOOLS", frozenset({"omega"}))
    monkeypatch.setattr(prepare, "PROBE", "import omega")
    prepare.prepare(str(checkout.root), [])
    assert installed(checkout) == {"omega"}, "what the lock no longer names is removed"

    refuses = {
        "is refused": "omega==1.0 --hash=sha256:" + "0" * 64,
        "cannot be reached": "nowhere==1.0 --hash=sha256:" + "0" * 64,
    }
    for told, line in refuses.items():
        write_stamp(checkout, Progress.FINISHED)
        checkout.lock.write_text(line + "\n")
        monkeypatch.setattr(packages, "BUILD_TOOLS", frozenset({"omega", "nowhere"}))
        packages.remove(checkout.python, {"omega"})
        with pytest.raises(Stop, match=told):
            prepare.prepare(str(checkout.root), [])


@pytest.fixture
def finished(tmp_path: Path) -> Site:
    """A checkout with a finished environment that is only as real as the assessment looks."""
    site = Site(tmp_path)
    site.lock.parent.mkdir()
    site.lock.write_text("alpha==1.0\n")
    (tmp_path / "pyproject.toml").write_text("")
    site.python.parent.mkdir(parents=True)
    site.python.write_text("#!/bin/sh\nexit 0\n")
    site.python.chmod(0o755)
    record = site.venv / "lib" / "python3.11" / "site-packages" / "alpha-1.0.dist-info" / "RECORD"
    record.parent.mkdir(parents=True)
    record.write_text("alpha.py,,\n")
    write_stamp(site, Progress.FINISHED)
    return site


def test_a_finished_environment_is_ready(finished: Site) -> None:
    assert assess(finished).state is State.READY


def test_an_interrupted_installation_is_done_again(finished: Site) -> None:
    write_stamp(finished, Progress.BEGUN)
    assert assess(finished).state is State.BUILD
    assert "interrupted" in assess(finished).reason


def test_whole_packages_are_kept_when_only_the_last_steps_failed(finished: Site) -> None:
    write_stamp(finished, Progress.UNPACKED)
    assert assess(finished).state is State.UPDATE


@pytest.mark.parametrize("text", ["", "{", "[]", '{"complete": true'])
def test_a_torn_stamp_counts_as_interrupted(finished: Site, text: str) -> None:
    finished.stamp.write_text(text)
    assert assess(finished).state is State.BUILD


def test_a_damaged_package_is_named(finished: Site) -> None:
    next(finished.venv.glob("lib/*/site-packages/alpha-1.0.dist-info/RECORD")).unlink()
    assert assess(finished).state is State.BUILD
    assert "alpha-1.0" in assess(finished).reason


def test_an_interpreter_that_does_not_start_means_a_new_environment(finished: Site) -> None:
    finished.python.write_text("#!/bin/sh\nexit 1\n")
    assert assess(finished).state is State.BUILD
    finished.python.unlink()
    assert assess(finished).state is State.BUILD


@pytest.mark.parametrize("name", ["installer/requirements.lock", "pyproject.toml"])
def test_a_changed_project_is_followed(finished: Site, name: str) -> None:
    (finished.root / name).write_text("# changed\n")
    assert assess(finished).state is State.UPDATE


def test_an_environment_of_somebody_else_is_completed_not_thrown_away(finished: Site) -> None:
    finished.stamp.unlink()
    assert assess(finished).state is State.UPDATE


def test_a_small_disk_is_said_before_anything_is_loaded(checkout: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepare, "DISK_GB", 1e9)
    with pytest.raises(Stop, match=r"has [\d.]+ GB free and the packages need about"):
        prepare.prepare(str(checkout.root), [])
    assert not checkout.venv.exists()


def test_a_folder_that_may_not_be_written_is_said(checkout: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(Stop, match=r"This user may not write to .*\.venv\. "):
        prepare.prepare(str(checkout.root), [])


def test_a_package_that_does_not_load_is_said(finished: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    finished.python.unlink()
    finished.python.symlink_to(sys.executable)
    monkeypatch.setattr(prepare, "PROBE", "raise ImportError('libnothing.so.1: cannot open shared object file')")
    with pytest.raises(Stop, match=r"does not load: ImportError: libnothing\.so\.1"):
        prepare._probe(finished)


def test_a_python_without_venv_names_the_package(checkout: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepare.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(prepare.sys, "base_prefix", "/usr")
    monkeypatch.setattr(prepare.libraries, "_may_install", lambda: False)
    with pytest.raises(Stop, match=r"without its modules venv and ensurepip"):
        prepare.prepare(str(checkout.root), [])
