"""What the search needs at build time: words to the keys under which a reader's other forms of them are found too."""
