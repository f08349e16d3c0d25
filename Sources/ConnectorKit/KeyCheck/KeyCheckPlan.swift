import Basics

/// What a key check of one platform asks, known before anything is asked: it lays answers out that were kept without
/// their words, in the words of today.
package struct KeyCheckPlan: Sendable, Hashable {
    /// One thing that a key can do.
    package struct Entry: Sendable, Hashable {
        package let capability: Capability
        package let title: Phrase
        /// Boxes any one of which grants it, the narrowest first.
        package let ticks: [PlatformResource]
        /// False for what cannot be asked without doing harm.
        package let isAsked: Bool
        package let isOpenToAll: Bool

        package init(
            capability: Capability, title: Phrase, ticks: [PlatformResource], isAsked: Bool, isOpenToAll: Bool
        ) {
            self.capability = capability
            self.title = title
            self.ticks = ticks
            self.isAsked = isAsked
            self.isOpenToAll = isOpenToAll
        }
    }

    /// The jobs that there are recipes for, the default first.
    package let recipes: [Recipe]
    /// In the order of the matrix.
    package let entries: [Entry]

    package init(recipes: [Recipe], entries: [Entry]) {
        self.recipes = recipes
        self.entries = entries
    }

    /// The capabilities that a check of this platform asks about.
    package var asked: Set<Capability> { Set(entries.filter(\.isAsked).map(\.capability)) }

    /// The default for a name that is no recipe (any more).
    package func recipe(named name: String) -> Recipe? { recipes.first { $0.name == name } ?? recipes.first }

    /// A matrix of answers by capability; what has none is unknown and without evidence.
    package func matrix(
        _ recipe: Recipe, standing: KeyMatrix.Standing, answers: [Capability: KeyMatrix.Answer]
    ) -> KeyMatrix {
        KeyMatrix(
            recipe: recipe, standing: standing,
            lines: entries.map { entry in
                let answer = answers[entry.capability]
                return KeyMatrix.Line(
                    capability: entry.capability, title: entry.title, verdict: answer?.verdict ?? .unknown,
                    isNeeded: recipe.needs.contains(entry.capability), ticks: entry.ticks,
                    evidence: answer?.evidence, isOpenToAll: entry.isOpenToAll)
            })
    }
}

extension KeyMatrix {
    /// What the platform said of one capability.
    package struct Answer: Sendable, Hashable {
        package let verdict: Verdict
        package let evidence: String?

        package init(_ verdict: Verdict, evidence: String?) {
            self.verdict = verdict
            self.evidence = evidence
        }
    }
}
