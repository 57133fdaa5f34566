-- A credit note is a final invoice of its own that takes back a part of another, line by line.

alter table invoices add column credits_id uuid;
alter table invoices add foreign key (organization_id, credits_id) references invoices (organization_id, id);
create index invoices_credits on invoices (organization_id, credits_id) where credits_id is not null;

-- The place of the line that a line of a credit note takes back.
alter table invoice_lines add column credits_position integer check (credits_position >= 0);

-- Nobody credits more than was invoiced, however many do it at once: the invoice is held, and all that was credited
-- of it is counted. A credit note is not credited. ST004 is the code that databaseErrorOf() knows.
create function refuse_too_much_credit() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  credited public.invoices;
begin
  select * into credited from public.invoices
    where organization_id = new.organization_id and id = new.credits_id for update;
  if credited.state <> 'final' or credited.credits_id is not null or credited.customer_id <> new.customer_id then
    raise exception 'invoice % cannot be credited', credited.id using errcode = 'ST004';
  end if;
  if exists (
    select from public.invoice_lines as line
    join public.invoices as note on note.organization_id = line.organization_id and note.id = line.invoice_id
    left join public.invoice_lines as of on of.organization_id = line.organization_id
      and of.invoice_id = credited.id and of.position = line.credits_position
    where note.organization_id = new.organization_id and note.credits_id = credited.id
      and (note.state = 'final' or note.id = new.id)
    group by of.position, of.quantity
    having of.position is null
      or -sum(line.quantity) not between least(0, of.quantity) and greatest(0, of.quantity)
  ) then
    raise exception 'more is credited of invoice % than it has', credited.number using errcode = 'ST004';
  end if;
  if -(new.total_gross + (
    select coalesce(sum(total_gross), 0) from public.invoices
    where organization_id = new.organization_id and credits_id = credited.id and state = 'final' and id <> new.id
  )) not between least(0, credited.total_gross) and greatest(0, credited.total_gross) then
    raise exception 'more is credited of invoice % than it came to', credited.number using errcode = 'ST004';
  end if;
  return new;
end
$$;
create trigger credits_within_invoice before insert or update on invoices
  for each row when (new.state = 'final' and new.credits_id is not null) execute function refuse_too_much_credit();
revoke execute on function refuse_too_much_credit() from public;
