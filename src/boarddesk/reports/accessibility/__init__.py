"""Whether a Word document can be read by everybody: 22 rules, each finding with its place and what to do."""
