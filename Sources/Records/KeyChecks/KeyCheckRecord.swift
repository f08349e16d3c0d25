import Basics

package enum KeyCheckKind: IDKind {
    package static let prefix = "chk"
}

package typealias KeyCheckID = ID<KeyCheckKind>

/// The last check of a connection's key, under way or done, as every node sees it. Answers stand without their words,
/// which are the program's.
package struct KeyCheckRecord: Sendable, Hashable {
    /// Goes from running to any other, and stays there until the next check takes its place.
    package enum Outcome: String, Sendable, CaseIterable {
        case running
        /// The platform knows the key.
        case accepted
        /// It does not.
        case refused
        /// The platform could not be asked.
        case failed
    }

    /// Why a key was refused, or a check failed, for people.
    package struct Trouble: Sendable, Hashable {
        package let code: String
        package let reason: Phrase
        package let remedy: Phrase?

        package init(code: String, reason: Phrase, remedy: Phrase?) {
            self.code = code
            self.reason = reason
            self.remedy = remedy
        }
    }

    package struct Answer: Sendable, Hashable {
        /// As in `orders.list`.
        package let capability: String
        /// `granted`, `missing` or `unknown`.
        package let verdict: String
        /// What the platform answered, as in `403`.
        package let evidence: String?

        package init(capability: String, verdict: String, evidence: String?) {
            self.capability = capability
            self.verdict = verdict
            self.evidence = evidence
        }
    }

    /// What the platform's list told when it was asked how much there is to read.
    package struct Survey: Sendable, Hashable {
        package let total: Int
        /// Nil when there is nothing to read.
        package let oldestAt: Instant?

        package init(total: Int, oldestAt: Instant?) {
            self.total = total
            self.oldestAt = oldestAt
        }
    }

    package let id: KeyCheckID
    package let connectionID: ConnectionID
    /// The recipe's name.
    package let recipe: String
    package let outcome: Outcome
    package let startedAt: Instant
    /// A check that runs still then has lost its node.
    package let deadline: Instant
    /// Nil while it runs.
    package let finishedAt: Instant?
    package let trouble: Trouble?
    /// Nil when it was not asked, or gave no answer.
    package let survey: Survey?
    /// By capability.
    package let answers: [Answer]

    package init(
        id: KeyCheckID, connectionID: ConnectionID, recipe: String, outcome: Outcome, startedAt: Instant,
        deadline: Instant, finishedAt: Instant?, trouble: Trouble? = nil, survey: Survey? = nil, answers: [Answer] = []
    ) {
        self.id = id
        self.connectionID = connectionID
        self.recipe = recipe
        self.outcome = outcome
        self.startedAt = startedAt
        self.deadline = deadline
        self.finishedAt = finishedAt
        self.trouble = trouble
        self.survey = survey
        self.answers = answers
    }

    /// Whether its node has died on it: it can be run again.
    package func isStale(at now: Instant) -> Bool { outcome == .running && deadline <= now }
    /// Whether answers may still come.
    package func isRunning(at now: Instant) -> Bool { outcome == .running && now < deadline }
}
