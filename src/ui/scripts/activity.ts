/** The page of an activity, made livelier: kept for one's day, what it clashes with there, and its time on the reader's own clock. */
import type { MyDayData } from '#boards/programme/grid/my-day.ts';
import { dataOf, fill } from './data.ts';
import { keepButtons, type KeepWords } from './keep-buttons.ts';
import { plan } from './my-day-plan.ts';
import { chosen, onChange } from './my-day-store.ts';
import { ownTime } from './own-time.ts';

interface PageData extends KeepWords {
  edition: string;
  number: number;
  /** Address of every activity in a few words. */
  days: string;
  clash: string;
  yourTime: string;
}

const page = dataOf<PageData>('my-day');
keepButtons(page.edition, page);
showOwnTimes();
void showClashes();
addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('.keep')) void showClashes();
});
onChange(page.edition, () => void showClashes());

function showOwnTimes(): void {
  const reader = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const element of document.querySelectorAll<HTMLElement>('[data-reader-time]')) {
    const { readerTime = '', until = '', zone = 'UTC' } = element.dataset;
    const told = ownTime(document.documentElement.lang, readerTime, until, zone, reader);
    if (told === null) continue;
    element.textContent = fill(page.yourTime, { time: told });
    element.hidden = false;
  }
}

/** Nothing is fetched for readers who have kept nothing. */
async function showClashes(): Promise<void> {
  const line = document.querySelector<HTMLElement>('[data-clash]');
  const others = chosen(page.edition).filter((number) => number !== page.number);
  if (!line) return;
  line.hidden = true;
  if (others.length === 0) return;
  const response = await fetch(page.days).catch(() => null);
  if (!response?.ok) return;
  const { items, ways } = (await response.json()) as MyDayData;
  const mine = items.filter(({ number }) => number === page.number || others.includes(number));
  const clashes = plan(mine, ways).find(({ item }) => item.number === page.number)?.clashes ?? [];
  line.replaceChildren(
    ...clashes.flatMap((other, at) => {
      const link = document.createElement('a');
      link.href = other.path;
      link.textContent = fill(page.clash, { time: other.times.slice(0, 5), title: other.title });
      return at === 0 ? [link] : [document.createElement('br'), link];
    }),
  );
  line.hidden = clashes.length === 0;
}
