-- What is mailed to customers, with its state, and the links by which they see an invoice.

-- How an organization mails: the name beside the sender's address, where answers go, what comes along.
create table mail_settings (
  organization_id uuid primary key
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  sender_name text check (sender_name <> ''),
  reply_to text check (reply_to <> ''),
  copy_to text check (copy_to <> ''),
  attach_ubl boolean not null default false,
  revision integer not null default 1
);

-- What an organization writes itself; where it has no row, the words are Stella's.
create table mail_templates (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  kind text not null check (kind in ('invoice', 'credit_note')),
  language text not null check (language in ('nl', 'en', 'de')),
  subject text not null check (subject <> ''),
  body text not null check (body <> ''),
  primary key (organization_id, kind, language)
);

-- A link by which whoever has it sees one final invoice. Of its secret only the hash stands here; the secret is
-- reckoned from the id and a key that no table holds.
create table share_links (
  id uuid not null,
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  invoice_id uuid not null,
  secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
  language text not null check (language in ('nl', 'en', 'de')),
  created_at timestamptz not null,
  first_opened_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id)
);
-- One that works for each invoice.
create unique index share_links_in_use on share_links (organization_id, invoice_id) where revoked_at is null;

-- One mail of one final invoice, as somebody wished it. The id is drawn by whoever wishes, so that a wish that is
-- sent twice is one mail. It never changes: what becomes of it stands with its recipients.
create table messages (
  id uuid not null,
  -- Order of the wishes, for lists.
  ordinal bigint generated always as identity,
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  invoice_id uuid not null,
  share_link_id uuid,
  language text not null check (language in ('nl', 'en', 'de')),
  subject text not null,
  body text not null,
  sender_name text not null,
  reply_to text,
  attach_ubl boolean not null,
  requested_by text,
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id),
  foreign key (organization_id, share_link_id) references share_links (organization_id, id)
);
create index messages_by_ordinal on messages (organization_id, ordinal desc);
create index messages_by_invoice on messages (organization_id, invoice_id, ordinal desc);
create index messages_by_time on messages (organization_id, created_at);

-- Each recipient is sent to by itself, so that what is known of one says nothing of another.
create table message_recipients (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  message_id uuid not null,
  position integer not null check (position >= 0),
  invoice_id uuid not null,
  kind text not null check (kind in ('to', 'copy')),
  address text not null check (address <> ''),
  -- database/src/messages/recipient-states.ts says what each means.
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'handed_over', 'sent', 'kept', 'refused', 'unknown', 'returned')),
  -- Which attempt is under way; an attempt that was overtaken changes nothing any more.
  attempt integer not null default 0,
  cause text,
  -- What the server said, without a password; its own words.
  reply text,
  changed_at timestamptz not null,
  -- When a person need not look any more at what went wrong.
  settled_at timestamptz,
  primary key (organization_id, message_id, position),
  foreign key (organization_id, message_id) references messages (organization_id, id),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id)
);
create index message_recipients_by_invoice on message_recipients (organization_id, invoice_id);
create index message_recipients_to_look_at on message_recipients (organization_id, changed_at)
  where state in ('refused', 'unknown', 'returned') and settled_at is null;

-- What the log says of mails and links is about the invoice, and yet says nothing about its booking.
alter table activities drop constraint activities_subject_type_check;
alter table activities add constraint activities_subject_type_check
  check (subject_type in ('invoice', 'relation', 'customer', 'connection', 'organization', 'message'));

do $$
declare
  t text;
begin
  foreach t in array array['mail_settings', 'mail_templates', 'share_links', 'messages', 'message_recipients'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_organization on %I to stella_app
      using (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)
      with check (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)', t);
  end loop;
  foreach t in array array['messages', 'message_recipients', 'share_links', 'invoices', 'invoice_lines'] loop
    execute format('create policy mail_of_organization on %I to stella_mail
      using (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)', t);
  end loop;
  execute format('create policy owner_reads on share_links for select to %I using (true)', current_user);
end
$$;
create policy support_reads on message_recipients for select to stella_support using (true);

grant select, insert, update on mail_settings to stella_app;
grant select, insert, update, delete on mail_templates to stella_app;
grant select, insert, update (first_opened_at, revoked_at) on share_links to stella_app;
grant select, insert on messages to stella_app;
grant select, insert, update (state, cause, reply, changed_at, settled_at) on message_recipients to stella_app;

-- The role of the mail writes an invoice out: it reads the invoice and its parties, and changes the state of a
-- recipient alone.
grant select on messages, message_recipients, invoices, invoice_lines to stella_mail;
grant select (id, organization_id, secret_hash, revoked_at) on share_links to stella_mail;
grant update (state, attempt, cause, reply, changed_at) on message_recipients to stella_mail;

-- Whether a failed mail still needs somebody is seen at the support desk too, and nothing else of it.
grant select (organization_id, invoice_id, state, settled_at) on message_recipients to stella_support;

-- Whoever opens a link is not signed in, so which organization it is of is looked up by the hash alone.
create function find_share_link(hash bytea, out organization_id uuid, out link_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select l.organization_id, l.id from public.share_links l where l.secret_hash = hash;
end;
revoke all on function find_share_link from public;
grant execute on function find_share_link to stella_app;

-- The web adds a job in the transaction of the wish, as the worker does for pauses, and sees no other.
grant usage on schema jobs to stella_app;
grant execute on function jobs.job_now() to stella_app;
grant select on jobs.queue to stella_app;
grant insert, select (id) on jobs.job_common to stella_app;

-- A mail server may be away for three days, as with letters.
select jobs.create_queue('message', '{"policy": "standard", "retryLimit": 390, "retryDelay": 15,
  "retryBackoff": true, "retryDelayMax": 900, "expireInSeconds": 120}');
