/// A step of the way to a page. Partial `page_head`.
struct Crumb: Sendable {
    let path: String
    let title: String

    init(_ title: String, _ path: String) {
        self.path = path
        self.title = title
    }
}

/// A hidden field of a form.
struct HiddenField: Sendable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
