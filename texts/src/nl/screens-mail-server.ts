/** «Voorkeuren» › «Mail»: via een eigen mailserver versturen. */
export const mailServer = {
  title: 'Eigen mailserver',
  lead: 'Zonder eigen mailserver gaan mails via Stella weg, met uw naam en uw adres voor antwoorden. Met een eigen mailserver komen ze echt van uw adres.',
  current: (sender: string, host: string) => `Mails gaan weg als ${sender}, via ${host}.`,
  tested: (moment: string) => `Voor het laatst getest op ${moment}.`,
  set: 'Eigen mailserver instellen',
  change: 'Wijzigen',
  end: 'Weer via Stella versturen',
  ended: 'Mails gaan weer via Stella weg. Het wachtwoord is weggegooid.',
  notEnded: 'De eigen mailserver is niet beëindigd',
  host: 'Server',
  hostHelp: 'De uitgaande server (SMTP) van uw provider, zoals smtp.uwprovider.nl.',
  port: 'Poort',
  security: 'Beveiliging',
  securities: {
    tls: 'TLS (meestal poort 465)',
    starttls: 'STARTTLS (meestal poort 587)',
    none: 'Geen: iedereen onderweg kan meelezen',
  },
  sender: 'Adres van de afzender',
  senderHelp: 'Het adres waarvan uw klanten mail krijgen.',
  username: 'Gebruikersnaam',
  usernameHelp: 'Vaak uw e-mailadres. Leeg als de server er geen vraagt.',
  password: 'Wachtwoord',
  passwordHelp: 'Wordt verzegeld bewaard en is daarna voor niemand te zien.',
  showPassword: 'Toon het wachtwoord',
  save: 'Testen en bewaren',
  saved:
    'De server nam een proefmail aan; hij komt op het adres van de afzender. Mails gaan vanaf nu zo weg.',
  trialSubject: 'Stella verstuurt uw facturen via deze mailserver',
  trialText: 'Dit is de proefmail van Stella. U hoeft niets te doen: de mailserver werkt.',
  notSaved: 'De mailserver is niet bewaard',
}

/** What the domain of the sender tells other mail servers. */
export const senderDomain = {
  title: (domain: string) => `Wordt mail van ${domain} vertrouwd?`,
  lead: 'Mailservers van uw klanten kijken hiernaar. U of uw provider regelt het waar uw domeinnaam staat (DNS).',
  looking: 'Stella kijkt hoe uw domein ervoor staat.',
  unavailable: 'Stella kan nu niet zien hoe uw domein ervoor staat.',
  spfName: 'SPF',
  spf: {
    present: 'Er staat welke servers voor u mogen mailen. Uw provider weet of uw mailserver erbij staat.',
    missing: 'Ontbreekt. Zonder SPF belandt mail sneller bij spam; vraag uw provider om de regel.',
    several: 'Er staan er twee of meer, en dan telt geen ervan. Voeg ze samen tot een.',
    unknown: 'Kon nu niet worden opgevraagd.',
  },
  dkimName: 'DKIM',
  dkim: {
    present: 'Er staat een sleutel waarmee uw mails ondertekend kunnen worden.',
    not_found:
      'Niet gevonden op de gebruikelijke plaatsen. Zet DKIM aan bij uw provider, of vraag of het er al is.',
    unknown: 'Kon nu niet worden opgevraagd.',
  },
  dmarcName: 'DMARC',
  dmarc: {
    reject: 'Mail die niet van u is, wordt geweigerd. Zo hoort het.',
    quarantine: 'Mail die niet van u is, gaat naar spam.',
    none: 'Staat op «none»: er wordt alleen gekeken, en niets geweigerd.',
    missing: 'Ontbreekt. Gmail, Outlook en anderen vragen er steeds vaker om.',
    unknown: 'Kon nu niet worden opgevraagd.',
  },
}
