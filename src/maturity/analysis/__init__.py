"""Frameworks and scorecards into insight: what to think over, and what lies side by side."""
