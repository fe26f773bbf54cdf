"""Comparisons: claims about the same thing beside each other."""
