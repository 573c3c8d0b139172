"""How trouble reaches the person at the line.

A cause that lasts is a banner that stays until the cause is gone; something done is a toast that fades; a known
`Trouble` is told in its three sentences; anything else is a bug: logged with its trace, shown as a bug, and the app
stays alive.
"""

from app.notices.board import Cause, NoticeBoard
from app.notices.hook import install_hooks
from app.notices.log import start_log
from app.notices.notices import Notices

__all__ = ["Cause", "NoticeBoard", "Notices", "install_hooks", "start_log"]
