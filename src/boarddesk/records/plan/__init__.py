"""Where the improvement plan is kept: areas, actions, judgements and KPIs."""
