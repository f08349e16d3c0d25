import Basics
import ConnectorKit
import Hub
import Operations

/// A checked key on the screen, as `ponte check` and `ponte demo` show it.
enum CheckReport {
    static func show(_ checked: Platforms.CheckedKey, platform: String) throws {
        let surroundings = Surroundings.current
        let screen = surroundings.screen
        let credential = checked.credential
        let paint = screen.output.paint
        try screen.say(paint.strong("\(platform) · \(credential.account)") + paint.quiet(" · \(credential.key)"))
        for warning in credential.warnings {
            try screen.say("  " + paint.doubtful("!") + " " + warning[surroundings.language])
        }
        let text = MatrixText(
            matrix: checked.matrix, language: surroundings.language, paint: paint, width: min(100, screen.output.width))
        for line in text.lines { try screen.say(line) }
    }
}
