-- When the holder of a lane last took or renewed it, by the database's own clock. lease_until is reckoned by the
-- clock of whoever holds the lane, and one that is wrong can lease it for years; this one is the same for all.
alter table booking_lanes add column held_at timestamptz not null default clock_timestamp();
