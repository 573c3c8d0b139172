"""Camera specs: the text after `--camera` as a typed value, and back.

The five kinds have five small grammars, because each family already has its own way to name a camera; they share
`?option=value&...` at the end. A path may hold `:`, `#`, `?` and `&`: options are only what looks like one.
"""

import re
from collections.abc import Callable

from vision.cameras.camera import CameraTrouble, Spec
from vision.inspection import say

GRAMMARS = {
    "virtual": "virtual[:seed=N[,option=value...]]",
    "pylon": "pylon:SERIAL[?images=DIR]",
    "gentl": "gentl:CTI_FILE#N",
    "usb": "usb:N[?size=WIDTHxHEIGHT]",
    "folder": "folder:DIR[?loop=1]",
}
"""How each kind is written, for people."""

_OPTIONS = re.compile(r"\?(?=\w+=)")
_NEXT_OPTION = re.compile(r"&(?=\w+=)")


def parse_spec(text: str) -> Spec:
    """Read a camera spec. Raises `CameraTrouble` that shows how specs are written."""
    kind, _, rest = text.partition(":")
    if kind not in _READERS:
        raise _bad(text, "; ".join(GRAMMARS.values()))
    spec = _READERS[kind](rest)
    if spec is None:
        raise _bad(text, GRAMMARS[kind])
    return spec


def format_spec(spec: Spec) -> str:
    """The text that `parse_spec` reads as this spec."""
    if spec.kind == "virtual":
        options = ",".join(f"{name}={value}" for name, value in spec.options.items())
        return f"virtual:{options}" if options else "virtual"
    address = f"{spec.address}#{spec.options['index']}" if spec.kind == "gentl" else spec.address
    options = "&".join(f"{name}={value}" for name, value in spec.options.items() if name != "index")
    return f"{spec.kind}:{address}" + (f"?{options}" if options else "")


def _bad(text: str, grammar: str) -> CameraTrouble:
    return CameraTrouble(
        say('"{text}" is not a camera spec.', text=text),
        "No camera is opened.",
        say("Write it as {grammar}.", grammar=grammar),
    )


def _virtual(rest: str) -> Spec | None:
    options = _pairs(rest.split(",")) if rest else {}
    return None if options is None else Spec(kind="virtual", options=options)


def _pylon(rest: str) -> Spec | None:
    return _with_options("pylon", rest, {"images": r".+"}, address=r"[\w.-]+")


def _gentl(rest: str) -> Spec | None:
    file, _, index = rest.rpartition("#")
    if not file or not index.isdecimal():
        return None
    return Spec(kind="gentl", address=file, options={"index": str(int(index))})


def _usb(rest: str) -> Spec | None:
    return _with_options("usb", rest, {"size": r"[1-9]\d*x[1-9]\d*"}, address=r"\d{1,3}")


def _folder(rest: str) -> Spec | None:
    return _with_options("folder", rest, {"loop": r"[01]"}, address=r".+")


def _with_options(kind: str, rest: str, allowed: dict[str, str], *, address: str) -> Spec | None:
    """`allowed` and `address` are regular expressions that the whole value has to match."""
    found = _OPTIONS.search(rest)
    where, tail = (rest[: found.start()], rest[found.end() :]) if found else (rest, "")
    options = _pairs(_NEXT_OPTION.split(tail)) if tail else {}
    if options is None or not re.fullmatch(address, where):
        return None
    if not all(name in allowed and re.fullmatch(allowed[name], value) for name, value in options.items()):
        return None
    return Spec(kind=kind, address=where, options=options)


def _pairs(parts: list[str]) -> dict[str, str] | None:
    pairs = [part.partition("=") for part in parts]
    if not all(name.isidentifier() and equals and value for name, equals, value in pairs):
        return None
    options = {name: value for name, _, value in pairs}
    return options if len(options) == len(pairs) else None


_READERS: dict[str, Callable[[str], Spec | None]] = {
    "virtual": _virtual,
    "pylon": _pylon,
    "gentl": _gentl,
    "usb": _usb,
    "folder": _folder,
}
