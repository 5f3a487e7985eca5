"""What was minuted at the last boards of the sample office."""
