// SPDX-License-Identifier: EUPL-1.2

/// What is asked of the program:
/// `[--controls | --control NAME | --loud | --twice | --jobs N] [SEEDS [SEED]]`.
struct Options {
    var seeds: UInt64 = 1_000
    var first: UInt64 = 0
    /// What is made wrong on purpose, to be found.
    var flaw: Flaw?
    /// Prints all that happens.
    var isLoud = false
    /// Lives each seed twice, which must be the same.
    var isTwice = false
    /// Only says which controls there are.
    var isAsking = false
    /// Runs at once.
    var jobs = 1

    init(_ arguments: some Sequence<String>) throws {
        var numbers: [UInt64] = []
        var rest = Array(arguments)[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--loud": isLoud = true
            case "--twice": isTwice = true
            case "--control":
                let name = rest.popFirst() ?? ""
                guard let known = Flaw(rawValue: name) else {
                    let names = Flaw.allCases.map(\.rawValue).joined(separator: ", ")
                    throw Breach("no control is called `\(name)`; there are \(names)")
                }
                flaw = known
            case "--controls": isAsking = true
            case "--jobs": jobs = max(1, Int(rest.popFirst() ?? "") ?? 1)
            default:
                guard let number = UInt64(argument) else {
                    throw Breach("`\(argument)` is no number of seeds")
                }
                numbers.append(number)
            }
        }
        if let count = numbers.first { seeds = count }
        if numbers.count > 1 { first = numbers[1] }
    }
}
