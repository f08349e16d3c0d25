import AccessControl
import Basics
import Foundation
import Hub
import Journal
import Logging
import Operations
import Web

/// The console of the demo, with a login of its own: made in the first run, the same in every other.
struct DemoConsole: Sendable {
    static let email = "demo@ponte.example"
    private static let actor = Actor("cli:demo")

    let services: Services
    let place: DemoPlace
    let settings: WebSettings
    let screen: Screen
    let language: Language
    let logger: Logger

    /// Serves for as long as `body` runs, at a free port when the usual one is taken.
    func serving(_ body: @escaping @Sendable () async throws -> Void) async throws {
        let password = try await login()
        do {
            try await serve(settings, password, body)
        } catch let error as WebError where error.code == WebError.portTakenCode {
            var elsewhere = settings
            elsewhere.port = 0
            try await serve(elsewhere, password, body)
        }
    }

    private func serve(
        _ settings: WebSettings, _ password: Secret, _ body: @escaping @Sendable () async throws -> Void
    ) async throws {
        let server = PonteServer(services: services, settings: settings, logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await server.run(signals: false) }
            try tell(port: try await server.port(), settings, password)
            group.addTask { try await body() }
            try await group.next()
        }
    }

    private func tell(port: Int, _ settings: WebSettings, _ password: Secret) throws {
        let address = settings.publicURL?.text ?? "http://\(settings.host):\(port)"
        try screen.say("  " + screen.output.paint.strong(address))
        try password.reveal { password in
            try screen.say(
                "  "
                    + Phrase(
                        pt: "E-mail \(Self.email), senha \(password)",
                        es: "Correo \(Self.email), contraseña \(password)",
                        en: "E-mail \(Self.email), password \(password)")[language])
        }
    }

    /// The login's password; a lost one is replaced.
    private func login() async throws -> Secret {
        let member = try await services.members().first { $0.email.text == Self.email }
        if member != nil, let kept = try kept() { return kept }
        let password = Secret(Self.freshPassword())
        if let member {
            try await services.setPassword(password, of: member.id, by: Self.actor)
        } else {
            let new = try NewMember(email: Self.email, name: "Demo", language: language, role: .owner)
            _ = try await services.addMember(new, password: password, by: Self.actor)
        }
        try keep(password)
        return password
    }

    private func kept() throws -> Secret? {
        guard FileManager.default.fileExists(atPath: place.password) else { return nil }
        let text = String(decoding: try SmallFile.read(place.password, sizeMax: 200), as: UTF8.self)
        return text.isEmpty ? nil : Secret(text)
    }

    private func keep(_ password: Secret) throws {
        let isKept = password.reveal { text in
            FileManager.default.createFile(
                atPath: place.password, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        }
        guard isKept else { throw CommandError.unwritableFolder(place.password) }
    }

    /// As in `kfmpt-wqzhd-xnrvb`: easy to type, 70 random bits.
    private static func freshPassword() -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        let groups = (0..<3).map { _ in String((0..<5).compactMap { _ in letters.randomElement() }) }
        return groups.joined(separator: "-")
    }
}
