"""What the search of the site knows: read from the finished pages, written into one file that the browser asks."""
