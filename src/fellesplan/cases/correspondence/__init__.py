"""From the rows of a case to the facts that letters are written from."""
