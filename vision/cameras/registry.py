"""From a spec to a camera, and the search for cameras. The one table that knows every adapter.

Adapters are named as text and imported when they are needed: a vendor's library costs hundreds of megabytes and may
be missing, and neither may keep a folder replay from running. (A frozen build lists the submodules of this package.)
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from vision.cameras.camera import Camera, CameraInfo, CameraTrouble, Spec
from vision.cameras.spec import parse_spec
from vision.inspection import Clock, SystemClock, say

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Family:
    """One kind of camera."""

    module: str
    """Module below `vision.cameras`."""
    camera: str
    """The adapter's class; made with `(spec, clock)`."""
    search: str = ""
    """Function of the module that returns a tuple of `CameraInfo`; empty for cameras that cannot be searched."""
    package: str = ""
    """Distribution that brings the vendor's library, for the person who has to install it."""


FAMILIES = {
    "virtual": Family(module="virtual", camera="VirtualCamera"),
    "pylon": Family(module="pylon", camera="PylonCamera", search="find_cameras", package="pypylon"),
    "gentl": Family(module="gentl", camera="GentlCamera", search="find_cameras", package="harvesters"),
    "usb": Family(module="usb", camera="UsbCamera", search="find_cameras", package="opencv-python"),
    "folder": Family(module="folder", camera="FolderCamera"),
}


@dataclass(frozen=True, kw_only=True)
class Discovery:
    """What a search brought."""

    cameras: tuple[CameraInfo, ...] = ()
    troubles: tuple[CameraTrouble, ...] = ()
    """One for each family that could not be searched; the others are complete."""


def make_camera(text: str, clock: Clock | None = None) -> Camera:
    """The camera for a spec, not yet opened. Raises `CameraTrouble` for a bad spec or a library that is missing."""
    spec = parse_spec(text)
    family = FAMILIES[spec.kind]
    maker = cast("Callable[[Spec, Clock], Camera]", _load(family, family.camera))
    return maker(spec, clock or SystemClock())


def discover() -> Discovery:
    """Search all families; takes seconds with network cameras. The virtual line is always there and comes first."""
    cameras = [make_camera("virtual").info]
    troubles = []
    for kind, family in FAMILIES.items():
        if not family.search:
            continue
        try:
            search = cast("Callable[[], tuple[CameraInfo, ...]]", _load(family, family.search))
            cameras += search()
        except CameraTrouble as trouble:
            troubles.append(trouble)
        except Exception as error:
            # Vendors' drivers fail in ways of their own; one broken driver must not hide the other cameras.
            log.exception("the search for %s cameras failed", kind)
            troubles.append(_not_searched(kind, error))
    return Discovery(cameras=tuple(cameras), troubles=tuple(troubles))


def _load(family: Family, name: str) -> object:
    try:
        module = import_module(f"vision.cameras.{family.module}")
    except (ImportError, OSError) as error:
        raise CameraTrouble(
            say("The camera library {library} cannot be loaded.", library=family.package or family.module),
            "Cameras of this kind cannot be used.",
            "Repair the installation, then start Loupe again.",
            detail=str(error),
        ) from error
    return cast("object", getattr(module, name))


def _not_searched(kind: str, error: Exception) -> CameraTrouble:
    return CameraTrouble(
        say("The search for {kind} cameras ends with {error}.", kind=kind, error=type(error).__name__),
        "Cameras of this kind are not listed.",
        "Check the driver of these cameras and search again.",
        detail=str(error),
    )
