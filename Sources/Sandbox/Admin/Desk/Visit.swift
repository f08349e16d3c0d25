import Basics
import HTTPTypes

/// One request to the screens, with what pages are made of.
struct Visit: Sendable {
    let world: World
    let shop: Shop
    let call: Call
    let language: Language
    let templates: AdminTemplates

    /// The address that all pages of the account begin with.
    var base: String { "/admin/\(shop.account)" }

    /// The sandbox as this reader's browser reached it.
    var origin: String { "http://" + (call.headers[.hostName] ?? "127.0.0.1") }

    var now: Instant { shop.time.now() }

    /// A page within the frame of all pages.
    func page(_ page: some AdminPage, status: HTTPResponse.Status = .ok) -> Reply {
        reply(status, AdminFrame(visit: self, title: page.heading[language], body: html(page)))
    }

    /// A page without the menu, for those who should see nothing else.
    func bare(_ page: some AdminPage, status: HTTPResponse.Status = .ok) -> Reply {
        reply(status, AdminFrame(visit: self, title: page.heading[language], body: html(page), isBare: true))
    }

    /// After a form: the browser gets a page of its own, so that reloading it sends nothing again.
    ///
    /// - Parameters:
    ///   - path: Below the account's base, with its slash.
    ///   - done: What to say on that page.
    func goTo(_ path: String, done: AdminNotice? = nil) -> Reply {
        let mark = path.contains("?") ? "&" : "?"
        let suffix = done.map { "\(mark)done=\($0.rawValue)" } ?? ""
        return Reply(empty: .seeOther).with(.location, base + path + suffix).with(.cacheControl, "no-store")
    }

    private func html(_ page: some AdminPage) -> String {
        templates.render(
            type(of: page).template,
            [
                "page": page, "heading": page.heading[language], "words": Said(page.words, language),
                "common": Said(SharedWords(), language),
                "base": base, "form": Tokens.hexadecimal(bytes: 8),
            ])
    }

    private func reply(_ status: HTTPResponse.Status, _ frame: AdminFrame) -> Reply {
        let text = templates.render("frame", ["frame": frame, "words": Said(AdminFrame.Words(), language)])
        return Reply(status, text: text, type: "text/html; charset=utf-8").guarded
            .with(.cacheControl, "no-store").with(.contentLanguage, language.tag)
    }
}

extension Reply {
    /// Nothing but our own stylesheet, picture and forms; in nobody's frame.
    var guarded: Reply {
        with(
            .named("Content-Security-Policy"),
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'"
        )
        .with(.named("X-Content-Type-Options"), "nosniff").with(.named("X-Frame-Options"), "DENY")
        .with(.named("Referrer-Policy"), "same-origin").with(.named("Cross-Origin-Opener-Policy"), "same-origin")
    }
}
