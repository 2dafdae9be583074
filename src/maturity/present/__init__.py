"""Scorecards and frameworks -> people: text for a terminal, rows for a spreadsheet."""
