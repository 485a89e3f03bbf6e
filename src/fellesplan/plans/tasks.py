"""What the worker does with plans every night."""

from procrastinate.contrib.django import app

from fellesplan.access.tenancy import working_in
from fellesplan.people.models import Municipality
from fellesplan.plans.services import drafts


@app.periodic(cron="41 2 * * *")
@app.task(name="plans.night", queueing_lock="plans.night")
def night(timestamp: int) -> None:
    """Delete drafts that were thrown away, or saved, more than a month ago."""
    for municipality in Municipality.objects.order_by("slug"):
        with working_in(municipality.pk):
            drafts.purge()
