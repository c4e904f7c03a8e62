"""What importers share: foreign bytes to text, foreign front matter to our fields, foreign HTML and Markdown to ours.

Nothing here knows an importer, and nothing writes a file. What does not fit is handed back whole, with the reason.
"""
