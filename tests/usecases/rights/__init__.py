"""Tests of people's rights over what is kept about them."""
