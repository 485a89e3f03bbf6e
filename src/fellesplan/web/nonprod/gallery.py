"""The component page: every part in every state, in both rooms. It never exists in production."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from fellesplan.web.components import icons
from fellesplan.web.nonprod import sample_charts, samples
from fellesplan.web.nonprod.sample_form import SampleForm, bad_form
from fellesplan.web.page import PageRequest, page

SECTIONS = (
    ("sidehode", "Sidehode"),
    ("forlop", "Slik går saken"),
    ("nestesteg", "Neste steg"),
    ("klokke", "Klokke"),
    ("merker", "Statusmerker"),
    ("personer", "Personer"),
    ("ord", "Personens egne ord"),
    ("lagret", "Lagring"),
    ("rader", "Rader"),
    ("filter", "Filter som setning"),
    ("tabell", "Tabell som blir kort"),
    ("rulle", "Tabell som ruller"),
    ("tom", "Tom liste"),
    ("feil", "Feil i skjema"),
    ("skjema", "Felter"),
    ("kvittering", "Kvittering"),
    ("sporre", "Spørre først"),
    ("folde", "Folde ut"),
    ("steg", "Steg og svar"),
    ("langt", "Langt arbeid"),
    ("figurer", "Figurer"),
    ("tegninger", "Tegninger"),
    ("ikoner", "Ikoner og symboler"),
    ("ikkefinnes", "Finnes ikke"),
)


@page(public=True)
def components(request: PageRequest) -> HttpResponse:
    """Show the parts in the staff room, or with ?rom=innbygger in the citizen's."""
    citizen = request.GET.get("rom") == "innbygger"
    context = {
        "sections": SECTIONS,
        "layout": "layouts/citizen.html" if citizen else "layouts/staff.html",
        "citizen": citizen,
        "form": SampleForm(initial=samples.ANSWERED),
        "bad_form": bad_form(),
        "page_of_many": Paginator(range(38), 10).page(2),
        "icon_names": sorted([path.stem for path in icons.AKSEL.glob("*.svg")]),
        "symbol_names": sorted(path.stem for path in icons.SYMBOLS.glob("*.svg")),
    }
    return render(request, "nonprod/components.html", context | samples.parts() | sample_charts.charts())
