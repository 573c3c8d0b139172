"""`loupe`: open the app."""

from app.cli.verb import Call, Verb


def _run(call: Call) -> int:
    from app.desktop import open_desktop  # Qt only when a window is asked for

    return open_desktop(call.home)


VERB = Verb(name="open", help="Open the app (what loupe does without a verb).", run=_run, has_json=False)
