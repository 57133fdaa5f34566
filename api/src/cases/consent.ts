import { z } from 'zod'

/** A day: an answer comes on the next working day. */
export const usualConsentHours = 24

/** A week: whoever needs longer gives it again. */
const longestConsentHours = 7 * 24

/** For how long the support may look. */
export const ConsentHours = z
  .int()
  .min(1)
  .max(longestConsentHours)
  .describe('How long the support may look, in whole hours from now.')
