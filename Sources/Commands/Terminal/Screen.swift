import Glibc

/// Where a command writes: answers to standard output, everything else to standard error.
package struct Screen: Sendable {
    /// What one of the two outputs can show.
    package struct Surface: Sendable {
        let sink: any TextSink
        /// False for a file or a pipe: then no bar, no colour, no cursor movement.
        let isTerminal: Bool
        let paint: Paint
        /// Columns; 80 when nobody can tell.
        let width: Int

        package init(sink: any TextSink, isTerminal: Bool, paint: Paint, width: Int) {
            self.sink = sink
            self.isTerminal = isTerminal
            self.paint = paint
            self.width = width
        }
    }

    package let output: Surface
    package let errors: Surface

    package init(output: Surface, errors: Surface) {
        self.output = output
        self.errors = errors
    }

    /// One line to standard output.
    func say(_ line: String = "") throws {
        try output.sink.write(Array(line.utf8) + [UInt8(ascii: "\n")])
    }

    /// JSON or CSV to standard output, as it is.
    func emit(_ bytes: [UInt8]) throws {
        try output.sink.write(bytes)
    }

    /// One line to standard error. It tells and cannot fail: with standard error gone there is nobody to tell.
    func note(_ line: String = "") {
        try? errors.sink.write(Array(line.utf8) + [UInt8(ascii: "\n")])
    }
}

extension Screen {
    /// The process's own outputs.
    package static func standard(environment: [String: String]) -> Screen {
        func surface(_ descriptor: Int32) -> Surface {
            let isTerminal = isatty(descriptor) == 1
            return Surface(
                sink: DescriptorSink(descriptor: descriptor), isTerminal: isTerminal,
                paint: Paint(isOn: isTerminal && Paint.isWelcome(environment)),
                width: isTerminal ? columns(of: descriptor) : 80)
        }
        return Screen(output: surface(STDOUT_FILENO), errors: surface(STDERR_FILENO))
    }

    /// Nothing is shown anywhere.
    package static let silent = Screen.recording(output: MemorySink(), errors: MemorySink())

    /// A run whose words are read afterwards.
    package static func recording(output: MemorySink, errors: MemorySink) -> Screen {
        Screen(
            output: Surface(sink: output, isTerminal: false, paint: Paint(isOn: false), width: 80),
            errors: Surface(sink: errors, isTerminal: false, paint: Paint(isOn: false), width: 80))
    }

    private static func columns(of descriptor: Int32) -> Int {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
