"""One version in one sentence: who did what. Pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fellesplan.kernel.text import Text, t

_TOLD: Mapping[str, Text] = {
    "Arbeidet begynte": t("{who} begynte på planen"),
    "Byttet verktøy": t("{who} byttet verktøy"),
    "Nytt mål: {title}": t("{who} la til målet «{title}»"),
    "Endret mål: {title}": t("{who} endret målet «{title}»"),
    "Ny framgang: {title}": t("{who} endret hvor langt dere har kommet med målet «{title}»"),
    "Tatt ut mål: {title}": t("{who} tok ut målet «{title}»"),
    "Ord for trinnene: {title}": t("{who} skrev hva trinnene betyr for målet «{title}»"),
    "Evaluert {day}": t("{who} lagret evalueringen {day}"),
    "Ikke aktuelt: {point}": t("{who} skrev at «{point}» ikke er aktuelt"),
    "Aktuelt likevel: {point}": t("{who} skrev at «{point}» er aktuelt likevel"),
    "Nytt rettsgrunnlag": t("{who} endret rettsgrunnlaget"),
    "Ny delplan: {title}": t("{who} la til delplanen «{title}»"),
    "Endret delplan: {title}": t("{who} endret det som står om delplanen «{title}»"),
    "Tatt ut delplan: {title}": t("{who} tok ut delplanen «{title}»"),
    "Hentet tilbake delplan: {title}": t("{who} hentet tilbake delplanen «{title}»"),
    "Hentet tilbake mål: {title}": t("{who} hentet tilbake målet «{title}»"),
    "Nytt tiltak: {title}": t("{who} la til tiltaket «{title}»"),
    "Endret tiltak: {title}": t("{who} endret tiltaket «{title}»"),
    "Tatt ut tiltak: {title}": t("{who} tok ut tiltaket «{title}»"),
    "Hentet tilbake tiltak: {title}": t("{who} hentet tilbake tiltaket «{title}»"),
    "Begynt: {title}": t("{who} meldte at tiltaket «{title}» er i gang"),
    "Fullført: {title}": t("{who} meldte at tiltaket «{title}» er gjort"),
    "Fungerer ikke: {title}": t("{who} meldte at tiltaket «{title}» ikke fungerer"),
    "Ny tekst: {name}": t("{who} skrev om «{name}»"),
    "Ny planperiode": t("{who} endret planperioden"),
    "Godkjent av {name}": t("{who} godkjente planen"),
    "Invitert: {name}": t("{who} inviterte {name} til planen"),
    "Endret deltaker: {name}": t("{who} endret det som står om {name}"),
    "Ikke med lenger: {name}": t("{who} avsluttet deltakelsen til {name}"),
    "Planen slik den var før møtet {day}": t("{who} tok vare på planen slik den var før møtet {day}"),
    "Planen slik den var i versjon {number}": t(
        "{who} hentet tilbake planen slik den var i versjon {number}"
    ),
    "Hentet fra versjon {number}: {name}": t("{who} hentet tilbake «{name}» fra versjon {number}"),
}


def told(change: Text, who: str) -> Text:
    """Return "Kari endret målet «…»"; what no sentence is written for is told after the name."""
    sentence = _TOLD.get(change.msgid)
    if sentence is None:
        return t("{who}: {what}", who=who, what=change)
    return Text(sentence.msgid, {**change.params, "who": who})


def change_of(kept: Mapping[str, Any]) -> Text:
    """Return what a version says was changed; a day is kept as text and read as a day."""
    params = {k: date.fromisoformat(v) if k == "day" else v for k, v in kept["params"].items()}
    return Text(kept["msgid"], params)
