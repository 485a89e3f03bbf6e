"""What the worker does with the log every night."""

from django.apps import apps
from django.conf import settings
from procrastinate.contrib.django import app

from fellesplan.access import anchor, partitions
from fellesplan.access.tenancy import working_in


@app.periodic(cron="17 0 * * *")
@app.task(name="log.night", queueing_lock="log.night")
def night(timestamp: int) -> None:
    """Make the months that come, and write down where the chain of each municipality has come."""
    partitions.ensure()
    for municipality in apps.get_model("people.Municipality")._default_manager.order_by("slug"):
        with working_in(municipality.pk):
            anchor.write(settings.ANCHOR_DIR, municipality.pk, municipality.slug)
