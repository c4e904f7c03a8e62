"""What is derived from the one declaration of the fields (fields.py): one file, one derivation."""
