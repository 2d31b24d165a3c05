"""The interview: a pure state machine, and the session that keeps what it says."""
