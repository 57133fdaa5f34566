-- What may be tried only so often, whatever it is: passwords, addresses that have an account, the codes of the books.
-- The key is a keyed hash of what is tried and by whom.
alter table accounts.sign_in_guesses rename to attempts;
alter table accounts.attempts rename column address_hash to key_hash;
alter table accounts.attempts rename column guessed_at to attempted_at;
alter index accounts.sign_in_guesses_pkey rename to attempts_pkey;
