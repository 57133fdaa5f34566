"""A SOAP client of zeep, driven line by line: reads {"operation", "request"} from standard input and writes
{"answer"} or {"fault": {"code", "text"}} for each. Arguments: the address of the WSDL, and 1.1 or 1.2."""

import json
import sys

from zeep import Client
from zeep.exceptions import Fault
from zeep.helpers import serialize_object

wsdl, version = sys.argv[1:]
port = "soapAppSoap12" if version == "1.2" else "soapAppSoap"
service = Client(wsdl).bind("soapApp", port)


def call(operation, request):
    try:
        return {"answer": serialize_object(service[operation](**request), dict)}
    except Fault as fault:
        return {"fault": {"code": fault.code, "text": fault.message}}


for line in sys.stdin:
    asked = json.loads(line)
    print(json.dumps(call(asked["operation"], asked["request"]), default=str), flush=True)
