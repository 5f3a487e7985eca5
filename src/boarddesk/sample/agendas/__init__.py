"""The agendas of the sample’s improvement board: its standing items, and what each board took."""
