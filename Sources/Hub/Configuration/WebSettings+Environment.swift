import Basics
import Web

extension WebSettings {
    /// - Throws: `HubError` with code `configuration.bad_value` that names the variable.
    init(reading reader: SettingReader) throws(HubError) {
        self.init()
        if let address = reader.text("PONTE_ADDRESS") {
            guard let (host, port) = Self.address(address) else {
                throw .badValue(
                    "PONTE_ADDRESS",
                    Phrase(
                        pt: "endereço e porta, como 127.0.0.1:8080", es: "dirección y puerto, como 127.0.0.1:8080",
                        en: "address and port, as in 127.0.0.1:8080"))
            }
            self.host = host
            self.port = port
        }
        if let text = reader.text("PONTE_PUBLIC_URL") {
            guard let url = PublicURL(parsing: text) else {
                throw .badValue(
                    "PONTE_PUBLIC_URL",
                    Phrase(
                        pt: "o endereço sem caminho, como https://ponte.exemplo.com.br",
                        es: "la dirección sin ruta, como https://ponte.ejemplo.com",
                        en: "the address without a path, as in https://ponte.example.com"))
            }
            publicURL = url
        }
        metricsToken = reader.text("PONTE_METRICS_TOKEN").map(Secret.init)
        guard let proxies = reader.text("PONTE_TRUSTED_PROXIES") else { return }
        for part in proxies.split(whereSeparator: { $0 == "," || $0 == " " }) {
            guard let range = NetworkRange(parsing: String(part)) else {
                throw .badValue(
                    "PONTE_TRUSTED_PROXIES",
                    Phrase(
                        pt: "endereços ou redes separados por vírgula, como 10.0.0.0/8,::1",
                        es: "direcciones o redes separadas por comas, como 10.0.0.0/8,::1",
                        en: "addresses or networks with commas between, as in 10.0.0.0/8,::1"))
            }
            trustedProxies.append(range)
        }
    }

    /// `127.0.0.1:8080`, `[::1]:8080`, `:8080` for all addresses.
    package static func address(_ text: String) -> (host: String, port: Int)? {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65_535).contains(port)
        else { return nil }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        return (host.isEmpty ? "0.0.0.0" : host, port)
    }
}
