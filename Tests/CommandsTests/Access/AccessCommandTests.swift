import Basics
import Foundation
import TestSupport
import Testing

struct AccessCommandTests {
    private static let knownKey =
        "ponte_01k9zzzzzzzzzzzzzzzzzzzzzz_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg2SxnZc"

    @Test func `members are added, listed and disabled, all but the last owner`() async throws {
        try await withTemporaryFolder { folder in
            let environment = Self.environment(folder)
            let ana = await RunningProgram.run(
                "member", "add", "Ana@Example.com", "--name", "Ana Souza", "--role", "owner", "--json",
                environment: environment)
            let bia = await RunningProgram.run(
                "member", "add", "bia@example.com", "--role", "reader", environment: environment)
            let twice = await RunningProgram.run("member", "add", "ANA@example.com", environment: environment)
            let last = await RunningProgram.run("member", "disable", "ana@example.com", environment: environment)
            let disabled = await RunningProgram.run("member", "disable", "bia@example.com", environment: environment)
            let list = await RunningProgram.run("member", "list", "--json", environment: environment)

            #expect(ana.status == 0)
            #expect(ana.output.contains(#""email":"ana@example.com","name":"Ana Souza""#))
            #expect(bia.status == 0)
            #expect(twice.status == 2 && twice.errors.contains("access.email_taken"))
            #expect(last.status == 2 && last.errors.contains("access.last_owner"))
            #expect(disabled.status == 0)
            let states = list.output.split(separator: "\n").map { $0.contains(#""state":"active""#) }
            #expect(states == [true, false])

            let audit = await RunningProgram.run("audit", "verify", "--json", environment: environment)
            let anchor = await RunningProgram.run("audit", "anchor", environment: environment)
            #expect(audit.status == 0)
            #expect(audit.output.contains(#""organization":"Ponte","whole":true,"entries":3"#))
            #expect(anchor.output.hasPrefix("ponte-audit-anchor/1 org_00000000000000000000000000 3 "))
        }
    }

    @Test func `a password comes from a file too, and never as an argument`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder + "/password"
            try Data("quatro cavalos no telhado\n".utf8).write(to: URL(filePath: file))
            var environment = Self.environment(folder)
            environment["PONTE_MEMBER_PASSWORD"] = nil

            let missing = await RunningProgram.run("member", "add", "ana@example.com", environment: environment)
            let typed = await RunningProgram.run(
                "member", "add", "ana@example.com", "--password=planted-123", environment: environment)
            let filed = await RunningProgram.run(
                "member", "add", "ana@example.com", "--password-file", file, environment: environment)
            environment["PONTE_MEMBER_PASSWORD"] = "curta"
            let short = await RunningProgram.run("member", "password", "ana@example.com", environment: environment)

            #expect(missing.status == 2 && missing.errors.contains("command.password_missing"))
            #expect(typed.status == 2 && typed.errors.contains("command.password_typed"))
            #expect(!typed.errors.contains("planted"))
            #expect(filed.status == 0)
            #expect(short.status == 2 && short.errors.contains("access.password_too_short"))
        }
    }

    @Test func `what is no key, and a key that was cut short, is told without asking anybody`() async throws {
        try await withTemporaryFolder { folder in
            let whole = folder + "/whole"
            let cut = folder + "/cut"
            try Data((Self.knownKey + "\n").utf8).write(to: URL(filePath: whole))
            try Data(Self.knownKey.dropLast().utf8).write(to: URL(filePath: cut))

            let good = await RunningProgram.run("key", "inspect", "--key-file", whole)
            let bad = await RunningProgram.run("key", "inspect", "--key-file", cut, "--json")

            #expect(good.status == 0)
            #expect(good.output == "✓ This is the key key_01k9zzzzzzzzzzzzzzzzzzzzzz of a Ponte.\n")
            #expect(bad.status == 1)
            #expect(bad.output == "{\"isKey\":false}\n")
        }
    }

    @Test func `a key typed as an argument is refused without being repeated`() async {
        let run = await RunningProgram.run("key", "inspect", Self.knownKey)

        #expect(run.status == 2)
        #expect(run.errors.contains("command.key_typed"))
        #expect(!run.errors.contains("AbCdEf"))
    }

    @Test func `a key wants an organization, a label and permissions that there are`() async throws {
        try await withTemporaryFolder { folder in
            let environment = Self.environment(folder)

            let unlabelled = await RunningProgram.run("key", "create", environment: environment)
            let unknown = await RunningProgram.run(
                "key", "create", "--label", "ERP", "--permission", "orders.eat", environment: environment)
            let nowhere = await RunningProgram.run(
                "key", "create", "--label", "ERP", "--permission", "orders.read", environment: environment)
            let missing = await RunningProgram.run("key", "revoke", "ERP", environment: environment)

            #expect(unlabelled.errors.contains("--label") && unlabelled.status == 2)
            #expect(unknown.errors.contains("access.permission_unknown") && unknown.status == 2)
            #expect(nowhere.errors.contains("--organization") && nowhere.status == 2)
            #expect(missing.errors.contains("access.key_missing") && missing.status == 2)
        }
    }

    private static func environment(_ folder: String) -> [String: String] {
        [
            "PONTE_DATABASE_URL": "sqlite://\(folder)/ponte.db",
            "PONTE_MEMBER_PASSWORD": "correct horse battery",
        ]
    }
}
