// SPDX-License-Identifier: EUPL-1.2

/// One step of one figure.
package struct FigureChange: Hashable, Sendable {
    package enum Step: Hashable, Sendable {
        /// `month` is nil for counters that are not counted by month.
        case count(FigureCounter, month: FigureMonth?, by: Int64)
        /// One more case took so long. `month` is nil for times that are not kept by month.
        case time(FigureTime, month: FigureMonth?, minutes: Int32)
    }

    package let key: FigureKey
    package let step: Step

    package init(_ key: FigureKey, _ step: Step) {
        self.key = key
        self.step = step
    }
}
