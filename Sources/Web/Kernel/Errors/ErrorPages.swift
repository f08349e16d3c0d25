import Basics

/// How people are told of a problem. The console puts its own look in here.
package struct ErrorPages: Sendable {
    package let render: @Sendable (Problem, Language, _ requestID: String) -> Page

    package init(render: @escaping @Sendable (Problem, Language, _ requestID: String) -> Page) {
        self.render = render
    }

    /// Words without a look.
    package static let plain = ErrorPages { problem, language, requestID in
        let detail = problem.detail.map { "<p>\(escaped($0[language]))</p>" } ?? ""
        let tag = language == .portuguese ? "pt-BR" : language.rawValue
        return Page(
            """
            <!doctype html><html lang="\(tag)"><meta charset="utf-8"><title>\(escaped(problem.title[language]))</title>
            <h1>\(escaped(problem.title[language]))</h1>\(detail)<p>\(escaped(requestID))</p></html>
            """, status: problem.status)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
