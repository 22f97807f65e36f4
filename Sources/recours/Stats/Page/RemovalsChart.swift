// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// How fast each platform removes what cases are about: a small trend a platform, months side by
/// side.
struct RemovalsChart {
    let data: StatsData
    let say: StatsLanguage

    /// Pixels of a row's bars.
    private static let height = 44.0

    /// Nothing where nothing was removed.
    var markup: Markup {
        guard !data.removals.isEmpty else { return "" }
        return PageSection(
            identifier: "removals",
            title: say("Les retraits vont-ils plus vite ?", "Do removals become faster?"),
            lead: say(
                "Contrefaçons et autres annonces à retirer : temps entre la transmission et la "
                    + "première réponse qui dit une annonce retirée. Chaque barre est la médiane "
                    + "d’un mois ; plus elle est basse, plus le retrait est rapide.",
                "Copies and other listings to be taken down: time between the transmission and the "
                    + "first answer that says a listing is removed. Each bar is the median of a "
                    + "month; the lower it is, the faster the removal."),
            body: """
                <figure>
                <div class="chart removals" role="list">
                \(axis)\(rows)</div>
                <figcaption>\(scaleNote) \(say.link(to: "annex-removals"))</figcaption>
                </figure>
                """
        ).markup
    }

    private var scaleNote: String {
        guard longest > 0 else {
            return say(
                "Trop peu de retraits pour une médiane.", "Too few removals for a median.")
        }
        let span = say.span(minutes: longest)
        return say(
            "Toutes les barres sont à la même échelle ; la plus haute vaut \(span). "
                + "s : secret statistique.",
            "All bars are to one scale; the highest is \(span). s: withheld.")
    }

    private var longest: UInt32 {
        data.removals.compactMap { $0.duration(.remove)?.medianMinutes }.max() ?? 0
    }

    // MARK: Scales

    private func x(_ place: Int) -> Double {
        100 * (Double(place) + 0.5) / Double(data.removalMonths.count)
    }

    private var axis: Markup {
        let months = data.removalMonths
        let every = (months.count + 11) / 12
        let labels = months.enumerated().map { place, month -> Markup in
            guard place % every == 0 else { return "" }
            let isOdd = place / every % 2 == 1
            return """
                <text class="tick\(isOdd ? " odd" : "")" x="\(x(place))%" y="14" \
                text-anchor="middle">\(say.shortMonth(month))</text>
                """
        }.joined()
        return """
            <div class="row axis" aria-hidden="true"><div class="name"></div>\
            <svg class="strip" height="20">\(labels)</svg><div class="value"></div></div>

            """
    }

    // MARK: Rows

    private var rows: Markup {
        var names: [String] = []
        for line in data.removals where names.last != line.platformID {
            names.append(line.platformID)
        }
        return names.map { name in
            let lines = data.removals.filter { $0.platformID == name }
            return """
                <div class="row" role="listitem"><div class="name">\(lines[0].platformTitle)</div>\
                \(strip(lines))<div class="value">\(words(lines))</div></div>

                """
        }.joined()
    }

    /// The first and the last month that have a median.
    private func words(_ lines: [FigureLine]) -> Markup {
        let known = lines.compactMap { line in
            line.duration(.remove)?.medianMinutes.map { (line.month, $0) }
        }
        guard let (first, before) = known.first, let (last, after) = known.last else {
            return "<span class=\"none\">\(say("trop peu de retraits", "too few removals"))</span>"
        }
        let now = span(after, in: last)
        guard first != last else { return now }
        return """
            \(now)<span class="more">\(say(" ; ", "; "))\(say.span(minutes: before)) \
            \(say("en", "in")) \(say.month(first))</span>
            """
    }

    private func span(_ minutes: UInt32, in month: String) -> Markup {
        """
        <strong>\(say.span(minutes: minutes))</strong> <span class="more">\(say("en", "in")) \
        \(say.month(month))</span>
        """
    }

    private func strip(_ lines: [FigureLine]) -> Markup {
        let places = Dictionary(
            uniqueKeysWithValues: zip(data.removalMonths, 0..<data.removalMonths.count))
        let width = 100 / Double(data.removalMonths.count) * 0.62
        let base = RemovalsChart.height + 6
        let marks = lines.map { line -> Markup in
            guard let place = places[line.month] else { return "" }
            guard let median = line.duration(.remove)?.medianMinutes, longest > 0 else {
                return """
                    <text class="tick" x="\(x(place))%" y="\(base - 4)" \
                    text-anchor="middle">s</text>
                    """
            }
            // What took no time still is a bar.
            let height = max(2, RemovalsChart.height * Double(median) / Double(longest))
            return """
                <rect class="bar" x="\(x(place) - width / 2)%" width="\(width)%" \
                y="\(base - height)" height="\(height)"/>
                """
        }.joined()
        return """
            <svg class="strip" height="\(Int(base) + 2)" aria-hidden="true">\
            <line class="grid" x1="0" x2="100%" y1="\(base)" y2="\(base)"/>\(marks)</svg>
            """
    }
}
