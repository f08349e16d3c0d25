import Basics
import HTTPTypes

/// What can go wrong on request.
enum FaultKind: String, Sendable, CaseIterable {
    case tooManyRequests = "429"
    /// Nobody knows what was asked for.
    case unknown = "404"
    case serverError = "500"
    case unavailable = "503"
    /// Answers late.
    case slow
    /// Closes the connection without an answer.
    case cut
    /// Closes the connection in the middle of the body.
    case cutBody = "cut-body"
    /// A list page without rows, though its totals stand.
    case emptyPage = "empty-page"
    case malformedJSON = "malformed"
    case wrongTypes = "wrong-types"
    case hugeNumbers = "huge-numbers"
    /// Ten megabytes of valid JSON.
    case bigBody = "big-body"
    /// Feed and hook: the event never comes.
    case lostEvent = "event-lost"
    /// Feed and hook: the event comes twice.
    case duplicateEvent = "event-duplicate"
    /// Feed and hook: the event is held back, so that later ones overtake it.
    case reorderedEvent = "event-reordered"

    /// Whether it strikes events of orders, as opposed to requests.
    var isOfEvents: Bool {
        switch self {
        case .lostEvent, .duplicateEvent, .reorderedEvent: true
        default: false
        }
    }
}

/// One order for faults: which, how often, where, until when.
struct FaultRule: Sendable {
    let id: Int
    var kind: FaultKind
    /// Of requests that fit, 0 … 1.
    var rate: Double
    /// Part of the path, in any case; nil fits every path.
    var path: String?
    /// Route name, such as `GetOrder`; nil fits every route.
    var route: String?
    var until: Instant?
    /// At most so many; nil for no end.
    var most: Int?
    /// Of a slow answer, and of an event that is held back.
    var delay: Duration
    /// Of a 429 or 503, in seconds.
    var retryAfter: Int
    var seed: UInt64
    var dice: SeededGenerator
    var injected = 0

    func fits(path: String, route: String, at now: Instant) -> Bool {
        if let until, now >= until { return false }
        if let most, injected >= most { return false }
        if let wanted = self.path, !path.lowercased().contains(wanted.lowercased()) { return false }
        if let wanted = self.route, route.lowercased() != wanted.lowercased() { return false }
        // An empty page makes sense for lists only, spoilt numbers only where an amount stands.
        switch kind {
        case .emptyPage: return route == "ListOrders" || route == "Searchdocuments"
        case .wrongTypes, .hugeNumbers: return route == "ListOrders" || route == "GetOrder"
        default: return true
        }
    }
}
