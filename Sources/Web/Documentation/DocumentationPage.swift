import AccessControl
import Basics
import Foundation
import HTTPTypes
import Operations

/// The API's description for people: made of the same routes, without a script.
enum DocumentationPage {
    static func page(of routes: [Route], problems: [Problem]) -> Page {
        var body = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Ponte API</title><link rel="icon" href="\(Asset.favicon.path)" type="image/svg+xml">
            <link rel="stylesheet" href="/api/docs.css"></head><body>
            <header><h1>Ponte API</h1><p>Version \(Services.version). Send an app key in <code>Authorization: Bearer
            ponte_…</code>; each key belongs to one organization. Errors are <code>application/problem+json</code>.
            The same for programs: <a href="/api/v1/openapi.json">openapi.json</a>.</p></header><main>
            """
        var tag = ""
        for route in routes {
            guard let operation = route.operation else { continue }
            if operation.tag != tag {
                tag = operation.tag
                body += "<h2>\(escaped(tag))</h2>"
            }
            body += section(operation, route)
        }
        body += "<h2>Problems</h2><p>Beside those of each operation.</p><table><thead><tr><th scope=\"col\">Code</th>"
        body += "<th scope=\"col\">Status</th><th scope=\"col\">Meaning</th></tr></thead><tbody>"
        for problem in problems {
            body += "<tr id=\"\(problem.code)\"><td><code>\(problem.code)</code></td><td>\(problem.status.code)</td>"
            body += "<td>\(escaped(problem.title.english))</td></tr>"
        }
        return Page(body + "</tbody></table></main></body></html>")
    }

    private static func section(_ operation: Operation, _ route: Route) -> String {
        var text =
            "<section id=\"\(operation.id)\"><h3><code>\(route.method.rawValue) \(route.pattern.text)</code></h3>"
        text += "<p>\(escaped(operation.summary))</p>"
        if case .organization(let permission) = route.access {
            text += "<p>Needs <code>\(permission.rawValue)</code>.</p>"
        }
        var rows = operation.parameters.map { ($0.name, kind($0.schema), $0.summary) }
        if operation.takesIdempotencyKey { rows.append(("Idempotency-Key", "header", "Done once however often sent.")) }
        if case .object(let fields) = operation.body {
            rows += fields.map { ($0.name, kind($0.schema) + ($0.isRequired ? ", required" : ""), $0.summary) }
        }
        if !rows.isEmpty {
            text += "<table><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Kind</th>"
            text += "<th scope=\"col\">Meaning</th></tr></thead><tbody>"
            for (name, kind, summary) in rows {
                text += "<tr><td><code>\(escaped(name))</code></td><td>\(escaped(kind))</td>"
                text += "<td>\(escaped(summary))</td></tr>"
            }
            text += "</tbody></table>"
        }
        return text + "</section>"
    }

    private static func kind(_ schema: Schema) -> String {
        switch schema {
        case .string(let format, let lengthMax, let choices):
            choices.isEmpty ? format ?? "text, up to \(lengthMax)" : choices.joined(separator: " | ")
        case .integer(let range):
            range.upperBound == .max ? "integer" : "integer, \(range.lowerBound) to \(range.upperBound)"
        case .boolean: "true | false"
        case .array(.string(_, _, let choices), _, _) where !choices.isEmpty:
            choices.joined(separator: " | ") + ", several with commas"
        case .array: "list"
        case .object, .open: "object"
        case .named(let name): name
        case .nullable(let schema): kind(schema) + " | null"
        }
    }

    static let styles = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        :root { background: light-dark(#ffffff, #0f1418); color: light-dark(#1a2229, #e6ebef); }
        body { margin: 0 auto; max-width: 60rem; padding: 1rem; overflow-wrap: break-word; }
        a { color: light-dark(#0a5f73, #6fd0e0); }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: .25rem .75rem .25rem 0; vertical-align: top; border-bottom: 1px solid #8884; overflow-wrap: anywhere; }
        code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
        section { margin: 1.5rem 0; }
        """

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
