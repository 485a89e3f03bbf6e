"""Spørsmål til loven: fakta inn, svar med grunner og paragrafer ut, uten sak, person eller database.

Every rule the system holds can be asked here. `questions()` lists them, `ask` answers one.
"""

from fellesplan.processes.law_questions.answers import Answer
from fellesplan.processes.law_questions.asking import Asked, ask
from fellesplan.processes.law_questions.catalogue import questions
from fellesplan.processes.law_questions.problems import BadQuestion, Problem
from fellesplan.processes.law_questions.question import Question
from fellesplan.processes.law_questions.spoken import Voice, as_json

__all__ = ["Answer", "Asked", "BadQuestion", "Problem", "Question", "Voice", "as_json", "ask", "questions"]
