// SPDX-License-Identifier: EUPL-1.2

internal import Glibc

/// How much memory this process uses, and how much it may.
struct MemoryGauge: Sendable {
    /// What the kernel or the operator lets it have, and would end it for.
    let limitBytes: UInt64

    /// - Parameter bytes: the operator's limit; 0 for the control group's or the machine's.
    init(limitBytes bytes: UInt64) {
        let known = [bytes > 0 ? bytes : nil, Self.groupLimit(), Self.machineBytes()]
        limitBytes = known.compactMap { $0 }.min() ?? .max
    }

    /// Resident bytes but those of files, which the kernel takes back by itself.
    static func usedBytes() -> UInt64 {
        let fields = text("/proc/self/statm").split(separator: " ").compactMap { UInt64($0) }
        guard fields.count > 2, fields[1] > fields[2] else { return 0 }
        return (fields[1] - fields[2]) * UInt64(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// The smallest limit of the process's control group and those above it, of either version.
    private static func groupLimit() -> UInt64? {
        var limits: [UInt64] = []
        for line in text("/proc/self/cgroup").split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            let isUnified = parts[1].isEmpty
            guard isUnified || parts[1].split(separator: ",").contains("memory") else { continue }
            let (root, name) =
                isUnified
                ? ("/sys/fs/cgroup", "memory.max")
                : ("/sys/fs/cgroup/memory", "memory.limit_in_bytes")
            var group = parts[2]
            while true {
                let file = text("\(root)\(group)/\(name)")
                if let limit = UInt64(file.prefix { $0.isNumber }) { limits.append(limit) }
                guard let slash = group.lastIndex(of: "/") else { break }
                group = group[..<slash]
            }
        }
        return limits.min()
    }

    private static func machineBytes() -> UInt64? {
        let pages = sysconf(Int32(_SC_PHYS_PAGES))
        return pages > 0 ? UInt64(pages) * UInt64(sysconf(Int32(_SC_PAGESIZE))) : nil
    }

    /// A small file of the kernel's; empty if it is not there.
    private static func text(_ path: String) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "" }
        defer { close(file) }
        let bytes = [UInt8](unsafeUninitializedCapacity: 4_096) { buffer, count in
            count = max(0, read(file, buffer.baseAddress, buffer.count))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Has the allocator give back what it keeps: else memory that is free would still count as
    /// used.
    static func trim() {
        _ = mallocTrim(0)
    }
}

/// malloc_trim(3), which Glibc's module leaves out.
@_silgen_name("malloc_trim")
private func mallocTrim(_ pad: Int) -> Int32
