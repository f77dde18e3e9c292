/** What happens at a live topic while a page is open: who else is here, and what was changed. For pages with a script alone. */
import { SvelteMap } from 'svelte/reactivity';

type Told =
  | { is: 'here' | 'hello' | 'gone'; tab: string; name: string }
  | { is: 'changed'; part: string; by: string }
  /** Something may have been missed. */
  | null;

const FORGET = 60_000;

export interface Live {
  /** Names of the others who are here, each once. */
  readonly others: string[];
  /** This tab, for verbs to name as who changed something. */
  readonly tab: string;
  close(): void;
}

/** `changed` hears of every change that was not this tab's; `part` is `null` where something may have been missed. */
export function follow(address: string, changed: (part: string | null) => void): Live {
  const tab = crypto.randomUUID();
  const seen = new SvelteMap<string, { name: string; at: number }>();
  const source = new EventSource(`${address}?tab=${tab}`);
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const { detail } = JSON.parse(data) as { detail: Told };
    if (detail === null) changed(null);
    else if (detail.is === 'changed') {
      if (detail.by !== tab) changed(detail.part);
    } else if (detail.tab !== tab) {
      if (detail.is === 'gone') seen.delete(detail.tab);
      else seen.set(detail.tab, { name: detail.name, at: Date.now() });
    }
  });
  const sweep = setInterval(() => {
    for (const [key, { at }] of seen) if (Date.now() - at > FORGET) seen.delete(key);
  }, 10_000);
  return {
    get others() {
      return [...seen.values()].map(({ name }) => name).filter((name, place, all) => all.indexOf(name) === place);
    },
    tab,
    close() {
      source.close();
      clearInterval(sweep);
    },
  };
}
