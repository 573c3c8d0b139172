import pytest

from vision.cameras import CameraTrouble, Spec, format_spec, parse_spec
from vision.cameras.spec import GRAMMARS

GOOD = {
    "virtual": Spec(kind="virtual"),
    "virtual:seed=3": Spec(kind="virtual", options={"seed": "3"}),
    "virtual:seed=3,rate=60": Spec(kind="virtual", options={"seed": "3", "rate": "60"}),
    "pylon:22345678": Spec(kind="pylon", address="22345678"),
    "pylon:0815-0000?images=/a b/c&d?e": Spec(kind="pylon", address="0815-0000", options={"images": "/a b/c&d?e"}),
    "pylon:0815-0001?images=C:\\parts": Spec(kind="pylon", address="0815-0001", options={"images": "C:\\parts"}),
    "gentl:C:\\drivers\\v#2\\tl.cti#1": Spec(kind="gentl", address="C:\\drivers\\v#2\\tl.cti", options={"index": "1"}),
    "usb:0": Spec(kind="usb", address="0"),
    "usb:1?size=640x480": Spec(kind="usb", address="1", options={"size": "640x480"}),
    "folder:C:\\parts\\good": Spec(kind="folder", address="C:\\parts\\good"),
    "folder:/what?": Spec(kind="folder", address="/what?"),
    "folder:/a?loop=1": Spec(kind="folder", address="/a", options={"loop": "1"}),
}

BAD = {
    "": "folder:DIR",
    "webcam:0": "usb:N",
    "Virtual": "virtual[",
    "virtual:seed": GRAMMARS["virtual"],
    "virtual:seed=": GRAMMARS["virtual"],
    "virtual:seed=1,seed=2": GRAMMARS["virtual"],
    "pylon:": GRAMMARS["pylon"],
    "pylon:1?colour=red": GRAMMARS["pylon"],
    "gentl:a.cti": GRAMMARS["gentl"],
    "gentl:a.cti#x": GRAMMARS["gentl"],
    "gentl:#1": GRAMMARS["gentl"],
    "usb:first": GRAMMARS["usb"],
    "usb:-1": GRAMMARS["usb"],
    "usb:1?size=big": GRAMMARS["usb"],
    "folder:": GRAMMARS["folder"],
    "folder:/a?loop=2": GRAMMARS["folder"],
}


@pytest.mark.parametrize("text", GOOD)
def test_a_spec_is_read_and_written_back(text):
    assert parse_spec(text) == GOOD[text]
    assert format_spec(GOOD[text]) == text


@pytest.mark.parametrize("text", BAD)
def test_a_bad_spec_is_answered_with_how_it_is_written(text):
    with pytest.raises(CameraTrouble) as raised:
        parse_spec(text)
    assert f'"{text}"' in raised.value.what
    assert BAD[text] in raised.value.remedy
