"""What has happened in a plan, as rows with an icon for what it was."""

from datetime import datetime

from fellesplan.kernel.text import Text
from fellesplan.plans.view import PlanView
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Row

_MARKS = {
    "Fungerer ikke: {title}": ("XMarkOctagonFill", "danger"),
    "Fullført: {title}": ("CheckmarkCircleFill", "success"),
    "Godkjent av {name}": ("CheckmarkCircleFill", "success"),
}
_WRITTEN = ("NotePencil", "quiet")


def changes(view: PlanView) -> tuple[Row, ...]:
    """Return what has been changed since the owner approved the plan."""
    if view.approval is None:
        return ()
    return tuple(change_row(line.text, line.by_name, line.at) for line in view.changes)


def change_row(text: Text, by_name: str, at: datetime, *, url: str = "", about: str = "") -> Row:
    """Return one change; `about` is whose plan it is, where several stand together."""
    icon, kind = _MARKS.get(text.msgid, _WRITTEN)
    title = f"{about}: {translate(text)}" if about else translate(text)
    return Row(title, url, meta=by_name, side=words.day_and_hour(at), icon=icon, icon_kind=kind)
