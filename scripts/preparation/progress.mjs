/**
 * One line that is rewritten while something is going on. Where the output is not a terminal, only the last
 * state is written, so that a log file stays readable.
 */
export function progressLine() {
  const terminal = process.stderr.isTTY
  return {
    show(text) {
      if (terminal) process.stderr.write(`\r\x1b[K${text}`)
    },
    end(text) {
      process.stderr.write(terminal ? `\r\x1b[K${text}\n` : `${text}\n`)
    },
    clear() {
      if (terminal) process.stderr.write('\r\x1b[K')
    },
  }
}

/** Whole seconds since an instant of Date.now(). */
export function secondsSince(start) {
  return Math.round((Date.now() - start) / 1000)
}
