"""How the window looks: tokens, themes, the stylesheet, icons."""
