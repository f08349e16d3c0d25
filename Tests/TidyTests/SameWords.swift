/// Texts that two languages share on purpose, as the sources write them. Whatever all three share says `Phrase(same:)`.
enum SameWords {
    /// Portuguese and Spanish are neighbours.
    static let portugueseAndSpanish: Set<String> = [
        #"\(amount) mil"#, #"\(count) pedidos"#, #"\(done) de \(all) pedidos"#, #"\(done) pedidos"#, "Abrir", "Mostrar",
        "Período", "Resultado", "Diferente", "nada",
        #"\(from) a \(until)"#,
        "AcessoOMS", "administrador", "Ajustes", "ARGUMENTOS:", "Buscar pedidos", "Buscar", "Cancelado",
        "cancelado", "cancelando", "Cancelando", "pedidos.csv", "<comando>", "Cancelar pedido", "Cancelar pedidos",
        "cancelar pedidos", "Cancelar", "Clara", "Cliente", "cliente", "Clientes", "COMANDOS:", "concedido",
        "Conectar", "Contadores", "Conteúdo", "Catálogo",
        "Continuar", "Copiado", "Copiar token", "de 1 a 36500", "Descartar", "Documento", "Empresa", "enviado",
        "estado", "este navegador", "Etapas", #"Falta \(name)."#, "falta", "Falta.", "Filtrar", "Idioma",
        "incompleto", "Lista de pedidos", "Listar pedidos", "listar pedidos", "marque", "Marque:", "Mostrar todos",
        "motivo", "nunca usada", "Números enormes", "números positivos", "opcional", "Para continuar:", "para",
        "Pausar", #"Pedido \(order.orderID)"#, "Pedido", "pedidos guardados", "Pedidos", "pedidos", "perfil",
        "personalizado", "plataforma", "Plataforma", "predefinido", "Preparando entrega", "Problema:", "Páginas",
        "Recursos genéricos para o Dynamic Storage", "Recursos genéricos", "Renovar token", "Renovar tokens",
        "sobre", "Tipo", "Todas", "Usar este modelo", "Uso:", "USO:", "vencida", "Ver marcas", "Ver pedidos",
        "Ver todos", "Visualizar pedidos", "Últimos pedidos",
        // The shop window.
        "antes", "Aplicar", "Complemento", "Departamentos", "Estado", "Ficha", "Marca", "Número", "Ordenar por",
        "Ordenar", "unidades",
    ]

    /// What Portuguese or Spanish took from English, or English from Latin.
    static let english: Set<String> = [
        "E-mail", "Error:", "Item", "Marketplace", "Menu", "no", "status", "Status", "total", "Total",
    ]
}
