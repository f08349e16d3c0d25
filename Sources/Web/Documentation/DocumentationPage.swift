import AccessControl
import Basics
import Foundation
import HTTPTypes
import Operations

/// The API's description for people: made of the same routes, in the reader's language, without a script.
struct DocumentationPage {
    private let language: Language

    static func page(of routes: [Route], problems: [Problem], in language: Language) -> Page {
        let page = DocumentationPage(language: language)
        return Page(
            page.head() + page.sections(routes) + page.table(of: problems) + "</main></body></html>")
    }

    private func head() -> String {
        """
        <!doctype html><html lang="\(FrameWords.languageTag[language])"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width"><title>\(said(DocumentationWords.title))</title>
        <link rel="icon" href="\(Asset.favicon.path)" type="image/svg+xml">
        <link rel="stylesheet" href="/api/docs.css"></head><body>
        <header><h1>\(said(DocumentationWords.title))</h1><p>\(said(DocumentationWords.version(Services.version)))
        \(said(DocumentationWords.intro)) \(said(DocumentationWords.forPrograms))
        <a href="/api/v1/openapi.json">openapi.json</a>.</p></header><main>
        """
    }

    private func sections(_ routes: [Route]) -> String {
        var text = ""
        var tag: Phrase?
        for route in routes {
            guard let operation = route.operation else { continue }
            if operation.tag != tag {
                tag = operation.tag
                text += "<h2>\(said(operation.tag))</h2>"
            }
            text += section(operation, route)
        }
        return text
    }

    private func section(_ operation: Operation, _ route: Route) -> String {
        var text =
            "<section id=\"\(operation.id)\"><h3><code>\(route.method.rawValue) \(route.pattern.text)</code></h3>"
        text += "<p>\(said(operation.summary))</p>"
        if case .organization(let permission) = route.access {
            text += "<p>\(said(DocumentationWords.needs(permission.rawValue)))</p>"
        }
        var rows = operation.parameters.map { row($0.name, KindWords.kind($0.schema), $0.summary) }
        if operation.takesIdempotencyKey {
            rows.append(row("Idempotency-Key", KindWords.header, DocumentationWords.idempotencyKey))
        }
        if case .object(let fields) = operation.body {
            rows += fields.map { field in
                let kind = KindWords.kind(field.schema)
                return row(field.name, field.isRequired ? KindWords.required(kind) : kind, field.summary)
            }
        }
        if !rows.isEmpty {
            text += tableHead([DocumentationWords.name, DocumentationWords.kind, DocumentationWords.meaning])
            text += rows.joined() + "</tbody></table>"
        }
        return text + "</section>"
    }

    private func row(_ name: String, _ kind: Phrase, _ summary: Phrase?) -> String {
        let meaning = summary.map(said) ?? ""
        return "<tr><td><code>\(Self.escaped(name))</code></td><td>\(said(kind))</td><td>\(meaning)</td></tr>"
    }

    private func table(of problems: [Problem]) -> String {
        var text = "<h2>\(said(DocumentationWords.problems))</h2><p>\(said(DocumentationWords.problemsIntro))</p>"
        text += tableHead([DocumentationWords.code, DocumentationWords.status, DocumentationWords.meaning])
        for problem in problems {
            text += "<tr id=\"\(problem.code)\"><td><code>\(problem.code)</code></td><td>\(problem.status.code)</td>"
            text += "<td>\(said(problem.title))</td></tr>"
        }
        return text + "</tbody></table>"
    }

    private func tableHead(_ titles: [Phrase]) -> String {
        let cells = titles.map { "<th scope=\"col\">\(said($0))</th>" }
        return "<table><thead><tr>\(cells.joined())</tr></thead><tbody>"
    }

    /// In the reader's language, as markup; what stands in backticks is code.
    private func said(_ phrase: Phrase) -> String {
        let parts = Self.escaped(phrase[language]).split(separator: "`", omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            index.isMultiple(of: 2) ? String(part) : "<code>\(part)</code>"
        }.joined()
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
        @media (max-width: 40rem) {
          table, tbody, tr, td { display: block; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          tr { padding: .5rem 0; border-bottom: 1px solid #8884; }
          td { padding: 0; border: 0; }
        }
        """

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
