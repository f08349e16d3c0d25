import Basics

/// An application key of the account. It has no permission until it has a role.
struct AppKey: Sendable {
    /// A UUID: License Manager's id, not the key.
    let id: String
    /// `vtexappkey-{account}-{six capital letters}`.
    let name: String
    var label: String
    let created: Instant
    var isActive = true
    var token: Secret
    var tokenCreated: Instant
    /// Valid beside `token` until the renewal is finished.
    var nextToken: Secret?
    var nextTokenCreated: Instant?
    var roles: [Int] = []

    func accepts(_ candidate: Secret) -> Bool {
        candidate == token || candidate == nextToken
    }

    /// A second token, valid beside the first until the renewal is finished. Nil while one is pending already.
    mutating func renewToken(at now: Instant) -> Secret? {
        guard nextToken == nil else { return nil }
        let token = Tokens.token()
        nextToken = token
        nextTokenCreated = now
        return token
    }

    /// Drops the old token. False when no renewal is pending.
    mutating func finishRenewal() -> Bool {
        guard let next = nextToken, let created = nextTokenCreated else { return false }
        token = next
        tokenCreated = created
        nextToken = nil
        nextTokenCreated = nil
        return true
    }
}

/// A person, or the old way to give a key a role: a user whose e-mail is the key.
struct AccessUser: Sendable {
    /// 32 hexadecimal digits.
    let id: String
    let email: String
    var name: String
    var roles: [Int] = []
}

/// Who asks, with the rights at the time of asking.
struct Caller: Sendable {
    let keyID: String
    let keyName: String
    let isAdmin: Bool
    let resources: Set<Resource>

    func mayUse(_ resource: Resource) -> Bool { isAdmin || resources.contains(resource) }
}
