import Basics
import Crypto
import HTTPTypes

/// Feed v3. Source: VTEX's Orders OpenAPI file; facts on VTEX §4.
enum FeedRoutes {
    static let access: Access = .anyOf([.feedViewer, .feedAdmin])
    private static let reading: Access = .anyOf([.feedViewer, .feedAdmin, .feedSubscription])
    /// Seconds: four to fourteen days.
    private static let retentions: ClosedRange<Int64> = 345_600...1_209_600
    /// Seconds: what queues of that kind take.
    private static let visibilities: ClosedRange<Int64> = 0...43_200
    private static let key = SymmetricKey(size: .bits256)

    static let all: [Route<Shop>] = [
        Route(
            .get, "/api/orders/feed/config", "GetFeedConfiguration", module: .oms, access: access, limit: .feed,
            handler: configuration),
        Route(
            .post, "/api/orders/feed/config", "FeedConfiguration", module: .oms, access: access, limit: .feed,
            handler: configure),
        Route(
            .delete, "/api/orders/feed/config", "FeedConfigurationDelete", module: .oms, access: access, limit: .feed
        ) { call, shop in
            guard let caller = call.caller, try shop.events.remove(.feed, of: caller.keyID) else { throw none }
            return Reply(empty: .ok)
        },
        Route(
            .get, "/api/orders/feed", "Getfeedorderstatus1", module: .oms, access: reading, limit: .feed,
            handler: read),
        Route(
            .post, "/api/orders/feed", "Commititemfeedorderstatus", module: .oms, access: reading, limit: .feed,
            handler: commit),
        Route(
            .post, "/api/orders/expressions/jsonata", "TestJSONataExpression", module: .oms, access: access,
            limit: .feed, handler: test),
    ]

    private static let none = Module.oms.notFound("No feed configuration for this app key")

    private static func find(_ call: Call, _ shop: Shop) throws -> Subscription {
        guard let caller = call.caller,
            let found = try shop.events.subscription(.feed, of: caller.keyID, at: shop.time.now())
        else { throw none }
        return found
    }

    private static func configuration(_ call: Call, _ shop: Shop) throws -> Reply {
        let subscription = try find(call, shop)
        guard case .feed(let visibility, let retention) = subscription.target else { throw none }
        let standing = shop.events.standing(of: subscription)
        let age = standing.oldest.map { (shop.time.now() - $0).seconds } ?? 0
        return Reply(json: [
            "filter": subscription.filter.json,
            "queue": [
                "visibilityTimeoutInSeconds": .integer(visibility),
                "messageRetentionPeriodInSeconds": .integer(retention),
            ],
            "quantity": .number(standing.quantity), "approximateAgeOfOldestMessageInSeconds": .decimal(String(age)),
        ])
    }

    private static func configure(_ call: Call, _ shop: Shop) throws -> Reply {
        let document = try call.json()
        guard let caller = call.caller else { return Module.oms.unauthorized }
        let filter = try EventFilter.read(document.root["filter"])
        guard let queue = document.root["queue"] else { throw OMSRefusal.badRequest("queue is missing") }
        let visibility = try queue.integer("visibilityTimeoutInSeconds")
        // The schema spells it with M, its examples and clients with m.
        let retention =
            try queue.optionalInteger("messageRetentionPeriodInSeconds")
            ?? queue.integer("MessageRetentionPeriodInSeconds")
        guard visibilities.contains(visibility) else {
            throw OMSRefusal.badRequest("visibilityTimeoutInSeconds is between 0 and 43200")
        }
        guard retentions.contains(retention) else {
            throw OMSRefusal.badRequest("messageRetentionPeriodInSeconds is between 345600 and 1209600")
        }
        let now = shop.time.now()
        try shop.events.configure(
            Subscription(
                face: .feed, keyID: caller.keyID, keyName: caller.keyName, filter: filter,
                target: .feed(visibility: visibility, retention: retention), configured: now, heard: now))
        return Reply(empty: .ok)
    }

    private static func read(_ call: Call, _ shop: Shop) throws -> Reply {
        let most = Int(call.field("maxlot") ?? "1") ?? 0
        guard (1...10).contains(most) else { throw OMSRefusal.badRequest("maxlot is between 1 and 10") }
        let subscription = try find(call, shop)
        let now = shop.time.now()
        let rows = try shop.events.read(subscription, most: most, at: now).map { message -> JSON in
            let event = message.event
            let handle = FeedHandle(message, of: subscription, account: shop.account, at: now)
            return [
                "eventId": .string(message.messageID.replacing("-", with: "").uppercased()),
                "handle": .string(try handle.text(signedBy: key)), "domain": .string(event.domain),
                "state": .string(event.state), "lastState": .string(event.lastState),
                "orderId": .string(event.orderID), "lastChange": .string(VTEXDate.zulu(event.lastChange)),
                "currentChange": .string(VTEXDate.zulu(event.currentChange)),
            ]
        }
        return Reply(json: .array(rows))
    }

    /// A handle of an earlier delivery, or of none, is passed over.
    private static func commit(_ call: Call, _ shop: Shop) throws -> Reply {
        let document = try call.json()
        guard document.root["handles"] != nil else { throw OMSRefusal.badRequest("handles is missing") }
        let subscription = try find(call, shop)
        try document.root.forEach("handles") { element in
            guard let handle = FeedHandle(try element.stringValue(), signedBy: key),
                handle.appKey == subscription.keyName, handle.account == shop.account
            else { return }
            try shop.events.commit(subscription, messageID: handle.messageID, receipt: handle.handle)
        }
        return Reply(empty: .ok)
    }

    private static func test(_ call: Call, _ shop: Shop) throws -> Reply {
        let document = try call.json()
        do {
            let expression = try JSONata(document.root.string("Expression"))
            let order = try JSONDocument(parsing: Array(document.root.string("Document").utf8))
            return Reply(json: .bool(try expression.isTrue(for: JSON(order.root))))
        } catch let error as JSONataError {
            throw OMSRefusal.badRequest(error.description)
        }
    }
}
