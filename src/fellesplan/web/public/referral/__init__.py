"""Melding om behov on the web: questions one at a time, a draft on the way, a receipt at the end."""
