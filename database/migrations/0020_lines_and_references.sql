-- A line may be a text alone, and an item is counted in a unit (null: in ones).
alter table invoice_lines add column kind text not null default 'item' check (kind in ('item', 'text'));
alter table invoice_lines add column unit text;

-- The first and the last day of supply (null: the day of the invoice), what the customer finds the way by, and a word
-- at the end.
alter table invoices add column supply_from date;
alter table invoices add column supply_until date check (supply_until >= supply_from);
alter table invoices add column buyer_reference text;
alter table invoices add column order_number text;
alter table invoices add column project_number text;
alter table invoices add column closing text;
alter table invoices add constraint supply_has_both_ends check ((supply_from is null) = (supply_until is null));
