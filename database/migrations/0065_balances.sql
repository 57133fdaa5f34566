-- Lists are sorted by any column and searched in the text of lines, of a hundred thousand invoices as of ten.

-- What the rows are sorted by, as columns: only of a column may an index be used where row-level security stands before
-- it. Of a number each run of figures has the same length, so that 10 stands behind 9; a draft has none yet, and is the
-- newest.
alter table invoices
  add column due_date date not null generated always as (invoice_date + payment_term_days) stored,
  add column number_order text collate "C" not null generated always as (coalesce(lower(regexp_replace(
    regexp_replace(number, '([0-9]+)', '00000000000000000000\1', 'g'), '[0-9]*([0-9]{20})', '\1', 'g')), '~')) stored;
create index invoices_by_number on invoices (organization_id, number_order, ordinal);
create index invoices_by_due_date on invoices (organization_id, due_date, ordinal);
create index invoices_by_total on invoices (organization_id, total_gross, ordinal);
create index invoices_by_customer_and_date on invoices (organization_id, customer_id, invoice_date, ordinal);
drop index invoices_by_customer;

-- They follow from what is sealed, and are no part of it.
create or replace function seal_of_invoice(organization uuid, invoice uuid, previous bytea) returns bytea language sql stable
  set search_path = pg_catalog, public, pg_temp set timezone = 'UTC'
  as $$
    select sha256(coalesce(previous, ''::bytea) || convert_to(jsonb_strip_nulls(
      to_jsonb(invoices) - '{ordinal,search_text,revision,created_at,updated_at,due_date,number_order}'::text[]
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

-- The invoices that there are become known by their lines as well; what is searched in is no part of what is final.
alter table invoices no force row level security;
alter table invoice_lines no force row level security;
alter table invoices disable trigger user;
update invoices set search_text = search_text || ' ' || lines.text
from (
  select organization_id, invoice_id,
    left(lower(regexp_replace(normalize(string_agg(description, ' ' order by position), NFD), '[\u0300-\u036f]', '', 'g')),
      20000) as text
  from invoice_lines group by organization_id, invoice_id
) as lines
where lines.organization_id = invoices.organization_id and lines.invoice_id = invoices.id and lines.text <> '';
alter table invoices enable trigger user;
alter table invoice_lines force row level security;
create index invoices_by_text on invoices using gin (organization_id extensions.uuid_ops, search_text extensions.gin_trgm_ops);

-- As customers_found() of 0028: the index of texts is used only where no policy stands before it. What a final invoice
-- is searched in has the name it was made with; by the name of today are found drafts, and those of customers that
-- changed.
do $$
begin
  execute format('create policy owner_searches on invoices for select to %I using (true)', current_user);
end
$$;
create function invoices_found(words text[], most integer) returns table (found_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  -- The longest says most.
  longest text := (select word from unnest(words) as word order by length(word) desc limit 1);
  own uuid := nullif(current_setting('stella.organization_id', true), '')::uuid;
begin
  return query execute
    'select distinct id from (
       (select id from invoices where organization_id = $1 and search_text like $2 and search_text like all ($3) limit $4)
       union all
       (select invoices.id from customers join invoices
          on invoices.organization_id = customers.organization_id and invoices.customer_id = customers.id
        where customers.organization_id = $1 and customers.search_text like any ($3)
          and (invoices.state = ''draft'' or customers.revision > 1)
          and (invoices.search_text || '' '' || customers.sort_name) like all ($3) limit $4)
     ) as found'
    using own, longest, words, most;
end
$$;
revoke all on function invoices_found(text[], integer) from public;
grant execute on function invoices_found(text[], integer) to stella_app;

-- What is open of each final invoice with its credit notes, kept as it changes: added up anew, a list that is sorted by
-- it would take too long. A credit note has nothing open of its own here, as it is part of its invoice.
create table invoice_balances (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  invoice_id uuid not null,
  customer_id uuid not null,
  -- Whole cents.
  gross bigint not null,
  outstanding bigint not null,
  primary key (organization_id, invoice_id),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id)
);
create index invoice_balances_open on invoice_balances (organization_id, outstanding, invoice_id) where outstanding <> 0;

-- What was invoiced to each customer and is open of it, with what went up in it.
create table customer_balances (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  customer_id uuid not null,
  -- Whole cents, with VAT and after credit notes.
  invoiced bigint not null default 0,
  outstanding bigint not null default 0,
  primary key (organization_id, customer_id),
  foreign key (organization_id, customer_id) references customers (organization_id, id)
);
create index customer_balances_invoiced on customer_balances (organization_id, invoiced, customer_id);
create index customer_balances_open on customer_balances (organization_id, outstanding, customer_id);

create function balance_of(organization uuid, invoice uuid) returns bigint language sql stable
  set search_path = pg_catalog, public, pg_temp as $$
    select case when invoices.credits_id is not null then 0 else coalesce(payments.outstanding, invoices.total_gross)
      + coalesce((
        select sum(coalesce(of_note.outstanding, note.total_gross)) from invoices as note
        left join payments as of_note
          on of_note.organization_id = note.organization_id and of_note.invoice_id = note.id
        where note.organization_id = organization and note.credits_id = invoice and note.state = 'final'), 0)::bigint end
    from invoices
    left join payments on payments.organization_id = invoices.organization_id and payments.invoice_id = invoices.id
    where invoices.organization_id = organization and invoices.id = invoice and invoices.state = 'final'
  $$;

create function keep_balance(organization uuid, invoice uuid) returns void language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into invoice_balances (organization_id, invoice_id, customer_id, gross, outstanding)
    select organization_id, id, customer_id, total_gross, balance_of(organization, invoice) from invoices
    where organization_id = organization and id = invoice and state = 'final'
    on conflict do nothing;
  if found then
    return;
  end if;
  -- Held first: what others changed meanwhile is seen by the statement after it.
  perform from invoice_balances where organization_id = organization and invoice_id = invoice for update;
  update invoice_balances set outstanding = balance_of(organization, invoice)
    where organization_id = organization and invoice_id = invoice
      and outstanding is distinct from balance_of(organization, invoice);
end
$$;

create function keep_balance_of_invoice() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from invoice_balances where organization_id = old.organization_id and invoice_id = old.id;
    return old;
  end if;
  -- The invoice before its credit note, as payments do: nobody waits for each other in turn.
  if new.credits_id is not null then
    perform keep_balance(new.organization_id, new.credits_id);
  end if;
  perform keep_balance(new.organization_id, new.id);
  return new;
end
$$;
create trigger balances_follow_final after insert or update of state on invoices
  for each row when (new.state = 'final') execute function keep_balance_of_invoice();
create trigger balances_go_with_invoice before delete on invoices
  for each row when (old.state = 'final') execute function keep_balance_of_invoice();

create function keep_balance_of_payment() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  organization uuid := coalesce(new.organization_id, old.organization_id);
  invoice uuid := coalesce(new.invoice_id, old.invoice_id);
begin
  perform keep_balance(organization, coalesce(
    (select credits_id from invoices where organization_id = organization and id = invoice), invoice));
  return null;
end
$$;
create trigger balances_follow_payment after insert or update of outstanding or delete on payments
  for each row execute function keep_balance_of_payment();

create function keep_balance_of_customer() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  organization uuid := coalesce(new.organization_id, old.organization_id);
  customer uuid := coalesce(new.customer_id, old.customer_id);
begin
  update customer_balances set
    invoiced = invoiced + coalesce(new.gross, 0) - coalesce(old.gross, 0),
    outstanding = outstanding + coalesce(new.outstanding, 0) - coalesce(old.outstanding, 0)
  where organization_id = organization
    and customer_id = (select coalesce(merged_into, id) from customers
      where organization_id = organization and id = customer);
  return null;
end
$$;
create trigger balances_of_customer_follow after insert or update or delete on invoice_balances
  for each row execute function keep_balance_of_customer();

create function begin_balance_of_customer() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from customer_balances where organization_id = old.organization_id and customer_id = old.id;
    return old;
  end if;
  insert into customer_balances (organization_id, customer_id) values (new.organization_id, new.id);
  return new;
end
$$;
create trigger balances_begin_with_customer after insert on customers
  for each row execute function begin_balance_of_customer();
create trigger balances_go_with_customer before delete on customers
  for each row execute function begin_balance_of_customer();

create function merge_balances() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  gone record;
begin
  select invoiced, outstanding into gone from customer_balances
    where organization_id = new.organization_id and customer_id = new.id for update;
  update customer_balances set invoiced = 0, outstanding = 0
    where organization_id = new.organization_id and customer_id = new.id;
  update customer_balances set invoiced = invoiced + gone.invoiced, outstanding = outstanding + gone.outstanding
    where organization_id = new.organization_id and customer_id = new.merged_into;
  return null;
end
$$;
create trigger balances_go_up_with_customer after update of merged_into on customers
  for each row when (new.merged_into is not null and new.merged_into is distinct from old.merged_into)
  execute function merge_balances();

revoke execute on function balance_of(uuid, uuid), keep_balance(uuid, uuid), keep_balance_of_invoice(),
  keep_balance_of_payment(), keep_balance_of_customer(), begin_balance_of_customer(), merge_balances() from public;
grant execute on function balance_of(uuid, uuid), keep_balance(uuid, uuid) to stella_app, stella_worker;

-- Of what there is already.
alter table customers no force row level security;
alter table payments no force row level security;
insert into invoice_balances (organization_id, invoice_id, customer_id, gross, outstanding)
  select organization_id, id, customer_id, total_gross, balance_of(organization_id, id) from invoices where state = 'final';
insert into customer_balances (organization_id, customer_id, invoiced, outstanding)
  select customers.organization_id, customers.id, coalesce(sum(balances.gross), 0), coalesce(sum(balances.outstanding), 0)
  from customers
  left join customers as under on under.organization_id = customers.organization_id
    and coalesce(under.merged_into, under.id) = customers.id
  left join invoice_balances as balances on balances.organization_id = under.organization_id
    and balances.customer_id = under.id
  group by customers.organization_id, customers.id;
alter table payments force row level security;
alter table customers force row level security;
alter table invoices force row level security;

do $$
declare
  t text;
begin
  foreach t in array array['invoice_balances', 'customer_balances'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_organization on %I to stella_app, stella_worker
      using (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)
      with check (organization_id = nullif(current_setting(''stella.organization_id'', true), '''')::uuid)', t);
  end loop;
end
$$;
grant select, insert, update, delete on invoice_balances, customer_balances to stella_app;
-- Whoever reads payments changes what is open.
grant select, insert, update on invoice_balances to stella_worker;
grant select, update on customer_balances to stella_worker;
