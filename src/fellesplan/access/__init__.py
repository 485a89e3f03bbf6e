"""Who may see and do what. Use `access.visible / can / fetch / require`; the matrix is in `matrix.py`."""
