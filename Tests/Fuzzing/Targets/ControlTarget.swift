// SPDX-License-Identifier: EUPL-1.2

extension FuzzTarget {
    /// A parser with a fault planted deep: a run that does not find it in seconds finds nothing.
    static let control = FuzzTarget(name: "control", largestInput: 64, seeds: { [[0, 0, 0, 0]] }) {
        bytes in
        var input = FuzzInput(bytes)
        guard input.byte() == 0x52, input.byte() == 0x43 else { return }
        let length = input.number()
        let text = input.take(length)
        guard length > 3, text.first == UInt8(ascii: "{") else { return }
        // What it forgets: that less may have come than was announced.
        _ = text[text.startIndex + length - 1]
    }
}
