import Basics
import HTTPTypes
import NIOCore
import Operations

/// Where store platforms post what happens to orders.
///
/// The secret in the path and the one in the header are the right; whoever lacks either is answered alike.
enum HookFace {
    /// Platforms send less than a kilobyte.
    static let bodyBytes = 64 * 1024

    static func register(in open: inout OpenRoutes, _ services: Services, _ figures: HookFigures) {
        let header = HTTPField.Name.known(Services.hookHeader)
        open.post("/hooks/{platform}/{secret}", .hook, bodyBytes: bodyBytes) { request in
            let platform = request.parameters["platform"] ?? ""
            let receipt = try await services.receiveHook(
                platform: platform, path: Secret(request.parameters["secret"] ?? ""),
                secret: request.headers[header].map(Secret.init), body: Array(request.body.readableBytesView))
            figures.note(receipt)
            switch receipt {
            case .accepted, .known, .ping: return .text("ok\n")
            case .refused: throw Problem.notFound
            case .unreadable: throw unreadable
            }
        }
    }

    private static let unreadable = Problem(
        .badRequest, "hook.unreadable",
        Phrase(
            pt: "Isto não é um aviso que o Ponte entenda.", es: "Esto no es un aviso que Ponte entienda.",
            en: "This is no notification that Ponte understands."),
        detail: Phrase(
            pt: "Envie o JSON da plataforma, como ela o documenta.",
            es: "Envíe el JSON de la plataforma, como ella lo documenta.",
            en: "Send the platform's JSON as the platform documents it."))
}
