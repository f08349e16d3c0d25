import Basics
import ConnectorKit
import Hub
import Sync

/// Runs a sync and shows how it goes.
struct SyncWatch: Sendable {
    let run: any StreamRun
    let display: ProgressDisplay

    /// Goes on until nothing is left.
    /// - Throws: what `StreamRun.runUntilComplete` throws; the bar is gone by then.
    func complete() async throws -> StreamReport {
        do {
            async let watching: SyncProgress? = watch()
            let report = try await run.runUntilComplete()
            if let last = await watching { display.finish(Progress(last, isOver: true)) }
            return report
        } catch {
            display.clear()
            throw error
        }
    }

    /// Shows the backfill's news; what later sweeps find is told by the change log.
    /// - Returns: the last news, if there was any.
    private func watch() async -> SyncProgress? {
        var last: SyncProgress?
        for await news in run.progress {
            guard news.phase == .backfill else { continue }
            last = news
            display.show(Progress(news), at: SystemClock().now())
        }
        return last
    }
}

extension Progress {
    init(_ news: SyncProgress, isOver: Bool = false) {
        self.init(
            done: news.done, total: news.total, rate: news.rate, remaining: isOver ? nil : news.timeLeft)
        if news.stream != .orders { noun = StreamWords.records(news.stream) }
    }
}
