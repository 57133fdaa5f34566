-- Whoever asked the support is told by mail what it answered, proposed or closed. The letter says what the case says, and
-- nothing of an invoice.
create policy mail_reads on cases for select to stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy mail_reads on case_messages for select to stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
create policy mail_reads on support_audit for select to stella_mail
  using (organization_id = nullif(current_setting('stella.organization_id', true), '')::uuid);
grant select (id, organization_id, number, opened_by, outcome) on cases to stella_mail;
grant select (organization_id, case_id, position, author_kind, author_name, body) on case_messages to stella_mail;
grant select (organization_id, case_id, user_name, action) on support_audit to stella_mail;

-- As long as a letter about a pause is tried: three days.
select jobs.create_queue('case-letter', '{"policy": "standard", "retryLimit": 390, "retryDelay": 15,
  "retryBackoff": true, "retryDelayMax": 900, "expireInSeconds": 120}');
