// SPDX-License-Identifier: EUPL-1.2

internal import struct RecoursCases.RateInterval
internal import RecoursClient
internal import RecoursMessages

/// How many cases end with the complainant's own yes, and how sure that is.
struct RatesChart {
    let data: StatsData
    let say: StatsLanguage

    var markup: Markup {
        PageSection(
            identifier: "rates",
            title: say("Combien de résolutions confirmées ?", "How many confirmed resolutions?"),
            lead: say(
                "Part des dossiers conclus que le plaignant a lui-même déclarés résolus. Un "
                    + "silence "
                    + "ne compte pas pour un oui. La bande montre l’incertitude : plus les "
                    + "dossiers "
                    + "sont rares, plus elle est large.",
                "Share of the cases concluded that the complainant called resolved. Silence is no "
                    + "yes. The band shows the uncertainty: the fewer the cases, the wider it is."),
            body: """
                <figure aria-describedby="rates-source">
                <div class="chart rates" role="list">
                \(axis)\(rows)</div>
                <figcaption id="rates-source">\(say(
                    "Intervalle de Wilson à 95 %. Conclus : résolus ou clos sans accord.",
                    "Wilson’s interval at 95%. Concluded: resolved, or closed without an "
                        + "agreement.")) \
                \(say.link(to: "annex-platforms"))</figcaption>
                </figure>
                """
        ).markup
    }

    private static let ticks = [0, 25, 50, 75, 100]

    private var axis: Markup {
        let labels = RatesChart.ticks.map { tick -> Markup in
            let anchor = tick == 0 ? "start" : tick == 100 ? "end" : "middle"
            return """
                <text x="\(tick)%" y="14" text-anchor="\(anchor)">\
                \(say.percent(Double(tick) / 100))</text>
                """
        }.joined()
        return """
            <div class="row axis" aria-hidden="true"><div class="name"></div>\
            <svg class="strip" height="20">\(labels)</svg><div class="value"></div></div>

            """
    }

    private var rows: Markup {
        data.platforms.map { line in
            """
            <div class="row" role="listitem"><div class="name">\(line.platformTitle)</div>\
            \(strip(line.confirmedRate))<div class="value">\(words(line))</div></div>

            """
        }.joined()
    }

    private func words(_ line: FigureLine) -> Markup {
        guard let rate = line.confirmedRate else {
            let isFew = line[.concluded].map { $0 < 5 } ?? false
            let why =
                isFew ? say("trop peu de dossiers", "too few cases") : say("non publié", "withheld")
            return "<span class=\"none\">\(why)</span>"
        }
        return """
            <strong>\(say.percent(rate.rate))</strong> <span class="more">\
            \(say("de", "of")) \(say.count(line[.concluded]))</span>
            """
    }

    private func strip(_ rate: RateInterval?) -> Markup {
        let grid = RatesChart.ticks.map { tick -> Markup in
            "<line class=\"grid\" x1=\"\(tick)%\" x2=\"\(tick)%\" y1=\"0\" y2=\"100%\"/>"
        }.joined()
        var marks: Markup = ""
        if let rate {
            marks = """
                <rect class="span" x="\(rate.lower * 100)%" \
                width="\((rate.upper - rate.lower) * 100)%" y="8" height="12" rx="6"/>\
                <circle class="median" cx="\(rate.rate * 100)%" cy="14" r="6"/>
                """
        }
        return "<svg class=\"strip\" height=\"28\" aria-hidden=\"true\">\(grid)\(marks)</svg>"
    }
}
