import Basics
import Crypto
import Foundation

/// The handle of a feed's event: a JWT that repeats the event. Opaque to clients; what commits is its receipt.
struct FeedHandle: Codable, Sendable {
    let appKey: String
    let account: String
    let handle: String
    let orderID: String
    let messageID: String
    let domain: String
    let state: String
    let lastState: String
    let lastChange: String
    let currentChange: String
    let createdAt: String
    let issuer: String
    let audience: String

    enum CodingKeys: String, CodingKey {
        case appKey = "AppKey"
        case account = "Account"
        case handle = "Handle"
        case orderID = "OrderId"
        case messageID = "MessageId"
        case domain = "Domain"
        case state = "State"
        case lastState = "LastState"
        case lastChange = "LastChange"
        case currentChange = "CurrentChange"
        case createdAt = "CreatedAt"
        case issuer = "iss"
        case audience = "aud"
    }

    init(_ message: EventMessage, of subscription: Subscription, account: String, at now: Instant) {
        appKey = subscription.keyName
        self.account = account
        handle = message.receipt
        orderID = message.event.orderID
        messageID = message.messageID
        domain = message.event.domain
        state = message.event.state
        lastState = message.event.lastState
        lastChange = VTEXDate.zulu(message.event.lastChange)
        currentChange = VTEXDate.zulu(message.event.currentChange)
        createdAt = VTEXDate.zulu(now)
        issuer = "broadcast-api.vtexcommerce.com.br"
        audience = "\(account)_\(subscription.keyName)"
    }

    func text(signedBy key: SymmetricKey) throws -> String {
        let head = Base64URL.text(Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8))
        let signed = head + "." + Base64URL.text(Array(try JSONEncoder().encode(self)))
        let signature = HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: key)
        return signed + "." + Base64URL.text(Array(signature))
    }

    /// Nil for what is no handle of this sandbox's run.
    init?(_ text: String, signedBy key: SymmetricKey) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let payload = Base64URL.bytes(parts[1]), let signature = Base64URL.bytes(parts[2]),
            HMAC<SHA256>.isValidAuthenticationCode(
                Data(signature), authenticating: Data((parts[0] + "." + parts[1]).utf8), using: key),
            let handle = try? JSONDecoder().decode(FeedHandle.self, from: Data(payload))
        else { return nil }
        self = handle
    }
}
