-- Discounts and charges: of a line what was entered and what it comes to, of the whole also how it is spread over the
-- rates. Amounts are decimal strings, as in vat_groups; null where there are none, which changes no seal of before.
alter table invoice_lines add column allowances jsonb check (jsonb_typeof(allowances) = 'array');
alter table invoices add column allowances jsonb check (jsonb_typeof(allowances) = 'array');
