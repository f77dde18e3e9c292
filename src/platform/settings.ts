import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { done, refused, type Outcome } from './outcome.ts';
import { projectRoot } from './root.ts';

/** What the environment may set; everything has a default, so that a first start needs nothing. */
export interface Settings {
  /** `demo` fills an empty database with the sample series and builds the pages when they are missing; `production` does neither. */
  mode: 'demo' | 'production';
  /** TCP port of the http server; 0 lets the system choose a free one. */
  port: number;
  host: string;
  /** The address that readers use, without a slash at the end. */
  publicUrl: string;
  /** Absolute folder of everything that is stored on disk. */
  dataDir: string;
  /** A PostgreSQL server to use in place of the embedded one. */
  databaseUrl: string | null;
  /** The mail server that messages go out by; without one nothing leaves. May hold a password. */
  smtpUrl: string | null;
  /** Whom mails are from: `Forum office <office@forum.example.org>` or the bare address. */
  mailFrom: string;
  /** A tile server that desks draw maps over, `https://tiles.example.org/{z}/{x}/{y}.png`; without one over a grid of our own. */
  mapTiles: string | null;
  logLevel: (typeof logLevels)[number];
  /** How many proxies of ours stand in front, each adding the address it was asked from to `X-Forwarded-For`. */
  trustedProxies: number;
  /** An identity provider to sign in with; `null`: none. */
  oidc: OidcSettings | null;
}

export interface OidcSettings {
  issuer: string;
  clientId: string;
  /** `null` for a public client. */
  clientSecret: string | null;
  /** What people call it: the word on its button. */
  name: string;
}

export interface SettingProblem {
  setting: string;
  /** One line for people: which setting, why it is wrong, what is accepted. Holds no secret. */
  line: string;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const modes = ['demo', 'production'] as const;

const MAIL_FROM = /^(?:[^<>@\r\n]{1,100}<[^@\s<>]+@[^@\s<>]+>|[^@\s<>]+@[^@\s<>]+)$/;

const known = {
  PORT: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65535),
    accepts: 'a port number from 1 to 65535, or 0 for any free one',
  },
  HOST: { schema: z.string().regex(/^[\w.:-]+$/), accepts: 'a host name or an address to listen on, such as 127.0.0.1 or 0.0.0.0' },
  PUBLIC_URL: {
    schema: z.string().transform(parsePublicUrl),
    accepts: 'the address readers use, such as https://forum.example.org, with no user, query or fragment',
  },
  DATA_DIR: { schema: z.string().refine((path) => !path.includes('\0')), accepts: 'a folder' },
  DATABASE_URL: {
    schema: z.string().refine(isPostgresUrl),
    // The value may carry a password, so the line never repeats it.
    secret: true,
    accepts: 'postgres://user:password@host:port/database',
  },
  SMTP_URL: {
    schema: z.string().refine(isSmtpUrl),
    secret: true,
    accepts: 'smtp://user:password@host:port, or smtps:// for TLS from the first byte',
  },
  MAIL_FROM: { schema: z.string().regex(MAIL_FROM), accepts: 'an address, such as Forum office <office@forum.example.org>' },
  MAP_TILES: {
    schema: z
      .string()
      .regex(/^https:\/\/[a-z0-9.-]+(:\d+)?\/[^\s'"]*$/i)
      .refine((text) => ['{z}', '{x}', '{y}'].every((part) => text.includes(part))),
    accepts: 'the address of map tiles, such as https://tiles.example.org/{z}/{x}/{y}.png',
  },
  EVERFORUM_MODE: { schema: z.enum(modes), accepts: modes.join(' or ') },
  TRUSTED_PROXIES: {
    schema: z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number),
    accepts: 'how many proxies of yours stand in front, such as 1',
  },
  OIDC_ISSUER: {
    schema: z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)),
    accepts: 'the issuer of an OpenID Connect provider, such as https://accounts.example.org',
  },
  OIDC_CLIENT_ID: { schema: z.string(), accepts: 'the client id that the provider gave' },
  OIDC_CLIENT_SECRET: { schema: z.string(), secret: true, accepts: 'the client secret that the provider gave' },
  OIDC_CLIENT_SECRET_FILE: {
    schema: z.string().transform(parseSecretFile),
    accepts: 'a readable file with the client secret in it',
  },
  OIDC_NAME: { schema: z.string().max(60), accepts: 'what people call the provider, in at most 60 characters' },
  LOG_LEVEL: { schema: z.enum(logLevels), accepts: logLevels.join(', ') },
} satisfies Record<string, { schema: z.ZodType; accepts: string; secret?: boolean }>;

