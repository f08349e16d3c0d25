import Basics

/// The texts around every page.
struct FrameWords: PageWords {
    let skip = Phrase(pt: "Ir para o conteúdo", es: "Ir al contenido", en: "Skip to content")
    let menu = Phrase(pt: "Menu principal", es: "Menú principal", en: "Main menu")
    let client = Phrase(pt: "Cliente", es: "Cliente", en: "Client")
    let switchClient = Phrase(pt: "Trocar de cliente", es: "Cambiar de cliente", en: "Switch client")
    let allClients = Phrase(pt: "Todos os clientes", es: "Todos los clientes", en: "All clients")
    let signOut = Phrase(pt: "Sair", es: "Salir", en: "Sign out")
    let language = Phrase(pt: "Idioma", es: "Idioma", en: "Language")
    let tagline = Phrase(
        pt: "A ponte entre a sua loja e os seus sistemas.", es: "El puente entre su tienda y sus sistemas.",
        en: "The bridge between your store and your systems.")

    static let list = WordList(FrameWords())

    /// As HTML's `lang` wants it.
    static let languageTag = Phrase(pt: "pt-BR", es: "es", en: "en")
    /// Each language by its own name.
    static let languageName = Phrase(pt: "Português", es: "Español", en: "English")

    static func title(of place: Place) -> Phrase {
        switch place {
        case .home: Phrase(pt: "Início", es: "Inicio", en: "Home")
        case .connections: Phrase(pt: "Conexões", es: "Conexiones", en: "Connections")
        case .orders: Phrase(pt: "Pedidos", es: "Pedidos", en: "Orders")
        case .records: Phrase(pt: "Dados", es: "Datos", en: "Data")
        case .activity: Phrase(pt: "Atividade", es: "Actividad", en: "Activity")
        case .settings: Phrase(pt: "Ajustes", es: "Ajustes", en: "Settings")
        }
    }
}
