-- A sealing key has a name, derived from it: its number changed whenever an older one was taken out. What was sealed
-- or fingerprinted before says «version 1» and so on, and is tried with every key.
alter table connection_secrets rename column key_version to key_name;
alter table connection_secrets alter column key_name type text using 'version ' || key_name;
alter table books rename column fingerprint_key to fingerprint_key_name;
alter table books alter column fingerprint_key_name type text using 'version ' || fingerprint_key_name;

-- Whoever retires a key works as the worker, the only one who can open what is sealed.
grant update (key_name, wrapped_key, sealed_codes) on connection_secrets to stella_worker;
grant update (fingerprint_key_name, code_2_fingerprint, username_fingerprint) on books to stella_worker;
