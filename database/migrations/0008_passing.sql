-- What was looked up in vain and waits, is passed by what comes after it; this finds when its wait ends.
create index bookings_looked_up on bookings (organization_id, next_at)
  where state = 'unknown' or (state = 'planned' and look_ups > 0);

-- When a pause last ended: no failure is reckoned over a time in which nothing was tried.
alter table connections add column resumed_at timestamptz;
