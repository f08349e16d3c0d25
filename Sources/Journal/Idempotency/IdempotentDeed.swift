import Basics

/// One deed that a program may ask for again without having it done twice, by the name that the program gave it.
package struct IdempotentDeed: Hashable, Sendable {
    /// Who asks, as the audit chain has it: two programs may give the same name.
    package let caller: String
    /// As in `POST /api/v1/connections`.
    package let route: String
    /// The program's own name of the deed.
    package let key: String
    /// Of everything that was sent: the same name for something else is a mistake.
    package let requestHash: [UInt8]

    package init(caller: String, route: String, key: String, requestHash: [UInt8]) {
        self.caller = caller
        self.route = route
        self.key = key
        self.requestHash = requestHash
    }
}

/// What was answered, to be answered again.
package struct KeptAnswer: Hashable, Sendable {
    /// HTTP's number.
    package let status: Int
    package let body: [UInt8]

    package init(status: Int, body: [UInt8]) {
        self.status = status
        self.body = body
    }
}
