// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// What platforms owed and did not do.
struct FailingsTable {
    let data: StatsData
    let say: StatsLanguage

    private var columns: [(counter: FigureCounter, title: String)] {
        let hasBroken = data.total[.brokenCommitments] != 0
        return cases + (hasBroken ? [commitments] : [])
    }

    private var cases: [(counter: FigureCounter, title: String)] {
        [
            (.missedAcknowledgements, say("Accusés manqués", "Not acknowledged")),
            (.escalated, say("Escaladés", "Escalated")),
            (.refusedAnswers, say("Réponses refusées", "Answers refused")),
            (.brokenPromises, say("Promesses rompues", "Promises broken")),
            (.unexplainedDelistings, say("Blocages inexpliqués", "Unexplained blockings")),
        ]
    }

    private var commitments: (counter: FigureCounter, title: String) {
        (.brokenCommitments, say("Engagements rompus", "Commitments broken"))
    }

    /// A commitment is of no case: it has no share of them.
    private func share(_ counter: FigureCounter, _ line: FigureLine) -> Double? {
        counter == .brokenCommitments ? nil : line.share(counter)
    }

    var markup: Markup {
        PageSection(
            identifier: "failings",
            title: say("Où sont les manquements ?", "Where are the failings?"),
            lead: say(
                "Ce que la plateforme devait faire et n’a pas fait, en nombre de dossiers et en "
                    + "part "
                    + "des dossiers reçus.",
                "What the platform owed and did not do: cases, and their share of those received."),
            body: """
                <table class="cards">
                <caption class="unseen">\
                \(say("Manquements par plateforme", "Failings by platform"))</caption>
                <thead><tr><th scope="col">\(say("Plateforme", "Platform"))</th>\
                <th scope="col" class="number">\(say("Reçus", "Received"))</th>\
                \(titles)</tr></thead>
                <tbody>
                \(rows)</tbody>
                </table>
                """
        ).markup
    }

    private var titles: Markup {
        columns.map { "<th scope=\"col\" class=\"number\">\($0.title)</th>" }.joined()
    }

    private var rows: Markup {
        let widest = scale
        return data.platforms.map { line in
            """
            <tr><th scope="row">\(line.platformTitle)</th>\
            <td class="number" data-title="\(say("Reçus", "Received"))">\
            \(say.count(line[.received]))</td>\(cells(line, widest))</tr>

            """
        }.joined()
    }

    /// The largest share, to which all bars are drawn.
    private var scale: Double {
        let shares = data.platforms.flatMap { line in
            columns.compactMap { share($0.counter, line) }
        }
        return max(0.05, shares.max() ?? 0)
    }

    private func cells(_ line: FigureLine, _ widest: Double) -> Markup {
        columns.map { column in
            var words: Markup = "<span class=\"main\">\(say.count(line[column.counter]))</span>"
            if let share = share(column.counter, line), line[column.counter] != 0 {
                words =
                    words + """
                        <span class="share">\(say.percent(share))</span>\
                        <svg class="mini" height="4" aria-hidden="true">\
                        <rect x="\(100 - share / widest * 100)%" y="0" height="4" \
                        width="\(share / widest * 100)%"/></svg>
                        """
            }
            return "<td class=\"number\" data-title=\"\(column.title)\">\(words)</td>"
        }.joined()
    }
}
