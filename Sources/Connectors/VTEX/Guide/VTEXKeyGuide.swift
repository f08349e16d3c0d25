import Basics
import ConnectorKit

/// How a VTEX merchant makes a key for Ponte: on today's screens and on those that guides until 2024 show.
///
/// Menus are called as VTEX's own help names them; source: docs/platforms/vtex.md.
enum VTEXKeyGuide {
    static let guide = KeyGuide(wordings: [VTEXKeyGuideToday.wording, VTEXKeyGuideBefore.wording], before: before)

    /// Boxes of the recipe `orders`, and nothing else.
    static let ticks = [VTEXResource.listOrders, VTEXResource.viewOrder, VTEXResource.feedViewer]

    private static let before = Phrase(
        pt:
            "Leva uns cinco minutos. É preciso um usuário da VTEX que possa criar perfis e chaves: o titular da conta "
            + "sempre pode.",
        es:
            "Lleva unos cinco minutos. Hace falta un usuario de VTEX que pueda crear roles y claves: el titular de la "
            + "cuenta siempre puede.",
        en:
            "It takes about five minutes. It needs a VTEX user who may create roles and keys: the account's owner always "
            + "may.")
}
