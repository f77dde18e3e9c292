/** The front page of an edition while it runs: what is on now and next by the reader's clock; before it, how many days are left. */
import type { MyDayData, MyDayItem } from '#boards/programme/grid/my-day.ts';
import { clockIn, dateIn, everyHalfMinute } from './clock.ts';
import { dataOf, fill } from './data.ts';

interface PageData {
  home: string;
  language: string;
  zone: string;
  startsOn: string | null;
  endsOn: string | null;
  words: { onNow: string; next: string; live: string; nothing: string; inDays: string; tomorrow: string };
}

const page = dataOf<PageData>('front');
const box = document.querySelector<HTMLElement>('[data-today]');
const today = dateIn(page.zone, Date.now());
if (page.startsOn && today < page.startsOn) countdown(page.startsOn);
// The server shows the day it believes to be today; while that is the reader's too, the clock says more.
if (box?.dataset['today'] === today) await moments();

function countdown(startsOn: string): void {
  const days = Math.round((Date.parse(startsOn) - Date.parse(today)) / 86_400_000);
  const place = document.querySelector('[data-countdown]');
  if (place) place.textContent = ` · ${days === 1 ? page.words.tomorrow : fill(page.words.inDays, { n: days })}`;
}

async function moments(): Promise<void> {
  const answer = await fetch(`${page.home}/my-day.json`);
  if (!answer.ok) return;
  const { items } = (await answer.json()) as MyDayData;
  const timed = items.filter((item) => item.startsAt && item.endsAt && !item.off);
  everyHalfMinute((now) => show(timed, now));
}

function show(items: MyDayItem[], now: number): void {
  const start = (item: MyDayItem) => Date.parse(item.startsAt ?? '');
  const end = (item: MyDayItem) => Date.parse(item.endsAt ?? '');
  const on = items.filter((item) => start(item) <= now && now < end(item));
  const later = items.filter((item) => start(item) > now && dateIn(page.zone, start(item)) === dateIn(page.zone, now));
  const first = Math.min(...later.map(start));
  const next = later.filter((item) => start(item) === first);
  const parts: HTMLElement[] = [];
  if (on.length > 0) parts.push(heading(page.words.onNow, now), list(on.slice(0, 7), true));
  if (next.length > 0) parts.push(heading(page.words.next, first), list(next.slice(0, 5), false));
  if (parts.length === 0) parts.push(paragraph(page.words.nothing));
  document.querySelector('[data-moments]')?.replaceChildren(...parts);
}

function heading(text: string, at: number): HTMLElement {
  const element = document.createElement('h3');
  const time = document.createElement('span');
  time.className = 'num';
  time.textContent = clockIn(page.zone, at);
  element.append(`${text} `, time);
  return element;
}

function list(items: MyDayItem[], on: boolean): HTMLElement {
  const element = document.createElement('ol');
  element.className = 'now';
  for (const item of items) {
    const row = document.createElement('li');
    row.className = `b-${item.board}`;
    const dot = document.createElement('span');
    dot.className = 'dot';
    const link = document.createElement('a');
    link.className = 'serif';
    link.href = item.path;
    link.textContent = item.title;
    const where = document.createElement('span');
    where.className = 'soft small where';
    where.textContent = item.room.split(/[,\uff0c]/)[0] ?? '';
    row.append(dot, link, where);
    if (on && item.streamed) {
      const mark = document.createElement('span');
      mark.className = 't live';
      mark.textContent = page.words.live;
      row.append(mark);
    }
    element.append(row);
  }
  return element;
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}
