/// A slice in the hands of one worker. Whoever claims the slice next raises the token, and every commit raises the
/// number of batches: a worker whose lease was taken over matches no row and commits nothing (law 5).
package struct SliceLease: Hashable, Sendable {
    package let slice: Slice
    package let token: Int64
    /// Batches committed so far, by whomever.
    package var batches: Int64
    /// How often the slice was given back without having come any further.
    package let attempts: Int
}
