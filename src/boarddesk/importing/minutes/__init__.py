"""Word copies of draft minutes that come back: who put in, took out and moved which words, and remarks."""
