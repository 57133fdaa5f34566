// What the scripts say before the program's own catalogue of texts can be loaded.

const dutch = {
  installing: (done, total, seconds) => `Onderdelen installeren: ${done} van ${total} (${seconds} s)`,
  installed: (count, seconds) => `${count} onderdelen geïnstalleerd in ${seconds} s.`,
  installFailed: (logFile) =>
    `De onderdelen konden niet worden geïnstalleerd; de volledige uitvoer staat in ${logFile}.`,
  installNotAllowed: (folder) =>
    `De onderdelen konden niet worden geïnstalleerd: deze gebruiker mag niet schrijven in ${folder} of in de map van npm; geef schrijfrechten, of start als de gebruiker van wie die map is.`,
  installDiskFull: (folder) =>
    `De onderdelen konden niet worden geïnstalleerd: de schijf van ${folder} is vol; maak ruimte (ongeveer 1 GB) en probeer het opnieuw.`,
  installOffline: () =>
    'De onderdelen konden niet worden geïnstalleerd: het register van npm is niet bereikbaar; controleer de internetverbinding en probeer het opnieuw.',
  installWithoutNpm: () =>
    'De onderdelen konden niet worden geïnstalleerd: npm is niet gevonden; installeer het, het komt gewoonlijk met Node mee.',
  buildingWeb: 'Schermen klaarmaken',
  builtWeb: (seconds) => `Schermen klaargemaakt in ${seconds} s.`,
  webFailed: 'De schermen konden niet worden gebouwd; hierboven staat waarom.',
  webNotAllowed: (folder) =>
    `De schermen konden niet worden gebouwd: deze gebruiker mag niet schrijven in ${folder}; geef schrijfrechten, of start als de gebruiker van wie die map is.`,
  webDiskFull: (folder) =>
    `De schermen konden niet worden gebouwd: de schijf van ${folder} is vol; maak ruimte en probeer het opnieuw.`,
  noPinnedNode: (platform) =>
    `Voor ${platform} is geen Node 24 meegeleverd; installeer Node 24 of nieuwer en probeer het opnieuw.`,
  nodeDoesNotRun: (path, reason) =>
    `De meegeleverde Node start hier niet (${path}: ${reason}); installeer Node 24 of nieuwer en probeer het opnieuw.`,
  oldNode: (version) => `Node ${version} is te oud om dit te starten; installeer Node 20 of nieuwer.`,
  installingChromium: 'Chromium installeren voor de tests in de browser',
  noChromium:
    'Chromium is niet gevonden en kon niet worden geïnstalleerd; installeer het of zet CHROMIUM_PATH op het programma.',
}

const english = {
  installing: (done, total, seconds) => `Installing packages: ${done} of ${total} (${seconds} s)`,
  installed: (count, seconds) => `${count} packages installed in ${seconds} s.`,
  installFailed: (logFile) => `The packages could not be installed; the whole output is in ${logFile}.`,
  installNotAllowed: (folder) =>
    `The packages could not be installed: this user may not write to ${folder} or to npm's own folder; give the rights, or start as the user who owns it.`,
  installDiskFull: (folder) =>
    `The packages could not be installed: the disk of ${folder} is full; make room (about 1 GB) and try again.`,
  installOffline: () =>
    "The packages could not be installed: npm's registry cannot be reached; check the connection and try again.",
  installWithoutNpm: () =>
    'The packages could not be installed: npm was not found; install it, it usually comes with Node.',
  buildingWeb: 'Preparing the screens',
  builtWeb: (seconds) => `Screens prepared in ${seconds} s.`,
  webFailed: 'The screens could not be built; the reason stands above.',
  webNotAllowed: (folder) =>
    `The screens could not be built: this user may not write to ${folder}; give the rights, or start as the user who owns it.`,
  webDiskFull: (folder) =>
    `The screens could not be built: the disk of ${folder} is full; make room and try again.`,
  noPinnedNode: (platform) =>
    `No Node 24 comes along for ${platform}; install Node 24 or newer and try again.`,
  nodeDoesNotRun: (path, reason) =>
    `The Node that came along does not run here (${path}: ${reason}); install Node 24 or newer and try again.`,
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
