"""The map as a picture: stance as the frame, the domains inside it, a cell for each unit."""
