/** Thrown within a commit to roll all of it back, because a row is no longer where its step starts. */
export class Superseded extends Error {
  override readonly name = 'Superseded'
}
