-- Support also looks at relations, which need have no booking, and offers them again.

alter table support_audit alter column booking_id drop not null;
alter table support_audit add column relation_id uuid;
alter table support_audit add foreign key (organization_id, relation_id) references relations (organization_id, id);
alter table support_audit add check (num_nonnulls(booking_id, relation_id) = 1);

-- The paused connections of all organizations, in the order in which support reads them.
create index connections_paused on connections (paused_at, id) where state = 'paused';
