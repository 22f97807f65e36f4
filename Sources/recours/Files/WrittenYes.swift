// SPDX-License-Identifier: EUPL-1.2

/// Yes and no as spreadsheets in either language have them.
enum WrittenYes {
    /// Nil for what is neither.
    static func value(of text: String) -> Bool? {
        switch text.lowercased() {
        case "oui", "o", "yes", "true", "vrai", "1": true
        case "non", "n", "no", "false", "faux", "0": false
        default: nil
        }
    }
}
