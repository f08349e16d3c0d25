import Basics
import ConnectorKit

/// VTEX: stores behind `{account}.vtexcommercestable.com.br`, reached with an app key and its token.
struct VTEXConnector: Connector {
    var platform: String { "vtex" }

    var profile: PlatformProfile {
        PlatformProfile(
            name: platform, title: "VTEX",
            summary: Phrase(
                pt: "Lojas na VTEX, com uma chave de API da conta.",
                es: "Tiendas en VTEX, con una clave de API de la cuenta.",
                en: "Stores on VTEX, with an API key of the account."))
    }

    var keyGuide: KeyGuide? { VTEXKeyGuide.guide }
    var keyCheckPlan: KeyCheckPlan? { VTEXKeyCheck.plan }

    /// Source: VTEX Orders API, GET order, read 2026-11-22: 6000 a minute for each account. The list's own limit is not
    /// documented. VTEX Catalog API, read 2026-11-22: 45 000 for each account, 15 000 for each endpoint. No number is
    /// documented for reading documents, prices, stock and promotions.
    var requestsPerMinute: [String: Int] { [VTEXClient.ordersQuota: 6000, VTEXClient.catalogueQuota: 15_000] }

    var ordersQuotaGroup: String { VTEXClient.ordersQuota }

    func normalise(_ pasted: PastedCredential) throws(IntakeError) -> StoreCredential {
        try VTEXIntake.normalise(pasted)
    }

    func normaliseAddress(account: String, baseURL: String?) throws(IntakeError) -> StoreAddress {
        try VTEXIntake.address(account: account, baseURL: baseURL)
    }

    func store(_ credential: StoreCredential, transport: any Transport, clock: any WallClock) -> any Store {
        VTEXStore(client: VTEXClient(credential: credential, transport: transport, clock: clock))
    }
}

/// One VTEX account reached with one key.
struct VTEXStore: Store {
    let client: VTEXClient
    private let currency = VTEXCurrency()
    private let scrolls = VTEXScrollPlaces()
    private let productDetails = VTEXOptionalRight()
    private let coupons = VTEXCouponList()

    init(client: VTEXClient) { self.client = client }

    var orders: (any OrderSource)? { VTEXOrderSource(client: client) }

    var records: [any RecordSource] {
        [
            VTEXDocumentSource.customers(client, currency, scrolls),
            VTEXDocumentSource.addresses(client, scrolls),
            VTEXCatalogueSource(client: client, productDetails: productDetails),
            VTEXPriceSource(client: client, currency: currency), VTEXStockSource(client: client),
            VTEXPromotionSource(client: client, currency: currency, coupons: coupons),
        ]
    }

    var keyCheck: (any CredentialProbe)? { VTEXKeyCheck(client: client) }
}
