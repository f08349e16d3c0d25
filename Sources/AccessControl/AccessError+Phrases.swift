import Basics

extension AccessError {
    package var explanation: Phrase {
        switch problem {
        case .notSignedIn:
            Phrase(
                pt: "É preciso entrar, ou enviar uma chave.", es: "Hay que iniciar sesión, o enviar una clave.",
                en: "Sign in first, or send a key.")
        case .notYours:
            Phrase(
                pt: "Este cliente não existe, ou não é seu.", es: "Este cliente no existe, o no es suyo.",
                en: "There is no such organization, or it is not yours.")
        case .missingRight(let permission):
            Phrase(
                pt: "Falta a permissão \(permission.rawValue).", es: "Falta el permiso \(permission.rawValue).",
                en: "The permission \(permission.rawValue) is missing.")
        case .wrongCredentials:
            Phrase(
                pt: "O e-mail ou a senha não confere.", es: "El correo o la contraseña no coincide.",
                en: "The e-mail or the password is not right.")
        case .tooManyAttempts(let seconds):
            Phrase(
                pt: "Foram muitas tentativas. Espere \(seconds) s.",
                es: "Hubo demasiados intentos. Espere \(seconds) s.",
                en: "There were too many attempts. Wait \(seconds) s.")
        case .keyMalformed, .keyUnknown, .keyInactive, .keyExpired, .keyMissing, .badLabel, .noPermissions,
            .permissionNotForKeys, .permissionUnknown, .expiryPast:
            keyExplanation
        case .linkUnknown, .linkOpened, .linkExpired: linkExplanation
        default: memberExplanation
        }
    }

    package var remedy: Phrase? {
        switch problem {
        case .missingRight:
            Phrase(
                pt: "Peça-a a quem administra o Ponte.", es: "Pídalo a quien administra Ponte.",
                en: "Ask who administers Ponte for it.")
        case .lastOwner:
            Phrase(
                pt: "Dê antes a outra pessoa o papel de administrador.",
                es: "Dele antes a otra persona el rol de administrador.",
                en: "Make somebody else an owner first.")
        case .passwordTooShort:
            Phrase(
                pt: "Algumas palavras juntas são fáceis de lembrar e difíceis de adivinhar.",
                es: "Unas palabras juntas son fáciles de recordar y difíciles de adivinar.",
                en: "A few words together are easy to remember and hard to guess.")
        case .setUpCodeWrong:
            Phrase(
                pt:
                    "O código está no terminal em que o Ponte foi iniciado; ele vale um dia, e cada início mostra outro.",
                es: "El código está en la terminal donde se inició Ponte; vale un día, y cada inicio muestra otro.",
                en: "The code is on the terminal where Ponte was started; it is good for a day, and each start shows "
                    + "another one.")
        case .keyMalformed:
            Phrase(
                pt: "Copie-a de novo, inteira: começa com ponte_.",
                es: "Cópiela otra vez, completa: empieza con ponte_.",
                en: "Copy it again, whole: it begins with ponte_.")
        case .permissionUnknown, .noPermissions, .permissionNotForKeys:
            Phrase(
                pt: "As que uma chave pode ter: \(Self.permissionsForKeys).",
                es: "Los que una clave puede tener: \(Self.permissionsForKeys).",
                en: "Those that a key can have: \(Self.permissionsForKeys).")
        case .linkOpened:
            Phrase(
                pt: "Se não foi você, outra pessoa abriu: troque o que ele continha e peça outro link.",
                es: "Si no fue usted, otra persona lo abrió: cambie lo que contenía y pida otro enlace.",
                en: "If it was not you, somebody else has: replace what it held and ask for another link.")
        case .linkExpired, .linkUnknown:
            Phrase(
                pt: "Peça outro link a quem o enviou.", es: "Pida otro enlace a quien lo envió.",
                en: "Ask who sent it for another link.")
        default: nil
        }
    }

    private static var permissionsForKeys: String {
        Permission.allCases.filter(\.isForKeys).map(\.rawValue).joined(separator: ", ")
    }

