import Basics

/// "Done" on a line.
enum AccessNote {
    static func done(_ phrase: Phrase) throws {
        let screen = Surroundings.current.screen
        try screen.say(screen.output.paint.good("✓") + " " + phrase.spoken)
    }
}
