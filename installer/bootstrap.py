#!/usr/bin/env python3
"""One command from a clean checkout to a running Loupe: `python3 installer/bootstrap.py demo` (or `test`, or any word).

Makes `.venv` beside pyproject.toml, installs the locked packages and Loupe itself, and hands over to what was asked:

    demo [...]     the emulated line
    test [...]     the whole test suite, offscreen; further words go to pytest
    anything else  goes to the `loupe` command as it stands; nothing at all opens the app

Its own words go to standard error, so that `--json` on standard output stays clean. When nothing changed it costs a
fraction of a second. Exit codes of its own: 3 when something is missing, 130 after Ctrl-C; otherwise the program's.

This file must be readable by any Python 3, old ones too, to be able to say that they are too old.
"""

import os
import signal
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OLDEST, NEWEST = (3, 11), (3, 13)
MISSING = 3
INTERRUPTED = 130


def python_trouble(version):  # type: ignore[no-untyped-def]  # annotations would hide the message from Python 2
    """The sentence for a Python that does not fit; empty when it fits."""
    if OLDEST <= tuple(version[:2]) <= NEWEST:
        return ""
    return (
        "Loupe needs Python 3.11, 3.12 or 3.13 and this is Python %d.%d (%s). "
        "Install one of them and run the same command with it, for example: python3.12 installer/bootstrap.py demo"
        % (version[0], version[1], sys.executable)
    )


def main(words):  # type: ignore[no-untyped-def]
    """Prepare the environment, then become the program that was asked for."""
    trouble = python_trouble(sys.version_info)
    if trouble:
        sys.stderr.write(trouble + "\n")
        return MISSING
    sys.path[0] = ROOT  # was this folder, whose modules must not hide others
    from installer.console import Stop, say
    from installer.prepare import prepare

    try:
        python = prepare(ROOT, words)
    except Stop as stop:
        say(str(stop))
        return MISSING
    except KeyboardInterrupt:
        say("Stopped by Ctrl-C. Run the same command again to go on; what was downloaded is kept.")
        return INTERRUPTED
    return become(*program(str(python), words))


def program(python, words):  # type: ignore[no-untyped-def]
    """The command line and environment for these words."""
    environment = dict(os.environ)
    if words[:1] != ["test"]:
        # -P keeps a folder named `app` in the current directory from being taken for ours.
        return [python, "-P", "-m", "app"] + words, environment
    environment["QT_QPA_PLATFORM"] = "offscreen"
    os.chdir(ROOT)
    return [python, "-m", "pytest"] + words[1:], environment


def become(command, environment):  # type: ignore[no-untyped-def]
    """Replace this process, so that signals, standard streams and the exit code are the program's own."""
    sys.stderr.flush()
    if os.name == "posix":
        os.execve(command[0], command, environment)
    # Windows has no exec that keeps the console: Ctrl-C reaches the child by the console, we only wait for it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.call(command, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
