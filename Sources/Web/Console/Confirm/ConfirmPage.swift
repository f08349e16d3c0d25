import Basics

/// Asks once more before a deed: says what will happen and what will not.
package struct ConfirmPage: ConsolePage {
    let heading: Phrase
    let explanation: Phrase
    var points: [Phrase] = []
    let button: Phrase
    let action: String
    let back: String
    var hidden: [HiddenField] = []
    var isDangerous = false
    var crumbs: [Crumb] = []

    package static let template = Template.confirm
    package static let words = SharedWords.list

    package func title(for reader: Reader) -> String { reader.say(heading) }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        return Content(
            hasCrumbs: !crumbs.isEmpty, crumbs: crumbs, heading: reader.say(heading),
            explanation: reader.say(explanation), points: points.map(reader.say), button: reader.say(button),
            action: action, back: back, hidden: hidden, isDangerous: isDangerous)
    }

    private struct Content: Sendable {
        let hasCrumbs: Bool
        let crumbs: [Crumb]
        let heading: String
        let explanation: String
        let points: [String]
        let button: String
        let action: String
        let back: String
        let hidden: [HiddenField]
        let isDangerous: Bool
    }
}
