import type { OrganizationProfile } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/**
 * Who the transaction's organization is on its invoices. Before anything was filled in, that is its name alone.
 */
export async function findProfile(tx: Transaction<DB>): Promise<Required<OrganizationProfile>> {
  const row = await tx
    .selectFrom('accounts.organization as organization')
    .leftJoin('organization_profiles as profile', 'profile.organization_id', 'organization.id')
    .select([
      sql<string>`coalesce(profile.name, organization.name)`.as('name'),
      'profile.address',
      'profile.postal_code',
      'profile.city',
      'profile.country',
      'profile.email',
      'profile.phone',
      'profile.kvk_number',
      'profile.vat_number',
      'profile.iban',
      'profile.account_name',
      'profile.accent_color',
      'profile.logo_id',
      sql<OrganizationProfile['vatScheme']>`coalesce(profile.vat_scheme, 'ordinary')`.as('vat_scheme'),
    ])
    .where('organization.id', '=', currentOrganization)
    .executeTakeFirstOrThrow()
  return {
    name: row.name,
    address: row.address,
    postalCode: row.postal_code,
    city: row.city,
    country: row.country,
    email: row.email,
    phone: row.phone,
    kvkNumber: row.kvk_number,
    vatNumber: row.vat_number,
    iban: row.iban,
    accountName: row.account_name,
    vatScheme: row.vat_scheme,
    accentColor: row.accent_color,
    logoId: row.logo_id,
  }
}

/** Replaces the whole profile. Invoices that are final keep the sender they were made with. */
export async function saveProfile(tx: Transaction<DB>, profile: OrganizationProfile): Promise<void> {
  const values = {
    name: profile.name,
    address: profile.address,
    postal_code: profile.postalCode,
    city: profile.city,
    country: profile.country,
    email: profile.email,
    phone: profile.phone,
    kvk_number: profile.kvkNumber,
    vat_number: profile.vatNumber,
    iban: profile.iban,
    account_name: profile.accountName,
    vat_scheme: profile.vatScheme,
    accent_color: profile.accentColor ?? null,
  }
  await tx
    .insertInto('organization_profiles')
    .values(values)
    .onConflict((conflict) =>
      conflict.column('organization_id').doUpdateSet({
        ...values,
        revision: sql`organization_profiles.revision + 1`,
        updated_at: sql`clock_timestamp()`,
      }),
    )
    .execute()
}

/** The organization inOrganization() set; row-level security compares with the same. */
const currentOrganization = sql<string>`nullif(current_setting('stella.organization_id', true), '')::uuid`
