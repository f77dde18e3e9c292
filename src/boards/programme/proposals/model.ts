/**
 * A proposal (提案): what a host organisation offers to hold, from its draft to the office's decision. States, steps and what must be told
 * before it may be handed in. Rules only: no database, no clock.
 */
import type { Language, Localised } from '#registry/text.ts';
import type { Access, HostRole, PersonRole, SessionKind, Uuid } from '../content.ts';
import type { Call, Question } from './call.ts';
import { PARTS, noWishes, type Wishes } from './wishes.ts';

export const PROPOSAL_STATES = ['draft', 'submitted', 'returned', 'accepted', 'declined', 'withdrawn', 'merged'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** The steps there are; the last three take one back. The database knows the same (`check_proposal_state`). */
export const STEPS = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  withdraw: { from: ['draft', 'submitted', 'returned'], to: 'withdrawn' },
  return: { from: ['submitted'], to: 'returned' },
  accept: { from: ['submitted'], to: 'accepted' },
  decline: { from: ['submitted', 'returned'], to: 'declined' },
  merge: { from: ['submitted'], to: 'merged' },
  revive: { from: ['withdrawn'], to: 'draft' },
  reopen: { from: ['declined', 'merged'], to: 'submitted' },
  'take back': { from: ['accepted'], to: 'submitted' },
} as const satisfies Record<string, { from: readonly ProposalState[]; to: ProposalState }>;
export type Step = keyof typeof STEPS;

export const mayTake = (step: Step, state: ProposalState): boolean => (STEPS[step].from as readonly ProposalState[]).includes(state);
/** Its host may still change what it says. */
export const isOpen = (state: ProposalState): boolean => state === 'draft' || state === 'returned';

export interface AgendaItem {
  kind: SessionKind;
  title: Localised | null;
  minutes: number | null;
}

export interface Guest {
  name: Localised | null;
  role: PersonRole;
  organisation: string;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** Has said yes. */
  confirmed: boolean;
}

export interface ProposalContent {
  title: Localised | null;
  focus: Uuid | null;
  topic: Uuid | null;
  aims: Localised | null;
  abstract: Localised | null;
  languages: Language[];
  access: Access;
  /** Per cent of the people from abroad. */
  foreignShare: number | null;
  /** Beside the organisation that proposes and leads it. */
  hosts: { organisation: Uuid; role: HostRole }[];
  /** The number expected is `wishes.expected`, its length that of the agenda. */
  wishes: Omit<Wishes, 'minutes'>;
  agenda: AgendaItem[];
  guests: Guest[];
  contact: { name: string; email: string; phone: string };
}

export type Answer = string | string[];
export type Answers = Record<string, Answer>;

export function emptyContent(): ProposalContent {
  const { minutes: _, ...wishes } = noWishes();
  return {
    title: null,
    focus: null,
    topic: null,
    aims: null,
    abstract: null,
    languages: [],
    access: 'registered',
    foreignShare: null,
    hosts: [],
    wishes,
    agenda: [],
    guests: [],
    contact: { name: '', email: '', phone: '' },
  };
}

export const minutesOf = ({ agenda }: Pick<ProposalContent, 'agenda'>): number =>
  agenda.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);

/** Why a field keeps a proposal from being handed in. */
export type Lack =
  | 'required'
  | 'both-languages'
  | 'number'
  | 'percent'
  | 'mail'
  | 'link'
  | 'date'
  | 'unknown'
  | 'outside-edition'
  | 'day-both-ways'
  | 'minutes'
  | 'too-long';
export interface Missing {
  /** As the form names the field: `title.en`, `agenda.2.minutes`, `answers.audience`. */
  path: string;
  why: Lack;
}

/** What a proposal may choose among. */
export interface Choices {
  languages: readonly Language[];
  days: readonly string[];
  focuses: readonly Uuid[];
  topics: readonly Uuid[];
  places: readonly Uuid[];
}

/** The longest that an activity may last, in minutes: two days of talks. */
const LONGEST = 20 * 60;

