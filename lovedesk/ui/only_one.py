"""One window per desk: the second start calls the first one forward and goes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 500


class OnlyOne(QObject):
    """`first` is false where another window has the desk already; `called` when another start wants it forward."""

    called = Signal()

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        call = QLocalSocket(self)
        call.connectToServer(name)
        self.first = not call.waitForConnected(WAIT_MS)
        if not self.first:
            call.disconnectFromServer()
            return
        self.server = QLocalServer(self)
        self.server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not self.server.listen(name):
            QLocalServer.removeServer(name)     # left behind by a start that was killed
            self.server.listen(name)
        self.server.newConnection.connect(self._call)

    def _call(self) -> None:
        self.server.nextPendingConnection().deleteLater()
        self.called.emit()
