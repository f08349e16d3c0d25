import Basics
import Storage
import Testing

/// How people name a database.
@Suite struct DatabaseURLTests {
    @Test(arguments: [
        ("sqlite:///var/lib/ponte/ponte.db", Engine.sqlite, "/var/lib/ponte/ponte.db"),
        ("SQLite:///tmp/a%20b%23c.db", .sqlite, "/tmp/a b#c.db"),
        ("postgres://ana:s3cret@db.example:6432/shop?sslmode=require", .postgres, "ana@db.example:6432/shop"),
        ("postgresql://ana:p%40ss@db.example/shop", .postgres, "ana@db.example:5432/shop"),
        ("postgres:///shop?host=/run/postgresql&user=ana", .postgres, "ana@/run/postgresql:5432/shop"),
    ])
    func `a good address is read`(_ text: String, _ engine: Engine, _ description: String) throws {
        let url = try DatabaseURL(parsing: text)

        #expect(url.engine == engine)
        #expect(url.description == description)
    }

    @Test(arguments: [
        "", "ponte.db", "sqlite:ponte.db", "sqlite://ponte.db", "sqlite:///", "sqlite:///folder/",
        "sqlite:///a.db?mode=ro", "sqlite:///a%zz.db", "sqlite:///a%00.db", "mysql://ana:s3cret@db.example/shop",
        "postgres://ana:s3cret@db.example:port:5/shop", "postgres://ana:s3cret%zz@db.example/shop",
        "postgres://ana:s3cret@db.example/shop?colour=blue",
    ])
    func `a bad address is refused without repeating it`(_ text: String) {
        let error = #expect(throws: StorageError.self) { try DatabaseURL(parsing: text) }

        #expect(error?.code == "storage.bad_url")
        #expect(error?.description.contains("s3cret") == false)
        #expect(error?.remedy?.english.contains("sqlite:///absolute/path.db") == true)
    }
}
