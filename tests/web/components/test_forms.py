"""Forms keep what was typed, say what to do and tie every message to its field."""

from datetime import UTC, date, datetime, time

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import t
from fellesplan.people.birth_numbers import synthetic_number
from fellesplan.web.components.forms import (
    BirthNumberField,
    ChoiceField,
    DateField,
    MultiFileField,
    PageForm,
    PhoneField,
    TimeField,
    YesNoField,
)


class Child(PageForm):
    name = forms.CharField(label="Navn på barnet")
    born = DateField(label="Fødselsdato", past=True, help_text="Dag, måned og år")
    phone = PhoneField(label="Telefon", required=False)
    hour = TimeField(label="Når passer det?", required=False)
    reply = ChoiceField(
        label="Ringe eller skrive?",
        choices=[("ring", "Ring"), ("skriv", "Skriv")],
        hints={"skriv": "I Digipost"},
    )
    interpreter = YesNoField(label="Trenger du tolk?")
    sure = forms.BooleanField(label="Jeg har lest dette")


GOOD = {"name": "Jakob", "born": "12.3.21", "reply": "ring", "interpreter": "nei", "sure": "on", "hour": "13"}


@pytest.fixture(autouse=True)
def _today():
    with clock.frozen(datetime(2026, 11, 21, 12, tzinfo=UTC)):
        yield


def test_answers_are_read():
    form = Child(GOOD)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["born"] == date(2021, 3, 12)
    assert form.cleaned_data["interpreter"] is False
    assert form.cleaned_data["hour"] == time(13, 0)


def test_what_is_missing_is_said_as_what_to_do():
    form = Child({})
    texts = {line.anchor: line.text for line in form.error_lines}
    assert texts["id_name"] == "Fyll ut: Navn på barnet"
    assert texts["id_reply_0"] == "Velg et svar: Ringe eller skrive"
    assert texts["id_sure"] == "Kryss av: Jeg har lest dette"
    assert "id_phone" not in texts


def test_a_field_may_bring_its_own_words():
    class Own(PageForm):
        why = forms.CharField(error_messages={"required": "Skriv hvorfor"})

    assert [line.text for line in Own({}).error_lines] == ["Skriv hvorfor"]


def test_an_unsent_form_has_no_errors():
    assert Child().error_lines == []


def test_a_wrong_date_stays_and_its_message_is_tied_to_it():
    html = Child(GOOD | {"born": "12.03"})["born"].as_field_group()
    assert 'value="12.03"' in html
    assert 'aria-describedby="id_born_helptext id_born_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_born_error"' in html
    assert "Skriv datoen slik: 21.11.2026" in html


def test_a_birth_is_never_in_the_future():
    assert "til og med 21. november" in Child(GOOD | {"born": "22.11.2026"}).errors["born"][0]


def test_what_need_not_be_answered_is_marked():
    form = Child()
    assert "(valgfritt)" in form["phone"].as_field_group()
    assert "(valgfritt)" not in form["name"].as_field_group()


def test_choices_are_a_fieldset_with_hints():
    html = Child()["reply"].as_field_group()
    assert "<fieldset" in html
    assert "<legend>Ringe eller skrive?" in html
    assert html.count("<label ") == 2
    assert 'aria-describedby="id_reply_1_hint"' in html


def test_a_known_date_is_shown_as_people_write_it():
    assert 'value="12.3.2021"' in Child(initial={"born": date(2021, 3, 12)})["born"].as_field_group()


def test_yes_and_no_are_shown_as_chosen():
    chosen = [option.data["selected"] for option in Child(initial={"interpreter": False})["interpreter"]]
    assert chosen == [False, True]


def test_a_refusal_from_a_service_stands_on_top():
    form = Child(GOOD)
    form.is_valid()
    form.take(Refused(t("Samtykket mangler.")))
    assert [(line.text, line.anchor) for line in form.error_lines] == [("Samtykket mangler.", "")]


def test_what_a_service_cannot_use_stands_at_the_field():
    form = Child(GOOD)
    form.is_valid()
    form.take(InvalidInput({"name": t("Skriv hele navnet."), "unknown": t("Noe annet.")}))
    lines = {line.text: line.anchor for line in form.error_lines}
    assert lines == {"Skriv hele navnet.": "id_name", "Noe annet.": ""}


def test_birth_numbers_are_checked():
    field = BirthNumberField()
    number = synthetic_number(date(2021, 3, 12))
    assert field.clean(f"{number[:6]} {number[6:]}") == number
    with pytest.raises(forms.ValidationError, match="elleve siffer"):
        field.clean("123")


def test_several_files_are_a_list():
    class Papers(PageForm):
        papers = MultiFileField(required=False)

    one, two = (SimpleUploadedFile(name, b"x") for name in ("a.pdf", "b.pdf"))
    form = Papers({}, MultiValueDict({"papers": [one, two]}))
    assert form.is_valid(), form.errors
    assert [file.name for file in form.cleaned_data["papers"]] == ["a.pdf", "b.pdf"]
    empty = Papers({}, MultiValueDict())
    assert empty.is_valid()
    assert empty.cleaned_data["papers"] == []
