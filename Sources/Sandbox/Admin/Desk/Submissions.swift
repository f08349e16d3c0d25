import Crypto
import HTTPTypes
import Synchronization

/// Forms that were sent already: one sent twice does its work once.
///
/// Each page gives its forms a mark of their own, so that a second press of a button is the same form again, and a form
/// that was changed before it is sent again is another.
final class Submissions: Sendable {
    private struct State {
        var replies: [[UInt8]: Reply] = [:]
        var order: [[UInt8]] = []
    }

    private static let most = 500
    private let state = Mutex(State())

    /// Runs `body`, or answers as it did for the same form. Only what ended in a redirect counts as done.
    ///
    /// One form at a time: the second press waits for the first.
    func once(_ call: Call, _ body: () throws -> Reply) throws -> Reply {
        guard call.field("form")?.isEmpty == false else { return try body() }
        let key = Array(SHA256.hash(data: Array(call.path.utf8) + [0] + call.body))
        return try state.withLock { state in
            if let known = state.replies[key] { return known }
            let reply = try body()
            guard reply.status == .seeOther else { return reply }
            state.replies[key] = reply
            state.order.append(key)
            if state.order.count > Self.most { state.replies[state.order.removeFirst()] = nil }
            return reply
        }
    }
}
