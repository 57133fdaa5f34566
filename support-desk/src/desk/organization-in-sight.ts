/** An organization by its number, and its name where it consented that something of it is looked at. */
export interface OrganizationInSight {
  readonly id: string
  readonly number: number
  readonly name: string | null
}

export function organizationInSight(row: {
  readonly organization_id: string
  readonly organization_number: bigint
  readonly organization_name: string | null
}): OrganizationInSight {
  return { id: row.organization_id, number: Number(row.organization_number), name: row.organization_name }
}
