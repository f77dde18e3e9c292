/** From the people that a proposal names to those of its activity: who speaks is a speaker not yet asked, who is asked to come is a guest. */
import type { Localised } from '#registry/text.ts';
import type { PersonRole } from '../content.ts';
import type { GuestEntry } from '../hosting/guests/model.ts';
import type { Guest } from './model.ts';

export interface NamedSpeaker {
  name: Localised;
  role: PersonRole;
  organisation: string;
  country: string | null;
}

/** Guests of honour do not speak unless the agenda says so; of somebody without a name only the organisation is known. */
export function namedPeople(named: readonly Guest[]): { speakers: NamedSpeaker[]; guests: GuestEntry[] } {
  const speakers: NamedSpeaker[] = [];
  const guests: GuestEntry[] = [];
  for (const { name, role, organisation, country, confirmed } of named) {
    if (name && role !== 'guest-of-honour') speakers.push({ name, role, organisation, country });
    else {
      const called = [...new Set(Object.values(name?.texts ?? {}).filter(Boolean))].join(' ') || organisation;
      const state = confirmed ? 'accepted' : 'listed';
      guests.push({ name: called.slice(0, 200), organisation, post: '', email: null, state, note: country ?? '' });
    }
  }
  return { speakers, guests };
}
