"""Every model stands in the one table of names, and the table names nothing that is gone."""

import tomllib
from pathlib import Path

import pytest
from django.apps import apps

GLOSSARY = tomllib.loads((Path(__file__).parents[2] / "docs" / "glossary.toml").read_text())
MODELS = {m.__name__: m for m in apps.get_models() if m.__module__.startswith("fellesplan.")}
PLUMBING = {name for name, model in MODELS.items() if model.__module__.startswith("fellesplan.web.")}
"""Models that hold no domain term: counters and the like."""


def test_the_table_and_the_models_have_the_same_names() -> None:
    assert set(GLOSSARY) == set(MODELS) - PLUMBING


@pytest.mark.parametrize("name", sorted(GLOSSARY))
def test_every_entry_is_whole(name: str) -> None:
    assert set(GLOSSARY[name]) == {"norwegian", "source", "fhir"}
    assert all(GLOSSARY[name].values())


@pytest.mark.parametrize("name", sorted(set(MODELS) - PLUMBING))
def test_every_model_says_its_norwegian_name(name: str) -> None:
    model = MODELS[name]
    assert model.__doc__
    assert not model.__doc__.startswith(f"{name}(")
    assert str(model._meta.verbose_name)
