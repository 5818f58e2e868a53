-- Instants are milliseconds on the sandbox's clock; money in minor units; data in bytes, voice in seconds.

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  user TEXT NOT NULL UNIQUE,
  password_salt TEXT NOT NULL,
  password_hash TEXT NOT NULL
) STRICT;

CREATE TABLE clients (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;

CREATE TABLE redirect_uris (
  client_id TEXT NOT NULL REFERENCES clients (id),
  uri TEXT NOT NULL,
  PRIMARY KEY (client_id, uri)
) STRICT;

-- A browser that is signed in to the carrier's own pages.
CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  account_id TEXT REFERENCES accounts (id),
  expires_at INTEGER NOT NULL
) STRICT;

-- An authorization request, from its first page to the exchange of its code.
CREATE TABLE authorizations (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id),
  redirect_uri TEXT NOT NULL,
  state TEXT NOT NULL,
  scope TEXT NOT NULL,
  code_challenge TEXT NOT NULL,
  session_hash TEXT NOT NULL,
  account_id TEXT REFERENCES accounts (id),
  code_hash TEXT UNIQUE,
  code_expires_at INTEGER,
  code_used_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

-- Tokens are kept as SHA-256 alone. `family` ties all that came from one authorization.
CREATE TABLE tokens (
  hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('personal', 'access', 'refresh')),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  client_id TEXT REFERENCES clients (id),
  scope TEXT NOT NULL,
  family TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  used_at INTEGER,
  revoked_at INTEGER
) STRICT;
CREATE INDEX tokens_family ON tokens (family);

CREATE TABLE lines (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,
  number_masked TEXT,
  device_id_masked TEXT,
  plan_name TEXT,
  currency TEXT NOT NULL,
  credit INTEGER,
  -- minor units per 1 000 000 bytes without a bundle; null = data stops
  payg_rate INTEGER,
  -- bytes already used and not yet worth one minor unit
  payg_bytes INTEGER NOT NULL DEFAULT 0,
  custom_min INTEGER,
  custom_max INTEGER,
  custom_step INTEGER,
  -- days from the last top-up to the lapse of the line
  lapse_days INTEGER,
  valid_until INTEGER,
  period_start INTEGER,
  period_end INTEGER,
  -- day of the month on which a period ends; a shorter month ends it on its last day
  period_day INTEGER,
  auto_enabled INTEGER,
  auto_offer TEXT,
  auto_next INTEGER,
  status TEXT,
  missing INTEGER,
  speed REAL,
  usage_clock REAL NOT NULL,
  metered_to INTEGER NOT NULL
) STRICT;

CREATE TABLE buckets (
  line_id TEXT NOT NULL REFERENCES lines (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  state TEXT,
  total INTEGER,
  used INTEGER,
  unlimited INTEGER NOT NULL,
  currency TEXT,
  throttled_to INTEGER,
  valid_from INTEGER,
  valid_until INTEGER,
  -- buckets of one queue follow each other
  queue TEXT,
  queued INTEGER NOT NULL,
  duration_days INTEGER,
  plan INTEGER NOT NULL,
  checkout_id TEXT,
  PRIMARY KEY (line_id, id)
) STRICT;

CREATE TABLE usage (
  line_id TEXT NOT NULL REFERENCES lines (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  channel TEXT NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (line_id, day, channel)
) STRICT;

CREATE TABLE offers (
  id TEXT PRIMARY KEY,
  line_id TEXT NOT NULL REFERENCES lines (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('bundle', 'credit')),
  scope TEXT NOT NULL,
  data INTEGER,
  voice INTEGER,
  sms INTEGER,
  validity_days INTEGER,
  recurring INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL,
  promotion_label TEXT,
  promotion_ends_at INTEGER,
  price_before INTEGER,
  throttled_to INTEGER,
  -- `now`, `queue` (after the running one of its queue) or `period` (renews the plan)
  starts TEXT NOT NULL CHECK (starts IN ('now', 'queue', 'period')),
  queue TEXT
) STRICT;

CREATE TABLE checkouts (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  line_id TEXT NOT NULL REFERENCES lines (id) ON DELETE CASCADE,
  offer_id TEXT,
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL,
  auto_renew INTEGER,
  status TEXT NOT NULL CHECK (status IN ('open', 'paid', 'credited', 'failed', 'expired', 'refunded')),
  method TEXT,
  -- a payment that waits for its second confirmation
  confirming INTEGER NOT NULL DEFAULT 0,
  failure_reason TEXT,
  opened_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  paid_at INTEGER,
  credit_due_at INTEGER,
  credited_at INTEGER,
  refund_due_at INTEGER,
  refunded_at INTEGER
) STRICT;
CREATE INDEX checkouts_line ON checkouts (line_id, opened_at);

CREATE TABLE idempotency_keys (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  checkout_id TEXT NOT NULL REFERENCES checkouts (id) ON DELETE CASCADE,
  answer TEXT NOT NULL,
  PRIMARY KEY (account_id, key)
) STRICT;

CREATE TABLE receipts (
  number TEXT PRIMARY KEY,
  checkout_id TEXT NOT NULL UNIQUE REFERENCES checkouts (id) ON DELETE CASCADE,
  issued_at INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL
) STRICT;

CREATE TABLE requests (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  listener TEXT NOT NULL,
  at INTEGER NOT NULL,
  real_at INTEGER NOT NULL,
  method TEXT NOT NULL,
  path TEXT NOT NULL,
  query TEXT NOT NULL,
  headers TEXT NOT NULL,
  cookies INTEGER NOT NULL,
  referer INTEGER NOT NULL,
  fault TEXT,
  status INTEGER,
  aborted INTEGER NOT NULL DEFAULT 0,
  duration_ms INTEGER
) STRICT;
