/// The part of an account's quota that a request draws on. Each lane has a share of its own, so that a backfill never
/// makes live work wait; live work has the backfill's too while no backfill asks.
package enum QuotaLane: String, Hashable, Sendable, CaseIterable {
    case live
    case backfill

    /// The lane of the work that this task does; requests inherit it.
    @TaskLocal package static var current: QuotaLane = .live
}
