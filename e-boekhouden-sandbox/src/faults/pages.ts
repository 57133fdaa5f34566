/** What a web server in front of the service shows when it is being worked on. */
export const maintenancePage = `<!DOCTYPE html>
<html><head><title>Onderhoud</title></head>
<body><h1>Onderhoud</h1><p>De dienst is even niet beschikbaar.</p></body></html>`

export function errorPage(status: number): string {
  return `<!DOCTYPE html>\n<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`
}

/** Ten times ten times … ten: expanded, a thousand million characters. A reader must refuse it unread. */
export const entityBomb = `<?xml version="1.0"?>
<!DOCTYPE lolz [
<!ENTITY a "aaaaaaaaaa">
${['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
  .map((name, at) => `<!ENTITY ${name} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`)
  .join('\n')}
]>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>&i;</soap:Body></soap:Envelope>`
