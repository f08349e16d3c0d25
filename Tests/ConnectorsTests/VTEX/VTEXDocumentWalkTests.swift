import Basics
import Commerce
import ConnectorKit
import TestSupport
import Testing

@Suite struct VTEXDocumentWalkTests {
    private static let search = "/api/dataentities/CL/search"
    private static let scroll = "/api/dataentities/CL/scroll?_size=250&_fields=_all&_where="
    private static let token = "/api/dataentities/CL/scroll?_size=250&_token="

    private func rows(_ ids: some Sequence<Int>, updated: String? = nil) -> String {
        let list = ids.map { id in
            #"{"id":"\#(id)","createdIn":"2026-01-01T00:00:00Z""# + (updated.map { #","updatedIn":"\#($0)""# } ?? "")
                + "}"
        }
        return "[" + list.joined(separator: ",") + "]"
    }

    private func count(_ desk: VTEXStoreDesk, _ total: Int) {
        desk.transport.answer(
            Self.search, headers: ["rest-content-range": "resources 0-1/\(total)"], body: #"[{"id":"1"}]"#)
    }

    private func open(_ desk: VTEXStoreDesk, _ ids: some Sequence<Int>, total: Int, token: String) {
        desk.transport.answer(
            Self.scroll, headers: ["x-vtex-md-token": token, "rest-content-total": String(total)], body: rows(ids))
    }

    @Test func `a whole walk scrolls to the empty page`() async throws {
        let desk = try VTEXStoreDesk()
        count(desk, 3)
        open(desk, [1, 2], total: 3, token: "T1")
        desk.transport.answer(Self.token + "T1", body: rows([3]))
        desk.transport.answer(Self.token + "T1", body: "[]")

        let pages = try await desk.pages(.customers)

        #expect(pages.map { $0.ids(.customer) } == [["1", "2"], ["3"], []])
        #expect(try await desk.source(.customers).survey() == 3)
        let opened = try #require(desk.requests("_where=createdIn").first { $0.url.contains("/scroll") })
        #expect(opened.url.contains("createdIn%20between%202000-01-01T00%3A00%3A00Z%20AND%202026-05-28T20%3A26%3A40Z"))
    }

    @Test func `a token that has died begins its window again, in another process too`() async throws {
        let desk = try VTEXStoreDesk()
        count(desk, 3)
        open(desk, [1, 2], total: 3, token: "T1")
        open(desk, [2, 1], total: 3, token: "T2")
        desk.transport.answer(Self.token + "T1", status: 400, body: #"{"Message":"expired"}"#)
        desk.transport.answer(Self.token + "T2", body: rows([3]))
        desk.transport.answer(Self.token + "T2", body: "[]")
        let first = try await desk.source(.customers).page(of: .everything, after: nil)

        let second = try await desk.source(.customers).page(of: .everything, after: first.next)
        let third = try await desk.source(.customers).page(of: .everything, after: second.next)
        let last = try await desk.source(.customers).page(of: .everything, after: third.next)

        #expect(second.ids(.customer) == ["2", "1"])
        #expect(third.ids(.customer) == ["3"])
        #expect(last.next == nil)
    }

    @Test func `rows that were sent and never kept are read again`() async throws {
        let desk = try VTEXStoreDesk()
        count(desk, 1_000)
        open(desk, [1, 2], total: 3, token: "T1")
        open(desk, [2, 1], total: 3, token: "T2")
        desk.transport.answer(Self.token + "T1", body: rows([3]))
        desk.transport.answer(Self.token + "T2", body: rows([3]))
        desk.transport.answer(Self.token + "T2", body: "[]")
        let first = try await desk.source(.customers).page(of: .everything, after: nil)
        // Somebody reads on, and ends before anything of it is written.
        _ = try await desk.source(.customers).page(of: .everything, after: first.next)

        let again = try await desk.source(.customers).page(of: .everything, after: first.next)
        let rest = try await desk.source(.customers).page(of: .everything, after: again.next)

        #expect(again.ids(.customer) == ["2", "1"])
        #expect(rest.ids(.customer) == ["3"])
        #expect(desk.requests(Self.token + "T1").count == 1)
    }

    @Test func `a scroll of another process, or whose answer was lost, is begun again`() async throws {
        let (desk, other) = (try VTEXStoreDesk(), try VTEXStoreDesk())
        for desk in [desk, other] {
            count(desk, 3)
            open(desk, [1, 2], total: 3, token: "T1")
        }
        open(desk, [1, 2], total: 3, token: "T2")
        desk.transport.fail(Self.token + "T1", with: PlatformError(kind: .timedOut, explanation: Phrase(same: "")))
        let first = try await desk.source(.customers).page(of: .everything, after: nil)

        let elsewhere = try await other.source(.customers).page(of: .everything, after: first.next)
        await #expect(throws: PlatformError.self) {
            _ = try await desk.source(.customers).page(of: .everything, after: first.next)
        }
        let again = try await desk.source(.customers).page(of: .everything, after: first.next)

        #expect(elsewhere.ids(.customer) == ["1", "2"])
        #expect(other.requests(Self.token).isEmpty)
        #expect(again.ids(.customer) == ["1", "2"])
    }

    @Test func `a refusal leaves the scroll where it was`() async throws {
        let desk = try VTEXStoreDesk()
        count(desk, 3)
        open(desk, [1, 2], total: 3, token: "T1")
        desk.transport.answer(Self.token + "T1", status: 429, body: "")
        desk.transport.answer(Self.token + "T1", body: rows([3]))
        let first = try await desk.source(.customers).page(of: .everything, after: nil)

        await #expect(throws: PlatformError.self) {
            _ = try await desk.source(.customers).page(of: .everything, after: first.next)
        }
        let second = try await desk.source(.customers).page(of: .everything, after: first.next)

        #expect(second.ids(.customer) == ["3"])
    }

