/** The page "My day": the plan with its warnings, from what the device keeps or from what the address names. */
import type { MyDayData, MyDayItem } from '#boards/programme/grid/my-day.ts';
import { dateIn } from './clock.ts';
import { dataOf, fill } from './data.ts';
import { plan, type Planned } from './my-day-plan.ts';
import { choose, chosen, fromAddress, onChange } from './my-day-store.ts';

interface PageData {
  edition: string;
  language: string;
  locale: string;
  home: string;
  boards: Record<string, string>;
  words: Record<string, string>;
}

const page = dataOf<PageData>('my-day');
const say = (key: string, values: Record<string, string | number> = {}): string => fill(page.words[key] ?? key, values);
const given = fromAddress(location.search);

const data = await read();
if (data) {
  tools();
  show(data);
  onChange(page.edition, () => show(data));
} else part('said').textContent = say('failed');

/** `null` where the network or the server fails: what was chosen is still on the device. */
async function read(): Promise<MyDayData | null> {
  try {
    const answer = await fetch(`${page.home}/my-day.json`);
    return answer.ok ? ((await answer.json()) as MyDayData) : null;
  } catch {
    return null;
  }
}

function part(name: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-${name}]`);
  if (!found) throw new Error(`The page has no ${name}`);
  return found;
}

/** What the address names, or else what the device keeps. */
function numbers(): number[] {
  return given ?? chosen(page.edition);
}

function show(data: MyDayData): void {
  const byNumber = new Map(data.items.map((item) => [item.number, item]));
  const wanted = numbers();
  const items = wanted.flatMap((number) => byNumber.get(number) ?? []);
  part('empty').hidden = items.length > 0;
  part('tools').hidden = items.length === 0;
  part('calendar').setAttribute('href', `/${page.edition}/schedule.ics?activity=${items.map(({ number }) => number).join(',')}`);
  const gone = wanted.length - items.length;
  if (gone > 0) part('said').textContent = say('gone', { n: gone });
  if (given) showGiven(items);
  part('plan').replaceChildren(...days(data, items));
}

function days(data: MyDayData, items: MyDayItem[]): HTMLElement[] {
  const byDay = Map.groupBy(plan(items, data.ways), ({ item }) =>
    item.startsAt ? dateIn(item.zone ?? data.zone, Date.parse(item.startsAt)) : '',
  );
  return [...byDay].map(([date, planned]) => {
    const section = make('section', 'plan-day');
    section.append(make('h2', '', date ? dayName(date) : say('noTime')));
    const list = make('ol');
    list.append(...planned.map((entry) => line(entry, data)));
    section.append(list);
    return section;
  });
}

function line({ item, clashes, walk }: Planned, data: MyDayData): HTMLElement {
  const row = make('li', [`b-${item.board}`, item.off ? 'off' : '', clashes.length > 0 ? 'clashing' : ''].filter(Boolean).join(' '));
  const body = make('div');
  const title = make('h3');
  const link = make('a', '', item.title);
  link.setAttribute('href', item.path);
  title.append(link);
  const where = make('p', 'soft small');
  where.append(make('span', 'dot'), ` ${[page.boards[item.board], item.room, item.off && say(item.off)].filter(Boolean).join(' · ')}`);
  body.append(title, where);
  for (const other of clashes) body.append(make('p', 'small warn', say('clash', { time: other.times.slice(0, 5), title: other.title })));
  if (walk) body.append(make('p', 'small warn', say('walk', { title: walk.to.title, need: walk.need, have: walk.have })));
  row.append(make('p', 'when num', item.times || say('noTime')), body);
  if (!given) row.append(removeButton(item, data));
  return row;
}

function removeButton(item: MyDayItem, data: MyDayData): HTMLElement {
  const button = make('button', 'chip remove', say('remove'));
  button.setAttribute('type', 'button');
  button.setAttribute('aria-label', `${say('remove')}: ${item.title}`);
  button.addEventListener('click', () => {
    choose(
      page.edition,
      chosen(page.edition).filter((number) => number !== item.number),
    );
    show(data);
    // The row is gone: the focus goes to where the list begins, not to the top of the page.
    document.querySelector<HTMLElement>('[data-plan] button')?.focus();
  });
  return button;
}

function showGiven(items: MyDayItem[]): void {
  const box = part('given');
  const keep = make('button', 'button', say('keep'));
  keep.setAttribute('type', 'button');
  keep.addEventListener('click', () => {
    choose(page.edition, [...chosen(page.edition), ...items.map(({ number }) => number)]);
    location.assign(`${page.home}/my-day`);
  });
  const mine = make('a', '', say('mine'));
  mine.setAttribute('href', `${page.home}/my-day`);
  box.replaceChildren(make('span', '', say('fromLink', { n: items.length })), keep, mine);
  box.hidden = false;
}

function tools(): void {
  part('print').addEventListener('click', () => print());
  part('share').addEventListener('click', () => void share());
  const clear = part('clear');
  clear.hidden = given !== null;
  clear.addEventListener('click', () => {
    // Asked once: there is no way back.
    if (clear.dataset['sure'] === undefined) {
      clear.dataset['sure'] = '';
      clear.textContent = say('clearSure');
      return;
    }
    choose(page.edition, []);
    location.reload();
  });
}

async function share(): Promise<void> {
  const link = `${location.origin}${page.home}/my-day?a=${numbers().join('.')}`;
  const field = document.querySelector<HTMLInputElement>('#share-link');
  part('link').hidden = false;
  if (field) {
    field.value = link;
    field.select();
  }
  try {
    await navigator.clipboard.writeText(link);
    part('said').textContent = say('shared');
  } catch {
    // The field with the link is there to be copied by hand.
  }
}

function dayName(date: string): string {
  const noon = new Date(`${date}T12:00:00Z`);
  const day = new Intl.DateTimeFormat(page.locale, { timeZone: 'UTC', day: 'numeric', month: 'long' }).format(noon);
  const weekday = new Intl.DateTimeFormat(page.locale, { timeZone: 'UTC', weekday: 'short' }).format(noon);
  return page.language === 'zh' ? `${day}\uff08${weekday}\uff09` : `${weekday} ${day}`;
}

function make(name: string, className = '', text = ''): HTMLElement {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
