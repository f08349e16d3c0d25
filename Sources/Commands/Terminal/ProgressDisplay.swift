import Basics
import Synchronization

/// Shows progress on standard error: one line redrawn in place on a terminal, else a plain line every few seconds.
final class ProgressDisplay: Sendable {
    private struct State {
        var drawnAt: Instant?
        var isDrawn = false
    }

    private let surface: Screen.Surface
    private let language: Language
    private let state = Mutex(State())
    private let interval: Duration

    init(screen: Screen, language: Language) {
        surface = screen.errors
        self.language = language
        interval = surface.isTerminal ? .milliseconds(100) : .seconds(5)
    }

    /// Redraws when the last drawing is old enough.
    func show(_ progress: Progress, at now: Instant) {
        state.withLock { state in
            if let drawnAt = state.drawnAt, now - drawnAt < interval { return }
            state.drawnAt = now
            draw(progress, &state)
        }
    }

    /// Draws the last state whatever the time, and leaves the line behind.
    func finish(_ progress: Progress) {
        state.withLock { state in
            draw(progress, &state)
            if surface.isTerminal { write("\n") }
            state.isDrawn = false
        }
    }

    /// Takes the bar away, as before an error is told.
    func clear() {
        state.withLock { state in
            if state.isDrawn { write("\r\u{1B}[2K") }
            state.isDrawn = false
        }
    }

    private func draw(_ progress: Progress, _ state: inout State) {
        guard surface.isTerminal else { return write(ProgressLine.sentence(progress, language: language) + "\n") }
        write(
            "\r\u{1B}[2K"
                + ProgressLine.bar(progress, width: surface.width, language: language, paint: surface.paint))
        state.isDrawn = true
    }

    /// Progress is a courtesy: a terminal that is gone does not stop the work.
    private func write(_ text: String) { try? surface.sink.write(Array(text.utf8)) }
}
