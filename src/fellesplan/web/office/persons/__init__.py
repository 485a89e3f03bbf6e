"""The office's pages of a person: who they are, how they are protected, and whether they are kept twice."""
