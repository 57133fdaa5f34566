-- Set when the database was restored from a backup, until the linked books have been compared with it: what was booked
-- after the backup stands there and not here. Until then nothing is booked and no number is given.
alter table connections add column restored_at timestamptz;
