import Basics

/// A product with the boxes that can be ticked in it.
struct ProductBoxes: Sendable {
    struct Box: Sendable {
        let id: String
        let key: String
        let label: String
        /// What it lets one do, in the reader's language; nil where the label says it.
        let gloss: String?
        let isTicked: Bool
    }

    struct Category: Sendable {
        let title: String
        let boxes: [Box]
    }

    let product: String
    let isOpen: Bool
    /// As in `3 / 17`.
    let count: String
    let hasTicks: Bool
    let isWhole: Bool
    let categories: [Category]

    /// Products in the catalogue's order; those without a box that fits the search are left out.
    static func all(
        ticked: Set<Resource>, search: String, onlyTicked: Bool, _ language: Language
    ) -> [ProductBoxes] {
        var products: [String] = []
        for entry in ResourceCatalogue.entries where !products.contains(entry.product) {
            products.append(entry.product)
        }
        return products.compactMap { product in
            let entries = ResourceCatalogue.entries.filter { $0.product == product }
            let shown = entries.filter { entry in
                fits(entry, search) && (!onlyTicked || ticked.contains(entry.resource))
            }
            guard !shown.isEmpty else { return nil }
            let number = entries.count { ticked.contains($0.resource) }
            return ProductBoxes(
                product: product, isOpen: !search.isEmpty || number > 0, count: "\(number) / \(entries.count)",
                hasTicks: number > 0, isWhole: number == entries.count,
                categories: categories(shown, ticked, language))
        }
    }

    private static func categories(
        _ entries: [ResourceCatalogue.Entry], _ ticked: Set<Resource>, _ language: Language
    ) -> [Category] {
        var names: [String] = []
        for entry in entries where !names.contains(entry.category) { names.append(entry.category) }
        return names.map { name in
            let boxes = entries.filter { $0.category == name }.map { entry in
                let gloss = ResourceGloss.of(entry.resource)?[language]
                return Box(
                    id: "r-" + String(entry.resource.key.map { $0.isLetter || $0.isNumber ? $0 : "-" }),
                    key: entry.resource.key, label: entry.label, gloss: gloss == entry.label ? nil : gloss,
                    isTicked: ticked.contains(entry.resource))
            }
            return Category(title: ResourceGloss.screenName(ofCategory: name), boxes: boxes)
        }
    }

    /// By product, category, label, key or what it means in any language; every word counts.
    private static func fits(_ entry: ResourceCatalogue.Entry, _ search: String) -> Bool {
        let gloss = ResourceGloss.of(entry.resource)
        let text = [
            entry.product, ResourceGloss.screenName(ofCategory: entry.category), entry.label, entry.resource.key,
            gloss?.portuguese ?? "", gloss?.spanish ?? "", gloss?.english ?? "",
        ].joined(separator: " ").lowercased()
        return search.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
    }
}
