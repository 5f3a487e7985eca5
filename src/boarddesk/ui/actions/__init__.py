"""The Actions page: actions arising over all meetings, and decisions; the same in each meeting."""
