"""One file, one benchmark: a module here has `SUMMARY` and `run(arguments)`, an iterator of lines."""
