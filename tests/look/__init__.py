"""Everything a person can look at, drawn into build/shots: pages and dialogs, and documents as pages."""
