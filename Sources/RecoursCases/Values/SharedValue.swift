// SPDX-License-Identifier: EUPL-1.2

/// A value of many fields, kept once for all copies of what holds it; a copy that changes it gets
/// its own. Copying a case then costs one reference instead of one for each text of its draft.
struct SharedValue<Value: Hashable & Sendable>: Hashable, Sendable {
    private final class Storage: Sendable {
        let value: Value

        init(_ value: Value) { self.value = value }
    }

    private var storage: Storage

    init(_ value: Value) { storage = Storage(value) }

    var value: Value {
        _read { yield storage.value }
        _modify {
            var changed = storage.value
            defer { storage = Storage(changed) }
            yield &changed
        }
    }

    static func == (left: SharedValue, right: SharedValue) -> Bool {
        left.storage === right.storage || left.value == right.value
    }

    func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
