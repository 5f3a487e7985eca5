"""Attendance kept: figures counted from the registers, corrections, and the KPIs they feed."""
