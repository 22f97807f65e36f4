// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// What came and what was done, month by month.
struct TrendChart {
    let data: StatsData
    let say: StatsLanguage

    /// Pixels of the plot, and above it for the highest label.
    private static let height = 190.0
    private static let top = 14.0

    /// Nothing where there are no two months to compare.
    var markup: Markup {
        guard data.months.count > 1 else { return "" }
        return PageSection(
            identifier: "trend", title: say("Mois après mois", "Month by month"),
            lead: say(
                "Dossiers reçus par les plateformes, réponses définitives et résolutions, au mois "
                    + "où chacun est survenu, à l’heure de Paris.",
                "Cases received by platforms, final answers and resolutions, in the month in which "
                    + "each happened, by Paris time."),
            body: """
                <figure>
                <ul class="legend">\
                <li><span class="swatch bar"></span>\(say("reçus", "received"))</li>\
                <li><span class="swatch line1"></span>\(say("répondus", "answered"))</li>\
                <li><span class="swatch line2"></span>\(say("résolus", "resolved"))</li></ul>
                <svg class="trend" height="\(Int(TrendChart.height + TrendChart.top) + 40)" \
                role="img" \
                aria-label="\(description)">
                \(grid)\(bars)\(curve(.answered, "line1"))\(curve(.resolutions, "line2"))\
                \(labels)</svg>
                <figcaption>\(say(
                    "Le dernier mois n’est pas fini.", "The last month is not over.")) \
                \(say.link(to: "annex-months"))</figcaption>
                </figure>
                """
        ).markup
    }

    private var description: String {
        let busiest = data.months.max { ($0[.received] ?? 0) < ($1[.received] ?? 0) }
        let month = busiest.map { say.month($0.month) } ?? ""
        let count = say.count(busiest?[.received])
        return say(
            "Dossiers reçus, répondus et résolus par mois. Le plus grand nombre de dossiers reçus, "
                + "\(count), l’a été en \(month).",
            "Cases received, answered and resolved by month. Most were received in \(month): "
                + "\(count).")
    }

    // MARK: Scales

    private var step: UInt64 {
        let most =
            data.months.flatMap { [$0[.received], $0[.answered], $0[.resolutions]] }
            .compactMap { $0 }.max() ?? 0
        let rough = max(1, most / 4)
        var step: UInt64 = 1
        while step * 10 <= rough { step *= 10 }
        for factor in [UInt64(1), 2, 5, 10] where step * factor >= rough { return step * factor }
        return step * 10
    }

    private var highest: UInt64 {
        let most =
            data.months.flatMap { [$0[.received], $0[.answered], $0[.resolutions]] }
            .compactMap { $0 }.max() ?? 0
        return max(step, (most + step - 1) / step * step)
    }

    private func y(_ count: UInt64) -> Double {
        TrendChart.top + TrendChart.height * (1 - Double(count) / Double(highest))
    }

    private func x(_ place: Int) -> Double {
        // Room at the left for the numbers of the grid.
        8 + 92 * (Double(place) + 0.5) / Double(data.months.count)
    }

    // MARK: Marks

    private var grid: Markup {
        stride(from: UInt64(0), through: highest, by: Int(step)).map { count in
            """
            <line class="grid" x1="8%" x2="100%" y1="\(y(count))" y2="\(y(count))"/>\
            <text class="tick" x="7%" y="\(y(count) + 4)" text-anchor="end">\
            \(say.count(count))</text>
            """
        }.joined()
    }

    private var bars: Markup {
        let width = 92 / Double(data.months.count) * 0.62
        return data.months.enumerated().map { place, line -> Markup in
            guard let count = line[.received] else {
                return """
                    <text class="tick" x="\(x(place))%" y="\(y(0) - 4)" \
                    text-anchor="middle">s</text>
                    """
            }
            return """
                <rect class="bar" x="\(x(place) - width / 2)%" width="\(width)%" \
                y="\(y(count))" height="\(y(0) - y(count))"/>
                """
        }.joined()
    }

    /// Lines between neighbours that are both shown, and a dot at each.
    private func curve(_ counter: FigureCounter, _ style: String) -> Markup {
        var marks: Markup = ""
        let counts = data.months.map { $0[counter] }
        for (place, count) in counts.enumerated() {
            guard let count else { continue }
            if place > 0, let former = counts[place - 1] {
                marks =
                    marks + """
                        <line class="\(style)" x1="\(x(place - 1))%" y1="\(y(former))" \
                        x2="\(x(place))%" y2="\(y(count))"/>
                        """
            }
            marks =
                marks + """
                    <circle class="\(style)" cx="\(x(place))%" cy="\(y(count))" r="3.5"/>
                    """
        }
        return marks
    }

    private var labels: Markup {
        let every = (data.months.count + 17) / 18
        let base = TrendChart.top + TrendChart.height
        return data.months.enumerated().map { place, line -> Markup in
            guard place % every == 0 else { return "" }
            let isOdd = place / every % 2 == 1
            let isFirst = place == 0 || line.month.hasSuffix("-01")
            let year: Markup =
                isFirst
                ? """
                <text class="year" x="\(x(place))%" y="\(base + 34)" text-anchor="middle">\
                \(String(line.month.prefix(4)))</text>
                """ : ""
            return """
                <text class="tick\(isOdd ? " odd" : "")" x="\(x(place))%" y="\(base + 18)" \
                text-anchor="middle">\(say.shortMonth(line.month))</text>\(year)
                """
        }.joined()
    }
}
