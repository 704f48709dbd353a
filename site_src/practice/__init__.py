"""Questions to the reader, read once from the pages into one structure; exercises, exports and sheets are views of it."""
