#!/usr/bin/env node
import { textsIn } from '@stella/texts'
import { runMain, showUsage } from 'citty'
import { stella } from './commands/stella.ts'
import { terminalLanguage } from './configuration/language.ts'

const commands = stella(textsIn(terminalLanguage(process.env)))
const [asked] = process.argv.slice(2)
if (asked === undefined || asked === 'help') await showUsage(commands)
else await runMain(commands)
