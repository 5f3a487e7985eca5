"""When actions are due: the terms of a plan, deadlines as written and understood, dates that are agreed."""
