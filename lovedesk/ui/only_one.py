"""One window per desk: the second start calls the first one forward and goes.

A lock file beside the desk tells who is first; it costs nothing at the start, while the server that waits for calls
needs QtNetwork, and is made when the window stands.
"""

from __future__ import annotations

from zlib import crc32

from PySide6.QtCore import QDir, QLockFile, QObject, Signal

WAIT_MS = 3_000         # the first window may just be starting


class OnlyOne(QObject):
    """`first` is false where another window has the desk already; `called` when another start wants it forward.

    With an empty path there is no desk yet that another could have.
    """

    called = Signal()

    def __init__(self, desk: str, parent: QObject) -> None:
        super().__init__(parent)
        self.first = True
        self.desk = desk
        if not desk:
            return
        self.name = f"lovedesk-{crc32(QDir(desk).absolutePath().encode()):08x}"
        self.lock = QLockFile(f"{desk}.lock")
        self.lock.setStaleLockTime(0)       # a lock is as old as its window; one left by a kill is seen by its process
        self.first = self.lock.tryLock(0) or self.lock.error() != QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Wait for the calls of later starts."""
        if not self.desk:
            return
        from PySide6.QtNetwork import QLocalServer  # 10 ms that the first picture need not wait for

        self.server = QLocalServer(self)
        self.server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not self.server.listen(self.name):
            QLocalServer.removeServer(self.name)        # left behind by a window that was killed
            self.server.listen(self.name)
        self.server.newConnection.connect(self._call)

    def call(self) -> None:
        """Ask the first window to come forward."""
        from PySide6.QtNetwork import QLocalSocket  # as above

        socket = QLocalSocket(self)
        socket.connectToServer(self.name)
        socket.waitForConnected(WAIT_MS)
        socket.disconnectFromServer()

    def _call(self) -> None:
        self.server.nextPendingConnection().deleteLater()
        self.called.emit()
