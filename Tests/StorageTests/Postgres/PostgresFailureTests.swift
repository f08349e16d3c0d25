import Basics
import Storage
import Synchronization
import TestSupport
import Testing

/// What can go wrong around a server, and what is mended without anybody's doing.
@Suite struct PostgresFailureTests {
    static let insert: SQL = "INSERT INTO counters (id, amount) VALUES ('a', 1)"

    /// Ends every connection to the database that `url` names.
    static func cutConnections(_ url: DatabaseURL) async throws {
        let name = String(url.description.split(separator: "/").last ?? "")
        try await PostgresAdministration.run(
            [
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = '\(unsafeSQL: name)' AND pid <> pg_backend_pid()
                """
            ], at: try testPostgresURL())
    }

    static func withServerDatabase(_ body: (any Database, DatabaseURL) async throws -> Void) async throws {
        try await withDatabaseURL(.postgres) { url in
            let database = try await Databases.open(url, logger: .silent)
            try await Migrator(TransactionTests.counters).migrate(database, at: MigratorTests.now, logger: .silent)
            try await body(database, url)
            await database.close()
        }
    }

    @Test func `a wrong password is told, and not repeated`() async throws {
        let url = try testPostgresURL(password: "hunter2")

        let error = await #expect(throws: StorageError.self) { try await Databases.open(url, logger: .silent) }

        #expect(error?.code == "storage.refused")
        #expect(error?.description.contains("hunter2") == false)
        #expect(url.description.contains("hunter2") == false)
        #expect("\(url)".contains("hunter2") == false)
    }

    @Test func `a database that is not there is named`() async throws {
        let url = try testPostgresURL(database: "nobody_made_this")

        let error = await #expect(throws: StorageError.self) { try await Databases.open(url, logger: .silent) }

        #expect(error?.code == "storage.no_database")
        #expect(error?.text(in: .spanish).contains("nobody_made_this") == true)
    }

    @Test func `a server that does not answer is named`() async throws {
        let url = try DatabaseURL(parsing: "postgres://ponte:hunter2@127.0.0.1:1/ponte")

        let error = await #expect(throws: StorageError.self) { try await Databases.open(url, logger: .silent) }

        #expect(error?.code == "storage.unreachable")
        #expect(error?.subject == "ponte@127.0.0.1:1/ponte")
        #expect(error?.description.contains("hunter2") == false)
    }

    @Test func `a connection that was cut while idle is made anew`() async throws {
        try await Self.withServerDatabase { database, url in
            try await Self.cutConnections(url)

            let written = try await database.write { try $0.execute(Self.insert) }

            #expect(written == 1)
            let kept = try await TransactionTests.counters(database)
            #expect(kept == ["a": 1])
        }
    }

    @Test func `a transaction that loses its connection runs again, and is written once`() async throws {
        try await Self.withServerDatabase { database, url in
            let runs = Mutex(0)
            let cut = Flag()
            let (firstRun, isInside) = AsyncStream<Void>.makeStream()
            async let writing = database.write { transaction in
                let run = runs.withLock { count in
                    count += 1
                    return count
                }
                try transaction.execute(Self.insert)
                if run == 1 {
                    isInside.finish()
                    cut.wait()
                }
                return try transaction.execute("UPDATE counters SET amount = amount + 1")
            }
            for await _ in firstRun {}
            try await Self.cutConnections(url)
            cut.raise()

            let changed = try await writing

            #expect(changed == 1)
            #expect(runs.withLock { $0 } == 2)
            let kept = try await TransactionTests.counters(database)
            #expect(kept == ["a": 2])
        }
    }

    @Test func `a connection that breaks during COMMIT is said to be unknown, not tried again`() async throws {
        try await Self.withServerDatabase { database, _ in
            try await database.write { transaction in
                try transaction.execute(
                    """
                    CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$
                    """)
                try transaction.execute(
                    """
                    CREATE CONSTRAINT TRIGGER cut_at_commit AFTER INSERT ON counters
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cut()
                    """)
            }
            let runs = Mutex(0)

            let error = await #expect(throws: StorageError.self) {
                try await database.write { transaction in
                    runs.withLock { $0 += 1 }
                    try transaction.execute(Self.insert)
                }
            }

            #expect(error?.code == "storage.commit_unknown")
            #expect(runs.withLock { $0 } == 1)
            let kept = try await TransactionTests.counters(database)
            #expect(kept == [:])
        }
    }

    @Test func `a server that is gone is told, and used again when it is back`() async throws {
        try await Self.withServerDatabase { database, url in
            let name = String(url.description.split(separator: "/").last ?? "")
            let server = try testPostgresURL()
            try await PostgresAdministration.run(
                ["ALTER DATABASE \(unsafeSQL: name) ALLOW_CONNECTIONS false"], at: server)
            try await Self.cutConnections(url)

            let error = await #expect(throws: StorageError.self) {
                try await database.write { try $0.execute(Self.insert) }
            }
            try await PostgresAdministration.run(
                ["ALTER DATABASE \(unsafeSQL: name) ALLOW_CONNECTIONS true"], at: server)
            let written = try await database.write { try $0.execute(Self.insert) }

            #expect(error?.code == "storage.unreachable")
            #expect(error?.isRetryable == true)
            #expect(written == 1)
        }
    }

    @Test func `a write that rests on what another has changed runs again`() async throws {
        try await Self.withServerDatabase { database, _ in
            try await database.write { try $0.execute(Self.insert) }
            let runs = Mutex(0)
            let otherIsDone = Flag()
            let (firstRun, isInside) = AsyncStream<Void>.makeStream()
            async let slow = database.write { transaction in
                let run = runs.withLock { count in
                    count += 1
                    return count
                }
                let amount = try transaction.first("SELECT amount FROM counters") { try $0.int(0) } ?? 0
                if run == 1 {
                    isInside.finish()
                    otherIsDone.wait()
                }
                return try transaction.execute("UPDATE counters SET amount = \(amount * 10)")
            }
            for await _ in firstRun {}
            try await database.write { try $0.execute("UPDATE counters SET amount = 7") }
            otherIsDone.raise()

            _ = try await slow

            #expect(runs.withLock { $0 } == 2)
            let kept = try await TransactionTests.counters(database)
            #expect(kept == ["a": 70])
        }
    }

    @Test func `a caller that waits for a connection can be cancelled`() async throws {
        try await Self.withServerDatabase { database, _ in
            let release = Flag()
            let (entered, isInside) = AsyncStream<Int>.makeStream()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<4 {
                    group.addTask {
                        try await database.read { _ in
                            isInside.yield(number)
                            release.wait()
                        }
                    }
                }
                var count = 0
                for await _ in entered {
                    count += 1
                    if count == 4 { break }
                }
                let waiting = Task { try await database.read { _ in "too late" } }
                waiting.cancel()

                let outcome = await waiting.result
                for _ in 0..<4 { release.raise() }
                try await group.waitForAll()

                #expect(throws: CancellationError.self) { try outcome.get() }
            }
        }
    }

    @Test func `more statements than are kept prepared all work, and again`() async throws {
        try await Self.withServerDatabase { database, _ in
            let sum = try await database.read { transaction in
                var sum: Int64 = 0
                for _ in 0..<2 {
                    for number in 0..<400 {
                        sum +=
                            try transaction.first("SELECT \(unsafeSQL: "\(number)") + \(1)") { try $0.integer(0) } ?? 0
                    }
                }
                return sum
            }

            #expect(sum == 160_400)
        }
    }
}
