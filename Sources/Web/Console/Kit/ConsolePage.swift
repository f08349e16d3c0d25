import Basics

/// A page of the console: a value with everything it shows, made into HTML by a pure function.
///
/// ```swift
/// let html = OrdersPage(rows: rows, query: query).html(in: frame)
/// ```
package protocol ConsolePage: Sendable {
    static var template: Template { get }
    static var words: WordList { get }

    /// Of the browser's tab, and of most pages' heading.
    func title(for reader: Reader) -> String

    /// What the template sees beside `t`, the page's texts. Everything in it is escaped when it is shown.
    func content(in frame: Frame) -> any Sendable
}

extension ConsolePage {
    /// The whole document.
    package func html(in frame: Frame) -> String {
        let library = TemplateLibrary.own
        let main = library.render(Self.template, PageContext(page: self, frame: frame))
        let shell: Template = frame.member == nil ? .plain : .layout
        return library.render(
            shell, FrameContext(frame: frame, title: title(for: frame.reader), main: main))
    }

    /// A part of the page alone, for what is shown live.
    package func fragment(_ template: Template, in frame: Frame) -> String {
        TemplateLibrary.own.render(template, PageContext(page: self, frame: frame))
    }
}
