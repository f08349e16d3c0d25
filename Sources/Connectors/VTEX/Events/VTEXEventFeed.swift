import Basics
import ConnectorKit

/// Feed v3 of one key. Source: VTEX Orders API, "Feed v3", read 2026-11-22; docs/platforms/vtex.md.
struct VTEXEventFeed: EventFeed {
    private static let configPath = "/api/orders/feed/config"
    /// VTEX documents no limit for it; the account's orders do not pay for it.
    static let quota = "feed"
    /// Seconds. VTEX's own default: an event whose order could not be kept comes again four minutes later.
    private static let visibility: Int64 = 250
    /// Seconds: fourteen days, the longest that VTEX keeps events and an idle set-up.
    private static let retention: Int64 = 1_209_600
    private static let mostAtOnce = 10

    let client: VTEXClient

    var knownStates: Set<String> { Set(VTEXEventStates.all) }
    var invisibleFor: Duration { .seconds(Self.visibility) }

    func standing() async throws -> FeedStanding? {
        let response = try await client.get(Self.configPath, quotaGroup: Self.quota)
        try check(response)
        if response.status == 404 { return nil }
        return try client.reading(response, Self.subject) { root in
            var isOurs = try VTEXEventFilter.isEverything(root)
            try root.with("queue") { queue in
                let kept =
                    try queue.optionalInteger("messageRetentionPeriodInSeconds")
                    ?? queue.optionalInteger("MessageRetentionPeriodInSeconds")
                let hidden = try queue.optionalInteger("visibilityTimeoutInSeconds")
                isOurs = isOurs && kept == Self.retention && hidden == Self.visibility
            }
            let quantity = Int(try root.optionalInteger("quantity") ?? 0)
            let age = try root.optionalFixed("approximateAgeOfOldestMessageInSeconds", places: 6)
            return FeedStanding(
                isOurs: isOurs, quantity: quantity, oldestAge: quantity > 0 ? .microseconds(age ?? 0) : nil)
        }
    }

    func configure() async throws {
        var writer = JSONWriter()
        writer.object { writer in
            VTEXEventFilter.write(to: &writer)
            writer.object("queue") { writer in
                writer.member("visibilityTimeoutInSeconds", Self.visibility)
                writer.member("messageRetentionPeriodInSeconds", Self.retention)
            }
        }
        try check(
            try await client.send(.post, Self.configPath, body: writer.bytes, quotaGroup: Self.quota),
            allowsMissing: false)
    }

    func remove() async throws {
        try check(try await client.send(.delete, Self.configPath, quotaGroup: Self.quota))
    }

    func read() async throws -> [FeedEvent]? {
        let response = try await client.get(
            "/api/orders/feed?maxlot=\(Self.mostAtOnce)", quotaGroup: Self.quota)
        try check(response)
        if response.status == 404 { return nil }
        return try client.reading(response, Self.subject) { root in
            var events: [FeedEvent] = []
            try root.forEachElement { events.append(try Self.event($0)) }
            return events
        }
    }

    func acknowledge(_ handles: [String]) async throws {
        guard !handles.isEmpty else { return }
        var writer = JSONWriter()
        writer.object { writer in
            writer.array("handles") { writer in
                for handle in handles { writer.element(handle) }
            }
        }
        let response = try await client.send(
            .post, "/api/orders/feed", body: writer.bytes, quotaGroup: Self.quota)
        // A handle that has run out is answered as it pleases VTEX: its event comes again, and is known then.
        if response.status == 400 { return }
        try check(response)
    }

    private func check(_ response: TransportResponse, allowsMissing: Bool = true) throws {
        if let error = VTEXFailure(client: client, right: .followFeed).error(of: response) { throw error }
        if response.status == 404, !allowsMissing {
            throw PlatformError.wrongVTEXAccount(client, status: response.status)
        }
    }

    private static func event(_ row: JSONView) throws -> FeedEvent {
        FeedEvent(
            handle: try row.string("handle"),
            event: OrderEvent(
                externalID: try row.optionalText("orderId") ?? "", state: try row.optionalText("state") ?? "",
                happenedAt: try? row.optionalInstant("currentChange")))
    }

    private static let subject = Phrase(
        pt: "O feed de pedidos da VTEX", es: "El feed de pedidos de VTEX", en: "VTEX's feed of orders")
}
