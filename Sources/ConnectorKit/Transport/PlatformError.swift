import Basics

/// A platform that refused, failed or answered nonsense; says what to do about it.
package struct PlatformError: ExplainedError {
    package enum Kind: String, Sendable, Hashable {
        /// 401: unknown key, wrong token or inactive key. The connection needs attention; never hammered.
        case unauthorised
        /// 403: the key lacks a right. The connection needs attention.
        case forbidden
        case notFound = "not_found"
        /// 429: the whole account stops until `retryAfter`.
        case throttled
        /// 5xx and 408.
        case failing
        /// No answer: name, port, certificate, cut connection.
        case unreachable
        case timedOut = "timed_out"
        /// The answer is larger than the limit.
        case tooLarge = "too_large"
        /// The answer is not what the platform documents; `explanation` names the field.
        case unreadable
        /// The address answers and is not this platform's account.
        case wrongAccount = "wrong_account"
        /// Any other status.
        case refused
    }
    package let kind: Kind
    /// HTTP status, when there was one.
    package let status: Int?
    package let retryAfter: Duration?
    package let explanation: Phrase
    package let remedy: Phrase?

    package init(
        kind: Kind, status: Int? = nil, retryAfter: Duration? = nil, explanation: Phrase, remedy: Phrase? = nil
    ) {
        self.kind = kind
        self.status = status
        self.retryAfter = retryAfter
        self.explanation = explanation
        self.remedy = remedy
    }

    package var code: String { "platform." + kind.rawValue }

    package var isRetryable: Bool {
        switch kind {
        case .throttled, .failing, .unreachable, .timedOut: true
        default: false
        }
    }
}
