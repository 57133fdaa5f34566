-- Files that go along with invoices: terms, photographs, timesheets. What a file holds never changes.
create table attachments (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  name text not null check (name <> ''),
  format text not null check (format in ('pdf', 'png', 'jpg')),
  data bytea not null check (octet_length(data) between 1 and 10000000),
  size integer not null generated always as (octet_length(data)) stored,
  hash bytea not null generated always as (sha256(data)) stored,
  -- Whether it goes along with every invoice that becomes final from now on.
  is_always boolean not null default false,
  added_by text,
  added_at timestamptz not null,
  unique (organization_id, id)
);
-- Pictures and PDFs are compressed already.
alter table attachments alter column data set storage external;
create index attachments_sizes on attachments (organization_id) include (size);
create index attachments_always on attachments (organization_id, added_at) where is_always;

-- Which go along with which invoice. Those of a draft come and go; with a final invoice they stay.
create table invoice_attachments (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  invoice_id uuid not null,
  attachment_id uuid not null,
  position integer not null check (position >= 0),
  primary key (organization_id, invoice_id, attachment_id),
  unique (organization_id, invoice_id, position),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id),
  foreign key (organization_id, attachment_id) references attachments (organization_id, id)
);
create index invoice_attachments_by_attachment on invoice_attachments (organization_id, attachment_id);
create trigger final_attachments_stay before insert or update or delete on invoice_attachments
  for each row execute function refuse_change_of_final_lines();

-- The seal of an invoice covers what went along with it. One without attachments is sealed as before.
create or replace function seal_of_invoice(organization uuid, invoice uuid, previous bytea) returns bytea language sql stable
  set search_path = pg_catalog, public, pg_temp set timezone = 'UTC'
  as $$
    select sha256(coalesce(previous, ''::bytea) || convert_to(jsonb_strip_nulls(
      to_jsonb(invoices) - '{ordinal,search_text,revision,created_at,updated_at}'::text[]
      || jsonb_build_object('lines', coalesce((
        select jsonb_agg(to_jsonb(line) - '{organization_id,invoice_id}'::text[] order by line.position)
        from public.invoice_lines as line
        where line.organization_id = organization and line.invoice_id = invoice), '[]'))
      || jsonb_build_object('attachments', (
        select jsonb_agg(jsonb_build_object('name', file.name, 'hash', file.hash) order by link.position)
        from public.invoice_attachments as link
        join public.attachments as file
          on file.organization_id = link.organization_id and file.id = link.attachment_id
        where link.organization_id = organization and link.invoice_id = invoice))
    )::text, 'UTF8'))
    from public.invoices where organization_id = organization and id = invoice
  $$;

do $$
declare
  t text;
begin
  foreach t in array array['attachments', 'invoice_attachments'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_organization on %I to stella_app
      using (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)
      with check (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)', t);
    execute format('create policy mail_of_organization on %I to stella_mail
      using (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)', t);
  end loop;
end
$$;
grant select, insert, delete, update (is_always) on attachments to stella_app;
grant select, insert, delete on invoice_attachments to stella_app;
-- The mail takes them along.
grant select on attachments, invoice_attachments to stella_mail;
