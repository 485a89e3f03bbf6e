"""The information areas that can be shared: the municipality's life areas, and what stands beside them."""

from fellesplan.cases.facts import procedure_of
from fellesplan.consent.areas import BESIDES_LIFE_AREAS
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate


def names(tenant: Municipality) -> dict[str, str]:
    """Return every area with its name in the reader's language, in order."""
    rows = procedure_of(tenant, clock.today()).rows("life_areas")
    language = words.language()
    own = {str(row["key"]): str(row.get(language) or row["nb"]) for row in rows}
    return own | {key: translate(text) for key, text in BESIDES_LIFE_AREAS.items()}
