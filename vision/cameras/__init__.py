"""Cameras behind one protocol, in GenICam (SFNC) words.

To add a camera: write a new file here with a class `YourCamera(spec: Spec, clock: Clock)` that keeps the `Camera`
protocol, add one line for it to `FAMILIES` in `vision.cameras.registry`, and put it into the table of
`tests/contracts/test_camera_contract.py`. A vendor's library is imported by its own adapter only, and adapters are
imported when their camera is asked for: `import vision.cameras` stays light.
"""

from vision.cameras.camera import (
    Camera,
    CameraInfo,
    CameraLost,
    CameraNotFound,
    CameraTrouble,
    Capabilities,
    FrameFailed,
    FrameTimeout,
    GrabStrategy,
    Limits,
    SettingRefused,
    SourceEmpty,
    Spec,
    StreamStatistics,
)
from vision.cameras.registry import Discovery, discover, make_camera
from vision.cameras.spec import format_spec, parse_spec

__all__ = [
    "Camera",
    "CameraInfo",
    "CameraLost",
    "CameraNotFound",
    "CameraTrouble",
    "Capabilities",
    "Discovery",
    "FrameFailed",
    "FrameTimeout",
    "GrabStrategy",
    "Limits",
    "SettingRefused",
    "SourceEmpty",
    "Spec",
    "StreamStatistics",
    "discover",
    "format_spec",
    "make_camera",
    "parse_spec",
]
