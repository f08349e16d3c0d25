import HTTPTypes

/// Refusals in the shape of VTEX's order services. Codes past OMS003 are made up.
enum OMSRefusal {
    static func badRequest(_ message: String) -> Refusal { refusal(.badRequest, "OMS002", message) }

    /// The order does not stand where the call needs it.
    static let notReadyForHandling = refusal(
        .conflict, "OMS003", "Order status should be ready-for-handling to perform this action")

    static func conflict(_ message: String) -> Refusal { refusal(.conflict, "OMS004", message) }

    private static func refusal(_ status: HTTPResponse.Status, _ code: String, _ message: String) -> Refusal {
        Refusal(status, ["error": ["code": .string(code), "message": .string(message), "exception": nil]])
    }
}
