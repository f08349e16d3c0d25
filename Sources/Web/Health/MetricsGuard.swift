import Basics
import HTTPTypes

/// Figures are for whoever runs the installation: from this machine, or with the token of the settings.
enum MetricsGuard {
    /// - Throws: 403.
    static func check(_ request: WebRequest, token: Secret?) throws(Problem) {
        if let token {
            let given = request.headers[.authorization] ?? ""
            guard token.reveal({ ConstantTime.isSame("Bearer " + $0, given) }) else { throw refusal }
            return
        }
        // A request that came through a proxy which nobody declared has this machine's address and is not from here.
        let isForwarded =
            ["X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP"].contains { request.headers[.known($0)] != nil }
            || request.headers[.forwarded] != nil
        guard !isForwarded, request.client.hasPrefix("127.") || request.client == "::1" else { throw refusal }
    }

    private static let refusal = Problem(
        .forbidden, "metrics.forbidden",
        Phrase(
            pt: "As métricas são lidas desta máquina ou com um token.",
            es: "Las métricas se leen desde esta máquina o con un token.",
            en: "Figures are read from this machine, or with a token."),
        detail: Phrase(
            pt: "Defina PONTE_METRICS_TOKEN e envie Authorization: Bearer ….",
            es: "Defina PONTE_METRICS_TOKEN y envíe Authorization: Bearer ….",
            en: "Set PONTE_METRICS_TOKEN and send Authorization: Bearer …."))
}

extension HTTPField.Name {
    static let forwarded = known("Forwarded")
}
