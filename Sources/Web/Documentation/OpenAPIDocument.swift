import AccessControl
import Basics
import HTTPTypes
import Operations

/// The API's description, OpenAPI 3.1, made of the routes themselves.
enum OpenAPIDocument {
    static func bytes(of routes: [Route]) -> [UInt8] {
        var writer = JSONWriter(capacity: 64 << 10)
        writer.object { writer in
            writer.member("openapi", "3.1.0")
            writer.object("info") { writer in
                writer.member("title", "Ponte")
                writer.member("version", Services.version)
                writer.member(
                    "description",
                    "Orders of connected stores, and the log of everything that changed. Each key belongs to one organization."
                )
            }
            writer.array("servers") { writer in
                writer.elementObject { $0.member("url", "/") }
            }
            writer.array("security") { writer in
                writer.elementObject { $0.array("key") { _ in } }
            }
            writer.object("paths") { paths(of: routes, &$0) }
            writer.object("components") { writer in
                writer.object("securitySchemes") { writer in
                    writer.object("key") { writer in
                        writer.member("type", "http")
                        writer.member("scheme", "bearer")
                        writer.member("description", "An app key, as in `ponte_…`.")
                    }
                }
                writer.object("schemas") { writer in
                    for (name, schema) in SharedSchemas.all { writer.object(key: name) { schema.describe(&$0) } }
                }
            }
        }
        return writer.bytes
    }

    private static func paths(of routes: [Route], _ writer: inout JSONWriter) {
        let described = routes.filter { $0.operation != nil }
        var seen: Set<String> = []
        for path in described.map(\.pattern.text) where seen.insert(path).inserted {
            writer.object(key: path) { writer in
                for route in described where route.pattern.text == path {
                    guard let operation = route.operation else { continue }
                    writer.object(key: route.method.rawValue.lowercased()) { describe(operation, of: route, &$0) }
                }
            }
        }
    }

    private static func describe(_ operation: Operation, of route: Route, _ writer: inout JSONWriter) {
        writer.member("operationId", operation.id)
        writer.array("tags") { $0.element(operation.tag.english) }
        writer.member("summary", operation.summary.english)
        if case .organization(let permission) = route.access {
            writer.member("description", "Needs `\(permission.rawValue)`.")
        }
        writer.array("parameters") { writer in
            for name in route.pattern.parameterNames {
                writer.elementObject { parameter(name, "path", .id, "", &$0) }
            }
            for note in operation.parameters {
                writer.elementObject { parameter(note.name, "query", note.schema, note.summary.english, &$0) }
            }
            if operation.hasETag {
                writer.elementObject {
                    parameter(
                        "If-None-Match", "header", .string(lengthMax: .max),
                        "An `ETag` of this order: if it still stands so, the answer is 304.", &$0)
                }
            }
            if operation.takesIdempotencyKey {
                writer.elementObject {
                    parameter(
                        "Idempotency-Key", "header", .string(lengthMax: 255),
                        "A name for this deed: asked for twice within a day, it is done once.", &$0)
                }
            }
        }
        if let body = operation.body {
            writer.object("requestBody") { writer in
                writer.member("required", true)
                content("application/json", body, &writer)
            }
        }
        writer.object("responses") { responses(operation, route, &$0) }
    }

    private static func parameter(
        _ name: String, _ place: String, _ schema: Schema, _ summary: String, _ writer: inout JSONWriter
    ) {
        writer.member("name", name)
        writer.member("in", place)
        if place == "path" { writer.member("required", true) }
        if !summary.isEmpty { writer.member("description", summary) }
        if case .array = schema {
            // Values with commas between them.
            writer.member("style", "form")
            writer.member("explode", false)
        }
        writer.object("schema") { schema.describe(&$0) }
    }

    private static func responses(_ operation: Operation, _ route: Route, _ writer: inout JSONWriter) {
        writer.object(key: String(operation.status.code)) { writer in
            writer.member("description", "Done.")
            if operation.hasETag {
                writer.object("headers") { writer in
                    writer.object(key: "ETag") { writer in
                        writer.member("description", "Names this state: send it back in `If-None-Match`.")
                        writer.object("schema") { Schema.string(lengthMax: 100).describe(&$0) }
                    }
                }
            }
            if let answer = operation.answer { content("application/json", answer, &writer) }
        }
        if operation.hasETag {
            writer.object(key: "304") { $0.member("description", "It is as `If-None-Match` has it; no body.") }
        }
        var statuses = ProblemCodes.commonStatuses
        if operation.body != nil || route.method != .get { statuses += ProblemCodes.bodyStatuses + [409] }
        if operation.problems.contains("records.log_compacted") { statuses.append(410) }
        for status in statuses.sorted() {
            writer.object(key: String(status)) { writer in
                writer.member("description", "A problem; its `code` says which.")
                content(Problem.mediaType, .named("Problem"), &writer)
            }
        }
    }

    private static func content(_ type: String, _ schema: Schema, _ writer: inout JSONWriter) {
        writer.object("content") { writer in
            writer.object(key: type) { writer in
                writer.object("schema") { schema.describe(&$0) }
            }
        }
    }
}
