import Basics
import HTTPTypes
import Logging

/// `/admin/…`: screens like those of a store's admin at VTEX, for people.
///
/// There is no sign-in. What keeps strangers out is the address: see `AdminGuard`.
final class AdminDesk: Sendable {
    private let world: World
    private let logger: Logger
    private let templates: AdminTemplates
    private let submissions = Submissions()
    private let routes = RouteTable(AdminRoutes.all)

    /// - Throws: When a template of this program is broken.
    init(world: World, logger: Logger) throws {
        self.world = world
        self.logger = logger
        templates = try AdminTemplates()
    }

    /// The longest form that a person fills in; every resource ticked takes a tenth of it.
    private static let largestForm = 64 << 10

    func answer(_ call: Call) -> Reply {
        if let file = AdminFile.named(call.segments.dropFirst().joined(separator: "/")) { return file.reply }
        let chosen = ReaderLanguage(of: call)
        let reply = chosen.remembered(by: answer(call, in: chosen.language))
        return call.method == .head ? reply.withoutBody : reply
    }

    /// The page behind a token's link. A link goes to one account; opening it uses it up.
    func openLink(_ call: Call) -> Reply {
        let language = ReaderLanguage(of: call).language
        // A plain loop: opening a link uses it up, and lazy sequences may call twice.
        for shop in world.allShops {
            let visit = visit(shop, call, language)
            if let link = try? shop.access.change({ $0.openLink(call.segments[1], at: world.time.now()) }) {
                return visit.bare(TokenPage(link: link, key: shop.access.read { $0.key(named: link.keyName) }))
            }
        }
        return visit(world.shop, call, language).bare(TokenPage(link: nil, key: nil), status: .gone)
    }

    private func answer(_ call: Call, in language: Language) -> Reply {
        let home = visit(world.shop, call, language)
        if let problem = AdminGuard(listensOn: world.configuration.host).refuse(call) {
            return home.bare(ProblemPage(problem), status: .forbidden)
        }
        guard call.segments.count > 1 else { return home.goTo("") }
        guard let shop = world.shop(call.segments[1]) else {
            return home.page(ProblemPage(.noAccount), status: .notFound)
        }
        let visit = visit(shop, call, language)
        do {
            return try answer(call, visit)
        } catch let problem as AdminProblem {
            return visit.page(ProblemPage(problem), status: problem.status)
        } catch let error as any ExplainedError {
            return visit.page(
                ProblemPage(.broken(error.text(in: language))), status: .internalServerError)
        } catch {
            logger.error("an admin page failed", metadata: ["path": "\(call.path)", "error": "\(error)"])
            return visit.page(ProblemPage(.unexpected), status: .internalServerError)
        }
    }

    private func answer(_ call: Call, _ visit: Visit) throws -> Reply {
        var call = call
        let method: HTTPRequest.Method = call.method == .head ? .get : call.method
        guard case .found(let route, let parameters) = routes.match(method, Array(call.segments.dropFirst(2))) else {
            throw AdminProblem.noPage
        }
        call.parameters = parameters
        guard method == .post else { return try route.handler(call, visit) }
        guard call.body.count <= Self.largestForm else { throw AdminProblem.tooLong }
        call.query = Call.parse(target: "?" + String(decoding: call.body, as: UTF8.self)).query
        return try submissions.once(call) { try route.handler(call, visit) }
    }

    private func visit(_ shop: Shop, _ call: Call, _ language: Language) -> Visit {
        Visit(world: world, shop: shop, call: call, language: language, templates: templates)
    }
}

extension Reply {
    var withoutBody: Reply {
        var copy = self
        copy.body = []
        return copy
    }
}
