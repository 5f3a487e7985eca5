"""What the sample's boards decided and gave people to do, what areas returned, who declared an interest."""
