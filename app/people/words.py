"""Roles in the words and icons of the screens."""

from app.i18n import translate
from vision.storage.operators import Role

ROLE_ICONS = {Role.INSPECTOR: "user", Role.QUALITY_ENGINEER: "graduation-cap", Role.LINE_LEAD: "users"}


def role_name(role: Role) -> str:
    """The role as a title."""
    return {
        Role.INSPECTOR: translate("People", "Inspector"),
        Role.QUALITY_ENGINEER: translate("People", "Quality engineer"),
        Role.LINE_LEAD: translate("People", "Line lead"),
    }[role]


def role_line(role: Role) -> str:
    """What the role may do, in one line."""
    return {
        Role.INSPECTOR: translate("People", "Runs the line and looks at records"),
        Role.QUALITY_ENGINEER: translate("People", "Also teaches, sets cameras and station"),
        Role.LINE_LEAD: translate("People", "Everything, also people and their PINs"),
    }[role]
