"""One file, one way to show diagnostics: a module here has `render(report)`, which takes a `model.Report` and yields lines.

A reporter shows whatever it is given: a place outside its file, a rule nobody knows, half a letter.
"""
