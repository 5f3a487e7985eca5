"""Word: a document's blocks, styles and parts become one .docx, the same bytes for the same document."""
