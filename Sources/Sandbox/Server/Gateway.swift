import Basics
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// What a handler of Hummingbird's gets beside the request: the connection, so that faults can cut it.
struct SandboxContext: InitializableFromSource {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) { channel = source.channel }
}

/// Takes every request: finds shop and route, injects faults, checks credentials, limits and resources, in that order.
struct Gateway: HTTPResponder {
    let world: World
    let logger: Logger
    private let shopRoutes: RouteTable<Shop>
    private let controlRoutes: RouteTable<World>
    private let desk: AdminDesk
    private let window: ShopDesk

    /// - Throws: When a template of the screens is broken.
    init(world: World, logger: Logger) throws {
        desk = try AdminDesk(world: world, logger: logger)
        window = try ShopDesk(world: world, logger: logger)
        self.world = world
        self.logger = logger
        shopRoutes = RouteTable(Gateway.allShopRoutes)
        controlRoutes = RouteTable(ControlRoutes.all)
    }

    static let allShopRoutes: [Route<Shop>] =
        OrderRoutes.all + LicenseManagerRoutes.all + VTEXIDRoutes.all + CatalogueRoutes.all + SearchRoutes.all
        + PricingRoutes.all + CouponRoutes.all + PromotionRoutes.all + LogisticsRoutes.all + CheckoutRoutes.all
        + AffiliateRoutes.all + PaymentRoutes.all + OrderActionRoutes.all + InvoiceRoutes.all + OrderChangeRoutes.all
        + FeedRoutes.all
        + HookRoutes.all + EntityRoutes.all + DocumentRoutes.all

    private static let largestBody = 4 << 20

    func respond(to request: Request, context: SandboxContext) async throws -> Response {
        let body = try await request.body.collect(upTo: Gateway.largestBody)
        let (segments, query) = Call.parse(target: request.head.path ?? "/")
        var headers = request.headers
        // The server keeps it apart from the other fields.
        if let host = request.head.authority { headers[.hostName] = host }
        let call = Call(
            method: request.method, segments: segments, query: query, headers: headers,
            body: Array(body.readableBytesView))
        switch segments.first?.lowercased() {
        case nil where call.method == .get:
            return response(Reply(empty: .seeOther).with(.location, "/admin"))
        case "_sandbox": return response(control(call))
        case "credentials" where segments.count == 2: return response(desk.openLink(call))
        case "admin": return response(desk.answer(call))
        case "shop": return response(window.answer(call))
        default: break
        }
        guard let (shop, inner) = address(call) else {
            return response(Reply(.notFound, text: "Account not found"))
        }
        return try await answer(inner, shop, context)
    }

    // MARK: addresses

    /// `/vtex/{account}/api/…`, `/vtex-api/{account}/pricing/…`, a host that begins with an account, or the only account.
    private func address(_ call: Call) -> (Shop, Call)? {
        var call = call
        if let prefix = call.segments.first?.lowercased(), prefix == "vtex" || prefix == "vtex-api" {
            guard call.segments.count >= 2, let shop = world.shop(call.segments[1]) else { return nil }
            call.segments.removeFirst(2)
            return (shop, call)
        }
        let host = call.headers[.hostName]?.split(separator: ".").first.map(String.init) ?? ""
        if let shop = world.shop(host) { return (shop, call) }
        if call.segments.count > 1, call.segments[1].lowercased() == "pricing", let shop = world.shop(call.segments[0])
        {
            call.segments.removeFirst()
            return (shop, call)
        }
        return (world.shop, call)
    }

    // MARK: a shop's answer

