// What the scripts say before the program's own catalogue of texts can be loaded.

const dutch = {
  installing: (done, total, seconds) => `Onderdelen installeren: ${done} van ${total} (${seconds} s)`,
  installed: (count, seconds) => `${count} onderdelen geïnstalleerd in ${seconds} s.`,
  installFailed: (logFile) =>
    `De onderdelen konden niet worden geïnstalleerd; de volledige uitvoer staat in ${logFile}.`,
  buildingWeb: 'Schermen klaarmaken',
  builtWeb: (seconds) => `Schermen klaargemaakt in ${seconds} s.`,
  webFailed: 'De schermen konden niet worden gebouwd; hierboven staat waarom.',
  noPinnedNode: (platform) =>
    `Voor ${platform} is geen Node 24 meegeleverd; installeer Node 24 of nieuwer en probeer het opnieuw.`,
  oldNode: (version) => `Node ${version} is te oud om dit te starten; installeer Node 20 of nieuwer.`,
  installingChromium: 'Chromium installeren voor de tests in de browser',
  noChromium:
    'Chromium is niet gevonden en kon niet worden geïnstalleerd; installeer het of zet CHROMIUM_PATH op het programma.',
}

const english = {
  installing: (done, total, seconds) => `Installing packages: ${done} of ${total} (${seconds} s)`,
  installed: (count, seconds) => `${count} packages installed in ${seconds} s.`,
  installFailed: (logFile) => `The packages could not be installed; the whole output is in ${logFile}.`,
  buildingWeb: 'Preparing the screens',
  builtWeb: (seconds) => `Screens prepared in ${seconds} s.`,
  webFailed: 'The screens could not be built; the reason stands above.',
  noPinnedNode: (platform) =>
    `No Node 24 comes along for ${platform}; install Node 24 or newer and try again.`,
  oldNode: (version) => `Node ${version} is too old to start this; install Node 20 or newer.`,
  installingChromium: 'Installing Chromium for the tests in the browser',
  noChromium:
    'Chromium was not found and could not be installed; install it, or set CHROMIUM_PATH to the program.',
}

const environment = process.env
const asked =
  environment.STELLA_LANGUAGE || environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || 'nl'

/** The sentences in the terminal's language: Dutch, unless the settings say English. */
export const sentences = /^en/i.test(asked) ? english : dutch

/** Ends the script with one sentence, without a stack trace. */
export function endWith(sentence) {
  console.error(sentence)
  process.exit(1)
}
