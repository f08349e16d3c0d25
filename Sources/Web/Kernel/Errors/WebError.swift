import Basics

/// Why the server cannot serve.
package struct WebError: ExplainedError, Hashable {
    package let code: String
    package let explanation: Phrase
    package let remedy: Phrase?

    package static let portTakenCode = "web.port_taken"

    static func portTaken(_ port: Int) -> WebError {
        WebError(
            code: portTakenCode,
            explanation: Phrase(
                pt: "A porta \(port) já está em uso.", es: "El puerto \(port) ya está en uso.",
                en: "Port \(port) is in use already."),
            remedy: Phrase(
                pt: "Escolha outra com PONTE_ADDRESS, como em 127.0.0.1:8081, ou encerre quem a usa.",
                es: "Elija otro con PONTE_ADDRESS, como en 127.0.0.1:8081, o cierre quien lo usa.",
                en: "Choose another with PONTE_ADDRESS, as in 127.0.0.1:8081, or end what uses it."))
    }

    static func addressRefused(_ host: String, reason: String) -> WebError {
        WebError(
            code: "web.address_refused",
            explanation: Phrase(
                pt: "Não dá para escutar em \(host): \(reason).", es: "No se puede escuchar en \(host): \(reason).",
                en: "Cannot listen on \(host): \(reason)."),
            remedy: Phrase(
                pt: "Use em PONTE_ADDRESS um endereço desta máquina, como 127.0.0.1 ou 0.0.0.0, e uma porta livre.",
                es: "Use en PONTE_ADDRESS una dirección de esta máquina, como 127.0.0.1 o 0.0.0.0, y un puerto libre.",
                en: "Use an address of this machine in PONTE_ADDRESS, such as 127.0.0.1 or 0.0.0.0, and a free port."))
    }
}
