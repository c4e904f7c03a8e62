"""One file, one way to show diagnostics: a module here has `render(diagnostics, language, root)`, an iterator of lines.

`root` is the content directory as the user named it; it stands before every path.
"""