    private var memberExplanation: Phrase {
        switch problem {
        case .badEmail:
            Phrase(
                pt: "Isto não parece um endereço de e-mail.", es: "Esto no parece una dirección de correo.",
                en: "This does not look like an e-mail address.")
        case .badName:
            Phrase(
                pt: "O nome precisa ter de 1 a 100 caracteres.", es: "El nombre debe tener de 1 a 100 caracteres.",
                en: "The name must have 1 to 100 characters.")
        case .emailTaken:
            Phrase(
                pt: "Já há um usuário com este e-mail.", es: "Ya hay un usuario con este correo.",
                en: "There is a member with this e-mail already.")
        case .memberMissing:
            Phrase(pt: "Não há esse usuário.", es: "No existe ese usuario.", en: "There is no such member.")
        case .lastOwner:
            Phrase(
                pt: "Este é o último administrador ativo.", es: "Este es el último administrador activo.",
                en: "This is the last active owner.")
        case .passwordTooShort:
            Phrase(
                pt: "A senha precisa ter pelo menos \(PasswordRules.length.lowerBound) caracteres.",
                es: "La contraseña debe tener al menos \(PasswordRules.length.lowerBound) caracteres.",
                en: "The password must have at least \(PasswordRules.length.lowerBound) characters.")
        case .passwordTooLong:
            Phrase(
                pt: "A senha pode ter no máximo \(PasswordRules.length.upperBound) caracteres.",
                es: "La contraseña puede tener como máximo \(PasswordRules.length.upperBound) caracteres.",
                en: "The password can have at most \(PasswordRules.length.upperBound) characters.")
        case .passwordTooEasy:
            Phrase(
                pt: "Esta senha seria adivinhada logo: repete-se, segue o teclado ou é o seu e-mail.",
                es: "Esta contraseña se adivinaría enseguida: se repite, sigue el teclado o es su correo.",
                en: "This password would soon be guessed: it repeats itself, follows the keyboard or is your e-mail.")
        case .wrongPassword:
            Phrase(
                pt: "A senha atual não confere.", es: "La contraseña actual no coincide.",
                en: "The present password is not right.")
        case .setUpDone:
            Phrase(
                pt: "Este Ponte já tem administrador.", es: "Este Ponte ya tiene administrador.",
                en: "This Ponte has its owner already.")
        default:
            Phrase(
                pt: "O código de instalação não confere, ou venceu.",
                es: "El código de instalación no coincide, o venció.",
                en: "The set-up code is not right, or has expired.")
        }
    }

    private var keyExplanation: Phrase {
        switch problem {
        case .keyMalformed:
            Phrase(
                pt: "Isto não é uma chave do Ponte, ou está incompleta.",
                es: "Esto no es una clave de Ponte, o está incompleta.",
                en: "This is no key of Ponte's, or it is not whole.")
        case .keyInactive:
            Phrase(pt: "A chave está inativa.", es: "La clave está inactiva.", en: "The key is inactive.")
        case .keyExpired(let at):
            Phrase(
                pt: "A chave venceu em \(at.iso8601).", es: "La clave venció el \(at.iso8601).",
                en: "The key expired at \(at.iso8601).")
        case .keyMissing: Phrase(pt: "Não há essa chave.", es: "No existe esa clave.", en: "There is no such key.")
        case .badLabel:
            Phrase(
                pt: "O nome da chave precisa ter de 1 a 100 caracteres.",
                es: "El nombre de la clave debe tener de 1 a 100 caracteres.",
                en: "The key's label must have 1 to 100 characters.")
        case .noPermissions:
            Phrase(
                pt: "A chave precisa de pelo menos uma permissão.", es: "La clave necesita al menos un permiso.",
                en: "The key needs at least one permission.")
        case .permissionNotForKeys(let permission):
            Phrase(
                pt: "A permissão \(permission.rawValue) é só para pessoas, não para chaves.",
                es: "El permiso \(permission.rawValue) es solo para personas, no para claves.",
                en: "The permission \(permission.rawValue) is for people only, not for keys.")
        case .permissionUnknown:
            Phrase(pt: "Não há essa permissão.", es: "No existe ese permiso.", en: "There is no such permission.")
        case .expiryPast:
            Phrase(
                pt: "O vencimento está no passado.", es: "El vencimiento está en el pasado.",
                en: "The expiry is in the past.")
        default:
            Phrase(
                pt: "Esta chave não existe, ou foi revogada.", es: "Esta clave no existe, o fue revocada.",
                en: "There is no such key, or it was revoked.")
        }
    }

    private var linkExplanation: Phrase {
        switch problem {
        case .linkOpened(let at):
            Phrase(
                pt: "Este link já foi aberto em \(at.iso8601).", es: "Este enlace ya se abrió el \(at.iso8601).",
                en: "This link was opened already, at \(at.iso8601).")
        case .linkExpired(let at):
            Phrase(
                pt: "Este link venceu em \(at.iso8601).", es: "Este enlace venció el \(at.iso8601).",
                en: "This link expired at \(at.iso8601).")
        default: Phrase(pt: "Não há esse link.", es: "No existe ese enlace.", en: "There is no such link.")
        }
    }
}
