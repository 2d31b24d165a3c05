"""What pages have for spreadsheets: sheets of codes, values and words, made of the same facts."""
