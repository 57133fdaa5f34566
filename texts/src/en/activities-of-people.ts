import type { activitiesOfPeople as dutch } from '../nl/activities-of-people.ts'
import type { ActivityFacts } from '../nl/activity-facts.ts'

export const activitiesOfPeople = {
  import_applied: (facts: ActivityFacts) => ({
    title: ['Import: ', `${counted(facts.added, facts.what)}`, ` added from ${facts.file}`],
    detail: `${doneBy(facts)}${facts.changed ? `${counted(facts.changed, facts.what)} changed. ` : ''}${facts.what === 'invoices' ? 'They do not go to e-Boekhouden.nl.' : 'They go to e-Boekhouden.nl with their first invoice only.'}`,
  }),
  import_undone: (facts: ActivityFacts) => ({
    title: ['Import ', `${facts.file}`, ' was taken back'],
    detail: `${doneBy(facts)}${counted(facts.takenBack, facts.what)} gone or as they were${facts.kept ? `; ${counted(facts.kept, facts.what)} stayed, as something was done with them already` : ''}.`,
  }),
  import_stopped: (facts: ActivityFacts) => ({
    title: ['Import ', `${facts.file}`, ' stands still'],
    detail: facts.superseded
      ? 'For a while Stella did not get any further with it.'
      : 'Stella did not get any further with it. Open the import: there you go on, or take it back.',
  }),
  export_made: (facts: ActivityFacts) => ({
    title: ['The archive of ', `${facts.from} to ${facts.until}`, ' is ready'],
    detail: `${askedBy(facts)}It stays for a week under Preferences, Export.`,
  }),
  export_failed: (facts: ActivityFacts) => ({
    title: ['The archive of ', `${facts.from} to ${facts.until}`, ' could not be made'],
    detail: facts.superseded
      ? askedBy(facts).trim() || 'It was made again later.'
      : `${askedBy(facts)}Make it again under Preferences, Export. If that fails too, ask the support of Stella.`,
  }),
  export_fetched: (facts: ActivityFacts) => ({
    title: ['The archive of ', `${facts.from} to ${facts.until}`, ' was fetched'],
    detail: `${doneBy(facts) || 'By a program. '}It holds everything of that period.`,
  }),
  list_exported: (facts: ActivityFacts) => ({
    title: ['', lists[facts.list as 'invoices'] ?? 'A list', ' taken out as a file'],
    detail: doneBy(facts).trim() || 'By a program.',
  }),

  series_made: (facts: ActivityFacts) => ({
    title: ['There is a new ', 'series of numbers', `: ${facts.name}`],
    detail: `${doneBy(facts)}Numbers like ${facts.pattern}.`,
  }),
  series_changed: (facts: ActivityFacts) => ({
    title: ['The ', 'series of numbers', ` ${facts.name} was changed`],
    detail: `${doneBy(facts)}It was ${facts.former}, and is ${facts.pattern} now.`,
  }),
  series_removed: (facts: ActivityFacts) => ({
    title: ['The ', 'series of numbers', ` ${facts.name} is gone`],
    detail: `${doneBy(facts)}No number of it had been given.`,
  }),
  series_moved: (facts: ActivityFacts) => ({
    title: ['The ', 'numbering', ` goes on with ${facts.after}`],
    detail: `${facts.by == null ? '' : `Set by ${facts.by}. `}Next was ${facts.before}.${facts.reason == null ? '' : ` Reason: “${facts.reason}”.`}`,
  }),
  bank_account_changed: (facts: ActivityFacts) => ({
    title: ['The ', 'bank account', ' on your invoices was changed'],
    detail: `${doneBy(facts)}${facts.account == null ? 'There is no account on new invoices any more.' : `New invoices ask to pay to ${facts.account}.`}`,
  }),
  vat_scheme_changed: (facts: ActivityFacts) => ({
    title: ['The ', 'VAT scheme', ' of your business was changed'],
    detail: `${doneBy(facts)}${facts.scheme === 'small_business_scheme' ? 'You take part in the KOR: new lines are without VAT.' : 'You charge VAT.'}`,
  }),
  mail_server_changed: (facts: ActivityFacts) => ({
    title: ['Mails now go ', 'through your own mail server', ''],
    detail: `${doneBy(facts)}Through ${facts.host}, from ${facts.sender}.`,
  }),
  mail_server_ended: (facts: ActivityFacts) => ({
    title: ['Mails no longer go ', 'through your own mail server', ''],
    detail: `${doneBy(facts)}That was ${facts.host}.`,
  }),
  mail_settings_changed: (facts: ActivityFacts) => ({
    title: ['The ', 'settings of mail', ' were changed'],
    detail: `${doneBy(facts)}They hold for mails that are still to leave.`,
  }),

  help_asked: (facts: ActivityFacts) => ({
    title: ['Help asked: ', `case ${facts.case}`, ''],
    detail: `${doneBy(facts)}The support may look until you stop that or the time is over. You read the answer here and in your mail.`,
  }),
  help_answered: (facts: ActivityFacts) => ({
    title: ['The support answered ', `case ${facts.case}`, ''],
    detail: doneBy(facts).trim(),
  }),
  help_change_proposed: (facts: ActivityFacts) => ({
    title: ['The support proposes a change in ', `case ${facts.case}`, ''],
    detail: `${doneBy(facts)}Nothing changes before you say yes.`,
  }),
  help_change_accepted: (facts: ActivityFacts) => ({
    title: ['The proposed change in ', `case ${facts.case}`, ' was made'],
    detail: doneBy(facts).trim(),
  }),
  help_change_declined: (facts: ActivityFacts) => ({
    title: ['The proposed change in ', `case ${facts.case}`, ' was declined'],
    detail: `${doneBy(facts)}Nothing was changed.`,
  }),
  help_closed: (facts: ActivityFacts) => ({
    title: ['', `Case ${facts.case}`, ' was closed'],
    detail: `${doneBy(facts)}${closings[facts.outcome as 'mended'] ?? ''} The support can look no more.`,
  }),
} satisfies typeof dutch

const lists = { invoices: 'Invoices', customers: 'Customers', products: 'Products', activities: 'The log' }

const closings = {
  mended: 'It is mended.',
  explained: 'It was explained; nothing was wrong.',
  elsewhere: 'It is mended outside Stella.',
  defect: 'Stella was wrong and is going to be improved.',
  withdrawn: 'No answer was needed any more.',
}

/** «84 customers», «1 product». */
function counted(count: ActivityFacts[string] | undefined, what: ActivityFacts[string] | undefined): string {
  const words = { products: ['product', 'products'], invoices: ['old invoice', 'old invoices'] }
  const [one, many] = words[what as 'products'] ?? ['customer', 'customers']
  return `${count} ${count === 1 ? one : many}`
}

export function doneBy({ by }: ActivityFacts): string {
  return by == null ? '' : `By ${by}. `
}

function askedBy({ by }: ActivityFacts): string {
  return by == null ? '' : `Asked by ${by}. `
}
