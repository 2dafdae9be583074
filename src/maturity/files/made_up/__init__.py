"""A made-up system of organisations that answer for a year: to try things on, and to show them."""
