/// The time zones that a store's form offers: Latin America first, then where its stores sell besides.
enum StoreZones {
    static let usual = "America/Sao_Paulo"

    private static let names: [(id: String, title: String)] = [
        ("America/Sao_Paulo", "São Paulo, Brasília, Rio de Janeiro"), ("America/Bahia", "Salvador"),
        ("America/Fortaleza", "Fortaleza"), ("America/Recife", "Recife"), ("America/Belem", "Belém"),
        ("America/Manaus", "Manaus"), ("America/Cuiaba", "Cuiabá"), ("America/Rio_Branco", "Rio Branco"),
        ("America/Noronha", "Fernando de Noronha"), ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("America/Montevideo", "Montevideo"), ("America/Asuncion", "Asunción"), ("America/Santiago", "Santiago"),
        ("America/La_Paz", "La Paz"), ("America/Lima", "Lima"), ("America/Bogota", "Bogotá"),
        ("America/Guayaquil", "Quito, Guayaquil"), ("America/Caracas", "Caracas"), ("America/Panama", "Panamá"),
        ("America/Costa_Rica", "San José"), ("America/Guatemala", "Guatemala"),
        ("America/Santo_Domingo", "Santo Domingo"), ("America/Mexico_City", "Ciudad de México"),
        ("America/New_York", "New York, Miami"), ("America/Los_Angeles", "Los Angeles"),
        ("Europe/Lisbon", "Lisboa"), ("Europe/Madrid", "Madrid"), ("UTC", "UTC"),
    ]

    /// As in `São Paulo, Brasília, Rio de Janeiro`; the zone's own name where this list has none.
    static func title(of zone: String) -> String { names.first { $0.id == zone }?.title ?? zone }

    /// - Parameter chosen: offered too when it is none of these.
    static func options(chosen: String) -> [Field.Option] {
        let known = names.contains { $0.id == chosen }
        let all = known ? names : [(chosen, chosen)] + names
        return all.map { Field.Option(value: $0.id, title: $0.title, isChosen: $0.id == chosen) }
    }
}
