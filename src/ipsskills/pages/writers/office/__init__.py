"""What the writers of DOCX and XLSX are made of; nothing here is imported by any other page."""
