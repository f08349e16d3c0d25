import Operations

/// The console's pages, each with its right.
enum Console {
    static func register(in routes: inout ConsoleRoutes, _ services: Services, _ settings: WebSettings) {
        SignInHandlers(services: services).register(in: &routes)
        ClientHandlers(services: services).register(in: &routes)
        ConnectHandlers(services: services, publicURL: settings.publicURL).register(in: &routes)
        CheckHandlers(services: services).register(in: &routes)
        HandInHandlers(services: services, publicURL: settings.publicURL).register(in: &routes)
        ConnectionHandlers(services: services).register(in: &routes)
        StatementHandlers(services: services).register(in: &routes)
        LiveHandlers(services: services, publicURL: settings.publicURL).register(in: &routes)
        OrderHandlers(services: services).register(in: &routes)
        RecordHandlers(services: services).register(in: &routes)
        ActivityHandlers(services: services).register(in: &routes)
        SettingsHandlers(services: services, publicURL: settings.publicURL).register(in: &routes)
        KeyHandlers(services: services, publicURL: settings.publicURL).register(in: &routes)
    }
}
