"""`loupe`: open the app."""

import os

from app.cli.verb import Call, Verb
from vision.inspection import Trouble


def _run(call: Call) -> int:
    from app.demo import has_screen

    if not has_screen() and "QT_QPA_PLATFORM" not in os.environ:
        raise Trouble(
            "There is no screen here.",
            "The app is not opened.",
            "Use loupe run to inspect without a window, or loupe demo --headless to see what Loupe does.",
        )
    from app.desktop import open_desktop  # Qt only when a window is asked for

    return open_desktop(call.home)


VERB = Verb(name="open", help="Open the app (what loupe does without a verb).", run=_run, has_json=False)