/** Everything that is still to be told or is told wrongly; empty where it may be handed in. */
export function missing(content: ProposalContent, answers: Answers, call: Pick<Call, 'questions'>, choices: Choices): Missing[] {
  const found: Missing[] = [];
  const lack = (path: string, why: Lack) => found.push({ path, why });
  const inBoth = (path: string, text: Localised | null) => {
    if (!text) return lack(`${path}.${choices.languages[0] ?? 'zh'}`, 'required');
    for (const language of choices.languages) if (!text.texts[language]?.trim()) lack(`${path}.${language}`, 'both-languages');
  };
  inBoth('title', content.title);
  inBoth('aims', content.aims);
  if (choices.focuses.length > 0 && !content.focus) lack('focus', 'required');
  if (content.focus && !choices.focuses.includes(content.focus)) lack('focus', 'unknown');
  if (content.topic && !choices.topics.includes(content.topic)) lack('topic', 'unknown');
  if (content.languages.length === 0) lack('languages', 'required');
  if (content.foreignShare === null) lack('foreignShare', 'required');
  else if (!(content.foreignShare >= 0 && content.foreignShare <= 100)) lack('foreignShare', 'percent');
  if (!content.contact.name) lack('contact.name', 'required');
  if (!content.contact.email) lack('contact.email', 'required');
  else if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(content.contact.email)) lack('contact.email', 'mail');
  missingWishes(content.wishes, choices, lack);
  if (content.agenda.length === 0) lack('agenda.0.title.zh', 'required');
  for (const [at, item] of content.agenda.entries()) {
    inBoth(`agenda.${at}.title`, item.title);
    if (!item.minutes || item.minutes < 1) lack(`agenda.${at}.minutes`, 'minutes');
  }
  if (minutesOf(content) > LONGEST) lack(`agenda.${content.agenda.length - 1}.minutes`, 'too-long');
  for (const [at, guest] of content.guests.entries()) if (!guest.name) lack(`guests.${at}.name.zh`, 'required');
  for (const question of call.questions) {
    const why = lackOfAnswer(question, answers[question.key]);
    if (why) lack(`answers.${question.key}`, why);
  }
  return found;
}

function missingWishes(wishes: ProposalContent['wishes'], choices: Choices, lack: (path: string, why: Lack) => void): void {
  if (wishes.expected === null) lack('wishes.expected', 'required');
  else if (wishes.expected < 1) lack('wishes.expected', 'number');
  if ([...wishes.days, ...wishes.avoidedDays].some((day) => !choices.days.includes(day))) lack('wishes.days', 'outside-edition');
  if (wishes.days.some((day) => wishes.avoidedDays.includes(day))) lack('wishes.avoidedDays', 'day-both-ways');
  if (wishes.parts.some((part) => !PARTS.includes(part))) lack('wishes.parts', 'unknown');
  if (wishes.places.some((place) => !choices.places.includes(place))) lack('wishes.places', 'unknown');
}

/** What is wrong with an answer to a call's own question. */
export function lackOfAnswer(question: Question, answer: Answer | undefined): Lack | null {
  const given = (Array.isArray(answer) ? answer : [answer ?? '']).map((one) => one.trim()).filter((one) => one !== '');
  if (given.length === 0) return question.required ? 'required' : null;
  const [first = ''] = given;
  switch (question.kind) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(first) ? null : 'number';
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(first) && !Number.isNaN(Date.parse(first)) ? null : 'date';
    case 'yes-no':
      return first === 'yes' || first === 'no' ? null : 'unknown';
    case 'choice':
      return given.length === 1 && question.options.some(({ key }) => key === first) ? null : 'unknown';
    case 'choices':
      return given.every((one) => question.options.some(({ key }) => key === one)) ? null : 'unknown';
    case 'link':
      return /^https?:\/\/\S+$/.test(first) && URL.canParse(first) ? null : 'link';
    case 'line':
      return first.length <= 300 ? null : 'too-long';
    case 'text':
      return first.length <= 8000 ? null : 'too-long';
  }
}

/** One proposal taken into another: its organisation becomes a co-host, its agenda and guests come after, and what was empty is filled. */
export function merged(into: ProposalContent, from: ProposalContent, organisation: Uuid, lead: Uuid): ProposalContent {
  const known = new Set([lead, ...into.hosts.map((host) => host.organisation)]);
  const joining = [{ organisation, role: 'co-host' as const }, ...from.hosts].filter((host) => {
    if (known.has(host.organisation)) return false;
    known.add(host.organisation);
    return true;
  });
  return {
    ...into,
    hosts: [...into.hosts, ...joining],
    agenda: [...into.agenda, ...from.agenda],
    guests: [...into.guests, ...from.guests],
    languages: [...new Set([...into.languages, ...from.languages])],
    topic: into.topic ?? from.topic,
    wishes: {
      ...into.wishes,
      expected: Math.max(into.wishes.expected ?? 0, from.wishes.expected ?? 0) || null,
      equipment: [...new Set([...into.wishes.equipment, ...from.wishes.equipment])],
      interpretation: [...new Set([...into.wishes.interpretation, ...from.wishes.interpretation])],
      streamed: into.wishes.streamed || from.wishes.streamed,
    },
  };
}

/** What `merged` added, taken out again where it still stands as it came. */
export function unmerged(into: ProposalContent, from: ProposalContent, organisation: Uuid): ProposalContent {
  const without = <Item>(list: readonly Item[], added: readonly Item[]): Item[] => {
    const left = added.map((item) => JSON.stringify(item));
    // From the end, where they were put.
    return list
      .toReversed()
      .filter((item) => {
        const at = left.indexOf(JSON.stringify(item));
        if (at >= 0) left.splice(at, 1);
        return at < 0;
      })
      .toReversed();
  };
  return {
    ...into,
    hosts: into.hosts.filter((host) => host.organisation !== organisation || host.role !== 'co-host'),
    agenda: without(into.agenda, from.agenda),
    guests: without(into.guests, from.guests),
  };
}
