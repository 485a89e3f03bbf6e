"""Følg meldingen: how far it has come, by its reference and a second factor, without logging in."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.http import require_http_methods

from fellesplan.access.actor import system
from fellesplan.cases.following import Followed, Known
from fellesplan.cases.following import follow as followed
from fellesplan.cases.rules.following import Stage
from fellesplan.kernel import clock
from fellesplan.web.components import words
from fellesplan.web.components.forms import PageForm
from fellesplan.web.components.presenters import Step
from fellesplan.web.components.typed import parse_date, parse_phone
from fellesplan.web.page import PageRequest, page
from fellesplan.web.public import limits


class FollowForm(PageForm):
    """Følg meldingen."""

    reference = forms.CharField(
        label=__("Referansenummer"),
        max_length=40,
        help_text=__("Åtte bokstaver og tall. Det står på kvitteringen."),
        error_messages={"required": __("Skriv referansenummeret")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    known = forms.CharField(
        label=__("Telefonnummer, e-postadresse eller fødselsdato"),
        max_length=200,
        help_text=__(
            "Telefonnummeret eller e-postadressen til den som meldte, slik det står i meldingen."
            " Gjelder meldingen deg, kan du skrive fødselsdatoen din."
        ),
        error_messages={"required": __("Skriv telefonnummer, e-postadresse eller fødselsdato")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    @property
    def cleaned_reference(self) -> str:
        return "".join(sign for sign in self.cleaned_data["reference"].upper() if sign.isalnum())

    @property
    def cleaned_known(self) -> Known:
        typed = self.cleaned_data["known"].strip()
        day = parse_date(typed, today=clock.today(), past=True) or parse_date(typed, today=clock.today())
        return Known(phone=parse_phone(typed) or "", email=typed if "@" in typed else "", day=day)


@require_http_methods(["GET", "HEAD", "POST"])
@page(public=True)
def follow(request: PageRequest) -> HttpResponse:
    """Ask for reference and second factor; POST shows plain steps. Wrong and unknown look the same."""
    form = FollowForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        reference = form.cleaned_reference
        if limits.too_many(request, limits.FOLLOWS) or limits.too_many_about(request, reference):
            return _wait(request)
        found = followed(
            actor=system(request.tenant.id), tenant=request.tenant, reference=reference,
            known=form.cleaned_known,
        )  # fmt: skip
        if found:
            context = {"steps": steps(found), "found": found}
            response = render(request, "public/followed.html", context)
            response.headers["Cache-Control"] = "no-store"
            return response
        form.add_error(
            None, _("Vi finner ingen melding med disse opplysningene. Se om alt er riktig skrevet.")
        )
    return render(request, "public/follow.html", {"form": form})


def _wait(request: PageRequest) -> HttpResponse:
    response = render(request, "public/follow_wait.html", status=429)
    response.headers["Retry-After"] = "3600"
    return response


def steps(found: Followed) -> tuple[Step, ...]:
    """Return the four steps; nothing in them depends on who it is about."""
    order = list(Stage)
    at = order.index(found.stage)
    latest = _("Senest %(day)s") % {"day": words.weekday_and_day(found.answer_by)}
    rows = (
        (_("Mottatt"), words.day_and_hour(found.received_at), _("Vi har fått meldingen.")),
        (_("Venter på samtykke"), "", _("Den det gjelder, må si ja før vi går videre.")),
        (_("Utredes"), "", _("Vi finner ut hva som trengs.")),
        (
            _("Avgjort"), "" if found.stage is Stage.DONE else latest,
            _("Den det gjelder, får svaret i et brev. Vi har taushetsplikt og viser ikke svaret her."),
        ),
    )  # fmt: skip
    return tuple(
        Step(title, _state(number, at), when, text) for number, (title, when, text) in enumerate(rows)
    )


def _state(number: int, at: int) -> str:
    if number < at or at == len(Stage) - 1:
        return "done"
    return "now" if number == at else "next"
