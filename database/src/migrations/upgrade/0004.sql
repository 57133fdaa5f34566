-- A business as the first release kept it: people, customers, a final invoice of each year, a draft, a link, relations
-- and bookings in several states, and the log.
insert into accounts."user" (id, name, email) values
  ('00000000-0000-4000-8000-000000000001', 'Anna', 'anna@voorbeeld.test');
insert into accounts.organization (id, name, slug) values
  ('00000000-0000-4000-8000-00000000000a', 'Bakkerij De Proef', 'proef');
insert into accounts.member (organization_id, user_id, role) values
  ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-000000000001', 'owner');
insert into accounts.account (account_id, provider_id, user_id, password, updated_at) values
  ('1', 'credential', '00000000-0000-4000-8000-000000000001', 'hash', now());
insert into accounts.session (user_id, token, expires_at, updated_at, active_organization_id) values
  ('00000000-0000-4000-8000-000000000001', 'token', now() + interval '90 days', now(),
    '00000000-0000-4000-8000-00000000000a');
insert into accounts.api_key (organization_id, key, name, updated_at) values
  ('00000000-0000-4000-8000-00000000000a', 'sleutel', 'script', now());
select set_config('stella.organization_id', '00000000-0000-4000-8000-00000000000a', false);
insert into organization_profiles (name, address, postal_code, city, country) values
  ('Bakkerij De Proef', 'Deegweg 1', '8011 AB', 'Zwolle', 'NL');
insert into customers (id, kind, name, country, address, postal_code, city, search_text, sort_name) values
  ('00000000-0000-4000-8000-0000000000c1', 'company', 'Café De Zwaan', 'NL', 'Kade 14', '8011 AB', 'Zwolle',
    'cafe de zwaan', 'cafe de zwaan'),
  ('00000000-0000-4000-8000-0000000000c2', 'person', 'Jan', 'NL', 'Kade 15', '8011 AB', 'Zwolle', 'jan', 'jan');
insert into invoice_series (year) values (2024), (2025);
insert into invoices (id, customer_id, invoice_date, payment_term_days, total_net, total_vat, total_gross, vat_groups,
    search_text) values
  ('00000000-0000-4000-8000-0000000000d1', '00000000-0000-4000-8000-0000000000c1', '2024-03-01', 14, 1000, 210, 1210,
    '[{"treatment":"high","rate":"21","net":"10.00","vat":"2.10","gross":"12.10"}]', ''),
  ('00000000-0000-4000-8000-0000000000d2', '00000000-0000-4000-8000-0000000000c1', '2025-03-01', 14, 1000, 90, 1090,
    '[{"treatment":"low","rate":"9","net":"10.00","vat":"0.90","gross":"10.90"}]', ''),
  ('00000000-0000-4000-8000-0000000000d3', '00000000-0000-4000-8000-0000000000c2', '2025-04-01', 14, 1000, 210, 1210,
    '[{"treatment":"high","rate":"21","net":"10.00","vat":"2.10","gross":"12.10"}]', ''),
  ('00000000-0000-4000-8000-0000000000d4', '00000000-0000-4000-8000-0000000000c2', '2025-05-01', 14, 1000, 210, 1210,
    '[{"treatment":"high","rate":"21","net":"10.00","vat":"2.10","gross":"12.10"}]', '');
insert into invoice_lines (invoice_id, position, description, quantity, unit_price, vat_treatment, amount, net)
  select id, 0, 'Brood', 1, 10, vat_groups -> 0 ->> 'treatment', 1000, 1000 from invoices;
update invoice_series set last_number = 1 where year = 2024;
update invoices set state = 'final', number = '2024-0001', finalized_at = '2024-03-01T10:00:00Z',
    customer_snapshot = '{"name":"Café De Zwaan"}', sender_snapshot = '{"name":"Bakkerij De Proef"}'
  where id = '00000000-0000-4000-8000-0000000000d1';
update invoice_series set last_number = 1 where year = 2025;
update invoices set state = 'final', number = '2025-0001', finalized_at = '2025-03-01T10:00:00Z',
    customer_snapshot = '{"name":"Café De Zwaan"}', sender_snapshot = '{"name":"Bakkerij De Proef"}'
  where id = '00000000-0000-4000-8000-0000000000d2';
update invoice_series set last_number = 2 where year = 2025;
update invoices set state = 'final', number = '2025-0002', finalized_at = '2025-04-01T10:00:00Z',
    customer_snapshot = '{"name":"Jan"}', sender_snapshot = '{"name":"Bakkerij De Proef"}'
  where id = '00000000-0000-4000-8000-0000000000d3';
insert into connections (id, state, username_hint, activated_at) values
  ('00000000-0000-4000-8000-0000000000b1', 'active', 'pr…', '2024-01-01T10:00:00Z');
insert into connection_secrets (connection_id, key_version, wrapped_key, sealed_codes, sealed_at) values
  ('00000000-0000-4000-8000-0000000000b1', 1, '\x00', '\x00', '2024-01-01T10:00:00Z');
insert into relations (id, customer_id, code, state, books_id, created_at, changed_at) values
  ('00000000-0000-4000-8000-0000000000e1', '00000000-0000-4000-8000-0000000000c1', 'SAAAAAAAAAAAAAA', 'present', 7,
    now(), now()),
  ('00000000-0000-4000-8000-0000000000e2', '00000000-0000-4000-8000-0000000000c2', 'SBBBBBBBBBBBBBB', 'planned', null,
    now(), now());
insert into bookings (invoice_id, relation_id, invoice_number, reference, state, mutation, mutation_number, cause,
    created_at, changed_at) values
  ('00000000-0000-4000-8000-0000000000d1', '00000000-0000-4000-8000-0000000000e1', '2024-0001', 'STELLA-D1',
    'verified', '{}', 11, null, now(), now()),
  ('00000000-0000-4000-8000-0000000000d2', '00000000-0000-4000-8000-0000000000e1', '2025-0001', 'STELLA-D2',
    'rejected', '{}', null, 'period_closed', now(), now()),
  ('00000000-0000-4000-8000-0000000000d3', '00000000-0000-4000-8000-0000000000e2', '2025-0002', 'STELLA-D3',
    'planned', '{}', null, null, now(), now());
insert into booking_lanes (next_at) values (now());
insert into activities (kind, outcome, subject_type, subject_id, search_text) values
  ('invoice_booked', 'success', 'invoice', '00000000-0000-4000-8000-0000000000d1', '');
