/// What every page's template can say of its frame, as `{{frame.csrf}}`.
struct FrameLinks: Sendable {
    let csrf: String
    let path: String
    let icons: String
    let home: String
    let connections: String
    let newConnection: String
    let orders: String
    let activity: String
    let keys: String
    let mayManageConnections: Bool
    let mayManageKeys: Bool
    let mayManageMembers: Bool
    let mayManageClients: Bool
    let maySeePeople: Bool

    init(_ frame: Frame) {
        let client = frame.client?.id ?? ""
        csrf = frame.csrfToken
        path = frame.path
        icons = Asset.icons.path
        home = frame.client.map { ConsolePath.client($0.id) } ?? ConsolePath.home
        connections = ConsolePath.connections(client)
        newConnection = ConsolePath.newConnection(client)
        orders = ConsolePath.orders(client)
        activity = ConsolePath.activity(client)
        keys = ConsolePath.keys(client)
        mayManageConnections = frame.abilities.contains(.manageConnections)
        mayManageKeys = frame.abilities.contains(.manageKeys)
        mayManageMembers = frame.abilities.contains(.manageMembers)
        mayManageClients = frame.abilities.contains(.manageClients)
        maySeePeople = frame.abilities.contains(.seePeople)
    }
}
