import AccessControl
import Basics
import HTTPTypes

/// One method at one path: who may come, what it takes, what it does. A class: each request passes it on several times,
/// and what it takes is described at length.
package final class Route: Sendable {
    /// How the caller is known, how errors look, whether forms are guarded.
    package enum Face: Sendable {
        case api, console
        /// For machines and files: nobody is looked for.
        case plain
        /// For people, with nobody looked for.
        case page
    }

    /// Who may come.
    package enum Access: Sendable, Hashable {
        case open(OpenRoute)
        /// Any member who is signed in: what is his own.
        case signedIn
        /// By a right in the organization of the key, or of the path's `{organization}`.
        case organization(Permission)
        /// By a right above the organizations.
        case installation(Permission)
    }

    package let method: HTTPRequest.Method
    package let pattern: PathPattern
    package let face: Face
    package let access: Access
    /// Nil for what programs do not use.
    package let operation: Operation?
    /// Longer ones wait for somebody: a long poll, a platform.
    let timeLimit: TimeLimit
    /// The largest body, where it is less than the settings allow.
    let bodyBytes: Int?
    let handle: @Sendable (Arrival) async throws -> Answer

    init(
        method: HTTPRequest.Method, pattern: PathPattern, face: Face, access: Access, operation: Operation?,
        timeLimit: TimeLimit, bodyBytes: Int? = nil, handle: @escaping @Sendable (Arrival) async throws -> Answer
    ) {
        self.method = method
        self.pattern = pattern
        self.face = face
        self.access = access
        self.operation = operation
        self.timeLimit = timeLimit
        self.bodyBytes = bodyBytes
        self.handle = handle
    }

    enum TimeLimit: Sendable {
        /// A short read or write with limits of its own: no watch is set on it.
        case short
        case seconds(Int)
    }
}

/// A request with everything that the kernel knows about who sent it.
struct Arrival: Sendable {
    let request: WebRequest
    let sender: Sender
}

/// Who a request comes from, as far as the route asks.
enum Sender: Sendable {
    case nobody(Visit)
    case key(Caller)
    case member(Visit, Caller)
}
