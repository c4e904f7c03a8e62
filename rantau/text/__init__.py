"""What several rooms need to know about words: names, slugs, dates, mentions. Any room may import it."""
