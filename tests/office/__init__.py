"""DOCX and XLSX as validators of their standard judge them, and as LibreOffice opens them."""
