"""Costly results, kept under a key made of what they depend on; the folder can be deleted at any moment."""
