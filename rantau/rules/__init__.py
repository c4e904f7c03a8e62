"""The validation rules: one file is one rule, found by its name; its docstring is its manual and its test.

Below `Bad:` and `Good:` stand whole files, indented by four blanks, that the tests execute; the form of an example
(`path:`, `made:`, `at:`, `also:`, carets) is described at the top of tests/test_rules.py.
"""
