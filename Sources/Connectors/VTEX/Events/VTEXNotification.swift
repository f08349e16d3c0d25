import Basics
import ConnectorKit

extension VTEXConnector: NotifyingConnector {
    /// Source: VTEX Orders API, "Hook v1"; fields that are new are passed over.
    func notification(in body: [UInt8]) -> HookNotification {
        do {
            let root = try JSONDocument(parsing: body).root
            if try root.optionalText("hookConfig") != nil { return .ping }
            var account = ""
            var key = ""
            try root.with("Origin") { origin in
                account = try origin.optionalText("Account") ?? ""
                key = try origin.optionalText("Key") ?? ""
            }
            let event = OrderEvent(
                externalID: try root.optionalText("OrderId") ?? "", state: try root.optionalText("State") ?? "",
                happenedAt: try? root.optionalInstant("CurrentChange"))
            return event.map { .event($0, account: account, key: key) } ?? .unreadable
        } catch {
            // Says nothing of what was posted: it may be anybody's.
            return .unreadable
        }
    }
}
