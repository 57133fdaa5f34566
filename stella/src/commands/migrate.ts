import type { Texts } from '@stella/texts'
import { defineCommand } from 'citty'
import { withDatabase } from '../program/with-database.ts'
import { withConfiguration } from './with-configuration.ts'

export const migrateCommand = (texts: Texts) =>
  defineCommand({
    meta: { name: 'migrate', description: texts.program.commands.migrate },
    run: () =>
      withConfiguration(texts, (configuration) =>
        withDatabase(configuration, async (server) => {
          console.log(texts.program.commands.migrated(server.place.name))
        }),
      ),
  })
