"""Where somebody is: the report, two views, charts, the first page."""
