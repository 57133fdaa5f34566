export {
  type Exchange,
  lookAtBooking,
  type SupportBookingDetail,
} from './booking-detail.ts'
export { type Explanation, explain } from './explain.ts'
export { listFailingBookings, type SupportBooking } from './failing-bookings.ts'
export { offerAgain } from './offer-again.ts'
export type { SupportDatabases, SupportUser } from './support-databases.ts'
