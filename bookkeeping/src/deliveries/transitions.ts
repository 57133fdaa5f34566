/** One allowed step of a state machine. */
export type Transition<State extends string, Event extends string> = {
  readonly from: State
  readonly event: Event
  readonly to: State
}

/**
 * The state that an event leads to.
 *
 * @throws Error when the event cannot happen in that state: a mistake in the engine, never in data.
 */
export function stateAfter<State extends string, Event extends string>(
  transitions: readonly Transition<State, Event>[],
  from: State,
  event: Event,
): State {
  const transition = transitions.find((it) => it.from === from && it.event === event)
  if (transition === undefined) throw new Error(`No transition from ${from} on ${event}.`)
  return transition.to
}
