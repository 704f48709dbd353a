"""Questions to the reader, read once into one structure; exercises, exports and sheets are views of it."""
