import Basics

/// The codes that programs may meet on any route, in the order of their status.
package enum ProblemCodes {
    /// By routes beside their own.
    package static let common: [Problem] = [
        .targetUnreadable, .badQuery([]), .malformedBody, .unauthorised, .formExpired, .notFound,
        .methodNotAllowed("GET"), .tooSlow, .bodyTooLarge, .targetTooLong, .wrongMediaType, .wrongHost(expected: nil),
        .badBody([]), .insufficientKey, .internal, .unavailable,
    ]

    static let commonStatuses = [400, 401, 403, 404, 408, 413, 414, 421, 500, 503]
    static let bodyStatuses = [415, 422]
}
