"""What turns a checkout and a plain Python into a running Loupe; standard library only.

Why our own bootstrap and not a list of pip commands in the README: the person at the line has Python and nothing
else, and four things go wrong on such machines (wrong Python, no `venv`, no Qt libraries, no network). Each deserves
a sentence instead of a trace.

Refused: asking pip to resolve. albumentations and anomalib require `opencv-python-headless`, which writes into the
same `cv2` folder as `opencv-python`; whichever comes second wins by accident. The lock leaves the headless twin out
(see `[tool.uv]` in pyproject.toml) and is installed with `--no-deps`, so every file comes from a hash in the lock.
`pip check` therefore reports `opencv-python-headless` as missing; that is the decision, not a fault.
"""
