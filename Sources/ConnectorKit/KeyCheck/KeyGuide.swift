import Basics

/// How a merchant makes a key for Ponte at a platform, step by step, in the words of the platform's own screens.
///
/// Platforms rename their menus, and people follow guides of years ago: there is a wording for each generation.
package struct KeyGuide: Sendable, Hashable {
    package struct Step: Sendable, Hashable {
        package let title: Phrase
        package let text: Phrase
        /// Boxes to tick in this step; empty for most.
        package let ticks: [PlatformResource]

        package init(_ title: Phrase, _ text: Phrase, ticks: [PlatformResource] = []) {
            self.title = title
            self.text = text
            self.ticks = ticks
        }
    }

    /// The steps as one generation of the platform's screens shows them.
    package struct Wording: Sendable, Hashable {
        /// As in `new`; part of element ids.
        package let name: String
        package let title: Phrase
        package let steps: [Step]
        /// How the role of a key that is there already is changed.
        package let changingRole: Phrase

        package init(name: String, title: Phrase, steps: [Step], changingRole: Phrase) {
            self.name = name
            self.title = title
            self.steps = steps
            self.changingRole = changingRole
        }
    }

    /// Today's screens first.
    package let wordings: [Wording]
    /// What to know beforehand: who may do it, how long it takes.
    package let before: Phrase

    package init(wordings: [Wording], before: Phrase) {
        self.wordings = wordings
        self.before = before
    }
}
