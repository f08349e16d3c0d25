import Basics

/// Why somebody is not let in, or why access cannot be changed as he wants.
///
/// Trying again helps for `access.too_many_attempts` only, after the seconds that it names.
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

        // Members
        case badEmail
        case badName
        case emailTaken
        case memberMissing
        case lastOwner
        case passwordTooShort
        case passwordTooLong
        case passwordTooEasy
        case wrongPassword
        case setUpDone
        case setUpCodeWrong

        // App keys: the first four are the web's 401
        case keyMalformed
        case keyUnknown
        case keyInactive
        case keyExpired(at: Instant)
        case keyMissing
        case badLabel
        case noPermissions
        case permissionNotForKeys(Permission)
        case permissionUnknown
        case expiryPast

        // One-time links
        case linkUnknown
        case linkOpened(at: Instant)
        case linkExpired(at: Instant)
    }

    package let problem: Problem

    package init(_ problem: Problem) { self.problem = problem }

    package var code: String { "access." + name }

    package var isRetryable: Bool {
        if case .tooManyAttempts = problem { true } else { false }
    }

    private var name: String {
        switch problem {
        case .notSignedIn: "not_signed_in"
        case .notYours: "not_yours"
        case .missingRight: "missing_right"
        case .wrongCredentials: "wrong_credentials"
        case .tooManyAttempts: "too_many_attempts"
        case .badEmail: "bad_email"
        case .badName: "bad_name"
        case .emailTaken: "email_taken"
        case .memberMissing: "member_missing"
        case .lastOwner: "last_owner"
        case .passwordTooShort: "password_too_short"
        case .passwordTooLong: "password_too_long"
        case .passwordTooEasy: "password_too_easy"
        case .wrongPassword: "wrong_password"
        case .setUpDone: "set_up_done"
        case .setUpCodeWrong: "set_up_code_wrong"
        case .keyMalformed: "key_malformed"
        case .keyUnknown: "key_unknown"
        case .keyInactive: "key_inactive"
        case .keyExpired: "key_expired"
        case .keyMissing: "key_missing"
        case .badLabel: "bad_label"
        case .noPermissions: "no_permissions"
        case .permissionNotForKeys: "permission_not_for_keys"
        case .permissionUnknown: "permission_unknown"
        case .expiryPast: "expiry_past"
        case .linkUnknown: "link_unknown"
        case .linkOpened: "link_opened"
        case .linkExpired: "link_expired"
        }
    }
}
