-- In whose name the account is, as the bank knows it, and how the organization deals with VAT.
alter table organization_profiles add column account_name text;
alter table organization_profiles add column vat_scheme text not null default 'ordinary'
  check (vat_scheme in ('ordinary', 'small_business_scheme'));
