import AccessControl
import Basics
import Operations

extension Entrance.Doors {
    /// The real ones.
    static func of(_ services: Services) -> Entrance.Doors {
        Entrance.Doors(
            key: { .key(try await services.holder(of: $0)) },
            session: { secret in
                let token = SessionToken(secret)
                guard let signedIn = try await services.signedIn(by: token) else { return nil }
                return (signedIn, token.formToken)
            })
    }
}
