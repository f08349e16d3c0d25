import Hummingbird
import Logging
import NIOCore

#if canImport(FoundationEssentials)
    // The whole of Foundation would be memory that Hummingbird does not ask for.
    import FoundationEssentials
#else
    import Foundation
#endif

/// Hummingbird with nothing behind it: two routes that answer files which were read into memory before it listened.
///
/// `bare FOLDER PORT` answers `/lists/NAME` with `FOLDER/lists/NAME` and `/orders/NAME` with `FOLDER/orders/NAME`.
@main
struct Bare {
    static func main() async throws {
        guard CommandLine.arguments.count == 3, let port = Int(CommandLine.arguments[2]) else {
            fatalError("bare FOLDER PORT")
        }
        let router = Router()
        for kind in ["lists", "orders"] {
            let bodies = try bodies(in: CommandLine.arguments[1] + "/" + kind)
            router.get("\(kind)/:name") { _, context -> Response in
                guard let name = context.parameters.get("name"), let body = bodies[name] else {
                    throw HTTPError(.notFound)
                }
                return Response(
                    status: .ok, headers: [.contentType: "application/json; charset=utf-8"],
                    body: ResponseBody(byteBuffer: body))
            }
        }
        var logger = Logger(label: "bare")
        logger.logLevel = .warning
        try await Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)), logger: logger
        ).runService()
    }

    private static func bodies(in folder: String) throws -> [String: ByteBuffer] {
        var bodies: [String: ByteBuffer] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            bodies[name] = ByteBuffer(bytes: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
        }
        return bodies
    }
}
