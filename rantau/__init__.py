"""The library behind the portal: reads, checks, indexes and renders articles; knows no site engine."""
