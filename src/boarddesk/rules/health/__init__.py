"""How an office file is: facts about it, told as sentences, and what needs doing first."""
