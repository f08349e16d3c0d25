import AccessControl
import Basics
import HTTPTypes
import Logging
import Operations

/// Puts the faces together: every route that the server has.
enum WebFace {
    static func gateway(services: Services, settings: WebSettings, logger: Logger) -> Gateway {
        let figures = Figures()
        return Gateway(
            table: RouteTable(routes(services, settings, figures)), entrance: Entrance(doors: .of(services)),
            errorPages: .console, settings: settings, figures: figures, clock: services.clock, logger: logger)
    }

    static func routes(_ services: Services, _ settings: WebSettings, _ figures: Figures) -> [Route] {
        var open = OpenRoutes()
        DocumentationFace.register(in: &open, describing: APIFace.routes(services))
        let hooks = HookFigures()
        HealthFace.register(in: &open, services, settings, figures, hooks)
        HookFace.register(in: &open, services, hooks)
        AssetHandlers.register(in: &open)
        var console = ConsoleRoutes()
        Console.register(in: &console, services, settings)
        let api = APIFace.routes(services)
        return open.routes + console.routes + api
    }
}
