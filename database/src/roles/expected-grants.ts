/**
 * Who may what: all that anybody but the owner may do, by role and object, columns where a right is on some of them.
 * catalogue.test.ts holds the database to it, so whoever gives a right writes it down here, with its reason in the
 * migration that gives it.
 */
export const expectedGrants: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  public: {
    database: 'connect',
    'schema public': 'usage',
  },

  // Web and API: one organization at a time. Of sealed codes only that they exist.
  stella_app: {
    'schema accounts': 'usage',
    'schema jobs': 'usage',
    'schema public': 'usage',
    'accounts.organization': 'select(id, name)',
    activities: 'insert select',
    booking_lanes: 'insert select update',
    bookings: 'insert select update',
    books: 'insert select update',
    connection_secrets: 'delete insert select(books_id, connection_id, organization_id)',
    connections: 'insert select update',
    customers: 'delete insert select update',
    export_parts: 'delete insert select',
    exports: 'delete insert select update(expires_at, invoices_done, invoices_total, size, state)',
    'function books_linked_elsewhere(bytea[],text)': 'execute',
    'function customers_found(text[],text,text,boolean,integer,text,uuid,integer)': 'execute',
    'function find_share_link(bytea)': 'execute',
    'function invoice_number_of(text,date,integer)': 'execute',
    'function jobs.job_now()': 'execute',
    'function record_support_audit(text,uuid,uuid,uuid,text)': 'execute',
    'function seal_of_invoice(uuid,uuid,bytea)': 'execute',
    import_file_parts: 'delete insert select update',
    import_mappings: 'insert select update',
    import_rows: 'delete insert select update',
    imports: 'delete insert select update',
    invoice_lines: 'delete insert select update',
    invoice_seals: 'insert select',
    invoices: 'delete insert select update',
    'jobs.job_common': 'insert select(id)',
    'jobs.queue': 'select',
    logos: 'delete insert select',
    mail_settings: 'insert select update',
    mail_templates: 'delete insert select update',
    message_recipients: 'insert select update(cause, changed_at, reply, settled_at, state)',
    messages: 'insert select',
    numbers_in_books: 'delete insert select',
    organization_profiles: 'insert select update',
    payments: 'delete insert select update',
    products: 'delete insert select update',
    relations: 'delete insert select update',
    series: 'delete insert select update',
    series_counts: 'insert select update',
    series_starts: 'insert select',
    share_links: 'insert select update(first_opened_at, revoked_at)',
    stray_payments: 'select',
    support_audit: 'select',
    vat_rates: 'select',
  },

  // The engine: one organization at a time, and of the lanes all. It alone reads sealed codes.
  stella_worker: {
    'schema accounts': 'usage',
    'schema jobs': 'usage',
    'schema public': 'usage',
    'accounts.organization': 'select(id, name)',
    activities: 'insert select',
    booking_lanes: 'select update',
    bookings: 'select update',
    books:
      'select update(code_2_fingerprint, fingerprint_key_name, open_items_read_at, username_fingerprint)',
    connection_secrets: 'delete select update(key_name, sealed_codes, wrapped_key)',
    connections: 'select update',
    customers: 'select',
    exchanges: 'insert select update',
    'function jobs.job_now()': 'execute',
    'function remove_old_activities(timestamp with time zone,uuid,timestamp with time zone,timestamp with time zone,integer)':
      'execute',
    'function remove_old_exchanges(timestamp with time zone,uuid,timestamp with time zone,timestamp with time zone,integer)':
      'execute',
    heartbeats: 'insert select update',
    invoices: 'select',
    'jobs.job_common': 'insert select(id)',
    'jobs.queue': 'select',
    pause_notices: 'insert select update',
    payments: 'insert select update',
    relations: 'insert select update',
    stray_payments: 'delete insert select',
  },

  // The support desk: what failed, of all organizations. Never a secret, and it changes nothing; into the
  // audit a function writes, with the name of whose session it is.
  stella_support: {
    'schema accounts': 'usage',
    'schema public': 'usage',
    'accounts.organization': 'select(id, name)',
    activities:
      'select(at, id, kind, organization_id, outcome, parameters, position, subject_id, subject_type)',
    bookings:
      'select(attempts, books_id, cause, cause_code, changed_at, id, invoice_id, invoice_number, mutation, mutation_number, organization_id, reference, relation_id, state)',
    books: 'select(id, name)',
    connections: 'select(books_id, id, organization_id, paused_at, paused_cause, state)',
    customers: 'select(id, name, organization_id)',
    exchanges:
      'select(booking_id, code, finished_at, http_status, id, operation, outcome, relation_id, request, response, started_at)',
    'function installation_figures()': 'execute',
    'function record_support_audit(text,uuid,uuid,uuid,text)': 'execute',
    invoices: 'select(customer_id, id, invoice_date, organization_id, payment_term_days, total_gross)',
    message_recipients: 'select(invoice_id, organization_id, settled_at, state)',
    relations:
      'select(attempts, books_id, cause, cause_code, changed_at, code, customer_id, id, organization_id, state)',
  },

  // Sign-in: people, sessions and keys, and nothing of tenants.
  stella_accounts: {
    'schema accounts': 'usage',
    'accounts."user"': 'delete insert select update',
    'accounts.account': 'delete insert select update',
    'accounts.api_key': 'delete insert select update',
    'accounts.attempts': 'delete insert select update',
    'accounts.invitation': 'delete insert select update',
    'accounts.member': 'delete insert select update',
    'accounts.organization': 'insert select update',
    'accounts.session': 'delete insert select update',
    'accounts.verification': 'delete insert select update',
  },

  // The mail: its queue, names and addresses, of tenants whether they pause, and the invoices it writes out.
  stella_mail: {
    'schema accounts': 'usage',
    'schema jobs': 'usage',
    'schema public': 'usage',
    'accounts."user"': 'select(banned, email, id, language, name)',
    'accounts.member': 'select(digest, organization_id, role, user_id)',
    'accounts.organization': 'select(id, name)',
    activities: 'insert select(at, id, organization_id, position)',
    bookings:
      'select(books_id, cause, changed_at, created_at, invoice_number, ordinal, organization_id, state)',
    connections: 'select(books_id, id, next_test_at, organization_id, paused_at, paused_cause, state)',
    digests: 'insert select update',
    'function jobs.job_now()': 'execute',
    'function organizations_to_tell(timestamp with time zone,timestamp with time zone,integer)': 'execute',
    invoice_lines: 'select',
    invoices: 'select',
    'jobs.bam': 'delete insert select update',
    'jobs.instance': 'delete insert select update',
    'jobs.job': 'delete insert select update',
    'jobs.job_common': 'delete insert select update',
    'jobs.job_dependency': 'delete insert select update',
    'jobs.queue': 'delete insert select update',
    'jobs.queue_stats': 'delete insert select update',
    'jobs.schedule': 'delete insert select update',
    'jobs.subscription': 'delete insert select update',
    'jobs.version': 'delete insert select update',
    'jobs.warning': 'delete insert select update',
    logos: 'select',
    message_recipients: 'select update(attempt, cause, changed_at, reply, state)',
    messages: 'select',
    pause_notices: 'select update',
    relations: 'select(cause, changed_at, organization_id, state)',
    share_links: 'select(id, organization_id, revoked_at, secret_hash)',
  },
}
