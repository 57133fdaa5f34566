-- What is read from the books themselves comes in like a file: this says which books.
alter table imports add column books_id uuid;
alter table imports add foreign key (organization_id, books_id) references books (organization_id, id);
