"""What a maturity model and an assessment are: frozen records and their checks."""
