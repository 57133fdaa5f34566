import type { Work } from './choose-work.ts'
import { holdBooking } from './hold-booking.ts'
import { lookUpBooking } from './look-up-booking.ts'
import { lookUpRelation } from './look-up-relation.ts'
import { readPayments } from './read-payments.ts'
import { recoverBooking, recoverRelation } from './recover.ts'
import { sendBooking } from './send-booking.ts'
import { sendRelation } from './send-relation.ts'
import { testConnection } from './test-connection.ts'
import type { Turn, Worked } from './turn.ts'
import { updateRelation } from './update-relation.ts'
import { verifyBookings } from './verify-bookings.ts'

/** Does one piece of work. */
export function perform(turn: Turn, work: Work): Promise<Worked> {
  switch (work.kind) {
    case 'recover_booking':
      return recoverBooking(turn, work.booking)
    case 'recover_relation':
      return recoverRelation(turn, work.relation)
    case 'test_connection':
      return testConnection(turn)
    case 'send_booking':
      return sendBooking(turn, work.booking)
    case 'look_up_booking':
      return lookUpBooking(turn, work.booking)
    case 'hold_booking':
      return holdBooking(turn, work.booking)
    case 'send_relation':
      return sendRelation(turn, work.relation)
    case 'look_up_relation':
      return lookUpRelation(turn, work.relation)
    case 'update_relation':
      return updateRelation(turn, work.relation)
    case 'verify_bookings':
      return verifyBookings(turn, work.bookings)
    case 'read_payments':
      return readPayments(turn)
  }
}
