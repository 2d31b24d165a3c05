"""The project's own checks on its source, and the list of gates that every change passes."""
