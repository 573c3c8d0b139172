"""What opens above the screen and goes again: forms, and the menus.

`asking` is the form they share; `dataset` has the short ones (name, filter, tags, versions), `defect_class` and `transfer`
(export, import) one task each.
"""
