"""Municipalities, units, employees, persons, representatives and accounts."""
