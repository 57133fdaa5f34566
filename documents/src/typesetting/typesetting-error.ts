/** Why a document could not be set. It is a fault of the template, its data or the machine, never of the reader. */
export class TypesettingError extends Error {
  override readonly name: string = 'TypesettingError'
}

/** The typesetter's own word that it has no shape for these characters or combinations of them. */
export class MissingShapes extends TypesettingError {
  override readonly name = 'MissingShapes'
  readonly texts: readonly string[]

  constructor(texts: readonly string[], options?: ErrorOptions) {
    super(`No font has ${texts.join(' ')}`, options)
    this.texts = texts
  }
}

/** Whose documents wait already, as many as may: those of one organization, or of all together. */
export class TypesettingBusy extends Error {
  override readonly name = 'TypesettingBusy'
  readonly waiting: 'organization' | 'all'

  constructor(waiting: 'organization' | 'all') {
    super(`As many documents wait to be set as may (${waiting}).`)
    this.waiting = waiting
  }
}

/** The process that set the document was ended by somebody else, as by a system that ran out of memory. */
export class TypesetterEnded extends TypesettingError {
  constructor() {
    super('The process that set the document ended.')
  }
}
