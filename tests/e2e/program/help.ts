import type { APIRequestContext } from '@playwright/test'
import type { Screen } from '../../program/running-program.ts'
import { post } from './account.ts'

type Subject = { kind: 'invoice' | 'customer'; id: string } | { kind: 'connection' }

/** Asks the support for help, which lets it see whose it is. */
export async function askHelp(request: APIRequestContext, program: Screen, subject: Subject): Promise<void> {
  await post(request, program, '/api/cases', { subject, question: 'Waarom lukt dit niet?' })
}
