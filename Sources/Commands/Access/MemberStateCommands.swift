import AccessControl
import ArgumentParser
import Basics
import Hub
import Operations

/// `ponte member disable`.
struct MemberDisableCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "disable",
            Phrase(
                pt: "Desativa um usuário; suas sessões terminam na hora.",
                es: "Desactiva un usuario; sus sesiones terminan al momento.",
                en: "Disable a member; his sessions end at once."),
            examples: ["ponte member disable bia@example.com"])
    }

    @OptionGroup var target: MemberOptions

    func run() async throws {
        try await target.set(
            .disabled, Phrase(pt: "Usuário desativado.", es: "Usuario desactivado.", en: "Member disabled."))
    }
}

/// `ponte member enable`.
struct MemberEnableCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "enable",
            Phrase(
                pt: "Reativa um usuário.", es: "Reactiva un usuario.", en: "Let a disabled member in again."),
            examples: ["ponte member enable bia@example.com"])
    }

    @OptionGroup var target: MemberOptions

    func run() async throws {
        try await target.set(.active, Phrase(pt: "Usuário ativo.", es: "Usuario activo.", en: "Member active."))
    }
}

/// `ponte member role`.
struct MemberRoleCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "role",
            Phrase(
                pt: "Muda o papel de um usuário.", es: "Cambia el rol de un usuario.", en: "Change a member's role."),
            examples: ["ponte member role bia@example.com --role owner"])
    }

    @OptionGroup var target: MemberOptions

    @Option(
        help: .said(
            pt: "owner: tudo. reader: só vê.", es: "owner: todo. reader: solo mira.",
            en: "owner: everything. reader: looks only.", value: "owner|reader"))
    var role: MemberRole

    func run() async throws {
        try await target.database.withHub { hub in
            let member = try await hub.member(email: target.email)
            try await hub.setRole(role, of: member.id, by: .commandLine)
            try AccessNote.done(Phrase(pt: "Papel mudado.", es: "Rol cambiado.", en: "Role changed."))
        }
    }
}

/// `ponte member password`.
struct MemberPasswordCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "password",
            Phrase(
                pt: "Define outra senha para um usuário; suas sessões terminam.",
                es: "Define otra contraseña para un usuario; sus sesiones terminan.",
                en: "Set another password for a member; his sessions end."),
            examples: ["ponte member password ana@example.com"])
    }

    @OptionGroup var target: MemberOptions
    @OptionGroup var password: PasswordOptions

    func run() async throws {
        let password = try password.read()
        try await target.database.withHub { hub in
            let member = try await hub.member(email: target.email)
            try await hub.setPassword(password, of: member.id, by: .commandLine)
            try AccessNote.done(Phrase(pt: "Senha trocada.", es: "Contraseña cambiada.", en: "Password changed."))
        }
    }
}

extension MemberOptions {
    fileprivate func set(_ state: Member.State, _ said: Phrase) async throws {
        try await database.withHub { hub in
            let member = try await hub.member(email: email)
            try await hub.setState(state, of: member.id, by: .commandLine)
            try AccessNote.done(said)
        }
    }
}
