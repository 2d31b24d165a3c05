"""The frozen sentences for the check of client-identifying detail."""
