import Basics

struct ConnectionWords: PageWords {
    let orders = Phrase(pt: "Pedidos", es: "Pedidos", en: "Orders")
    let streams = Phrase(pt: "Além dos pedidos", es: "Además de los pedidos", en: "Beside the orders")
    let whatToTick = Phrase(pt: "O que marcar", es: "Qué casilla marcar", en: "What to tick")
    let freshness = Phrase(pt: "Última leitura", es: "Última lectura", en: "Last look")
    let oldest = Phrase(pt: "Pedido mais antigo", es: "Pedido más antiguo", en: "Oldest order")
    let quota = Phrase(pt: "Cota da plataforma", es: "Cuota de la plataforma", en: "Platform's quota")
    let pause = Phrase(pt: "Pausar", es: "Pausar", en: "Pause")
    let resume = Phrase(pt: "Retomar", es: "Reanudar", en: "Resume")
    let rerun = Phrase(pt: "Ler tudo de novo", es: "Leer todo de nuevo", en: "Read all again")
    let statement = Phrase(pt: "Extrato de conferência", es: "Extracto de conciliación", en: "Statement")
    let live = Phrase(pt: "Ao vivo", es: "En vivo", en: "Live")
    let events = Phrase(pt: "Avisos de mudanças", es: "Avisos de cambios", en: "Telling of changes")
    let way = Phrase(pt: "Como chegam", es: "Cómo llegan", en: "How they come")
    let told = Phrase(pt: "Último aviso", es: "Último aviso recibido", en: "Last told")
    let turnOn = Phrase(pt: "Ligar", es: "Activar", en: "Turn on")
    let turnOff = Phrase(pt: "Desligar", es: "Desactivar", en: "Turn off")
    let credential = Phrase(pt: "Chave", es: "Clave", en: "Key")
    let check = Phrase(pt: "Verificar agora", es: "Verificar ahora", en: "Check now")
    let wholeCheck = Phrase(
        pt: "Ver a verificação inteira", es: "Ver la verificación completa", en: "See the whole check")
    let replace = Phrase(pt: "Trocar chave", es: "Cambiar clave", en: "Replace key")
    let appKey = Phrase(pt: "Chave de acesso", es: "Clave de acceso", en: "Access key")
    let token = Phrase(same: "Token")
    let tokenKept = Phrase(
        pt: "guardado cifrado; nunca é mostrado", es: "guardado cifrado; nunca se muestra",
        en: "kept encrypted; never shown")
    let address = Phrase(pt: "Endereço", es: "Dirección", en: "Address")
    let timeZone = Phrase(pt: "Fuso da loja", es: "Zona horaria de la tienda", en: "Store's time zone")
    let made = Phrase(pt: "Conectada em", es: "Conectada el", en: "Connected on")
    let checked = Phrase(pt: "Última verificação", es: "Última verificación", en: "Last check")
    let neverChecked = Phrase(
        pt: "A chave ainda não foi verificada por aqui.", es: "La clave aún no se verificó desde aquí.",
        en: "The key was not checked from here yet.")
    let parked = Phrase(pt: "Não puderam ser lidos", es: "No se pudieron leer", en: "Could not be read")
    let parkedText = Phrase(
        pt: "O resto da loja segue. Estes são tentados de novo sozinhos; você também pode pedir agora.",
        es: "El resto de la tienda sigue. Estos se intentan otra vez solos; usted también puede pedirlo ahora.",
        en: "The rest of the store goes on. These are tried again by themselves; you can also ask for it now.")
    let retry = Phrase(pt: "Tentar agora", es: "Intentar ahora", en: "Try now")
    let days = Phrase(pt: "Vendas por dia", es: "Ventas por día", en: "Sales by day")
    let seeOrders = Phrase(pt: "Ver pedidos", es: "Ver pedidos", en: "See orders")
    let date = Phrase(pt: "Dia", es: "Día", en: "Day")
    let amount = Phrase(pt: "Valor", es: "Importe", en: "Amount")
    let table = Phrase(pt: "Ver os números em tabela", es: "Ver los números en tabla", en: "See the numbers in a table")

    static let noDays = Phrase(
        pt: "Ainda não há vendas para mostrar.", es: "Aún no hay ventas para mostrar.", en: "No sales to show yet.")
    static let daysAhead = Phrase(
        pt: "As vendas estão sendo somadas por dia; aparecem aqui em instantes.",
        es: "Las ventas se están sumando por día; aparecen aquí en instantes.",
        en: "Sales are being added up by day; they appear here in a moment.")
    static let notYet = Phrase(pt: "ainda não", es: "aún no", en: "not yet")

    static func attempts(_ count: Int) -> Phrase {
        count == 1
            ? Phrase(pt: "1 tentativa", es: "un intento", en: "1 attempt")
            : Phrase(pt: "\(count) tentativas", es: "\(count) intentos", en: "\(count) attempts")
    }

    static func nextTry(_ when: String) -> Phrase {
        Phrase(pt: "nova tentativa \(when)", es: "nuevo intento \(when)", en: "next attempt \(when)")
    }
}
