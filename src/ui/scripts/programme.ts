/** Pages of the programme, made livelier: buttons for one's day, the now-line, what is live, the reader's own zone, menus that close. */
import { clockIn, dateIn, everyHalfMinute, isOn, readerOffset } from './clock.ts';
import { dataOf, fill } from './data.ts';
import { keepButtons, type KeepWords } from './keep-buttons.ts';
import { versionSeen } from './version-seen.ts';

interface PageData extends KeepWords {
  edition: string;
  zone: string;
  live: string;
  today: string;
  yourZone: string;
  language: string;
  sinceSeen: string;
}

const page = dataOf<PageData>('my-day');
keepButtons(page.edition, page);
everyHalfMinute((now) => {
  for (const grid of document.querySelectorAll<HTMLElement>('[data-grid]')) nowLine(grid, now);
  for (const element of document.querySelectorAll<HTMLElement>('[data-activity][data-streamed]')) live(element, now);
  for (const tab of document.querySelectorAll<HTMLElement>('[data-day]'))
    tab.classList.toggle('today', tab.dataset['day'] === dateIn(page.zone, now));
});
ownZone();
sinceSeen();
// On a phone the chosen day may lie beyond the edge of its row.
document.querySelector('.days [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
closingMenus();

function nowLine(grid: HTMLElement, now: number): void {
  const line = grid.querySelector<HTMLElement>('[data-now]');
  if (!line) return;
  const from = Number(grid.dataset['from']);
  const to = Number(grid.dataset['to']);
  line.hidden = now < from || now >= to;
  line.style.setProperty('--now', String((now - from) / (to - from)));
  const label = line.querySelector('span');
  if (label) label.textContent = clockIn(page.zone, now);
}

function live(element: HTMLElement, now: number): void {
  const mark = element.querySelector<HTMLElement>('.streamed, .live');
  if (!mark) return;
  mark.dataset['word'] ??= mark.textContent ?? '';
  const on = isOn(element, now);
  mark.classList.toggle('live', on);
  mark.classList.toggle('streamed', !on);
  mark.textContent = on ? page.live : mark.dataset['word'];
}

/** Readers elsewhere are told how far their clock is from the programme's. */
function ownZone(): void {
  const note = document.querySelector<HTMLElement>('[data-zone-note]');
  const grid = document.querySelector<HTMLElement>('[data-grid]');
  if (!note) return;
  const at = grid ? Number(grid.dataset['from']) : Date.now();
  const reader = readerOffset(at);
  if (clockIn(page.zone, at) === clockIn(Intl.DateTimeFormat().resolvedOptions().timeZone, at)) return;
  note.textContent += `${document.documentElement.lang.startsWith('zh') ? '\uff0c' : '; '}${fill(page.yourZone, { offset: reader })}`;
}

/** Who saw an earlier version is led to what changed since. */
function sinceSeen(): void {
  const place = document.querySelector<HTMLElement>('[data-version]');
  const number = Number(place?.dataset['version']);
  const seen = number > 0 ? versionSeen(page.edition, number) : null;
  if (!place || seen === null) return;
  const link = document.createElement('a');
  link.href = `/${page.language}/${page.edition}/changes?since=${seen}`;
  link.textContent = fill(page.sinceSeen, { number: seen });
  place.append(' \u00b7 ', link);
}

/** A menu closes on Escape, giving the focus back, and on a press beside it. */
function closingMenus(): void {
  const open = () => [...document.querySelectorAll<HTMLDetailsElement>('.filters details[open], .head details[open]')];
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      const within = menu.contains(document.activeElement);
      menu.open = false;
      if (within) menu.querySelector('summary')?.focus();
    }
  });
  addEventListener('pointerdown', (event) => {
    for (const menu of open()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
}
