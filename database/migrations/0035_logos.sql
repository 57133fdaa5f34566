-- The house style of an organization on what its customers get: one colour, and a logo. A logo never changes: another is
-- another row, so that what is final keeps the one it was made with.
alter table organization_profiles add column accent_color text check (accent_color ~ '^#[0-9a-f]{6}$');

create table logos (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  format text not null check (format in ('png', 'jpg')),
  data bytea not null check (octet_length(data) between 1 and 2000000),
  created_at timestamptz not null default now(),
  unique (organization_id, id)
);
alter table organization_profiles add column logo_id uuid;
alter table organization_profiles add foreign key (organization_id, logo_id) references logos (organization_id, id);

alter table logos enable row level security;
alter table logos force row level security;
create policy own_organization on logos to stella_app
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy mail_of_organization on logos to stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
grant select, insert, delete on logos to stella_app;
grant select on logos to stella_mail;
