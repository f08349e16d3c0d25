import Basics
import HTTPTypes
import Logging
import Operations

/// What machines ask: is it alive, is it ready, how is it doing.
enum HealthFace {
    static func register(
        in open: inout OpenRoutes, _ services: Services, _ settings: WebSettings, _ figures: Figures,
        _ hooks: HookFigures
    ) {
        open.get("/healthz", .alive) { _ in .text("ok\n") }
        open.get("/readyz", .ready) { _ in
            do {
                guard try await services.isReady(expecting: settings.schemaNumber) else {
                    return .text("schema\n", status: .serviceUnavailable)
                }
                return .text("ready\n")
            } catch {
                let code = (error as? any ExplainedError)?.code ?? "unknown"
                services.logger.error("not ready", metadata: ["code": "\(code)"])
                return .text("database\n", status: .serviceUnavailable)
            }
        }
        open.get("/metrics", .metrics) { request in
            try MetricsGuard.check(request, token: settings.metricsToken)
            let text = MetricsText.text(figures.all(), try await services.gauges(), at: services.clock.now())
            let all = text + hooks.lines.joined(separator: "\n") + "\n"
            return .text(all, type: "text/plain; version=0.0.4; charset=utf-8")
        }
    }
}
