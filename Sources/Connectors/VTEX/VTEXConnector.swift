import Basics
import ConnectorKit

/// VTEX: stores behind `{account}.vtexcommercestable.com.br`, reached with an app key and its token.
struct VTEXConnector: Connector {
    var platform: String { "vtex" }

    /// VTEX documents a limit for reading an order and none for the list; both draw on this one, to be on the safe side.
    /// Source: Orders API reference of developers.vtex.com, `GET /api/oms/pvt/orders/{orderId}`, read 2026-11-22.
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
