// SPDX-License-Identifier: EUPL-1.2

/// How the page of matches looks; colours and letters are those of the page of figures.
enum MatchPageStyle {
    static let sheet: Markup = PageStyle.colours + PageStyle.text + head + bar + cards + narrow

    private static let head: Markup = """

        :root { --copy: #a3320f; --other: #1d5f4f; }
        @media (prefers-color-scheme: dark) { :root { --copy: #ff9d7c; --other: #7fd0b4; } }
        html { scroll-padding-top: 5.5rem; }
        .eyebrow { display: flex; align-items: center; gap: .6rem; margin: 0; font-weight: 600; }
        .eyebrow .mark { width: 1.1rem; height: 1.1rem; border-radius: 50%;
          border: .28rem solid var(--accent); border-right-color: var(--band); }
        .eyebrow .period { color: var(--soft); font-weight: 400; }
        h1 { font-size: clamp(1.7rem, 1.3rem + 2vw, 2.4rem); margin: .5rem 0 .8rem; }
        .warning { border: 2px solid var(--alert); color: var(--alert); padding: .6rem .9rem;
          border-radius: .3rem; font-weight: 600; }
        kbd { font: .8em/1 ui-monospace, "Liberation Mono", monospace; border: 1px solid;
          border-radius: .25rem; padding: .1rem .35rem; margin-left: .3rem; opacity: .85; }
        button { font: inherit; font-weight: 600; color: var(--ink); background: var(--paper);
          border: 2px solid var(--rule); border-radius: .4rem; padding: .55rem 1rem;
          cursor: pointer; }
        button:hover:enabled { border-color: var(--accent); }
        button:disabled { color: var(--soft); cursor: default; }
        button:focus-visible, input:focus-visible { outline: 2px solid var(--accent);
          outline-offset: 2px; }
        """

    private static let bar: Markup = """

        .bar { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap;
          align-items: center; gap: .5rem 1.4rem; margin: 0 -1.5rem 1.6rem; padding: .7rem 1.5rem;
          background: var(--card); border-bottom: 1px solid var(--rule); }
        .counts { display: flex; gap: 1.2rem; margin: 0; }
        .counts b { font-size: 1.25rem; }
        .bar progress { flex: 1 1 8rem; height: .6rem; accent-color: var(--accent); }
        .only { display: flex; align-items: center; gap: .45rem; }
        .only input { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--accent); }
        #download:enabled { color: var(--paper); background: var(--accent);
          border-color: var(--accent); }
        """

    private static let cards: Markup = """

        .match { border: 1px solid var(--rule); border-left: .35rem solid var(--rule);
          border-radius: .5rem; padding: 1.1rem 1.3rem 1.2rem; margin: 0 0 1.4rem; }
        .match:focus, .match:focus-within { border-color: var(--accent); outline: none;
          box-shadow: 0 0 0 2px var(--accent); }
        .match.copy { border-left-color: var(--copy); }
        .match.other { border-left-color: var(--other); }
        .only-left .match.copy, .only-left .match.other { display: none; }
        .match header { display: flex; align-items: baseline; justify-content: space-between;
          gap: .4rem 1.5rem; flex-wrap: wrap; }
        .match h2 { font-size: 1.3rem; flex: 1 1 16rem; overflow-wrap: anywhere;
          max-height: 4.9em; overflow-y: auto; }
        .match h2 .place { color: var(--soft); font-weight: 400; margin-right: .4rem; }
        .score { flex: 0 0 12.5rem; margin: 0; font-size: .9rem; color: var(--soft);
          white-space: nowrap; }
        .score b { color: var(--ink); font-size: 1.1rem; }
        .score svg { display: block; width: 100%; height: 6px; margin-top: .2rem; }
        .score .rest { fill: var(--rule); } .score .part { fill: var(--accent); }
        .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1.4rem; margin-top: .7rem; }
        .side { min-width: 0; }
        .side h3 { margin: 0 0 .4rem; font-size: .85rem; font-weight: 600; color: var(--soft);
          text-transform: uppercase; letter-spacing: .05em; }
        .picture { margin: 0 0 .7rem; height: 15rem; display: flex; gap: .4rem;
          align-items: center; justify-content: center; background: var(--card);
          border-radius: .4rem; overflow: hidden; padding: .5rem; }
        .picture img { min-width: 0; max-width: 100%; max-height: 100%; object-fit: contain;
          background: #fff; }
        .picture.none { height: 5rem; color: var(--soft); font-size: .9rem;
          border: 1px dashed var(--rule); background: none; }
        .side dl { margin: 0; }
        .side dl div { display: grid; grid-template-columns: 6rem 1fr; gap: .2rem .8rem;
          padding: .2rem 0; border-top: 1px solid var(--rule); }
        .side dl div:first-child { border-top: 0; }
        .side dt { color: var(--soft); font-size: .9rem; }
        .side dd { margin: 0; min-width: 0; overflow-wrap: anywhere; max-height: 7.8em;
          overflow-y: auto; }
        .evidence { display: flex; flex-wrap: wrap; gap: .4rem .6rem; list-style: none;
          padding: 0; margin: 1rem 0; }
        .evidence li { border: 1px solid var(--rule); border-radius: 1rem;
          padding: .15rem .75rem; font-size: .92rem; }
        .evidence .for { border-color: var(--accent); }
        .evidence .for span { color: var(--accent); font-weight: 700; }
        .evidence .against { color: var(--soft); border-style: dashed; }
        .verdicts { display: grid; grid-template-columns: 1fr 1fr; gap: .8rem; }
        [data-verdict][aria-pressed="true"] { color: var(--paper); }
        [data-verdict="COPY"][aria-pressed="true"] { background: var(--copy);
          border-color: var(--copy); }
        [data-verdict="NO_COPY"][aria-pressed="true"] { background: var(--other);
          border-color: var(--other); }
        .all-done { font-weight: 600; font-size: 1.1rem; text-align: center; padding: 1.5rem 0; }
        code { overflow-wrap: anywhere; }
        footer { margin-top: 2.5rem; border-top: 1px solid var(--rule); padding-top: 1.1rem;
          color: var(--soft); font-size: .9rem; }
        footer p { margin: .3rem 0; }
        .keys { display: flex; flex-wrap: wrap; gap: .4rem 1.3rem; list-style: none; padding: 0;
          margin: 0 0 .7rem; }
        """

    private static let narrow: Markup = """

        @media (max-width: 46rem) {
          body { padding: 1.5rem 1rem 3rem; }
          .bar { margin: 0 -1rem 1.2rem; padding: .55rem 1rem; gap: .4rem .9rem; }
          .counts { gap: .9rem; flex: 1 1 100%; }
          .bar progress { flex: 1 1 100%; order: 4; }
          .only { flex: 1; } #download { padding: .4rem .7rem; }
          html { scroll-padding-top: 8.5rem; }
          .match { padding: .9rem .9rem 1rem; }
          .score { flex: 1 1 100%; }
          .sides { gap: .9rem; }
          .side dl div { grid-template-columns: 1fr; gap: 0; }
          .picture { height: 9rem; }
          .verdicts { gap: .5rem; } .verdicts button { padding: .6rem .3rem; }
          kbd { display: none; } .keys { display: none; }
        }
        @media print { .bar, .verdicts, .keys { display: none; }
          .match { break-inside: avoid; } }
        """
}
