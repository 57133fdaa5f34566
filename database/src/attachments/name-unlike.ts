/** The name, with a number in it where another file beside it is called so: «foto (2).jpg». */
export function nameUnlike(name: string, beside: readonly { readonly name: string }[]): string {
  const taken = new Set(beside.map((it) => it.name.toLowerCase()))
  const [, stem = name, extension = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? []
  for (let count = 1; ; count++) {
    const tried = count === 1 ? name : `${stem} (${count})${extension}`
    if (!taken.has(tried.toLowerCase())) return tried
  }
}
