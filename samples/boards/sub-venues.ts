/** What is held at the sub-venues abroad, beside a parallel forum in Singapore and four heats of the contest. All of it is sample data. */
import { SUB_VENUES, subVenueRoom } from '../places.ts';
import { type ActivityPlan, pair, pairs } from '../plan.ts';
import { MEETINGS } from './sub-venue-meetings.ts';
import { cast, event, item, series } from './event.ts';

export const subVenueMeetings = (): ActivityPlan[] =>
  MEETINGS.map((meeting) => {
    const venue = SUB_VENUES.find(({ key }) => key === meeting.city)!;
    const [zh, en] = pair(meeting.title);
    const about = { problems: pairs(meeting.problems), uses: pairs(meeting.uses), areas: pairs(meeting.areas) };
    const slug = `sub-venue-${meeting.city}`;
    return event({
      slug,
      board: meeting.board,
      kind: meeting.board === 'exchange' ? 'exchange' : 'side-event',
      title: `${venue.city[0]}·${zh}|${venue.city[1]}: ${en}`,
      abstract: meeting.abstract,
      topic: meeting.topic,
      fields: [meeting.field],
      hosts: [['international-parks', 'organiser']],
      people: [cast('chair', 1, 'expert')],
      matter: about,
      size: 100,
      rooms: [subVenueRoom(meeting.city)],
      day: meeting.day,
      part: Number(meeting.start.slice(0, 2)) < 12 ? 'morning' : 'afternoon',
      start: meeting.start,
      country: venue.country,
      foreign: 10,
      streamed: true,
      languages: ['en'],
      items: [
        item('opening', 10, `${venue.city[0]}分会场开场|The ${venue.city[1]} sub-venue opens`, cast('guest-of-honour', 1, 'official')),
        ...series('talk', 25, meeting.talks, about, slug, cast('speaker', 1, 'scholar', 'founder')),
        ...series(
          'panel',
          40,
          meeting.panel,
          about,
          `${slug} panel`,
          cast('moderator', 1, 'expert'),
          cast('panellist', 3, 'scholar', 'founder'),
        ),
        item(
          'closing',
          20,
          meeting.board === 'exchange'
            ? `${venue.city[0]}项目洽谈|Meetings on projects in ${venue.city[1]}`
            : `${venue.city[0]}与北京连线问答|Questions between ${venue.city[1]} and Beijing`,
        ),
      ],
    });
  });
