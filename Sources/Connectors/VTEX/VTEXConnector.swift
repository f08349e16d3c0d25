import Basics
import ConnectorKit

/// VTEX: stores behind `{account}.vtexcommercestable.com.br`, reached with an app key and its token.
struct VTEXConnector: Connector {
    var platform: String { "vtex" }

    /// Source: VTEX Orders API, GET order, read 2026-11-22: 6000 a minute for each account. The list's own limit is not documented.
    var requestsPerMinute: [String: Int] { [VTEXClient.ordersQuota: 6000] }

    func normalise(_ pasted: PastedCredential) throws(IntakeError) -> StoreCredential {
        try VTEXIntake.normalise(pasted)
    }

    func store(_ credential: StoreCredential, transport: any Transport, clock: any WallClock) -> any Store {
        VTEXStore(client: VTEXClient(credential: credential, transport: transport, clock: clock))
    }
}

/// One VTEX account reached with one key.
struct VTEXStore: Store {
    let client: VTEXClient

    var orders: (any OrderSource)? { VTEXOrderSource(client: client) }
    var keyCheck: (any CredentialProbe)? { VTEXKeyCheck(client: client) }
}
