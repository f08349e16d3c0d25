import Mustache

/// All templates, compiled once.
struct TemplateLibrary: Sendable {
    private let library: MustacheLibrary

    /// The program's own templates. A broken one is found by the tests, which compile and render every one.
    static let own: TemplateLibrary = {
        do {
            return try TemplateLibrary { String(decoding: $0.bytes, as: UTF8.self) }
        } catch {
            preconditionFailure("A template of the console does not compile: \(error)")
        }
    }()

    /// - Parameter text: of a template's file.
    init(text: (Template) throws -> String) throws {
        MustacheContentTypes.register(StrictHTML(), named: StrictHTML.name)
        var templates: [String: MustacheTemplate] = [:]
        for template in Template.allCases {
            let source = "{{% CONTENT_TYPE:\(StrictHTML.name)}}" + (try text(template))
            templates[template.name] = try MustacheTemplate(string: source)
        }
        library = MustacheLibrary(templates: templates)
    }

    func render(_ template: Template, _ content: Any) -> String {
        library.render(content, withTemplate: template.name) ?? ""
    }
}
