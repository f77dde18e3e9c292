/** Every listener of domain events, imported once by whoever runs verbs: boards hear of each other here and nowhere else. */
import './notices/listeners.server.ts';
import './programme/moving/tied.server.ts';
