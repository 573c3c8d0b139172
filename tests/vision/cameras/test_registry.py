import subprocess
import sys

import pytest

from tests.contracts.camera_doubles import VIKY
from vision.cameras import CameraTrouble, discover, make_camera, registry
from vision.cameras.spec import GRAMMARS


def test_every_kind_of_spec_has_a_camera_and_the_other_way_round():
    assert set(registry.FAMILIES) == set(GRAMMARS)


def test_importing_cameras_loads_no_vendor_library():
    code = (
        "import sys, vision.cameras;"
        "heavy = {'pypylon', 'harvesters', 'genicam', 'cv2', 'torch'} & set(sys.modules);"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def test_a_missing_library_is_said_and_harms_no_other_family(monkeypatch):
    monkeypatch.setitem(sys.modules, "vision.cameras.pylon", None)
    with pytest.raises(CameraTrouble, match="pypylon cannot be loaded"):
        make_camera("pylon:123")
    assert make_camera("usb:0").info.spec == "usb:0"
    found = discover()
    assert any("pypylon" in trouble.what for trouble in found.troubles)
    assert found.cameras[0].spec == "virtual"


@pytest.mark.expected_log
def test_a_family_that_breaks_while_it_is_searched_hides_no_other(monkeypatch):
    def broken():
        raise RuntimeError("driver gone mad")

    monkeypatch.setattr("vision.cameras.usb.find_cameras", broken)
    monkeypatch.setenv("PYLON_CAMEMU", "2")
    monkeypatch.setenv("GENICAM_GENTL64_PATH", str(VIKY.parent))
    found = discover()
    specs = [info.spec for info in found.cameras]
    assert specs[0] == "virtual"
    assert {"pylon:0815-0000", "pylon:0815-0001", f"gentl:{VIKY}#2"} <= set(specs)
    assert [trouble.detail for trouble in found.troubles] == ["driver gone mad"]


def test_what_was_found_can_be_made(monkeypatch):
    monkeypatch.setenv("PYLON_CAMEMU", "1")
    monkeypatch.setenv("GENICAM_GENTL64_PATH", str(VIKY.parent))
    for info in discover().cameras:
        camera = make_camera(info.spec)
        camera.open()
        assert camera.info == info
        camera.close()
