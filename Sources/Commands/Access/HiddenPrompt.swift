import Basics
import Glibc

/// Asks on the terminal itself, whatever standard input is, and does not show what is typed.
final class HiddenPrompt {
    private let terminal: Int32

    /// Nil where there is no terminal, as in a service or a script; and for a run whose screen is recorded.
    init?() {
        guard isatty(STDERR_FILENO) == 1, Surroundings.current.screen.errors.isTerminal else { return nil }
        terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else { return nil }
    }

    deinit { close(terminal) }

    /// - Throws: `CancellationError` for Ctrl-C, which must not end the program while the terminal hides what is typed.
    func ask(_ question: String) throws -> Secret {
        var shown = termios()
        guard tcgetattr(terminal, &shown) == 0 else { throw CommandError.passwordMissing }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO | ISIG)
        guard tcsetattr(terminal, TCSAFLUSH, &hidden) == 0 else { throw CommandError.passwordMissing }
        defer {
            tcsetattr(terminal, TCSAFLUSH, &shown)
            write("\n")
        }
        write(question)
        return Secret(String(decoding: try line(), as: UTF8.self))
    }

    private func line() throws -> [UInt8] {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while line.count < 4096 {
            let count = read(terminal, &byte, 1)
            if count < 0 && errno == EINTR { continue }
            guard count == 1, byte != UInt8(ascii: "\n") else { break }
            guard byte != 3 else { throw CancellationError() }
            line.append(byte)
        }
        return line
    }

    private func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(terminal, bytes, bytes.count)
    }
}
