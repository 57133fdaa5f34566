-- One series of an organization may be that of its credit notes; without one they go on in the series of the credit note
-- before, or else in the usual one.
alter table series add column for_credits boolean not null default false;
create unique index series_for_credits on series (organization_id) where for_credits;
