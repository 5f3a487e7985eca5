"""Days decided: what people write read as days, deadlines, and working days."""
