// SPDX-License-Identifier: EUPL-1.2

/// Everything a store has counted, with all sums, and what of it is secret: made once, asked often.
package struct FigureLedger: Sendable {
    let cube: FigureCube
    let times: [FigureKey: [FigureTally.TimeCell: Int64]]
    /// By place in the cube's list: withheld from all who don't see everything.
    let isSecret: [Bool]

    package init(_ tally: FigureTally) {
        cube = FigureCube(tally)
        times = tally.times
        isSecret = FigureSecrecy(cube, threshold: FigureQuery.publicThreshold).isWithheld
    }
}
