import Basics

/// A link that shows a new key's token: it opens once and dies unopened after 24 hours.
struct TokenLink: Sendable {
    let id: String
    let keyName: String
    let token: Secret
    let expires: Instant

    static let life = Duration.seconds(86_400)

    init(keyName: String, token: Secret, at now: Instant) {
        id = Tokens.hexadecimal(bytes: 24)
        self.keyName = keyName
        self.token = token
        expires = now + Self.life
    }
}
