"""What HTML needs beside its templates: sections, widths of columns, and pictures within a page."""
