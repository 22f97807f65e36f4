// SPDX-License-Identifier: EUPL-1.2

/// Keeps a large part of a message behind a reference, with the meaning of a value.
///
/// The generator stores fields of large message types in it. Copying a message then copies one
/// reference for such a part, and an absent part costs 8 bytes. A box never changes: assigning
/// makes a new one.
struct Boxed<Value: Sendable & Hashable>: Sendable, Hashable {
    private final class Box: Sendable {
        let value: Value

        init(_ value: Value) {
            self.value = value
        }
    }

    private let box: Box?

    init(_ value: Value?) {
        box = value.map(Box.init)
    }

    var value: Value? { box?.value }

    static func == (left: Self, right: Self) -> Bool {
        left.box === right.box || left.value == right.value
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(value)
    }
}
