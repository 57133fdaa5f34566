<?php
// A SOAP client of PHP's ext-soap, driven line by line: reads {"operation", "request"} from standard input and writes
// {"answer"} or {"fault": {"code", "text"}} for each. Arguments: the address of the WSDL, and 1.1 or 1.2.

[, $wsdl, $version] = $argv;
$client = new SoapClient($wsdl, [
    'soap_version' => $version === '1.2' ? SOAP_1_2 : SOAP_1_1,
    'cache_wsdl' => WSDL_CACHE_NONE,
]);

while (($line = fgets(STDIN)) !== false) {
    $call = json_decode($line);
    try {
        $said = ['answer' => $client->__soapCall($call->operation, [$call->request])];
    } catch (SoapFault $fault) {
        $said = ['fault' => ['code' => $fault->faultcode, 'text' => $fault->faultstring]];
    }
    echo json_encode($said, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR), "\n";
}
