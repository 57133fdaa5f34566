-- Which numbers of sales invoices the books knew when they were linked, so that a number that stands there is said
-- before an invoice gets it. At most as many as e-Boekhouden.nl gives in one answer.
create table numbers_in_books (
  organization_id uuid not null
    default nullif(current_setting('stella.organization_id', true), '')::uuid
    references accounts.organization (id),
  books_id uuid not null,
  number text not null check (number <> ''),
  primary key (organization_id, books_id, number),
  foreign key (organization_id, books_id) references books (organization_id, id)
);
-- The books do not tell capitals from small letters.
create index numbers_in_books_upper on numbers_in_books (organization_id, books_id, upper(number));
alter table numbers_in_books enable row level security;
alter table numbers_in_books force row level security;
create policy own_organization on numbers_in_books to stella_app, stella_worker
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
grant select, insert, delete on numbers_in_books to stella_app;
