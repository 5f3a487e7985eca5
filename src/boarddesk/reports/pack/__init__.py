"""A pack as one PDF: papers bound with every tag kept, stamped and bookmarked; or as a folder."""
