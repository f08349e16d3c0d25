/// A reconciliation in the hands of one node. Whoever takes it over raises the token, and every write compares it (law 5).
package struct ReconciliationLease: Hashable, Sendable {
    package let reconciliation: Reconciliation
    package let token: Int64
}
