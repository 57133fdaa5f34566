-- A mail asks what is still to be paid, so it must know what was.
create policy mail_reads on payments for select to stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
grant select (organization_id, invoice_id, outstanding, known_at) on payments to stella_mail;
