// SPDX-License-Identifier: EUPL-1.2

import CProcess
import Glibc
@_spi(ExperimentalCustomExecutors) import _Concurrency

// `make simulate SEEDS=10000 SEED=0`: lives so many runs of the server, its partners, network,
// disk and clocks, each under a seed of its own and in a process of its own.

if getenv("SWIFT_DETERMINISTIC_HASHING") == nil {
    // Dictionaries are gone through in an order that a process draws at its start.
    setenv("SWIFT_DETERMINISTIC_HASHING", "1", 1)
    execv("/proc/self/exe", CommandLine.unsafeArgv)
    perror("simulation")
    exit(2)
}
_createExecutors(factory: MachineFactory.self)
do {
    let options = try Options(CommandLine.arguments.dropFirst())
    if options.isAsking {
        for flaw in Flaw.allCases { print(flaw.rawValue) }
        exit(0)
    }
    exit(try Campaign(options).run() ? 0 : 1)
} catch {
    print(error)
    exit(2)
}
