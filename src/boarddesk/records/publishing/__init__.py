"""What is kept of publishing: who may be named, what was chosen before a copy went out, what is out."""
