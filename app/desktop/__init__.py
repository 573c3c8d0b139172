"""The window on top of what `app.compose` wires: station, screens, session, notices.

`compose` knows no Qt, so that scripts and the line without a window never load it; this package is the one place that
knows both sides.
"""

from app.desktop.launch import grab_live, open_demo, open_desktop

__all__ = ["grab_live", "open_demo", "open_desktop"]
