"""`loupe cameras`: which cameras answer."""

from dataclasses import asdict

from app.cli.verb import Call, Verb
from vision.cameras import discover


def _run(call: Call) -> int:
    discovery = discover()
    for info in discovery.cameras:
        call.output.emit(asdict(info), f"{info.spec:<32} {info.name}  {info.connection}")
    for trouble in discovery.troubles:
        call.output.say(str(trouble))
    return 0


VERB = Verb(name="cameras", help="List the cameras that answer.", run=_run)
