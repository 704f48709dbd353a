"""The list of true values that the site serves under `/data/`, and that our own tests ask for.

`cases` says what is asked, `oracles` and `families` what is right, `document` writes it down. Nothing here knows the
package, so that no fault of it can hide in both.
"""
