-- The log says of an archive that it was made and fetched, and of a question to the support what came of it.
alter table activities drop constraint activities_subject_type_check;
alter table activities add constraint activities_subject_type_check
  check (subject_type in ('invoice', 'relation', 'customer', 'connection', 'organization', 'message', 'payment',
    'import', 'export', 'case'));
