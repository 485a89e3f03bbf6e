"""Fellesplan: individual plans, coordinators and the coordinating unit of a municipality."""
