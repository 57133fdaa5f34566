import { type Moment, momentsOf, type Point, pointNames } from '../installation/points.ts'
import type { Dice } from '../processes/random.ts'

/** Something that befalls an installation. Durations are in time of the engine. */
export type Blow =
  /** Ended with kill -9 at a moment. */
  | { readonly kind: 'kill'; readonly point: Point; readonly moment: Moment; readonly passes: number }
  /** Stands still from a moment on, for longer than its lease, and then goes on as if nothing happened. */
  | { readonly kind: 'stand_still'; readonly moment: Moment; readonly forMs: number }
  /**
   * While there is work, and perhaps something of unknown outcome, an organization is linked to other books: new
   * ones, or some it had before. A process may die just before or after they are stored.
   */
  | { readonly kind: 'other_books'; readonly losing: boolean; readonly moment: Moment | null }
  /** The service is a black hole: nothing gets there, or nothing comes back. */
  | { readonly kind: 'black_hole'; readonly of: 'requests' | 'answers'; readonly forMs: number }

const second = 1_000

/** Kills spread evenly over the points, and one of each of the others for every sixteen kills. */
export function drawBlows(kills: number, dice: Dice): Blow[] {
  const others = Math.max(1, Math.round(kills / pointNames.length))
  return dice.shuffled([
    ...Array.from({ length: kills }, (_, index) =>
      drawKill(pointNames[index % pointNames.length] ?? 'P0', dice),
    ),
    ...Array.from({ length: others }, () => drawStandStill(dice)),
    ...Array.from({ length: others }, () => drawOtherBooks(dice)),
    ...Array.from({ length: others }, (_, index) =>
      drawBlackHole(index % 2 === 0 ? 'requests' : 'answers', dice),
    ),
  ])
}

export function drawKill(point: Point, dice: Dice): Blow & { kind: 'kill' } {
  return { kind: 'kill', point, moment: dice.pick(momentsOf(point)), passes: dice.whole(0, 1) }
}

/**
 * A process that stands still before it looks at its own claim may do so for any time. One that stands still between
 * that look and its first byte is covered for as long as the quarantine assumes a request to be under way.
 */
function drawStandStill(dice: Dice): Blow {
  const any = dice.happens(0.5)
  return any
    ? { kind: 'stand_still', moment: 'store: intent committed', forMs: dice.whole(16, 500) * second }
    : {
        kind: 'stand_still',
        moment: dice.pick(['books: before AddMutatie', 'store: before outcome', 'books: before AddRelatie']),
        forMs: dice.whole(16, 120) * second,
      }
}

function drawOtherBooks(dice: Dice): Blow {
  const moment = dice.pick<Moment | null>([null, null, 'office: before codes', 'office: codes stored'])
  return { kind: 'other_books', losing: dice.happens(0.7), moment }
}

/** Longer than a call may last, so that every call under way runs into its time-out. */
function drawBlackHole(of: 'requests' | 'answers', dice: Dice): Blow {
  return { kind: 'black_hole', of, forMs: dice.whole(32, 90) * second }
}

/** Moments that a process can come to while it mends what an earlier one left. */
export const momentsOfRecovery = [
  'store: intent committed',
  'books: before AddMutatie',
  'store: before outcome',
  'store: outcome committed',
  'books: before look-up',
  'books: after look-up',
  'store: before look-up outcome',
] as const satisfies readonly Moment[]
