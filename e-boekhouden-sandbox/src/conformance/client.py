"""Drives the sandbox with zeep and the WSDL alone, as Python programs link to the service.

Prints what it read as JSON. Arguments: the WSDL's address, the three codes, the SOAP version.
"""
import datetime
import json
import sys

import zeep

wsdl, username, code1, code2, version = sys.argv[1:]
port = "soapAppSoap12" if version == "1.2" else "soapAppSoap"
service = zeep.Client(wsdl, service_name="soapApp", port_name=port).service
opened = service.OpenSession(Username=username, SecurityCode1=code1, SecurityCode2=code2, Source="zeep")
codes = {"SessionID": opened.SessionID, "SecurityCode2": code2}
today = datetime.datetime(2026, 11, 22)

relation = {"ID": 0, "AddDatum": today, "Code": "P1", "Bedrijf": "Café & <zn>", "BP": "B",
            "Gb_ID": 0, "GeenEmail": 0, "NieuwsbriefgroepenCount": 0}
line = {"BedragInvoer": "121", "BedragExclBTW": "100", "BedragBTW": "21", "BedragInclBTW": "121",
        "BTWCode": "HOOG_VERK_21", "BTWPercentage": 21, "TegenrekeningCode": "8000", "KostenplaatsID": 0}
mutation = {"MutatieNr": 0, "Soort": "FactuurVerstuurd", "Datum": today, "Rekening": "1300", "RelatieCode": "P1",
            "Factuurnummer": "P2026-1", "Omschrijving": "Uit Python", "Betalingstermijn": "14", "InExBTW": "IN",
            "MutatieRegels": {"cMutatieRegel": [line]}}

added = service.AddRelatie(**codes, oRel=relation)
booked = service.AddMutatie(**codes, oMut=mutation)
again = service.AddMutatie(**codes, oMut=mutation)
span = {"MutatieNr": 0, "DatumVan": datetime.datetime(1980, 1, 1), "DatumTm": datetime.datetime(2049, 12, 31)}
read = service.GetMutaties(**codes, cFilter=span).Mutaties.cMutatieList
opened_items = service.GetOpenPosten(**codes, OpSoort="Debiteuren").Openposten.cOpenPost
accounts = service.GetGrootboekrekeningen(**codes, cFilter={"ID": 0, "Categorie": "DEB"}).Rekeningen.cGrootboekrekening
try:
    service.AddMutatie(**codes, oMut={**mutation, "Datum": "2026-02-30T00:00:00"})
    fault = ""
except zeep.exceptions.Fault as caught:
    fault = caught.message
service.CloseSession(SessionID=opened.SessionID)
print(json.dumps({
    "relation": added.Rel_ID, "number": booked.Mutatienummer, "code": again.ErrorMsg.LastErrorCode,
    "description": read[0].Omschrijving, "excl": str(read[0].MutatieRegels.cMutatieListRegel[0].BedragExclBTW),
    "company": opened_items[0].RelBedrijf, "outstanding": opened_items[0].Openstaand, "account": accounts[0].Code,
    "fault": fault,
}))
