import type { Texts } from '@stella/texts'
import { type Configuration, readConfiguration } from '../configuration/configuration.ts'
import { ProgramFailure } from '../failures/program-failure.ts'

/**
 * Runs a command with the settings of the environment. A mistake of a person, in the settings or found later, is
 * told in one sentence and ends the program with code 1; anything else is a bug and keeps its stack trace.
 */
export async function withConfiguration(
  texts: Texts,
  work: (configuration: Configuration, texts: Texts) => Promise<void>,
): Promise<void> {
  const read = readConfiguration(process.env, texts)
  if (!read.ok)
    return end([texts.program.settings.heading, ...read.sentences.map((sentence) => `- ${sentence}`)])
  try {
    await work(read.configuration, texts)
  } catch (error) {
    if (!(error instanceof ProgramFailure)) throw error
    end([error.sentence(texts)])
  }
}

function end(lines: string[]): never {
  console.error(lines.join('\n'))
  process.exit(1)
}