    @Test func `an empty page before the end is not believed`() async throws {
        let desk = try VTEXStoreDesk()
        count(desk, 2)
        open(desk, [1], total: 2, token: "T1")
        open(desk, [1, 2], total: 2, token: "T2")
        desk.transport.answer(Self.token, body: "[]")

        let pages = try await desk.pages(.customers)

        #expect(pages.map { $0.ids(.customer) } == [["1"], [], ["1", "2"], []])
    }

    @Test func `a window of more than ten thousand is cut in two`() async throws {
        let desk = try VTEXStoreDesk()
        count(desk, 10_001)
        count(desk, 1)
        open(desk, [1], total: 1, token: "T1")
        open(desk, [2], total: 1, token: "T2")
        desk.transport.answer(Self.token, body: "[]")

        let pages = try await desk.pages(.customers)

        #expect(pages.flatMap { $0.ids(.customer) } == ["1", "2"])
        let windows = desk.requests("/scroll?_size=250&_fields").map(\.url)
        #expect(windows.count == 2)
        #expect(windows[0].contains("between%202000-01-01T00%3A00%3A00Z%20AND%202013-03-15T10%3A13%3A20Z"))
        #expect(windows[1].contains("between%202013-03-15T10%3A13%3A20Z%20AND%202026-05-28T20%3A26%3A40Z"))
    }

