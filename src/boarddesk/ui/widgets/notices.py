"""Where a part of a page says why something was refused: one calm notice at a time, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from boarddesk.ui.widgets.banner import Banner, Tone


class Notices(QVBoxLayout):
    """Empty until something is said; the next notice takes the place of the one before."""

    def tell(
        self,
        title: str,
        advice: str = "",
        *,
        tone: Tone = Tone.WARN,
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> Banner:
        """Say it, with the action that helps where there is one."""
        self.hush()
        banner = Banner(title, advice, tone=tone, action=action, closable=True)
        banner.dismissed.connect(self.hush)
        self.addWidget(banner)
        return banner

    def hush(self) -> None:
        """Take the notice away."""
        while item := self.takeAt(0):
            shown = item.widget()
            if shown is not None:
                shown.hide()
                shown.deleteLater()
