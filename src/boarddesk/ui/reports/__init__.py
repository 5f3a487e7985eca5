"""The Reports page: documents by reader, their scope, the document itself, issued or saved as a draft."""
