"""ipsskills: self-assessment, supervision and training record for employment specialists in IPS."""

__version__ = "0.1.0"
