import Basics

/// A message with its weight: what happened, and what the reader can do. Partial `notice`.
package struct Notice: Sendable {
    package enum Kind: String, Sendable { case good, info, warn, bad }

    package let kind: Kind
    package let text: String
    /// What to do about it.
    package let remedy: String?
    package let link: Link?

    package struct Link: Sendable {
        package let path: String
        package let title: String

        package init(_ title: String, to path: String) {
            self.title = title
            self.path = path
        }
    }

    package init(_ kind: Kind, _ text: String, remedy: String? = nil, link: Link? = nil) {
        self.kind = kind
        self.text = text
        self.remedy = remedy
        self.link = link
    }

    /// An error as a person is told of it.
    package init(_ error: some ExplainedError, in language: Language) {
        self.init(.bad, error.explanation[language], remedy: error.remedy?[language])
    }
}

/// A notice as its template sees it. A bad one is read out at once by screen readers.
struct NoticeContent: Sendable {
    let kind: String
    let kindName: String
    let icon: String
    let role: String
    let text: String
    let remedy: String?
    let linkPath: String?
    let linkTitle: String

    init(_ notice: Notice, for reader: Reader) {
        kind = notice.kind.rawValue
        kindName = reader.say(Tone(notice.kind).name)
        icon = Tone(notice.kind).icon
        role = notice.kind == .bad ? "alert" : "status"
        text = notice.text
        remedy = notice.remedy
        linkPath = notice.link?.path
        linkTitle = notice.link?.title ?? ""
    }
}
