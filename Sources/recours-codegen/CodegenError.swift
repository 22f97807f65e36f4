// SPDX-License-Identifier: EUPL-1.2

/// Why nothing was generated, for whoever ran the generator.
struct CodegenError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
