/// The work on one stream of one connection, by this node; any number of nodes may do so at the same time.
package protocol StreamRun: Sendable {
    /// News of each committed batch; ends with the run. For one watcher.
    var progress: AsyncStream<SyncProgress> { get }

    /// Goes on until nothing is left.
    func runUntilComplete() async throws -> StreamReport

    /// Looks for news every `interval`, until the task is cancelled.
    func follow(every interval: Duration) async throws

    /// What this run has done so far.
    func report() async throws -> StreamReport
}
