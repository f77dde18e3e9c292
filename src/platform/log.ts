import pino, { type Logger } from 'pino';
import type { Settings } from './settings.ts';

export type Log = Logger;

/** Never written, wherever in a logged object they stand. */
const secrets = ['password', 'token', 'secret', 'authorization', 'cookie', 'connectionString', 'databaseUrl'];

/** Writes to stderr: one JSON object a line in production, short lines for people otherwise. */
export function makeLog(settings: Pick<Settings, 'mode' | 'logLevel'>): Log {
  const redact = { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '(hidden)' };
  const options = { level: settings.logLevel, base: null, redact };
  if (settings.mode === 'production')
    return pino({ ...options, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true }));
  return pino(options, { write: (line: string) => void process.stderr.write(forPeople(line)) });
}

/** `12:03:04 The message. key=value`; warnings and errors are named. */
function forPeople(line: string): string {
  const { level, time, msg, err, ...rest } = JSON.parse(line) as {
    level: number;
    time: number;
    msg?: string;
    err?: { message: string; stack: string };
  };
  const clock = new Date(time).toTimeString().slice(0, 8);
  const name = level >= 50 ? 'error: ' : level >= 40 ? 'warning: ' : '';
  const details = Object.entries(rest).map(([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${clock} ${name}${msg ?? err?.message ?? ''}${details.join('')}\n${err ? err.stack + '\n' : ''}`;
}
