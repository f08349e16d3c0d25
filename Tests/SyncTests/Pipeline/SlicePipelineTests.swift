import Basics
import Sync
import Testing

struct SlicePipelineTests {
    private let first = ListQuestion.ids(after: "")

    private func pipeline(fetches: Int = 2, batch: Int = 3, ahead: Int = 6) -> SlicePipeline {
        SlicePipeline(
            SlicePipeline.Limits(fetches: fetches, batch: batch, ahead: ahead), from: .start, asking: first)
    }

    private func page(_ ids: ClosedRange<Int>, next: ListQuestion? = nil) -> CandidatePage {
        CandidatePage(
            candidates: ids.map { Candidate(externalID: "\($0)", digest: nil, position: .id("\($0)")) }, next: next)
    }

    /// What the actions are about: `list`, `fetch 3`, `commit 0 1 2`, with `.` when it is the last.
    private func words(_ actions: [SlicePipeline.Action]) -> [String] {
        actions.map { action in
            switch action {
            case .list: "list"
            case .fetch(let number, _): "fetch \(number)"
            case .commit(let batch):
                "commit " + batch.findings.map(\.candidate.externalID).joined(separator: " ")
                    + (batch.isLast ? "." : "")
            }
        }
    }

    private let found = Finding.known

    @Test func `orders are fetched side by side and committed in the list's order`() {
        var pipeline = pipeline()
        #expect(words(pipeline.nextActions()) == ["list"])

        pipeline.listed(page(0...3))
        #expect(words(pipeline.nextActions()) == ["fetch 0", "fetch 1"])
        pipeline.found(1, found)
        #expect(words(pipeline.nextActions()) == ["fetch 2"])
        pipeline.found(2, found)
        #expect(words(pipeline.nextActions()) == ["fetch 3"])
        pipeline.found(0, found)
        #expect(words(pipeline.nextActions()) == ["commit 0 1 2"])
        pipeline.found(3, found)
        #expect(words(pipeline.nextActions()) == [])
        pipeline.committed()
        #expect(words(pipeline.nextActions()) == ["commit 3."])
        #expect(!pipeline.isDone)
        pipeline.committed()

        #expect(pipeline.isDone)
    }

    @Test func `the next page is listed ahead, but no more orders are held than allowed`() {
        var pipeline = pipeline(fetches: 2, batch: 3, ahead: 5)
        _ = pipeline.nextActions()

        pipeline.listed(page(0...3, next: .ids(after: "3")))
        #expect(words(pipeline.nextActions()) == ["list", "fetch 0", "fetch 1"])
        pipeline.listed(page(4...7, next: .ids(after: "7")))
        #expect(words(pipeline.nextActions()) == [])
        pipeline.found(0, found)
        #expect(words(pipeline.nextActions()) == ["fetch 2"])
        pipeline.found(1, found)
        pipeline.found(2, found)

        // The batch leaves the pipeline: there is room for another page.
        #expect(words(pipeline.nextActions()) == ["fetch 3", "fetch 4", "commit 0 1 2"])
        #expect(words(pipeline.nextActions()) == [])
        pipeline.committed()
        pipeline.found(3, found)
        #expect(words(pipeline.nextActions()) == ["fetch 5"])
    }

    @Test func `an empty slice ends with one empty commit`() {
        var pipeline = pipeline()
        _ = pipeline.nextActions()

        pipeline.listed(CandidatePage(candidates: []))

        #expect(words(pipeline.nextActions()) == ["commit ."])
        pipeline.committed()
        #expect(pipeline.isDone)
    }

    @Test func `known orders are passed without being fetched`() {
        var pipeline = pipeline()
        _ = pipeline.nextActions()
        var page = page(0...2)
        page.known = ["0", "2"]

        pipeline.listed(page)

        #expect(words(pipeline.nextActions()) == ["fetch 1"])
        pipeline.found(1, found)
        #expect(words(pipeline.nextActions()) == ["commit 0 1 2."])
    }

    @Test func `flushing commits what stands ready in order`() {
        var pipeline = pipeline(fetches: 3, batch: 10, ahead: 20)
        _ = pipeline.nextActions()
        pipeline.listed(page(0...2))
        _ = pipeline.nextActions()

        pipeline.found(0, found)
        pipeline.found(2, found)

        #expect(words(pipeline.nextActions()) == [])
        #expect(words(pipeline.nextActions(flushing: true)) == ["commit 0"])
    }

    @Test func `a list that is not sorted does not move the checkpoint`() throws {
        var pipeline = pipeline()
        _ = pipeline.nextActions()
        var page = page(0...0)
        page.isSorted = false
        pipeline.listed(page)
        _ = pipeline.nextActions()

        pipeline.found(0, found)
        let last = pipeline.nextBatch(flushing: false)
        let batch = try #require(last)

        #expect(batch.position == .start)
        #expect(batch.isLast)
    }
}
