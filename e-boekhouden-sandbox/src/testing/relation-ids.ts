/** What the first relations of a new sandbox are numbered. */
export const [firstRelation, secondRelation] = [21480004, 21480005] as const
