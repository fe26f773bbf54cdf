"""Turn news articles into a sourced explainer: every statement leads to the passage it rests on."""
