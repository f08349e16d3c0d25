/// The API's description: for programs, and for people.
enum DocumentationFace {
    static func register(in open: inout OpenRoutes, describing routes: [Route]) {
        let document = OpenAPIDocument.bytes(of: routes)
        let page = DocumentationPage.page(of: routes, problems: ProblemCodes.common)
        open.get(APIRoutes.prefix + "/openapi.json", .documentation, face: .api) { _ in .json(document) }
        open.get("/api/docs", .documentation, face: .page) { _ in .page(page) }
        open.get("/api/docs.css", .documentation) { _ in
            .text(DocumentationPage.styles, type: "text/css; charset=utf-8")
        }
    }
}
