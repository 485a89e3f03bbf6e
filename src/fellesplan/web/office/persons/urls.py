"""Addresses of the office's pages of a person."""

from django.urls import path

from fellesplan.web.office.persons import changes, family, life, merging, person, twice

_ONE = "personer/<uuid:person>/"

urlpatterns = [
    path("personer/to-ganger/", twice.twice, name="persons-twice"),
    path(_ONE, person.person, name="person"),
    path(f"{_ONE}endre/", changes.details, name="person-details"),
    path(f"{_ONE}nummer/", changes.number, name="person-number"),
    path(f"{_ONE}fodt/", changes.born, name="person-born"),
    path(f"{_ONE}skjerming/", life.protection, name="person-protection"),
    path(f"{_ONE}dod/", life.death, name="person-death"),
    path(f"{_ONE}innsyn/<uuid:representation>/", family.limit, name="person-limit"),
    path(f"{_ONE}innsyn/<uuid:representation>/apne/", family.lift, name="person-lift"),
    path(f"{_ONE}innsyn/<uuid:representation>/avslutt/", family.end, name="person-end"),
    path(f"{_ONE}sla-sammen/<uuid:other>/", merging.merge, name="person-merge"),
    path(f"{_ONE}sla-sammen/angre/<uuid:merge>/", merging.undo, name="person-merge-undo"),
]
