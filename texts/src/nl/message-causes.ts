/** Why a mail to a customer did not arrive, by the codes of database/src/messages/recipient-states.ts. */
export const messageCauses = {
  address_unknown: 'De mailserver kent dit adres niet, of neemt er niets voor aan.',
  mailbox_full: 'De mailbox is vol.',
  too_large: 'De mail is groter dan de mailserver aanneemt.',
  not_trusted: 'De mailserver vertrouwt de afzender niet, of ziet de mail aan voor spam.',
  not_accepted: 'De mailserver neemt de mail niet aan.',
  server_busy: 'De mailserver neemt nu niets aan en vraagt het later nog eens te proberen.',
  server_unreachable: 'De mailserver is nu niet bereikbaar.',
  sign_in_refused: 'De mailserver weigert de gebruikersnaam of het wachtwoord.',
  not_in_time: 'Drie dagen lang nam de mailserver de mail niet aan.',
  no_answer:
    'De verbinding brak af voordat de mailserver antwoordde. Of hij de mail heeft, is niet te zien. Daarom gaat hij niet vanzelf nog eens.',
  no_document: 'De PDF kon nu niet worden gemaakt.',
  organization_closed: 'De administratie werd gesloten voordat de mail weg was.',
  restored:
    'Stella is teruggezet uit een back-up van voordat deze mail weg was. Of hij daarna is verstuurd, weet Stella niet. Daarom gaat hij niet vanzelf nog eens.',
  returned: 'De mail kwam terug.',
}
