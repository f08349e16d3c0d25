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

    /// The platforms that can be connected, as people choose them.
    package var profiles: [PlatformProfile] { ConnectorCatalog.all.map(\.profile) }
    /// Those that cannot be connected yet.
    package var coming: [PlatformProfile] { ConnectorCatalog.coming }

    /// How a key is made at a platform; nil for one that is unknown or has nothing to explain.
    package func guide(_ platform: String) -> KeyGuide? { (try? connector(platform))?.keyGuide }

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
        let credential = try connector(platform).normalise(pasted)
        let run = try run(credential, platform: platform, recipe: recipe)
        return CheckedKey(credential: credential, matrix: try await run.probe.check(run.recipe))
    }

    /// A check that has not begun yet.
    ///
    /// - Parameter recipe: nil for the platform's default one.
    /// - Throws: `UnknownPlatform`, `OperationsError`.
    func run(_ credential: StoreCredential, platform: String, recipe: String?) throws -> KeyCheckRun {
        let store = try connector(platform).store(credential, transport: transport, clock: clock)
        guard let probe = store.keyCheck else {
            throw OperationsError.notOffered(
                Phrase(pt: "verificação de chaves", es: "verificación de claves", en: "a key check"), platform: platform
            )
        }
        let wanted = recipe.map { name in probe.recipes.first { $0.name == name } } ?? probe.recipes.first
        guard let wanted else { throw OperationsError.unknownRecipe(recipe ?? "", known: probe.recipes.map(\.name)) }
        return KeyCheckRun(store: store, probe: probe, recipe: wanted, clock: clock)
    }
}
