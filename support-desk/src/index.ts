export { listFailingBookings, type SupportBooking } from './bookings/list-failing-bookings.ts'
export { lookAtBooking, type SupportBookingDetail } from './bookings/look-at-booking.ts'
export { offerBookingAgain } from './bookings/offer-booking-again.ts'
export {
  answerCase,
  type CaseActed,
  closeCaseForSupport,
  proposeChange,
  type TellCase,
} from './cases/act-on-case.ts'
export { type ListedCase, listSupportCases } from './cases/list-cases.ts'
export { lookAtCase, type SupportCase } from './cases/look-at-case.ts'
export { type ProposableField, proposableFieldNames } from './cases/proposable.ts'
export { type Explanation, explain } from './causes/explain.ts'
export type { ConnectionInSight } from './connections/connection-in-sight.ts'
export { listPauses, type PausedConnection } from './connections/list-pauses.ts'
export { type CauseInAll, type Found, listAnswers, listCauses, lookUp } from './desk/look-up.ts'
export type { Exchange } from './exchanges/exchange.ts'
export { listFailingRelations, type SupportRelation } from './relations/list-failing-relations.ts'
export { lookAtRelation, type SupportRelationDetail } from './relations/look-at-relation.ts'
export { offerRelationAgain } from './relations/offer-relation-again.ts'
