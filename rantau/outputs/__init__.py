"""One file, one published format: a module here has `publish(edition)`, an iterator of (path in the site, bytes)."""
