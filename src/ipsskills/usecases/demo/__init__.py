"""An invented service with the whole job done."""
