"""The component page is there outside production, in both rooms, with a strict policy."""

import pytest
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize(("room", "size"), [("kontor", 'data-size="sm"'), ("innbygger", 'data-size="md"')])
def test_the_component_page(lund, client: Client, room, size):
    response = client.get("/lund/komponenter", {"rom": room})
    assert response.status_code == 200
    assert size in response.content.decode()
    assert "style-src 'self'" in response["Content-Security-Policy"]


@pytest.mark.django_db
def test_an_unknown_municipality_has_no_pages(lund, client: Client):
    assert client.get("/finnesikke/komponenter").status_code == 404
