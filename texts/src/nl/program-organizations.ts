/** What the program says of organizations that it closes and opens. */
export const organizationCommands = {
  organization: 'Administraties: sluiten, heropenen, tonen.',
  organizationList: 'Toon alle administraties, met of ze gesloten zijn.',
  organizationClose: 'Sluit een administratie: niemand werkt er meer in, en er gaat niets meer uit.',
  organizationClosed: (name: string) =>
    `${name} is gesloten. Een eigenaar kan haar dertig dagen lang heropenen, u met «organization open».`,
  organizationWasClosed: (name: string) => `${name} was al gesloten.`,
  organizationOpen: 'Heropen een gesloten administratie, ook na de dertig dagen.',
  organizationOpened: (name: string) =>
    `${name} is weer open. Codes, sleutels en mailserver worden opnieuw ingevoerd; wie er niet meer in staat, krijgt met «account role» weer een rol.`,
  organizationWasOpen: (name: string) => `${name} was niet gesloten.`,
  organizationIsOpen: 'open',
  organizationIsClosed: (day: string, until: string) =>
    `gesloten op ${day}, te heropenen tot en met ${until}`,
  organizationIsEnded: (day: string) => `opgeruimd op ${day}; wat de wet bewaard wil hebben staat er nog`,
}
