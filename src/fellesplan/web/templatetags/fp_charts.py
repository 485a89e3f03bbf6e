"""Charts as SVG: a picture with a sentence that says the same."""

from django.template import Library
from django.utils.safestring import SafeString

from fellesplan.web.components.drawings import Circle, Road
from fellesplan.web.components.goal_charts import GoalChart, GoalScale
from fellesplan.web.components.icons import symbol
from fellesplan.web.components.workload import Histogram, Workload

register = Library()
Values = dict[str, object]


@register.inclusion_tag("components/charts/workload.html")
def workload(load: Workload) -> Values:
    """Boxes: taken, free and over the recommended maximum, with the number in words."""
    return {"load": load}


@register.inclusion_tag("components/charts/histogram.html")
def histogram(chart: Histogram) -> Values:
    return {"chart": chart}


@register.inclusion_tag("components/charts/goal_rail.html")
def goal_rail(scale: GoalScale) -> Values:
    return {"scale": scale}


@register.inclusion_tag("components/charts/stairs.html")
def stairs(scale: GoalScale | int) -> Values:
    """The goal as stairs; text that says the same must stand beside it."""
    return {"scale": GoalScale(scale) if isinstance(scale, int) else scale}


@register.inclusion_tag("components/charts/goal_chart.html")
def goal_chart(chart: GoalChart) -> Values:
    return {"chart": chart}


@register.inclusion_tag("components/charts/circle.html")
def circle(circle: Circle, small: bool = False) -> Values:
    return {"circle": circle, "small": small}


@register.inclusion_tag("components/charts/road.html")
def road(road: Road) -> Values:
    return {"road": road}


@register.simple_tag
def symbol_inside(name: str) -> SafeString:
    """A drawn symbol's shapes, for use inside another drawing."""
    return symbol(name)
