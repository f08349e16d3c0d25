import Basics

/// Finds out what a key may do, by one harmless question per capability.
package protocol CredentialProbe: Sendable {
    /// The jobs this platform has recipes for, the default first.
    var recipes: [Recipe] { get }

    /// Asks the platform. Answers arrive in the matrix; only "the platform cannot be asked" is thrown.
    ///
    /// - Parameter told: called with each answer as it comes, one at a time; what it throws ends the check. A refused key
    ///   is told by the matrix alone.
    /// - Throws: `PlatformError` when no probe could be answered: network, wrong account, platform down.
    func check(
        _ recipe: Recipe, told: @escaping @Sendable (Capability, KeyMatrix.Answer) async throws -> Void
    ) async throws -> KeyMatrix
}

extension CredentialProbe {
    /// As above, for those who wait for the whole matrix.
    package func check(_ recipe: Recipe) async throws -> KeyMatrix { try await check(recipe) { _, _ in } }
}

/// What a job needs of a key, beside what an article tells people to tick for it.
package struct Recipe: Sendable, Hashable {
    /// As in `article-000-ra-trustvox`.
    package let name: String
    package let title: Phrase
    package let needs: [Capability]
    /// Those of `needs` without which the job cannot even begin; the others make it better.
    package let essentials: [Capability]
    /// What is neither needed nor too much: where a key allows it, Ponte reads it too.
    package let extras: [Capability]
    /// The platform resources that the article says to tick; empty when the recipe is Ponte's own.
    package let articleResources: [PlatformResource]
    /// What the article says and the platform does not do (any more), and what follows from it.
    package let notes: [Phrase]

    package init(
        name: String, title: Phrase, needs: [Capability], essentials: [Capability]? = nil,
        extras: [Capability] = [], articleResources: [PlatformResource], notes: [Phrase]
    ) {
        self.name = name
        self.title = title
        self.needs = needs
        self.essentials = essentials ?? needs
        self.extras = extras
        self.articleResources = articleResources
        self.notes = notes
    }
}

/// A box to tick at the platform: product → category → resource, in the words of its screens.
package struct PlatformResource: Sendable, Hashable {
    package let product: Phrase
    package let category: Phrase
    package let resource: Phrase
    /// The platform's own key of it, as in `OMSViewer`.
    package let key: String

    package init(product: Phrase, category: Phrase, resource: Phrase, key: String) {
        self.product = product
        self.category = category
        self.resource = resource
        self.key = key
    }
}

/// The answer of a key check: one line per capability.
package struct KeyMatrix: Sendable, Hashable {
    package enum Verdict: String, Sendable, Hashable {
        case granted
        /// The platform refused: one of `Line.ticks` is missing.
        case missing
        /// Cannot be asked without doing harm, or the platform gave no usable answer: known when it is first used.
        case unknown
    }

    package struct Line: Sendable, Hashable {
        package let capability: Capability
        package let title: Phrase
        package let verdict: Verdict
        /// Whether the recipe needs it.
        package let isNeeded: Bool
        /// Boxes any one of which grants the capability, the narrowest first.
        package let ticks: [PlatformResource]
        /// What the platform answered, as in `403`; nil when it was not asked.
        package let evidence: String?
        /// Whether the platform grants it to everybody in practice: then it is no excess of the key.
        package let isOpenToAll: Bool

        package init(
            capability: Capability, title: Phrase, verdict: Verdict, isNeeded: Bool, ticks: [PlatformResource],
            evidence: String?, isOpenToAll: Bool = false
        ) {
            self.capability = capability
            self.title = title
            self.verdict = verdict
            self.isNeeded = isNeeded
            self.ticks = ticks
            self.evidence = evidence
            self.isOpenToAll = isOpenToAll
        }
    }

    package enum Standing: Sendable, Hashable {
        case accepted
        /// The platform does not know the key or its token, or the key is inactive; says which where it can.
        case refused(Phrase, remedy: Phrase)
    }

    package let recipe: Recipe
    package let standing: Standing
    package let lines: [Line]

    package init(recipe: Recipe, standing: Standing, lines: [Line]) {
        self.recipe = recipe
        self.standing = standing
        self.lines = lines
    }

    /// Lines that the recipe needs and the platform refused.
    package var missing: [Line] { lines.filter { $0.isNeeded && $0.verdict == .missing } }
    /// Lines that were granted, that the recipe does not need and that nobody makes use of; only of what was asked.
    package var excess: [Line] { unneeded.filter { !recipe.extras.contains($0.capability) } }
    /// Lines that were granted and that Ponte makes use of without needing them.
    package var extras: [Line] { unneeded.filter { recipe.extras.contains($0.capability) } }
    private var unneeded: [Line] { lines.filter { !$0.isNeeded && $0.verdict == .granted && !$0.isOpenToAll } }
    /// Lines that the recipe needs, that were asked, and that the platform left open, as by 429 or 503.
    package var unanswered: [Line] { lines.filter { $0.isNeeded && $0.verdict == .unknown && $0.evidence != nil } }
    /// Resources that the article asks for and that no probe can see; never blamed.
    package var unknowable: [PlatformResource] {
        let seen = Set(lines.filter { $0.verdict != .unknown }.flatMap(\.ticks).map(\.key))
        return recipe.articleResources.filter { !seen.contains($0.key) }
    }

    /// Lines without which the job cannot begin and that were not granted: refused, or left open by the platform.
    package var lackingEssentials: [Line] {
        lines.filter { recipe.essentials.contains($0.capability) && $0.verdict != .granted }
    }

    /// Whether the job can begin, be it with less than the recipe needs.
    package var canBegin: Bool { standing == .accepted && lackingEssentials.isEmpty }

    /// Whether the key does the recipe's job: accepted, and nothing needed was refused.
    package var isSufficient: Bool { standing == .accepted && missing.isEmpty }
}
