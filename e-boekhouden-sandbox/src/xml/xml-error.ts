/** The text is not a well-formed document, or one the service would not take. `line` and `column` are from 1. */
export class XmlError extends Error {
  readonly line: number
  readonly column: number

  constructor(message: string, line: number, column: number) {
    super(message)
    this.name = 'XmlError'
    this.line = line
    this.column = column
  }
}
