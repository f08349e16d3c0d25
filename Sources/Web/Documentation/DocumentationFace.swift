import Basics

/// The API's description: for programs, and for people.
enum DocumentationFace {
    static func register(in open: inout OpenRoutes, describing routes: [Route]) {
        let document = OpenAPIDocument.bytes(of: routes)
        func page(_ language: Language) -> Page {
            DocumentationPage.page(of: routes, problems: ProblemCodes.common, in: language)
        }
        let (portuguese, spanish, english) = (page(.portuguese), page(.spanish), page(.english))
        open.get(APIRoutes.prefix + "/openapi.json", .documentation, face: .api) { _ in .json(document) }
        open.get("/api/docs", .documentation, face: .page) { request in
            switch request.language {
            case .portuguese: .page(portuguese)
            case .spanish: .page(spanish)
            case .english: .page(english)
            }
        }
        open.get("/api/docs.css", .documentation) { _ in
            .text(DocumentationPage.styles, type: "text/css; charset=utf-8")
        }
    }
}
