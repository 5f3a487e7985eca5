"""The sample office: a fictional county with its boards, people, plan and registers."""
