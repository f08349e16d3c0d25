import Basics

/// A command in the help, to be copied: one that is too long goes on below, in a way that a shell understands.
enum ExampleText {
    /// - Parameter width: of the help; a longer word stands out all the same.
    static func lines(_ command: String, width: Int = ExampleText.width) -> String {
        var lines: [String] = []
        var line = " "
        for (position, part) in command.split(separator: " --").enumerated() {
            let piece = position == 0 ? String(part) : "--\(part)"
            // The blank before it, and " \" in case that another follows.
            if position == 0 || line.count + 1 + piece.count + 2 <= width {
                line += " " + piece
            } else {
                lines.append(line + " \\")
                line = "      " + piece
            }
        }
        return (lines + [line]).joined(separator: "\n")
    }

    /// ArgumentParser breaks a line that is as wide as the help itself.
    private static var width: Int { UsageText.width(of: Surroundings.current.screen) - 1 }
}
