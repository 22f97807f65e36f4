// SPDX-License-Identifier: EUPL-1.2

/// Labels and what they label, below each other; what is empty is left out.
struct Particulars {
    private static let labelWidth = 22

    private(set) var lines: [String]
    private let width: Int

    /// `title` is anybody's.
    init(title: String, width: Int) {
        lines = [SafeText.line(title)]
        self.width = width
    }

    mutating func add(_ word: ClaimWord, _ text: String) {
        add(word.text, text)
    }

    mutating func add(_ label: String, _ text: String) {
        guard !text.isEmpty else { return }
        lines += Paragraph.labelled(
            SafeText.line(label), text, indent: 2, labelWidth: Self.labelWidth, width: width)
    }
}
