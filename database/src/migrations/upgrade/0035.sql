-- What came since: a product, mails and their link, what was paid, a logo, a series that was moved.
select set_config('stella.organization_id', '00000000-0000-4000-8000-00000000000a', false);
insert into products (description, unit_price, price_includes_vat, vat_treatment, search_text, sort_name) values
  ('Brood', 2.5, true, 'low', 'brood', 'brood');
insert into share_links (id, invoice_id, secret_hash, language, created_at) values
  ('00000000-0000-4000-8000-0000000000f1', '00000000-0000-4000-8000-0000000000d1', sha256('geheim'), 'nl', now());
insert into messages (id, invoice_id, share_link_id, language, subject, body, sender_name, attach_ubl, created_at) values
  ('00000000-0000-4000-8000-0000000000f2', '00000000-0000-4000-8000-0000000000d1',
    '00000000-0000-4000-8000-0000000000f1', 'nl', 'Factuur', 'Bijgaand', 'Bakkerij', false, now());
insert into message_recipients (message_id, position, invoice_id, kind, address, state, changed_at) values
  ('00000000-0000-4000-8000-0000000000f2', 0, '00000000-0000-4000-8000-0000000000d1', 'to', 'a@voorbeeld.test',
    'waiting', now());
insert into payments (invoice_id, outstanding, settled_as, paid_on, books_id, known_at)
  select '00000000-0000-4000-8000-0000000000d1', 0, 'paid', '2024-04-01', id, now() from books;
insert into logos (id, format, data) values ('00000000-0000-4000-8000-0000000000f3', 'png', '\x89504e47');
update organization_profiles set accent_color = '#112233', logo_id = '00000000-0000-4000-8000-0000000000f3';
