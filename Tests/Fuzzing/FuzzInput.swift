// SPDX-License-Identifier: EUPL-1.2

/// The bytes of one input, taken from the front: choices first, then what is parsed. After the end
/// all choices are 0.
struct FuzzInput {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    var isEmpty: Bool { rest.isEmpty }

    mutating func byte() -> UInt8 {
        rest.popFirst() ?? 0
    }

    mutating func below(_ bound: Int) -> Int {
        Int(byte()) % bound
    }

    /// Sixteen bits, the higher first.
    mutating func number() -> Int {
        Int(byte()) << 8 | Int(byte())
    }

    mutating func take(_ count: Int) -> ArraySlice<UInt8> {
        let taken = rest.prefix(count)
        rest = rest.dropFirst(count)
        return taken
    }

    /// All that is left, cut at places that the input chooses: one byte says how many, one says
    /// each piece's length.
    mutating func pieces() -> [ArraySlice<UInt8>] {
        let lengths = (0..<below(8)).map { _ in Int(byte()) }
        var pieces: [ArraySlice<UInt8>] = []
        for length in lengths { pieces.append(take(length)) }
        pieces.append(take(rest.count))
        return pieces
    }
}
