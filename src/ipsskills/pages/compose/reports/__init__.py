"""Where somebody is: the report, two views, the radar chart."""
