"""What stands around the canvas, and the page before it: widgets, setters in, signals out.

`easel` is the canvas with what floats on it, `tool_panel` stands at its left, `side` (classes, label book, strokes) at its
right, `strip` below; `start_page` is shown while no dataset is open.
"""
