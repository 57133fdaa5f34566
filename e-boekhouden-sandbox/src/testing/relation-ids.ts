/** What the first relations of a new sandbox are numbered. */
export const [firstRelation, secondRelation, thirdRelation] = [21480004, 21480005, 21480007] as const
