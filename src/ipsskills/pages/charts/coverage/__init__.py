"""The coverage chart: what is recorded for each unit, kind by kind of learning."""
