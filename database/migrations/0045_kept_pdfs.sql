-- The PDF of a final invoice as it was first made. Whatever a later Stella would make of it, these bytes are the document:
-- whoever got them and whoever asks for them in seven years has the same. Nobody changes one or takes it away.
create table kept_pdfs (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  invoice_id uuid not null,
  language text not null check (language in ('nl', 'en', 'de')),
  bytes bytea not null check (octet_length(bytes) > 0),
  made_at timestamptz not null default now(),
  primary key (organization_id, invoice_id, language),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id)
);
-- It is compressed already.
alter table kept_pdfs alter column bytes set storage external;

alter table kept_pdfs enable row level security;
alter table kept_pdfs force row level security;
create policy own_organization on kept_pdfs to stella_app
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy mail_of_organization on kept_pdfs to stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
grant select, insert on kept_pdfs to stella_app;
grant select, insert on kept_pdfs to stella_mail;
