import Basics

struct SettingsWords: PageWords {
    let appearance = Phrase(pt: "Idioma e aparência", es: "Idioma y apariencia", en: "Language and appearance")
    let password = Phrase(pt: "Sua senha", es: "Su contraseña", en: "Your password")
    let changePassword = Phrase(pt: "Trocar senha", es: "Cambiar contraseña", en: "Change password")
    let passwordNote = Phrase(
        pt: "Ao trocar, os outros navegadores em que você entrou são desconectados.",
        es: "Al cambiarla, se cierran las sesiones en los otros navegadores.",
        en: "When it changes, other browsers where you are signed in are signed out.")
    let sessions = Phrase(pt: "Onde você entrou", es: "Dónde inició sesión", en: "Where you are signed in")
    let since = Phrase(pt: "desde", es: "desde el", en: "since")
    let seen = Phrase(pt: "visto", es: "visto por última vez", en: "last seen")
    let thisOne = Phrase(pt: "este navegador", es: "este navegador", en: "this browser")
    let otherOne = Phrase(pt: "Outro navegador", es: "Otro navegador", en: "Another browser")
    let signOutEverywhere = Phrase(
        pt: "Sair em todos os outros", es: "Salir en todos los demás", en: "Sign out everywhere else")
    let access = Phrase(pt: "Acesso", es: "Acceso", en: "Access")
    let installation = Phrase(pt: "Esta instalação", es: "Esta instalación", en: "This installation")
    let version = Phrase(pt: "Versão", es: "Versión", en: "Version")
    let database = Phrase(pt: "Banco de dados", es: "Base de datos", en: "Database")
    let address = Phrase(pt: "Endereço público", es: "Dirección pública", en: "Public address")
    let noAddress = Phrase(
        pt: "não definido; defina PONTE_PUBLIC_URL para usar HTTPS",
        es: "no definida; defina PONTE_PUBLIC_URL para usar HTTPS",
        en: "not set; set PONTE_PUBLIC_URL to use HTTPS")
    let backups = Phrase(pt: "Cópias de segurança", es: "Copias de seguridad", en: "Backups")
    let backupsText = Phrase(
        pt:
            "Guarde o banco e a chave-mestra em lugares separados: sem a chave, as credenciais das lojas não podem ser abertas. No servidor:",
        es:
            "Guarde la base y la clave maestra en lugares separados: sin la clave, las credenciales de las tiendas no se pueden abrir. En el servidor:",
        en:
            "Keep the database and the master key apart: without the key the stores' credentials cannot be opened. On the server:"
    )

    static let heading = Phrase(pt: "Ajustes", es: "Ajustes", en: "Settings")
    static let language = Phrase(pt: "Idioma", es: "Idioma", en: "Language")
    static let theme = Phrase(pt: "Aparência", es: "Apariencia", en: "Appearance")
    static let currentPassword = Phrase(pt: "Senha atual", es: "Contraseña actual", en: "Current password")
    static let newPassword = Phrase(pt: "Senha nova", es: "Contraseña nueva", en: "New password")

    static func theme(_ theme: Theme) -> Phrase {
        switch theme {
        case .system: Phrase(pt: "Como no sistema", es: "Como en el sistema", en: "As on my system")
        case .light: Phrase(pt: "Clara", es: "Clara", en: "Light")
        case .dark: Phrase(pt: "Escura", es: "Oscura", en: "Dark")
        }
    }
}
