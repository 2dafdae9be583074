"""Answers -> scorecards: one engine, from a compiled plan and NumPy kernels."""
