import { createSeal, loadSealingKeys, type Seal, SealingKeyError } from '@stella/bookkeeping'
import type { Configuration } from '../configuration/configuration.ts'
import type { DataFolder } from '../data-folder/data-folder.ts'
import { ProgramFailure } from '../failures/program-failure.ts'

/**
 * The seal of the codes of e-Boekhouden.nl, with the key of the settings or that of the data folder.
 * @throws ProgramFailure sealingKeyUnusable
 */
export async function openSeal(
  { secretKey }: Pick<Configuration, 'secretKey'>,
  { sealingKeyFile: keyFile }: Pick<DataFolder, 'sealingKeyFile'>,
): Promise<Seal> {
  try {
    return createSeal(await loadSealingKeys({ secretKey, keyFile }))
  } catch (error) {
    if (!(error instanceof SealingKeyError)) throw error
    throw new ProgramFailure('sealingKeyUnusable', [keyFile], error)
  }
}
