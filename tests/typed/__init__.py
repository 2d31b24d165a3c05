"""What people type as a day, a month or a length of time, against a table written beforehand."""
