import Basics

/// Why somebody is not let in, or why access cannot be changed as he wants.
package struct AccessError: ExplainedError, Hashable {
    package enum Problem: Hashable, Sendable {
        /// Nobody is signed in, and there is no key: the web's 401.
        case notSignedIn
        /// The organization is another's, or none: the web's 404.
        case notYours
        /// His organization, but not his right: the web's 403.
        case missingRight(Permission)
        /// Unknown, disabled, or the wrong password: one answer for all.
        case wrongCredentials
        /// The web's 429.
        case tooManyAttempts(retryAfterSeconds: Int)
    }

    package let problem: Problem

    package init(_ problem: Problem) { self.problem = problem }

    package var code: String {
        switch problem {
        case .notSignedIn: "access.not_signed_in"
        case .notYours: "access.not_yours"
        case .missingRight: "access.missing_right"
        case .wrongCredentials: "access.wrong_credentials"
        case .tooManyAttempts: "access.too_many_attempts"
        }
    }

    package var explanation: Phrase { Phrase(same: code) }
}
