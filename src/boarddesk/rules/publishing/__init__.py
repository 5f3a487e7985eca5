"""What goes out names no child: what may give one away, how it is settled, and what was published when."""
