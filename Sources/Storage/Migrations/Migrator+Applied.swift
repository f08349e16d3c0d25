extension Migrator {
    /// How many migrations a database has been through; 0 for an empty one.
    package static func appliedCount(in transaction: any Transaction) throws -> Int {
        try AppliedMigrations.list(transaction).count
    }
}
