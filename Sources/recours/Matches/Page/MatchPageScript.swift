// SPDX-License-Identifier: EUPL-1.2

/// What the page of matches does: it keeps verdicts in the browser and gives them as a file. It
/// reads nothing but identifiers, and writes no text but numbers.
enum MatchPageScript {
    static let script = Markup(stringLiteral: text)

    private static let text = #"""

        'use strict';
        (() => {
          const cards = [...document.querySelectorAll('.match')];
          const find = id => document.getElementById(id);
          const memory = new Map();

          // A browser that keeps nothing, or has no room, still counts until it is closed.
          const stored = id => {
            try { return localStorage.getItem('recours.match.' + id); } catch { return null; }
          };
          const store = (id, verdict) => {
            try {
              if (verdict) localStorage.setItem('recours.match.' + id, verdict);
              else localStorage.removeItem('recours.match.' + id);
            } catch { /* kept in memory alone */ }
          };

          const show = card => {
            const verdict = memory.get(card.dataset.id);
            card.classList.toggle('copy', verdict === 'COPY');
            card.classList.toggle('other', verdict === 'NO_COPY');
            for (const button of card.querySelectorAll('[data-verdict]'))
              button.setAttribute('aria-pressed', button.dataset.verdict === verdict);
          };

          const count = () => {
            const all = [...memory.values()];
            const copies = all.filter(verdict => verdict === 'COPY').length;
            find('left').textContent = cards.length - all.length;
            find('copies').textContent = copies;
            find('others').textContent = all.length - copies;
            find('progress').value = all.length;
            find('download').disabled = all.length === 0;
            document.querySelector('.all-done').hidden = all.length < cards.length;
          };

          const judge = (card, verdict) => {
            const id = card.dataset.id;
            if (verdict) memory.set(id, verdict); else memory.delete(id);
            store(id, verdict);
            show(card);
            count();
          };

          const isShown = card => card.offsetParent !== null;
          const focus = card => {
            card.focus({ preventScroll: true });
            card.scrollIntoView({ block: 'start' });
          };
          const current = () => document.activeElement.closest('.match');

          // The next one that can be seen, from a card on; backwards with -1.
          const step = (from, way) => {
            let place = from ? cards.indexOf(from) + way : way > 0 ? 0 : cards.length - 1;
            while (cards[place] && !isShown(cards[place])) place += way;
            if (cards[place]) focus(cards[place]);
          };

          const nextToJudge = from => {
            const place = cards.indexOf(from);
            const order = [...cards.slice(place + 1), ...cards.slice(0, place)];
            const next = order.find(card => !memory.has(card.dataset.id));
            if (next) focus(next); else find('download').focus();
          };

          const first = () => cards.find(card => !memory.has(card.dataset.id));

          document.addEventListener('click', event => {
            const button = event.target.closest('[data-verdict]');
            if (!button) return;
            const card = button.closest('.match');
            const isTakenBack = button.getAttribute('aria-pressed') === 'true';
            judge(card, isTakenBack ? null : button.dataset.verdict);
            if (!isTakenBack && !isShown(card)) nextToJudge(card);
          });

          document.addEventListener('keydown', event => {
            if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
            const key = event.key.toLowerCase();
            const card = current();
            if (key === 'j') step(card, 1);
            else if (key === 'k') step(card, -1);
            else if (key === 'u' && card) judge(card, null);
            else if (key === 'c' || key === 'n') {
              const judged = card || first();
              if (!judged) return;
              judge(judged, key === 'c' ? 'COPY' : 'NO_COPY');
              nextToJudge(judged);
            } else return;
            event.preventDefault();
          });

          find('only').addEventListener('change', event => {
            document.body.classList.toggle('only-left', event.target.checked);
          });

          find('download').addEventListener('click', () => {
            const lines = cards.filter(card => memory.has(card.dataset.id)).map(card =>
              JSON.stringify({ listingId: card.dataset.id, verdict: memory.get(card.dataset.id) }));
            const link = document.createElement('a');
            const file = new Blob([lines.join('\n') + '\n'], { type: 'application/jsonl' });
            link.href = URL.createObjectURL(file);
            link.download = find('download').dataset.file;
            link.click();
            setTimeout(() => URL.revokeObjectURL(link.href), 10000);
          });

          for (const card of cards) {
            const verdict = stored(card.dataset.id);
            if (verdict === 'COPY' || verdict === 'NO_COPY') memory.set(card.dataset.id, verdict);
            show(card);
          }
          count();
        })();

        """#
}
