"""What protects the person around consent: capacity, parents, objections and a child's wish."""
