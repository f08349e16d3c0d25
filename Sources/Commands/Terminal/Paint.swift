/// Colours, on a terminal that wants them.
package struct Paint: Sendable {
    let isOn: Bool

    package init(isOn: Bool) { self.isOn = isOn }

    /// Colour is unwelcome where `NO_COLOR` is set to anything or the terminal is dumb. Source: no-color.org.
    package static func isWelcome(_ environment: [String: String]) -> Bool {
        (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    func good(_ text: String) -> String { wrap(text, "32") }
    func bad(_ text: String) -> String { wrap(text, "31") }
    func doubtful(_ text: String) -> String { wrap(text, "33") }
    func strong(_ text: String) -> String { wrap(text, "1") }
    func quiet(_ text: String) -> String { wrap(text, "2") }

    private func wrap(_ text: String, _ code: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
