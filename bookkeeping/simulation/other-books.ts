import { administrationOf, type Office, type World, wakeWorkers } from './world.ts'

/** At any moment people enter the codes of other books, and perhaps those of the first again. */
export function linkOtherBooks(world: World, office: Office): void {
  const { plan, timeline } = world
  if (!plan.draws('other_books')) return
  const random = plan.stream('other_books')
  for (let times = random.between(1, 3); times > 0; times -= 1) {
    timeline.after(random.between(0, plan.faultyFor), () => {
      const others = [...office.administrations.keys()].filter(
        (it) => it !== office.memory.connection.booksId,
      )
      const chosen = others[random.between(0, others.length - 1)]
      if (chosen === undefined) return
      world.coverage.count('other_books')
      link(world, office, chosen)
    })
  }
}

/** As activateConnection() does: the codes are tried first, so what is stored works. */
export function link(world: World, office: Office, booksId: string): void {
  const administration = administrationOf(office, booksId)
  office.memory.link(booksId, world.timeline.now + world.clockStep)
  office.memory.linkedAt = world.timeline.now
  administration.validCodes = office.memory.connection.codesVersion
  administration.session += 1
  wakeWorkers(world)
}
