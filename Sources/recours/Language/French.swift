// SPDX-License-Identifier: EUPL-1.2

/// What this program says in French; its names of things and its sentences stand in extensions.
enum French {}

extension French {
    /// What became of one of many, by its code; all other codes are refusals.
    static let outcomes = [
        "DONE": "fait", "ALREADY_DONE": "déjà fait", "ANSWERED": "répondu",
        "ALREADY_ANSWERED": "déjà répondu",
    ]

    /// What a rule allows, and what was found, behind what it says.
    static func bounds(limit: Int64?, actual: Int64?) -> String {
        let bounds = [
            limit.map { "limite \(Language.french.number($0))" },
            actual.map { "trouvé \(Language.french.number($0))" },
        ].compactMap(\.self)
        return bounds.isEmpty ? "" : " (" + bounds.joined(separator: ", ") + ")"
    }
}