    @Test func `all scrolls taken is worth trying again`() async throws {
        let desk = try VTEXStoreDesk()
        count(desk, 2)
        desk.transport.answer(
            Self.scroll, status: 400, body: #"{"Message":"Maximum simultaneous scrolls rate exceeded (10)"}"#)

        let error = await #expect(throws: PlatformError.self) { _ = try await desk.pages(.customers) }

        #expect(error?.kind == .failing)
        #expect(error?.isRetryable == true)
    }

    @Test func `a refusal names the box of Dynamic Storage`() async throws {
        let desk = try VTEXStoreDesk()
        desk.transport.answer(Self.search, status: 403, body: #"{"Message":"Unauthorized"}"#)

        let error = await #expect(throws: PlatformError.self) { _ = try await desk.pages(.customers) }

        #expect(error?.kind == .forbidden)
        #expect(error?.remedy?.english.contains("Dynamic Storage") == true)
    }

    // MARK: news

    private let news = RecordWalk.changed(
        since: Instant(seconds: 1_779_990_000), until: Instant(seconds: 1_780_000_000))

    private func answer(_ desk: VTEXStoreDesk, _ field: String, _ body: String, total: Int) {
        desk.transport.answer(
            Self.search + "?_fields=_all&_where=\(field)%20between",
            headers: ["rest-content-range": "resources 0-100/\(total)"],
            body: body)
    }

    @Test func `news go on from the last moment seen, not by row numbers`() async throws {
        let desk = try VTEXStoreDesk()
        answer(desk, "updatedIn", rows(1...100, updated: "2026-05-28T19:00:00.5Z"), total: 120)
        answer(desk, "updatedIn", rows(100...120, updated: "2026-05-28T19:00:00.9Z"), total: 21)
        answer(desk, "createdIn", "[]", total: 0)

        let pages = try await desk.pages(.customers, news)

        #expect(pages.map { $0.ids(.customer).count } == [100, 21, 0])
        let asked = desk.requests("updatedIn%20between")
        #expect(asked.count == 2)
        // Ten minutes earlier than it was asked for: the index lags.
        #expect(
            asked[0].url.contains(
                "between%202026-05-28T17%3A30%3A00Z%20AND%202026-05-28T20%3A26%3A40Z&_sort=updatedIn%20ASC"))
        #expect(asked[1].url.contains("between%202026-05-28T19%3A00%3A00Z%20AND"))
        #expect(asked[1].headers.contains { $0 == ("rest-range", "resources=0-100") })
        let created = try #require(desk.requests("createdIn%20between").first)
        #expect(created.url.contains("%20AND%20updatedIn%20is%20null"))
    }

    @Test func `more than a page within one second is walked with an overlap`() async throws {
        let desk = try VTEXStoreDesk()
        answer(desk, "updatedIn", rows(1...100, updated: "2026-05-28T19:00:00Z"), total: 130)
        answer(desk, "updatedIn", rows(1...100, updated: "2026-05-28T19:00:00Z"), total: 130)
        answer(desk, "updatedIn", rows(81...130, updated: "2026-05-28T19:00:00Z"), total: 130)
        answer(desk, "createdIn", "[]", total: 0)

        let pages = try await desk.pages(.customers, news)

        #expect(Set(pages.flatMap { $0.ids(.customer) }).count == 130)
        let ranges = desk.requests("updatedIn%20ASC").flatMap {
            $0.headers.filter { $0.name == "rest-range" }.map(\.value)
        }
        #expect(ranges == ["resources=0-100", "resources=0-100", "resources=80-180"])
    }

    @Test func `more news than a search reaches are scrolled`() async throws {
        let desk = try VTEXStoreDesk()
        answer(desk, "updatedIn", rows(1...100, updated: "2026-05-28T19:00:00Z"), total: 12_000)
        desk.transport.answer(
            Self.search + "?_fields=id", headers: ["rest-content-range": "resources 0-1/9000"], body: "[]")
        open(desk, [1, 2], total: 2, token: "T1")
        desk.transport.answer(Self.token, body: "[]")
        answer(desk, "createdIn", "[]", total: 0)

        let pages = try await desk.pages(.customers, news)

        #expect(pages.flatMap { $0.ids(.customer) } == ["1", "2"])
        #expect(desk.requests("/scroll?_size=250&_fields=_all&_where=updatedIn%20between").count == 1)
    }

    @Test func `rows out of their order are not gone on from`() async throws {
        let desk = try VTEXStoreDesk()
        let early = rows([1], updated: "2026-05-28T19:00:01Z").dropLast()
        answer(desk, "updatedIn", early + "," + rows([2], updated: "2026-05-28T19:00:00Z").dropFirst(), total: 2)

        let error = await #expect(throws: PlatformError.self) { _ = try await desk.pages(.customers, news) }

        #expect(error?.isRetryable == true)
    }

    @Test func `nothing, where the answer says there is something, is tried again`() async throws {
        let desk = try VTEXStoreDesk()
        answer(desk, "updatedIn", "[]", total: 5)

        let error = await #expect(throws: PlatformError.self) { _ = try await desk.pages(.customers, news) }

        #expect(error?.isRetryable == true)
    }

    @Test func `a document that cannot be read is set aside, and its neighbours come`() async throws {
        let desk = try VTEXStoreDesk()
        count(desk, 2)
        desk.transport.answer(
            Self.scroll, headers: ["x-vtex-md-token": "T1", "rest-content-total": "2"],
            body: #"[{"id":"1","email":{"odd":true}},{"id":"2"}]"#)
        desk.transport.answer(Self.token, body: "[]")

        let pages = try await desk.pages(.customers)

        #expect(pages[0].ids(.customer) == ["2"])
        #expect(pages[0].unreadable.map(\.externalID) == ["1"])
        #expect(
            pages[0].unreadable.first?.error.explanation.english
                == "Customer 1: a field has another type: expected string, found object (email).")
    }

    @Test func `a cursor of another version begins the walk again`() async throws {
        let desk = try VTEXStoreDesk()
        count(desk, 0)

        let page = try await desk.source(.customers).page(of: .everything, after: "nonsense")

        #expect(page.records.isEmpty)
        #expect(page.next == nil)
    }
}
