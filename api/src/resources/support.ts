import type { App, Context } from '../context.ts'
import * as contract from '../contract/support.ts'
import { ApiError } from '../http/api-error.ts'

export function supportRoutes(app: App, _context: Context): void {
  app.get('/api/support/bookings', contract.listSupportBookings, async () => {
    throw new ApiError('unavailable')
  })
  app.get('/api/support/bookings/:id', contract.getSupportBooking, async () => {
    throw new ApiError('unavailable')
  })
  app.post('/api/support/bookings/:id/retries', contract.retrySupportBooking, async () => {
    throw new ApiError('unavailable')
  })
}
