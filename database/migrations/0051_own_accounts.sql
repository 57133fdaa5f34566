-- How people sign in: a second factor, and addresses that are confirmed.

-- The second factor, as the plugin of better-auth 1.7.5 keeps it: its secret and the recovery codes
-- encrypted with a key that no table holds. api/src/accounts/columns.ts maps the names.

alter table accounts."user" add column two_factor_enabled boolean not null default false;

create table accounts.two_factor (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null unique references accounts."user" (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  -- Whether a code of it was given: until then nobody is asked for one.
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz,
  -- When it was turned on, and when its recovery codes were made.
  created_at timestamptz not null default now(),
  recovery_codes_made_at timestamptz not null default now()
);
grant select, insert, update, delete on accounts.two_factor to stella_accounts;

-- Whether an organization asks a second factor of whoever may change codes, the bank account, members or keys.
alter table accounts.organization add column asks_second_factor boolean not null default false;

-- When an account was first used: until then no browser is a new one.
alter table accounts."user" add column first_signed_in_at timestamptz;
update accounts."user" set first_signed_in_at = created_at;

-- Where mail leaves, invoices are mailed by those alone whose address is confirmed. Who is there already goes on.
update accounts."user" set email_verified = true;

-- What a session may do follows from these, so word of them goes the same way.
drop trigger access_of_person_changes on accounts."user";
create trigger access_of_person_changes after update on accounts."user" for each row
  when ((old.banned, old.role, old.name, old.email, old.email_verified, old.two_factor_enabled) is distinct from
    (new.banned, new.role, new.name, new.email, new.email_verified, new.two_factor_enabled))
  execute function accounts.tell_of_access();
drop trigger access_of_organization_changes on accounts.organization;
create trigger access_of_organization_changes after update on accounts.organization for each row
  when ((old.name, old.asks_second_factor) is distinct from (new.name, new.asks_second_factor))
  execute function accounts.tell_of_access();
