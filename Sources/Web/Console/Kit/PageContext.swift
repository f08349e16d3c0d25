import Mustache

/// What a page's template sees: its content, its texts as `t`, the texts of all pages as `c`, and `frame`.
struct PageContext: MustacheParent {
    private let content: Any
    private let contentMirror: Mirror
    private let words: SpokenWords
    private let common: SpokenWords
    private let frame: FrameLinks

    init(page: some ConsolePage, frame: Frame) {
        content = page.content(in: frame)
        contentMirror = Mirror(reflecting: content)
        words = type(of: page).words.spoken(in: frame.reader.language)
        common = SharedWords.list.spoken(in: frame.reader.language)
        self.frame = FrameLinks(frame)
    }

    func child(named name: String) -> Any? {
        switch name {
        case "t": words
        case "c": common
        case "frame": frame
        default: contentMirror.children.first { $0.label == name }.flatMap { Present.value($0.value) }
        }
    }
}

/// Optionals as templates want them: the value, or nothing.
enum Present {
    static func value(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value }
        return mirror.children.first?.value
    }
}
