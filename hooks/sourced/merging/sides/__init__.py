"""Sides: for whom each person and body stands, by what the texts say they are."""
