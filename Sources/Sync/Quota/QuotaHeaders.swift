import Basics

/// What an answer's headers say about the account's quota.
package enum QuotaHeaders {
    /// The longest stop that a header can ask for: a mistaken clock at the platform must not stop a shop for days.
    private static let longest: Int64 = 3600

    /// For how long the account has to stop after an answer; nil when it need not.
    ///
    /// A 429 stops it for `Retry-After`, in seconds, or a minute. An answer of another status stops it when its headers
    /// say that nothing remains, until the time they name.
    package static func stop(status: Int, headers: [String: String], at now: Instant) -> Duration? {
        let retryAfter = seconds(headers["retry-after"])
        if status == 429 { return retryAfter.map(Duration.seconds) ?? PacedTransport.unnamedStop }
        guard let remaining = headers["ratelimit-remaining"] ?? headers["x-ratelimit-remaining"],
            seconds(remaining) == 0,
            let reset = headers["ratelimit-reset"] ?? headers["x-ratelimit-reset"],
            var wait = Int64(reset.trimmingBlanks)
        else { return nil }
        // Some platforms send seconds from now, others seconds since 1970.
        if wait > 1_000_000_000 { wait -= now.microseconds / 1_000_000 }
        return .seconds(min(max(wait, 0), longest))
    }

    private static func seconds(_ text: String?) -> Int64? {
        guard let text, let seconds = Int64(text.trimmingBlanks), seconds >= 0 else { return nil }
        return min(seconds, longest)
    }
}

extension String {
    fileprivate var trimmingBlanks: Substring {
        let first = firstIndex { $0 != " " } ?? endIndex
        let last = lastIndex { $0 != " " }.map(index(after:)) ?? endIndex
        return first < last ? self[first..<last] : ""
    }
}
