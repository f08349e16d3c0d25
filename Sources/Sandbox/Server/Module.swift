import HTTPTypes

/// The part of VTEX that answers: each has its own shape of refusal.
///
/// Source: facts on VTEX §1.4, from the OpenAPI files of github.com/vtex/openapi-schemas.
enum Module: Sendable {
    case oms, licenseManager, vtexID, masterData, catalog, pricing, promotions, logistics, checkout, payments, control

    /// Credentials missing, unknown, inactive or wrong.
    var unauthorized: Reply {
        switch self {
        case .oms:
            Reply(
                .unauthorized, json: ["error": ["code": "1", "message": "Unauthorized access", "exception": nil]])
        case .licenseManager, .masterData: Reply(.unauthorized, json: ["Message": "Unauthorized"])
        case .vtexID: Reply(.unauthorized, json: ["authStatus": "WrongCredentials"])
        case .pricing: Reply(.unauthorized, json: ["error": "Unauthorized"])
        case .payments: Module.problem(.unauthorized, "Unauthorized")
        case .catalog, .promotions, .logistics, .checkout, .control: Reply(.unauthorized, text: "Unauthorized")
        }
    }

    /// Credentials fine, resource missing.
    var forbidden: Reply {
        switch self {
        case .oms: Reply(.forbidden, json: ["error": ["code": "1", "message": "Access denied", "exception": nil]])
        case .licenseManager: Reply(.forbidden, json: ["Message": "Access denied"])
        case .masterData: Reply(.forbidden, json: ["Message": "Unauthorized"])
        case .vtexID, .pricing: Reply(.forbidden, json: ["error": "Forbidden"])
        case .payments: Module.problem(.forbidden, "Access denied")
        case .catalog, .promotions, .logistics, .checkout, .control: Reply(.forbidden, text: "Access denied")
        }
    }

    private static func problem(_ status: HTTPResponse.Status, _ title: String) -> Reply {
        Reply(status, json: ["title": .string(title), "status": .number(status.code)])
            .with(.contentType, "application/problem+json; charset=utf-8")
    }

    /// An item that is not there.
    func notFound(_ text: String) -> Refusal {
        switch self {
        case .oms: Refusal(.notFound, ["error": ["code": "OMS007", "message": .string(text), "exception": nil]])
        case .catalog: Refusal(.notFound, .string(text))
        case .payments: Refusal(Module.problem(.notFound, text))
        case .checkout:
            Refusal(.notFound, ["error": ["code": "ORD002", "message": .string(text), "exception": nil]])
        default: Refusal(.notFound, ["Message": .string(text)])
        }
    }
}
