import Basics
import ConnectorKit
import Connectors

/// The store platforms that Ponte knows, and the way out to them.
package struct Platforms: Sendable {
    private let transport: any Transport
    private let clock: any WallClock

    /// - Parameter transport: without pace; a single question to a platform draws on no budget of ours.
    package init(transport: any Transport, clock: any WallClock) {
        self.transport = transport
        self.clock = clock
    }

    /// The names of all platforms, as in `vtex`.
    package var names: [String] { ConnectorCatalog.all.map(\.platform) }

    /// - Throws: `UnknownPlatform`.
    package func connector(_ platform: String) throws(UnknownPlatform) -> any Connector {
        try ConnectorCatalog.connector(named: platform)
    }

    /// A key's matrix, with the credential as the platform wants it written.
    package struct CheckedKey: Sendable {
        package let credential: StoreCredential
        package let matrix: KeyMatrix
    }

    /// Asks the platform what a key may do. Nothing is stored.
    ///
    /// - Parameter recipe: nil for the platform's default one.
    /// - Throws: `UnknownPlatform`, `OperationsError`, `IntakeError` for what was pasted, or `PlatformError` when the platform cannot be asked.
    package func check(_ pasted: PastedCredential, platform: String, recipe: String?) async throws -> CheckedKey {
        let connector = try connector(platform)
        let credential = try connector.normalise(pasted)
        guard let probe = connector.store(credential, transport: transport, clock: clock).keyCheck else {
            throw OperationsError.notOffered(
                Phrase(pt: "verificação de chaves", es: "verificación de claves", en: "a key check"), platform: platform
            )
        }
        let wanted = recipe.map { name in probe.recipes.first { $0.name == name } } ?? probe.recipes.first
        guard let wanted else { throw OperationsError.unknownRecipe(recipe ?? "", known: probe.recipes.map(\.name)) }
        return CheckedKey(credential: credential, matrix: try await probe.check(wanted))
    }
}
