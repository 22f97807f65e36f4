// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// How long each platform takes to answer, against the clock it is given.
struct TimesChart {
    let data: StatsData
    let say: StatsLanguage

    /// A day's minutes.
    private static let day = 1_440.0
    /// Days of the standard clock (`domain.md` §3.6).
    private static let clock = 15.0

    var markup: Markup {
        PageSection(
            identifier: "times",
            title: say("Combien de temps pour une réponse ?", "How long until an answer?"),
            lead: say(
                "Temps entre la transmission et la première réponse définitive. Le point est la "
                    + "médiane : la moitié des réponses vient plus tôt. Le trait va jusqu’au temps "
                    + "que 95 % ne dépassent pas ; au-delà des quinze jours dont la plateforme "
                    + "dispose, il change de couleur.",
                "Time between the transmission and the first final answer. The dot is the median: "
                    + "half of the answers come sooner. The line ends where 95% have come; beyond "
                    + "the fifteen days that a platform has, its colour changes."),
            body: """
                <figure aria-describedby="times-source">
                <div class="chart times" role="list">
                \(axis)\(rows)</div>
                \(source("times-source"))
                </figure>
                """
        ).markup
    }

    private func source(_ identifier: String) -> Markup {
        """
        <figcaption id="\(identifier)">\(say(
            "Délai de réponse : 15 jours, 7 pour un cas urgent, 3 pour une contrefaçon.",
            "Time allowed: 15 days, 7 for an urgent case, 3 for a counterfeit.")) \
        \(say.link(to: "annex-platforms"))</figcaption>
        """
    }

    // MARK: Scale

    /// Days at the right end: a multiple of 5 that holds every time and the clock.
    private var scale: Double {
        let longest = data.platforms.compactMap { $0.duration(.answer)?.p95Minutes }.max() ?? 0
        let days = max(Double(longest) / TimesChart.day, TimesChart.clock + 3)
        return (days / 5).rounded(.up) * 5
    }

    private func place(days: Double) -> Double { min(100, days / scale * 100) }

    private func place(minutes: UInt32) -> Double {
        place(days: Double(minutes) / TimesChart.day)
    }

    private var ticks: [Double] {
        let step: Double = scale > 120 ? 30 : scale > 30 ? 15 : 5
        return Array(stride(from: 0, through: scale, by: step))
    }

    private var axis: Markup {
        let labels = ticks.map { day -> Markup in
            let anchor = day == 0 ? "start" : day >= scale ? "end" : "middle"
            let style: Markup = day == TimesChart.clock ? " class=\"clock\"" : ""
            return """
                <text\(style) x="\(place(days: day))%" y="14" text-anchor="\(anchor)">\
                \(say("\(Int(day)) j", "\(Int(day)) d"))</text>
                """
        }.joined()
        return """
            <div class="row axis" aria-hidden="true"><div class="name"></div>\
            <svg class="strip" height="20">\(labels)</svg><div class="value"></div></div>

            """
    }

    // MARK: Rows

    private var rows: Markup {
        data.platforms.map { line in
            let duration = line.duration(.answer)
            return """
                <div class="row" role="listitem"><div class="name">\(line.platformTitle)</div>\
                \(strip(duration))<div class="value">\(words(duration))</div></div>

                """
        }.joined()
    }

    private func words(_ duration: FigureDuration?) -> Markup {
        guard let duration else {
            return "<span class=\"none\">\(say("aucune réponse", "no answer"))</span>"
        }
        guard let median = duration.medianMinutes, let long = duration.p95Minutes else {
            return "<span class=\"none\">\(say("trop peu de réponses", "too few answers"))</span>"
        }
        return """
            <strong>\(say.span(minutes: median))</strong> <span class="more">\
            \(say("95 % :", "95%:")) \(say.span(minutes: long))</span>
            """
    }

    private func strip(_ duration: FigureDuration?) -> Markup {
        let clock = place(days: TimesChart.clock)
        let grid = ticks.map { day -> Markup in
            "<line class=\"grid\" x1=\"\(place(days: day))%\" x2=\"\(place(days: day))%\" "
                + "y1=\"0\" y2=\"100%\"/>"
        }.joined()
        var marks: Markup = ""
        if let median = duration?.medianMinutes, let long = duration?.p95Minutes {
            let middle = place(minutes: median)
            let end = place(minutes: long)
            let inTime = min(end, clock)
            marks = """
                <rect class="span" x="0" width="\(inTime)%" y="11" height="6"/>
                """
            if end > clock {
                marks =
                    marks + """
                        <rect class="late" x="\(clock)%" width="\(end - clock)%" y="11" height="6"/>
                        """
            }
            marks =
                marks + """
                    <line class="end\(end > clock ? " over" : "")" x1="\(end)%" x2="\(end)%" \
                    y1="7" y2="21"/><circle class="median\(middle > clock ? " over" : "")" \
                    cx="\(middle)%" cy="14" r="6"/>
                    """
        }
        return """
            <svg class="strip" height="28" aria-hidden="true">\(grid)\
            <line class="clock" x1="\(clock)%" x2="\(clock)%" y1="0" y2="100%"/>\(marks)</svg>
            """
    }
}
