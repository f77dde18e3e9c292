/** Every listener of domain events and every watcher, imported once by whoever runs verbs: boards hear of each other here and nowhere else. */
import './notices/attention.server.ts';
import './notices/listeners.server.ts';
import './notices/move.server.ts';
import './preparation/committees/move.server.ts';
import './preparation/overview.server.ts';
import './preparation/plan/move.server.ts';
import './preparation/plan/reminders.server.ts';
import './programme/desk/ahead.server.ts';
import './programme/desk/attention.server.ts';
import './programme/moving/tied.server.ts';
import './programme/hosting/tasks/reminders.server.ts';
import './programme/hosting/speakers/telling.server.ts';
