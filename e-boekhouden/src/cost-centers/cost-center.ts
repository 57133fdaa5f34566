/** A cost centre(kostenplaats). */
export type CostCenter = {
  id: number
  description: string
  /** 0 for none. */
  parentId: number
}

/** All given conditions hold at once. Without any, all cost centres are returned. */
export type CostCenterFilter = {
  id?: number | undefined
  parentId?: number | undefined
  description?: string | undefined
}
