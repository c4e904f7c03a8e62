"""The validation rules: one file is one rule, found by its name; its docstring is its manual and its test."""