type Name = keyof typeof known;
type Parsed = { [name in Name]?: z.output<(typeof known)[name]['schema']> };

/** Reads all settings and reports every wrong one, not just the first. An empty value counts as not set. */
export function readSettings(env: Record<string, string | undefined>): Outcome<Settings, SettingProblem[]> {
  const problems: SettingProblem[] = [];
  const parsed: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(known)) {
    const text = env[name]?.trim();
    if (!text) continue;
    const result = setting.schema.safeParse(text);
    if (result.success) parsed[name] = result.data;
    else
      problems.push({
        setting: name,
        line: `${name} is ${'secret' in setting ? 'not usable' : JSON.stringify(text)}; accepted is ${setting.accepts}.`,
      });
  }
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client } = parsed as Parsed;
  if (problems.length === 0 && (issuer === undefined) !== (client === undefined)) {
    const setting = issuer === undefined ? 'OIDC_ISSUER' : 'OIDC_CLIENT_ID';
    problems.push({ setting, line: `${setting} is not set; OIDC_ISSUER and OIDC_CLIENT_ID are set together.` });
  }
  if (parsed.SMTP_URL !== undefined && parsed.MAIL_FROM === undefined && !problems.some(({ setting }) => setting === 'MAIL_FROM'))
    problems.push({ setting: 'MAIL_FROM', line: `MAIL_FROM is not set, but SMTP_URL is; accepted is ${known.MAIL_FROM.accepts}.` });
  return problems.length > 0 ? refused(problems) : done(withDefaults(parsed as Parsed));
}

function withDefaults(parsed: Parsed): Settings {
  const port = parsed.PORT ?? 3000;
  const host = parsed.HOST ?? '127.0.0.1';
  const readable = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const publicUrl = parsed.PUBLIC_URL ?? `http://${readable}:${port}`;
  return {
    mode: parsed.EVERFORUM_MODE ?? 'demo',
    port,
    host,
    publicUrl,
    dataDir: parsed.DATA_DIR ? resolve(parsed.DATA_DIR) : join(projectRoot, 'data'),
    databaseUrl: parsed.DATABASE_URL ?? null,
    smtpUrl: parsed.SMTP_URL ?? null,
    mailFrom: parsed.MAIL_FROM ?? `everforum@${new URL(publicUrl).hostname}`,
    mapTiles: parsed.MAP_TILES ?? null,
    logLevel: parsed.LOG_LEVEL ?? 'info',
    trustedProxies: parsed.TRUSTED_PROXIES ?? 0,
    oidc:
      parsed.OIDC_ISSUER && parsed.OIDC_CLIENT_ID
        ? {
            issuer: parsed.OIDC_ISSUER,
            clientId: parsed.OIDC_CLIENT_ID,
            clientSecret: parsed.OIDC_CLIENT_SECRET ?? parsed.OIDC_CLIENT_SECRET_FILE ?? null,
            name: parsed.OIDC_NAME ?? new URL(parsed.OIDC_ISSUER).hostname,
          }
        : null,
  };
}

/** One line for each setting that looks like ours and is none: a misspelt name would otherwise be silently without effect. */
export function unknownSettings(env: Record<string, string | undefined>): string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('EVERFORUM_') && !(name in known))
    .sort()
    .map((name) => `${name} is not a setting of Everforum and has no effect; settings are ${Object.keys(known).join(', ')}.`);
}

function parsePublicUrl(text: string, context: z.RefinementCtx): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash) return url.href.replace(/\/+$/, '');
  context.addIssue({ code: 'custom' });
  return z.NEVER;
}

/** The secret that the file holds, so that it stands in no environment. */
function parseSecretFile(path: string, context: z.RefinementCtx): string {
  try {
    const secret = readFileSync(path, 'utf8').trim();
    if (secret !== '') return secret;
  } catch {
    // Told below, as every wrong setting.
  }
  context.addIssue({ code: 'custom' });
  return z.NEVER;
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

function isSmtpUrl(text: string): boolean {
  return URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';
}
