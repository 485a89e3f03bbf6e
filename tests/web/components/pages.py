"""The component page rendered without a database, and a parser that knows ids, headings and inline code."""

from html.parser import HTMLParser
from types import SimpleNamespace

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory

from fellesplan.web.components.presenters import NavItem
from fellesplan.web.nonprod import gallery, sample_charts, samples
from fellesplan.web.nonprod.sample_form import SampleForm, bad_form

TENANT = SimpleNamespace(name="Lund kommune", slug="lund", phone="00 00 12 00")


def request(path: str = "/lund/komponenter") -> HttpRequest:
    made = RequestFactory().get(path)
    made.session = {}
    return made


def gallery_page(layout: str) -> str:
    """Return the page as a logged-in person sees it, with every part of the layout in use."""
    citizen = layout == "citizen"
    context = {
        **samples.parts(),
        **sample_charts.charts(),
        "sections": gallery.SECTIONS,
        "layout": f"layouts/{layout}.html",
        "citizen": citizen,
        "form": SampleForm(initial=samples.ANSWERED),
        "bad_form": bad_form(),
        "page_of_many": Paginator(range(38), 10).page(2),
        "icon_names": ["Chat"],
        "symbol_names": ["hand"],
        "tenant": TENANT,
        "actor_name": "Ingrid Nesvik",
        "actor_role": "Saksbehandler",
        "search_url": "/lund/sok",
        "acting_for": "Jakob Prøvesen",
        "demo": True,
        "nav": [NavItem("Saker", "/lund/saker", True), NavItem("Meldinger", "/lund/meldinger", count=2)],
        "more_nav": [NavItem("Mål", "/lund/mal")] if citizen else [],
        "foot_links": [NavItem("Hjelp", "/lund/hjelp")],
    }
    return render_to_string("nonprod/components.html", context, request=request())


class Page(HTMLParser):
    """What a test asks of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.references: set[str] = set()
        self.headings: list[int] = []
        self.inline: list[str] = []
        self.unnamed: list[str] = []
        self._in_script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids += [values["id"]] if "id" in values else []
        for name in ("for", "aria-labelledby", "aria-describedby", "popovertarget"):
            self.references.update(values.get(name, "").split())
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(int(tag[1]))
        bad = [name for name in values if name == "style" or (name.startswith("on") and name[2:].isalpha())]
        self.inline += [f"{tag} {name}" for name in bad]
        if tag == "style" or (tag == "script" and "src" not in values):
            self.inline.append(tag)
        if tag == "svg" and values.get("aria-hidden") != "true" and values.get("role") != "img":
            self.unnamed.append(values.get("class", "svg"))
