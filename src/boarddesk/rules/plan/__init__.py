"""What an improvement plan means: its actions, milestones and KPIs."""
