-- The ways in and the teams: codes, passkeys, identity providers, invitations, limits; and which edition an entry of the audit trail is about.

-- A code sent by mail. The browser that asked for it holds a secret, of which only the hash is here; the code is hashed together with it.
create table sign_in_code (
  secret_sha256 bytea primary key check (length(secret_sha256) = 32),
  email mail_address not null,
  code_sha256 bytea not null check (length(code_sha256) = 32),
  -- The mail that carries it, which is emptied once the code is of no more use.
  batch_id uuid references message_batch on delete set null,
  attempts integer not null default 0,
  expires_at timestamptz not null
);
create index sign_in_code_expiry on sign_in_code (expires_at);

-- What a way in remembers between its two halves: the challenge of a passkey, the state of a visit to an identity provider.
create table sign_in_challenge (
  secret_sha256 bytea primary key check (length(secret_sha256) = 32),
  kind text not null check (kind in ('passkey', 'new-passkey', 'openid')),
  account_id uuid references account on delete cascade,
  detail jsonb not null,
  expires_at timestamptz not null
);
create index sign_in_challenge_expiry on sign_in_challenge (expires_at);

create table passkey (
  -- Credential id, base64url.
  id text primary key check (length(id) <= 1400),
  account_id uuid not null references account on delete cascade,
  -- COSE
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 80),
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_account on passkey (account_id);

-- Somebody as an identity provider (OpenID Connect) knows them.
create table openid_link (
  issuer text not null,
  subject text not null check (length(subject) <= 255),
  account_id uuid not null references account on delete cascade,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
create index openid_link_account on openid_link (account_id);

-- Limits that all processes share. One row for whoever is limited, named by a hash; `free_at` is when everything spent is forgotten.
create table rate_limit (
  key text primary key,
  free_at timestamptz not null
);
create index rate_limit_free on rate_limit (free_at);

-- An invitation to a role with its scope, answered by the account whose mail address it was sent to.
create table invitation (
  id uuid primary key,
  -- Of the desk that it was sent from.
  sent_from uuid not null references edition on delete cascade,
  email mail_address not null,
  name text not null default '' check (length(name) <= 200),
  language text not null check (language in ('zh', 'en')),
  role text not null check (role in ('office', 'board-manager', 'host-lead', 'host-editor', 'host-assistant', 'reviewer', 'press', 'auditor')),
  scope text not null check (scope in ('series', 'edition', 'board', 'activity', 'organisation')),
  series_id uuid references series on delete cascade,
  edition_id uuid references edition on delete cascade,
  board text check (board in ('main', 'forum', 'exhibition', 'exchange', 'release', 'contest', 'side')),
  activity_id uuid references activity on delete cascade,
  organisation_id uuid references organisation on delete cascade,
  token_sha256 bytea not null unique check (length(token_sha256) = 32),
  invited_by text not null,
  invited_at timestamptz not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references account on delete set null,
  revoked_at timestamptz,
  check (accepted_at is null or revoked_at is null),
  constraint invitation_scope check (
    (scope = 'series') = (series_id is not null)
    and case scope
      when 'edition' then edition_id is not null
      when 'board' then edition_id is not null
      when 'organisation' then true
      else edition_id is null
    end
    and (scope = 'board') = (board is not null)
    and (scope = 'activity') = (activity_id is not null)
    and (scope = 'organisation') = (organisation_id is not null)
  )
);
create index invitation_sent_from on invitation (sent_from);
-- One open invitation for the same.
create unique index invited_once on invitation (email, role, scope, series_id, edition_id, board, activity_id, organisation_id)
  nulls not distinct where accepted_at is null and revoked_at is null;

-- No reference: the trail outlives what it tells of.
alter table audit_entry add column edition_id uuid;
create index audit_entry_edition on audit_entry (edition_id, id);