    private func answer(_ call: Call, _ shop: Shop, _ context: SandboxContext) async throws -> Response {
        var call = call
        let match = shopRoutes.match(call.method, call.segments)
        guard case .found(let route, let parameters) = match else {
            world.counters.add("unknown", status: 404)
            if case .otherMethod = match { return response(Reply(empty: .methodNotAllowed)) }
            return response(Reply(.notFound, text: "Not found"))
        }
        call.parameters = parameters
        let fault = world.faults.draw(path: call.path, route: route.name, at: world.time.now())
        if let fault {
            if fault.kind == .cut {
                world.counters.add(route.name, status: 0)
                try? await context.channel.close(mode: .all)
                throw CancellationError()
            }
            if fault.kind == .slow { try await world.time.sleep(for: fault.delay) }
            call.wantsEmptyPage = fault.kind == .emptyPage
            if let reply = Gateway.refusal(fault) {
                world.counters.add(route.name, status: reply.status.code)
                return response(reply)
            }
        }
        var reply = handle(call, shop, route)
        if let later = reply.later { reply = await later() }
        world.counters.add(route.name, status: reply.status.code)
        guard let fault else { return response(reply) }
        if fault.kind == .cutBody { return cut(reply) }
        if reply.status == .ok { reply.body = BodySpoiler.spoil(reply.body, fault.kind) }
        return response(reply)
    }

    private static func refusal(_ fault: FaultRule) -> Reply? {
        switch fault.kind {
        case .unknown: Module.oms.notFound("Order not found").reply
        case .tooManyRequests: Reply(empty: .tooManyRequests).with(.retryAfter, String(fault.retryAfter))
        case .serverError: Reply(.internalServerError, text: "<html>Internal Server Error</html>", type: "text/html")
        case .unavailable: Reply(empty: .serviceUnavailable).with(.retryAfter, String(fault.retryAfter))
        default: nil
        }
    }

    /// Credentials, then the limit, then the resource, then the handler: 401 before 429 before 403 before 404.
    private func handle(_ call: Call, _ shop: Shop, _ route: Route<Shop>) -> Reply {
        let reply = decide(call, shop, route)
        guard route.module == .pricing else { return reply }
        return PricingLimits.told(reply, shop, route.limit ?? .pricingWrite, at: world.time.now())
    }

    private func decide(_ call: Call, _ shop: Shop, _ route: Route<Shop>) -> Reply {
        var call = call
        call.caller = Authenticator.caller(of: call, in: shop)
        let isOpen = if case .open = route.access { true } else { false }
        if !isOpen, call.caller == nil { return route.module.unauthorized }
        if let seconds = shop.limits.refuse(route.limit, endpoint: route.name, at: world.time.now()) {
            return Reply(empty: .tooManyRequests).with(.retryAfter, String(seconds))
        }
        if case .anyOf(let resources) = route.access, let caller = call.caller,
            !resources.contains(where: caller.mayUse)
        {
            return route.module.forbidden
        }
        return run(call, shop, route)
    }

    private func run<Target>(_ call: Call, _ target: Target, _ route: Route<Target>) -> Reply {
        do {
            return try route.handler(call, target)
        } catch let refusal as Refusal {
            return refusal.reply
        } catch let error as JSONError {
            return Reply(.badRequest, json: ["Message": "The request body does not fit: \(error.path)"])
        } catch {
            logger.error("a handler failed", metadata: ["route": "\(route.name)", "error": "\(error)"])
            return Reply(.internalServerError, json: ["Message": "Unexpected error"])
        }
    }

    // MARK: control

    private func control(_ call: Call) -> Reply {
        guard AdminGuard(listensOn: world.configuration.host).refuseForeignPage(call) == nil else {
            return Reply(.forbidden, json: ["Message": "Pages of other sites may not turn this sandbox"])
        }
        var call = call
        call.segments.removeFirst()
        switch controlRoutes.match(call.method, call.segments) {
        case .found(let route, let parameters):
            call.parameters = parameters
            return run(call, world, route)
        case .otherMethod: return Reply(empty: .methodNotAllowed)
        case .none: return Reply(.notFound, json: ["Message": "No such control"])
        }
    }

    // MARK: on the wire

    private func response(_ reply: Reply) -> Response {
        Response(
            status: reply.status, headers: reply.headers,
            body: reply.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
    }

    /// Promises the whole body, sends the first half and closes.
    private func cut(_ reply: Reply) -> Response {
        let half = ByteBuffer(bytes: reply.body.prefix(reply.body.count / 2))
        let body = ResponseBody(contentLength: max(2, reply.body.count)) { writer in
            try await writer.write(half)
            throw CancellationError()
        }
        return Response(status: reply.status, headers: reply.headers, body: body)
    }
}
