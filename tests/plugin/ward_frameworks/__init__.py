"""Frameworks for wards."""
