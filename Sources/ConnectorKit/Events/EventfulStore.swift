import Basics

/// A store whose platform tells of changes by itself.
package protocol EventfulStore: Store {
    var feed: (any EventFeed)? { get }
    var hooks: (any EventReceiver)? { get }
}

/// A platform that understands what it posts to us.
package protocol NotifyingConnector: Connector {
    /// Reads a notification; touches nothing and asks nobody.
    func notification(in body: [UInt8]) -> HookNotification
}

/// What a platform posted.
package enum HookNotification: Sendable, Hashable {
    /// Only wants to know whether somebody is there.
    case ping
    /// Something happened to an order of the account, told to the key; both empty where the platform does not say.
    case event(OrderEvent, account: String, key: String)
    case unreadable
}
