import Basics
import Testing
import Web

/// Small things that pages are made of.
@Suite struct PiecesTests {
    @Test func `assets stand at paths that change with their content`() throws {
        let stylesheet = Asset.stylesheet

        let isHashed = stylesheet.path.wholeMatch(of: #/\/assets\/console-[0-9a-f]{16}\.css/#) != nil
        #expect(isHashed)
        #expect(Asset.named(stylesheet.fileName)?.bytes == stylesheet.bytes)
        #expect(Asset.named("console.css") == nil)
        #expect(Set(Asset.all.map(\.path)).count == 4)
    }

    @Test func `addresses carry their values encoded, and only those that are there`() {
        let path = ConsolePath.query("/o/x/orders", [("q", "joão & cia"), ("status", nil), ("after", "")])

        #expect(path == "/o/x/orders?q=jo%C3%A3o%20%26%20cia")
    }

    @Test func `a page of a search goes on with the same search`() throws {
        let sample = try #require(SamplePages.all(.english).first { $0.name == "orders" })

        let html = sample.page.html(in: sample.frame)

        #expect(html.contains("/orders?after=abc\" rel=\"next\""))
    }

    @Test func `nothing of the stylesheet or the script comes from elsewhere`() {
        for asset in Asset.all {
            let text = String(decoding: asset.bytes, as: UTF8.self)
            #expect(!text.contains("url(http") && !text.contains("@import") && !text.contains("eval("))
        }
    }

    @Test func `what is read again is counted by what has been read, though all of it is stored`() {
        var again = SampleStores.calm
        again.stored = 300
        again.read = 120
        again.stream = SampleStores.stream(known: 300, isDone: false)
        let reader = Reader(language: .english, timeZone: "America/Sao_Paulo", now: SamplePages.now)

        let page = ConnectionPage(overview: again).html(in: SamplePages.frame(reader, .connections))

        #expect(page.contains("120 of 300 orders · 40 %"))
    }
}
