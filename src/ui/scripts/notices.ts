/** Keeps the notices above a page true while it stays open: the server says which are in force whenever that changes. */
import { dataOf } from './data.ts';

interface Line {
  number: number;
  kind: string;
  title: { source: string; texts: Record<string, string> };
}

const { live, base, language, kinds, shown } = dataOf<{
  live: string;
  base: string;
  language: string;
  kinds: Record<string, string>;
  shown: string[];
}>('notices-live');
const aside = document.querySelector<HTMLElement>('[data-notices]');
const list = aside?.querySelector('ul');
let before = shown.join('\n');

function show(lines: readonly Line[]): void {
  if (!aside || !list) return;
  const titleOf = ({ title }: Line) => title.texts[language] ?? title.texts[title.source] ?? '';
  const now = lines.map((line) => `${line.number} ${titleOf(line)}`).join('\n');
  // What says the same again would be read out again.
  if (now === before) return;
  before = now;
  aside.hidden = lines.length === 0;
  list.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement('li');
      const kind = document.createElement('b');
      kind.textContent = kinds[line.kind] ?? '';
      const link = document.createElement('a');
      link.href = `${base}/${line.number}`;
      link.textContent = titleOf(line);
      item.append(kind, ' ', link);
      return item;
    }),
  );
}

if ('EventSource' in window) {
  const source = new EventSource(live);
  source.addEventListener('message', ({ data }: MessageEvent<string>) =>
    show((JSON.parse(data) as { detail: { lines: Line[] } }).detail.lines),
  );
  // A page that is left is not kept waiting for.
  addEventListener('pagehide', () => source.close());
  // One that is come back to from the browser's memory looks again.
  addEventListener('pageshow', (event) => event.persisted && location.reload());
}
