import AccessControl
import Basics

/// A member as the commands tell of him.
enum MemberText {
    /// One object and a line end.
    static func json(_ member: Member) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("id", member.id.text)
            writer.member("email", member.email.text)
            writer.member("name", member.name)
            writer.member("language", member.language.rawValue)
            writer.member("role", member.role.rawValue)
            writer.member("state", member.state.rawValue)
            writer.member("createdAt", member.createdAt)
            writer.member("lastSignInAt", member.lastSignInAt)
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    static func row(_ member: Member, paint: Paint) -> [Columns.Cell] {
        [
            Columns.Cell(member.email.text, paint: paint.strong), Columns.Cell(member.name),
            Columns.Cell(role(member.role)),
            Columns.Cell(state(member.state), paint: member.isActive ? paint.good : paint.quiet),
            Columns.Cell(lastSignIn(member), paint: paint.quiet),
        ]
    }

    private static func role(_ role: MemberRole) -> String {
        switch role {
        case .owner: Phrase(pt: "administrador", es: "administrador", en: "owner").spoken
        case .reader: Phrase(pt: "leitor", es: "lector", en: "reader").spoken
        }
    }

    private static func state(_ state: Member.State) -> String {
        switch state {
        case .active: Phrase(pt: "ativo", es: "activo", en: "active").spoken
        case .disabled: Phrase(pt: "desativado", es: "desactivado", en: "disabled").spoken
        }
    }

    private static func lastSignIn(_ member: Member) -> String {
        guard let last = member.lastSignInAt else {
            return Phrase(pt: "nunca entrou", es: "nunca entró", en: "never signed in").spoken
        }
        return DateText.moment(last, in: Surroundings.current.language)
    }
}
