import Basics
import HTTPTypes
import Logging

/// `/shop/…`: a small store front, where people do what shops' customers do.
///
/// Nobody signs in; the same strangers are kept out as from the screens: see `AdminGuard`.
final class ShopDesk: Sendable {
    private let world: World
    private let logger: Logger
    private let templates: AdminTemplates
    private let submissions = Submissions()
    private let routes = RouteTable(ShopRoutes.all)

    private static let largestForm = 16 << 10

    /// - Throws: When a template of this program is broken.
    init(world: World, logger: Logger) throws {
        self.world = world
        self.logger = logger
        templates = try AdminTemplates()
    }

    func answer(_ call: Call) -> Reply {
        if let file = ShopFile.named(call.segments.dropFirst().joined(separator: "/")) { return file }
        let chosen = ReaderLanguage(of: call)
        let reply = chosen.remembered(by: answer(call, in: chosen.language))
        return call.method == .head ? reply.withoutBody : reply
    }

    private func answer(_ call: Call, in language: Language) -> Reply {
        func visit(_ shop: Shop) -> ShopVisit {
            ShopVisit(world: world, shop: shop, call: call, language: language, templates: templates)
        }
        if AdminGuard(listensOn: world.configuration.host).refuse(call) != nil {
            return visit(world.shop).page(ShopProblemPage(.foreign), status: .forbidden)
        }
        guard call.segments.count > 1 else { return visit(world.shop).goTo("") }
        guard let shop = world.shop(call.segments[1]) else {
            return visit(world.shop).page(ShopProblemPage(.missing), status: .notFound)
        }
        do {
            return try answer(call, visit(shop))
        } catch let problem as ShopProblem {
            return visit(shop).page(ShopProblemPage(problem), status: problem.status)
        } catch {
            logger.error("a page of the shop failed", metadata: ["path": "\(call.path)", "error": "\(error)"])
            return visit(shop).page(ShopProblemPage(.unexpected), status: .internalServerError)
        }
    }

    private func answer(_ call: Call, _ visit: ShopVisit) throws -> Reply {
        let method: HTTPRequest.Method = call.method == .head ? .get : call.method
        guard case .found(let route, let parameters) = routes.match(method, Array(call.segments.dropFirst(2))) else {
            throw ShopProblem.missing
        }
        var call = call
        call.parameters = parameters
        guard method == .post else { return try route.handler(call, visit) }
        guard call.body.count <= Self.largestForm else { throw ShopProblem.tooLong }
        call.query = Call.parse(target: "?" + String(decoding: call.body, as: UTF8.self)).query
        return try submissions.once(call) { try route.handler(call, visit) }
    }
}
