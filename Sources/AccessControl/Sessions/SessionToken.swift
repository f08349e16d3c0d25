import Basics
import Secrets

/// What a browser keeps in its cookie: 256 random bits. The database holds its SHA-256.
package struct SessionToken: Sendable {
    package let secret: Secret

    package init(_ secret: Secret) { self.secret = secret }

    static func make() -> SessionToken { SessionToken(RandomToken.make()) }

    /// What every form of this session carries. It follows from the token, so that it dies with it; before sign-in a
    /// random cookie does the same for the sign-in form.
    package var formToken: Secret { DerivedToken.make(from: secret, for: "ponte-form/1") }

    /// Compared in constant time.
    package func isFormToken(_ candidate: Secret) -> Bool { ConstantTime.areEqual(formToken, candidate) }
}
