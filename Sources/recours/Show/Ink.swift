// SPDX-License-Identifier: EUPL-1.2

/// Colours, where there is a terminal that takes them; the text itself otherwise.
struct Ink: Sendable {
    enum Colour: String, Sendable {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
    }

    let isOn: Bool

    func paint(_ text: String, _ colour: Colour?) -> String {
        guard isOn, let colour, !text.isEmpty else { return text }
        return "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m"
    }

    /// By how much time is left: red when there is none, yellow when it is short.
    func colour(daysLeft: Int) -> Colour? {
        switch daysLeft {
        case ..<1: .red
        case ..<4: .yellow
        default: nil
        }
    }
}
