"""Two rows that are the same human: found, made one, and made two again."""
