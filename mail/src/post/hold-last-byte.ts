import { Transform } from 'node:stream'
import type { SendMailOptions, Transporter } from 'nodemailer'

type Question = () => Promise<boolean>

/** Has `handOver` asked before the last byte of this letter leaves; the transport copies options one by one. */
export function withQuestion(
  options: SendMailOptions,
  handOver: Question,
): SendMailOptions & { handOver: Question } {
  return { ...options, handOver }
}

/**
 * Makes a transport hold back the end of a letter until its question is answered. SMTP ends a letter with a line of
 * its own, which the transport writes when the letter's stream ends; a server that has not seen it may not deliver
 * (RFC 5321, 4.1.1.4). The stream buffers nothing, so it ends only when the server has asked for the letter.
 */
export function holdLastByte(transport: Transporter): void {
  transport.use('stream', (mail, done) => {
    const { handOver: question } = mail.data as { handOver?: Question }
    if (question !== undefined)
      mail.message.processFunc((input) => {
        const held = heldBack(question)
        input.on('error', (error) => held.destroy(error))
        return input.pipe(held)
      })
    done()
  })
}

/** Passes on what comes in, a piece at a time, and ends when the answer is yes. */
function heldBack(question: Question): Transform {
  return new Transform({
    readableHighWaterMark: 1,
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush(done) {
      question().then(
        (mayLeave) => done(mayLeave ? null : new Error('It was overtaken by another attempt.')),
        (error: Error) => done(error),
      )
    },
  })
}
