/** The buttons with which activities are kept for one's day: one wherever the page says `data-activity={number}`. */
import { chosen, onChange, toggle } from './my-day-store.ts';

export interface KeepWords {
  add: string;
  added: string;
}

export function keepButtons(edition: string, words: KeepWords): void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-activity]')];
  for (const place of places) {
    const number = Number(place.dataset['activity']);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'keep';
    button.dataset['keep'] = String(number);
    button.setAttribute('aria-label', `${words.added}: ${titleOf(place)}`);
    button.addEventListener('click', () => {
      toggle(edition, number);
      show();
    });
    (place.querySelector('[data-my-day-here]') ?? place).append(button);
  }
  const show = () => {
    const kept = new Set(chosen(edition));
    for (const place of places) {
      const is = kept.has(Number(place.dataset['activity']));
      place.classList.toggle('mine', is);
      const button = place.querySelector<HTMLElement>('.keep');
      button?.setAttribute('aria-pressed', String(is));
      if (!button) continue;
      const named = button.closest('[data-my-day-here]') !== null;
      button.textContent = is ? words.added : named ? words.add : '+';
      // Who speaks to the page says what is written on the button.
      if (named) button.setAttribute('aria-label', `${button.textContent}: ${titleOf(place)}`);
    }
    for (const link of document.querySelectorAll<HTMLElement>('[data-my-day]')) {
      link.dataset['label'] ??= link.textContent ?? '';
      link.textContent = kept.size > 0 ? `${link.dataset['label']} · ${kept.size}` : (link.dataset['label'] ?? '');
    }
  };
  show();
  onChange(edition, show);
}

const titleOf = (place: HTMLElement): string => place.dataset['title'] ?? place.querySelector('h1, h2, h3, h4')?.textContent?.trim() ?? '';
