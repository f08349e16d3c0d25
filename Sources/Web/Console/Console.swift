import Operations

/// The console's pages, each with its right.
enum Console {
    static func register(in routes: inout ConsoleRoutes, _ services: Services) {}
}
