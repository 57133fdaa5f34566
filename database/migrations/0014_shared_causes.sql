-- A relation that the service says it does not know is looked up («missed»), and then waits for people («gone»).
alter table relations drop constraint relations_state_check;
alter table relations add constraint relations_state_check check (state in (
  'planned', 'sending', 'unknown', 'present', 'outdated', 'updating', 'update_rejected', 'rejected', 'conflict',
  'missed', 'gone'));
drop index relations_open;
create index relations_open on relations (organization_id, next_at)
  where state in ('planned', 'sending', 'unknown', 'outdated', 'updating', 'missed');
drop index relations_failing;
create index relations_failing on relations (changed_at)
  where state in ('rejected', 'conflict', 'update_rejected', 'gone');

-- What a fact about the administration holds back, such as a closed period, is tried again at this time.
create index bookings_held on bookings (organization_id, next_at) where state = 'rejected' and next_at is not null;
update bookings set next_at = now()
  where state = 'rejected' and cause in ('period_closed', 'vat_code_refused') and mutation is not null;
-- What missed its relation waits for the relation.
update relations set state = 'gone', cause = 'relation_missing'
  where state in ('present', 'outdated', 'update_rejected') and id in (
    select relation_id from bookings where state = 'rejected' and cause = 'relation_missing');

-- A relation that waits for a draft to settle is forgotten when that draft is thrown away. Nothing of it was sent.
grant delete on relations to stella_app;
create function only_unsent_relations_are_deleted() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.state <> 'planned' or old.claim is not null or old.last_byte_at is not null then
    raise exception 'a relation that was sent is never deleted' using errcode = 'restrict_violation';
  end if;
  return old;
end
$$;
create trigger only_unsent_relations_are_deleted before delete on relations
  for each row execute function only_unsent_relations_are_deleted();

-- Whether a customer goes to the books with its first invoice, or only with its first final one.
alter table connections add column relations_from text not null default 'draft'
  check (relations_from in ('draft', 'final'));
