import { lineDriven } from './line-driven.ts'

const versions = ['1.1', '1.2'] as const

/** PHP's own extension, as in the service's official example. */
export const php = versions.map((soapVersion) =>
  lineDriven({
    name: 'PHP ext-soap',
    soapVersion,
    commands: ['php'],
    program: 'php-soap.php',
    check: ['-r', 'exit(class_exists("SoapClient") ? 0 : 1);'],
    needs: 'PHP with its soap extension (php-cli and php-soap in Debian)',
    resultOf: (operation, answer) => (answer as Record<string, unknown> | null)?.[`${operation}Result`],
  }),
)

/** zeep takes the only element of an answer out of it by itself. */
export const zeep = versions.map((soapVersion) =>
  lineDriven({
    name: 'Python zeep',
    soapVersion,
    // The system's own Python has the packages of the distribution, also where another comes first in the path.
    commands: ['python3', '/usr/bin/python3'],
    program: 'zeep-soap.py',
    check: ['-c', 'import zeep'],
    needs: 'Python with zeep (python3-zeep in Debian)',
    resultOf: (_operation, answer) => answer,
  }),
)
