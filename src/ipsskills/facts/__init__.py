"""What use cases return: frozen facts and codes, mostly a file a page, and no sentences.

Pages are composed from them and JSON is written from them, so that rewording a page changes no
JSON. A field whose metadata says ``json=False`` is for composing only.
"""
