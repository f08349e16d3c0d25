import Hub
import Storage
import Testing

struct HubMigrationsTests {
    @Test func `the rooms' migrations are numbered from one without a gap`() throws {
        let numbers = HubMigrations.all.map(\.number)

        #expect(numbers == Array(1...HubMigrations.all.count))
        _ = try Migrator(HubMigrations.all)
    }

    @Test func `no two migrations have the same name`() {
        let names = HubMigrations.all.map(\.name)

        #expect(Set(names).count == names.count)
    }
}
