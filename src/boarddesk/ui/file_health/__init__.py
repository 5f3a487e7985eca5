"""The page “File health”: where the file is, who has it, what was checked and backed up, and what to do."""
