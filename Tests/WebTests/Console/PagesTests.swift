import Basics
import Foundation
import Testing
import Web

/// Every page of the console, in every language.
@Suite struct PagesTests {
    private static let languages = Language.allCases

    @Test(arguments: languages) func `a page is a whole document with one heading, a title and its language`(
        _ language: Language
    ) {
        for sample in SamplePages.all(language) {
            let html = sample.page.html(in: sample.frame)

            let tag = language == .portuguese ? "pt-BR" : language.rawValue
            #expect(html.hasPrefix("<!doctype html>\n<html lang=\"\(tag)\" "), "\(sample.name)")
            #expect(html.ranges(of: "<h1>").count == 1, "\(sample.name)")
            #expect(html.ranges(of: "<main ").count == 1, "\(sample.name)")
            let hasTitle = html.contains(#/<title>[^<]+ · Ponte</title>/#)
            #expect(hasTitle, "\(sample.name)")
            #expect(!html.contains("{{"), "\(sample.name)")
        }
    }

    @Test(arguments: languages) func `an input has a label, and no two elements share an id`(_ language: Language) {
        for sample in SamplePages.all(language) {
            let html = sample.page.html(in: sample.frame)
            let ids = html.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
            let labels = Set(html.matches(of: #/<label for="([^"]*)"/#).map { String($0.1) })

            #expect(ids.count == Set(ids).count, "\(sample.name): \(Self.repeated(ids))")
            for input in html.matches(of: #/<(?:input|select|textarea)([^>]*)>/#) {
                let attributes = String(input.1)
                if attributes.contains("type=\"hidden\"") || attributes.contains("type=\"checkbox\"") { continue }
                let id = attributes.firstMatch(of: #/ id="([^"]*)"/#).map { String($0.1) } ?? ""
                #expect(labels.contains(id), "\(sample.name): \(attributes)")
            }
            for described in html.matches(of: #/aria-(?:describedby|labelledby)="([^"]*)"/#) {
                for id in described.1.split(separator: " ") {
                    #expect(ids.contains(String(id)), "\(sample.name): \(id)")
                }
            }
        }
    }

    @Test(arguments: languages) func `no page has a style or a script in its text, as the policy demands`(
        _ language: Language
    ) {
        for sample in SamplePages.all(language) {
            let html = sample.page.html(in: sample.frame)

            let hasStyle = html.contains(#/<[^>]* style=/#) || html.contains("<style")
            let hasScript = html.contains(#/<script(?! src="\/assets\/console-[0-9a-f]{16}\.js" defer>)/#)
            // Text that looks like a handler may stand in an attribute: it is the other test's.
            let hasHandler = sample.name != "order-hostile" && html.contains(#/<[a-z]+ [^>]*\bon[a-z]+=["a-z]/#)
            #expect(!hasStyle && !hasScript && !hasHandler, "\(sample.name)")
        }
    }

    @Test(arguments: languages) func `every form that is posted carries the token against forgery`(
        _ language: Language
    ) {
        for sample in SamplePages.all(language) {
            let html = sample.page.html(in: sample.frame)
            let forms = html.components(separatedBy: "<form method=\"post\"").dropFirst()

            for form in forms {
                let inside = form.components(separatedBy: "</form>").first ?? ""
                #expect(inside.contains("name=\"_csrf\" value=\"form-token\""), "\(sample.name)")
            }
        }
    }

    @Test func `hostile text stays text, in elements and in attributes`() throws {
        let sample = try #require(SamplePages.all(.portuguese).first { $0.name == "order-hostile" })

        let html = sample.page.html(in: sample.frame)

        #expect(!html.contains("<script>alert"))
        let disarmed = Array("&quot;\u{301} onfocus=alert(1)".utf8)
        let isDisarmed = html.utf8.indices.contains { html.utf8[$0...].starts(with: disarmed) }
        #expect(isDisarmed)
        #expect(!html.contains("href=\"javascript:"))
        let quotes = html.unicodeScalars.indices.filter { html.unicodeScalars[$0] == "\"" }
        let escaped = quotes.allSatisfy { index in
            let next = html.unicodeScalars.index(after: index)
            return next == html.unicodeScalars.endIndex || html.unicodeScalars[next] != "\u{301}"
        }
        #expect(escaped)
    }

    @Test func `who may not see people sees none, nor a way to their source`() throws {
        let sample = try #require(SamplePages.all(.portuguese).first { $0.name == "order-reader" })

        let html = sample.page.html(in: sample.frame)

        #expect(html.contains("Seu perfil não mostra os dados de pessoas."))
        #expect(!html.contains("Gonçalves"))
        #expect(!html.contains("/source"))
    }

    @Test func `who may change nothing is offered nothing to change`() throws {
        for name in ["home-calm", "connection-reader", "connections-empty"] {
            let sample = try #require(SamplePages.all(.portuguese).first { $0.name == name })

            let html = sample.page.html(in: sample.frame)

            for part in ["/pause", "/rerun", "/credential", "/check", "/connections/new"] {
                #expect(!html.contains(part), "\(name): \(part)")
            }
        }
    }

    private static func repeated(_ ids: [String]) -> Set<String> {
        Set(ids.filter { id in ids.count { $0 == id } > 1 })
    }
}
