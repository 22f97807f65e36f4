// SPDX-License-Identifier: EUPL-1.2

/// Scripts of the wire that go far: see `WireScript` for what the numbers mean.
enum WireSeeds {
    /// Bytes as they are, in pieces that one step can hold.
    static func raw(_ sessions: [[UInt8]], after steps: [UInt8] = []) -> [[UInt8]] {
        sessions.map { bytes in
            stride(from: 0, to: bytes.count, by: 200).reduce(into: [0] + steps) { script, start in
                let piece = bytes[start..<min(start + 200, bytes.count)]
                script += [0, UInt8(piece.count)] + piece
            }
        }
    }

    private static let hello: [UInt8] = [6, 0, 0xC0, 0, 0x40, 0, 0x40, 0, 0x10, 0, 16]
    private static let pull: [UInt8] = [13, 0xFF, 0xFF]

    /// Small limits or ordinary ones, then steps.
    private static func scripts(_ steps: [[UInt8]]) -> [[UInt8]] {
        [[0] + steps.joined(), [1] + steps.joined()]
    }

    static var ofClients: [[UInt8]] {
        scripts([hello, [2, 1, 0], [3, 1, 0, 0, 9], pull, [22], [19, 0, 0, 9], [21, 0], pull])
            + scripts([
                hello, [2, 1, 2, 9], [2, 3, 4, 16], [3, 1, 1, 0x40, 0], [3, 1, 0, 0x0F, 0],
                [3, 3, 2, 0x30, 0], [18, 0, 0x80, 0], [5, 1, 30], [5, 0, 30], pull, [12, 12],
                [24, 1, 0x20, 0], pull, [7, 1, 1], [28, 1], [21, 0], [21, 0], [14, 0],
            ])
            + scripts([
                hello, [15], pull, [9, 1, 0], [16], [2, 1, 0], pull, [9, 1, 1], [4, 1, 6, 0],
                [26, 0], [21, 0], pull, [8, 0, 1], [12, 20],
            ])
            + scripts([
                hello, [2, 1, 0], [2, 3, 0], [2, 5, 0], [3, 5, 1, 0, 1], [3, 1, 0, 0x40, 0],
                [3, 1, 0, 0x40, 0], [3, 1, 0, 0x40, 0], [3, 3, 0, 0x30, 0], [22], [21, 0],
            ])
    }

    static var ofServers: [[UInt8]] {
        scripts([hello, [17, 0], [19, 0, 0, 9], pull, [11, 1], [3, 1, 2, 0, 9], [22], [14, 0]])
            + scripts([
                hello, [17, 9], [17, 0], [18, 0, 0x80, 0], pull, [5, 1, 30], [5, 0, 30], pull,
                [3, 1, 1, 0x40, 0], [3, 1, 0, 0x0F, 0], [10, 1, 5], [7, 3, 3], [22],
            ])
            + scripts([
                hello, [17, 0], [17, 0], [17, 0], [3, 1, 0, 0x30, 0], [3, 3, 0, 0x30, 0], [21, 2],
                [8, 3, 1], [22], [9, 0, 7], pull, [12, 18],
            ])
            + scripts([
                hello, [17, 0], [17, 0], [17, 0], [3, 5, 1, 0, 1], [3, 1, 0, 0x40, 0],
                [3, 1, 0, 0x40, 0], [3, 1, 0, 0x40, 0], [3, 3, 0, 0x30, 0], [22],
            ])
    }
}
