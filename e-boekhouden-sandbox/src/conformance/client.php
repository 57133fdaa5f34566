<?php
// Drives the sandbox with PHP's own SOAP client and the WSDL alone, as PHP programs link to the service.
// Prints what it read as JSON. Arguments: the WSDL's address, the three codes.
[, $wsdl, $username, $code1, $code2, $version] = $argv;
$client = new SoapClient($wsdl, [
    'cache_wsdl' => WSDL_CACHE_NONE,
    'soap_version' => $version === '1.2' ? SOAP_1_2 : SOAP_1_1,
]);
$opened = $client->__soapCall('OpenSession', [['Username' => $username, 'SecurityCode1' => $code1, 'SecurityCode2' => $code2, 'Source' => 'PHP']]);
$codes = ['SecurityCode2' => $code2, 'SessionID' => $opened->OpenSessionResult->SessionID];
$call = fn (string $name, array $fields = []) => $client->__soapCall($name, [$codes + $fields])->{$name . 'Result'};

$texts = array_fill_keys(['Contactpersoon', 'Geslacht', 'Adres', 'Postcode', 'Plaats', 'Land', 'Notitie'], '');
$relation = ['ID' => 0, 'AddDatum' => '2026-11-22', 'Code' => 'P1', 'Bedrijf' => 'Café & <zn>', 'BP' => 'B', 'Gb_ID' => 0, 'GeenEmail' => 0, 'NieuwsbriefgroepenCount' => 0] + $texts;
$line = ['BedragInvoer' => '121', 'BedragExclBTW' => '100', 'BedragBTW' => '21', 'BedragInclBTW' => '121', 'BTWCode' => 'HOOG_VERK_21', 'BTWPercentage' => 21, 'TegenrekeningCode' => '8000', 'KostenplaatsID' => ''];
$mutation = ['MutatieNr' => 0, 'Soort' => 'FactuurVerstuurd', 'Datum' => '2026-11-22', 'Rekening' => '1300', 'RelatieCode' => 'P1', 'Factuurnummer' => 'P2026-1', 'Boekstuk' => '', 'Omschrijving' => 'Uit PHP', 'Betalingstermijn' => '14', 'InExBTW' => 'IN', 'MutatieRegels' => ['cMutatieRegel' => [$line]]];
$filter = ['MutatieNr' => 0, 'MutatieNrVan' => 0, 'MutatieNrTm' => 0, 'Factuurnummer' => '', 'DatumVan' => '1970-01-01', 'DatumTm' => '2050-12-31'];

$added = $call('AddRelatie', ['oRel' => $relation]);
$booked = $call('AddMutatie', ['oMut' => $mutation]);
$again = $call('AddMutatie', ['oMut' => $mutation]);
$read = $call('GetMutaties', ['cFilter' => $filter])->Mutaties->cMutatieList;
$open = $call('GetOpenPosten', ['OpSoort' => 'Debiteuren'])->Openposten->cOpenPost;
$accounts = $call('GetGrootboekrekeningen', ['cFilter' => ['ID' => 0, 'Code' => '', 'Categorie' => 'DEB']])->Rekeningen->cGrootboekrekening;
try {
    $call('AddMutatie', ['oMut' => ['Datum' => '22-11-2026'] + $mutation]);
    $fault = '';
} catch (SoapFault $caught) {
    $fault = $caught->getMessage();
}
$client->__soapCall('CloseSession', [$codes]);
echo json_encode([
    'relation' => $added->Rel_ID, 'number' => $booked->Mutatienummer, 'code' => $again->ErrorMsg->LastErrorCode,
    'description' => $read->Omschrijving, 'excl' => $read->MutatieRegels->cMutatieListRegel->BedragExclBTW,
    'company' => $open->RelBedrijf, 'outstanding' => $open->Openstaand, 'account' => $accounts->Code, 'fault' => $fault,
]);
