// SPDX-License-Identifier: EUPL-1.2

/// What limits are called, and how they are shown.
enum LimitWord: Sentence {
    case limit, value, used, own, unlimited
    /// A limit by its name in the protocol; of one that this program doesn't know, that name.
    case named(String)

    /// As the title of a column.
    var column: String { text.uppercased() }

    var french: String {
        switch self {
        case .limit: "limite"
        case .value: "valeur"
        case .used: "utilisé"
        case .own: "propre"
        case .unlimited: "aucune"
        case .named(let name): Self.names[name]?.french ?? name
        }
    }

    var english: String {
        switch self {
        case .limit: "limit"
        case .value: "value"
        case .used: "used"
        case .own: "own"
        case .unlimited: "none"
        case .named(let name): Self.names[name]?.english ?? name
        }
    }

    private static let names: [String: (french: String, english: String)] = [
        "connections": ("connexions", "connections"),
        "calls": ("appels en cours", "calls in progress"),
        "watches": ("suivis en direct", "watches"),
        "bulk_items": ("lignes en cours d’un envoi", "items of a stream in progress"),
        "cases_per_day": ("cas par jour", "cases a day"),
        "bytes_per_day": ("octets gardés par jour", "bytes kept a day"),
        "writes_per_second": ("commandes par seconde", "commands a second"),
        "write_burst": ("commandes d’un coup", "commands at once"),
        "read_units_per_second": ("lectures par seconde", "reads a second"),
        "bytes_per_second": ("octets par seconde", "bytes a second"),
        "message_bytes": ("octets d’un message", "bytes of a message"),
        "case_bytes": ("octets d’un cas", "bytes of a case"),
        "page_items": ("lignes d’une page", "items of a page"),
        "page_bytes": ("octets d’une page", "bytes of a page"),
    ]
}
