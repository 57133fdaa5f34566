import { Checks } from '../checks/check.ts'
import type { Installation } from '../installation/installation.ts'
import { type Point, pointOf } from '../installation/points.ts'
import type { Trap } from '../installation/trap.ts'
import type { Dice } from '../processes/random.ts'
import { type Blow, momentsOfRecovery } from './blows.ts'
import { disarm } from './death.ts'
import { killAt } from './kill.ts'
import { blackHole, standStill } from './other-blows.ts'
import { linkOtherBooks, offerWhatWaitsForPeople } from './other-books.ts'
import { settle } from './settle.ts'

/** What became of one blow: what it did, how long it took to come to rest, and what no longer held then. */
export type Aftermath = {
  readonly blow: Blow
  /** False when no process came to the moment; then nothing was done. */
  readonly struck: boolean
  /** Where processes were killed: at the point of the blow, and perhaps at another while they recovered. */
  readonly killedAt: readonly Point[]
  readonly restedAfterMs: number
  readonly breaches: readonly string[]
}

/** One of so many kills is followed by another while the process mends what the first one left. */
const secondKillShare = 0.25

/** An installation on which blows fall, one after another, each followed by rest and a check of everything. */
export class Target {
  readonly installation: Installation
  readonly #dice: Dice
  readonly #checks = new Checks()

  constructor(installation: Installation, dice: Dice) {
    this.installation = installation
    this.#dice = dice
  }

  async befall(blow: Blow): Promise<Aftermath> {
    const killedAt: Point[] = []
    const struck = await this.#strike(blow, killedAt)
    const startedAt = Date.now()
    const restless = await settle(this.installation, (moment) => killedAt.push(pointOf(moment)))
    if (
      blow.kind === 'other_books' &&
      restless.length === 0 &&
      (await offerWhatWaitsForPeople(this.installation))
    ) {
      restless.push(...(await settle(this.installation)))
    }
    await disarm(this.installation)
    const restedAfterMs = Date.now() - startedAt
    const wrong = await this.#checks.check(this.installation)
    return { blow, struck, killedAt, restedAfterMs, breaches: [...restless, ...wrong] }
  }

  async #strike(blow: Blow, killedAt: Point[]): Promise<boolean> {
    const { installation } = this
    if (blow.kind === 'stand_still') return standStill(installation, blow, this.#dice)
    if (blow.kind === 'black_hole') {
      await blackHole(installation, blow, this.#dice)
      return true
    }
    const killed =
      blow.kind === 'other_books'
        ? await linkOtherBooks(installation, blow, this.#dice)
        : await killAt(installation, blow, this.#dice)
    if (killed === null) return false
    const again = killed.afterwards === undefined && this.#dice.happens(secondKillShare)
    for (const place of installation.places.filter(({ program }) => program.hasEnded())) {
      killedAt.push(blow.kind === 'kill' ? blow.point : 'P15')
      installation.restart(place, again ? this.#secondTrap() : null)
    }
    await killed.afterwards?.()
    return true
  }

  #secondTrap(): Trap {
    return { moment: this.#dice.pick(momentsOfRecovery), signal: 'SIGKILL', passes: this.#dice.whole(0, 1) }
  }
}
