import Basics

/// The variables that a server is set up by, for its help.
enum ServeSettings {
    /// Each meaning on a line of its own: no line is so long that the terminal breaks it.
    static let text = Phrase(
        pt: lines.map { "  \($0.name)\n      \($0.meaning.portuguese)" }.joined(separator: "\n"),
        es: lines.map { "  \($0.name)\n      \($0.meaning.spanish)" }.joined(separator: "\n"),
        en: lines.map { "  \($0.name)\n      \($0.meaning.english)" }.joined(separator: "\n"))

    private static let lines: [(name: String, meaning: Phrase)] = [
        (
            "PONTE_DATABASE_URL",
            Phrase(pt: "o banco de dados", es: "la base de datos", en: "the database")
        ),
        (
            "PONTE_MASTER_KEY_FILE",
            Phrase(
                pt: "onde fica a chave-mestra; ou PONTE_MASTER_KEY",
                es: "dónde está la clave maestra; o PONTE_MASTER_KEY",
                en: "where the master key is; or PONTE_MASTER_KEY")
        ),
        (
            "PONTE_ADDRESS",
            Phrase(
                pt: "onde escutar; se não for dito, 127.0.0.1:8080",
                es: "dónde escuchar; si no se dice, 127.0.0.1:8080",
                en: "where to listen; 127.0.0.1:8080 unless set")
        ),
        (
            "PONTE_PUBLIC_URL",
            Phrase(
                pt: "o endereço público, https://ponte.exemplo.com.br: cookies só por HTTPS",
                es: "la dirección pública, https://ponte.ejemplo.com: cookies solo por HTTPS",
                en: "the public address, https://ponte.example.com: cookies by HTTPS only")
        ),
        (
            "PONTE_TRUSTED_PROXIES",
            Phrase(
                pt: "redes cujos X-Forwarded-For e -Proto valem, como 127.0.0.1,10.0.0.0/8",
                es: "redes cuyos X-Forwarded-For y -Proto valen, como 127.0.0.1,10.0.0.0/8",
                en: "networks whose X-Forwarded-For and -Proto count, as in 127.0.0.1,10.0.0.0/8")
        ),
        (
            "PONTE_METRICS_TOKEN",
            Phrase(
                pt: "abre /metrics a quem o envia; sem ele, só a esta máquina",
                es: "abre /metrics a quien lo envía; sin él, solo a esta máquina",
                en: "opens /metrics to whoever sends it; without it, to this machine only")
        ),
        (
            "PONTE_LOG_LEVEL",
            Phrase(
                pt: "info mostra cada requisição", es: "info muestra cada solicitud", en: "info shows every request")
        ),
    ]
}
