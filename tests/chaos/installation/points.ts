/**
 * Where a process can be ended, in the order in which an invoice passes them. A point is one or more moments: those
 * of the engine's ports lie in the process itself, those of the wire in the proxy between it and the service.
 */
export const points = {
  P0: { title: 'finalising, before the commit', moments: ['office: before commit'] },
  P1: { title: 'after the commit, before the worker is woken', moments: ['office: before wake'] },
  P2: { title: 'after the intent is committed', moments: ['store: intent committed'] },
  P3: { title: 'a session is open and not used', moments: ['books: session opened'] },
  P4: { title: 'before AddRelatie', moments: ['books: before AddRelatie'] },
  P5: { title: 'AddRelatie sent, no answer', moments: ['wire: AddRelatie sent'] },
  P6: { title: 'AddRelatie answered, before the commit', moments: ['store: before relation outcome'] },
  P7: { title: 'before AddMutatie', moments: ['books: before AddMutatie'] },
  P8: { title: 'half the bytes of AddMutatie sent', moments: ['wire: AddMutatie half sent'] },
  P9: {
    title: 'AddMutatie sent, no answer',
    moments: ['wire: AddMutatie sent', 'wire: AddMutatie arrives late'],
  },
  P10: { title: 'half the answer to AddMutatie received', moments: ['wire: AddMutatie half answered'] },
  P11: { title: 'answer read, before the outcome is committed', moments: ['store: before outcome'] },
  P12: { title: 'after the outcome is committed', moments: ['store: outcome committed'] },
  P13: {
    title: 'in a look-up',
    moments: ['books: before look-up', 'books: after look-up', 'store: before look-up outcome'],
  },
  P14: {
    title: 'in reading back',
    moments: ['books: before reading back', 'books: after reading back', 'store: before verified'],
  },
  P15: {
    title: 'in a change of codes or key',
    moments: ['office: before codes', 'office: codes stored', 'seal: before opening'],
  },
} as const

export type Point = keyof typeof points
export type Moment = (typeof points)[Point]['moments'][number]

export const pointNames = Object.keys(points) as Point[]

export function momentsOf(point: Point): readonly [Moment, ...Moment[]] {
  return points[point].moments
}

export function pointOf(moment: Moment): Point {
  const found = pointNames.find((point) => momentsOf(point).includes(moment))
  if (found === undefined) throw new Error(`no point has the moment ${moment}`)
  return found
}
